"""When two tellings are of one activity, and the fuller one that is made of them."""

from collections.abc import Sequence

from svod.extraction.lexicon.endings_kk import VERBAL_NOUN
from svod.extraction.lexicon.grammar import PREPOSITIONS, PUT_OFF, words
from svod.extraction.mentions.elsewhere import is_elsewhere, says_itself
from svod.extraction.mentions.found import GOES_ON, ONE, Found
from svod.extraction.mentions.mention import is_another, is_on_a_day_of_it

NEAR = 6  # activities back
HEAD, BEGUN = 4, tuple(words("begun"))  # words that head a sentence; how participles begin: "басталған"
DRIVE = tuple(words("drive"))  # "парақша тарату акциясы"
GOT = tuple(words("got"))  # "кеңес алды"
GAPS = ("date", "region", "place", "organiser", "participants")  # what a second telling may fill
TOLD = ("date", "place", "participants")
WHERE = frozenset({"region", "place"})
CODES = ("audience", "partners", "materials")


def told_before(new: Found, found: list[Found]) -> Found | None:
    """The same activity among those told just before.

    It has the same title; or it is single and untitled, of the same kind, with nothing of its own that differs. "Ещё
    один семинар" says itself that it is none.
    """
    is_put_off = _is_put_off(new)
    same = [old for old in (found if is_put_off else found[-NEAR:]) if old.kind == new.kind]
    if not same or is_another(new.mention):
        return None
    for old in reversed(same):
        if new.planned and not old.planned:
            continue
        if _same_title(old, new) and not is_elsewhere(old, new) and not _are_more(old, new):
            return old
        if (
            _points_at(new, old)
            or _explains(new, old)
            or _names(new, old, found)
            or _came_true(new, old)
            or (is_put_off and old.planned)
        ):
            return old
    return None


def _names(new: Found, old: Found, found: Sequence[Found]) -> bool:
    """ "Провели беседу … На беседе «Твой выбор» говорили о праве": the name of the only one of its kind, told later."""
    if new.mention.verdict.status != "reference" or old.title is not None or not new.title:
        return False
    return new.count == ONE == old.count and sum(item.kind == new.kind for item in found) == 1


def _came_true(new: Found, old: Found) -> bool:
    """ "Завтра в 11 часов семинар" and, a day later in the same chat, "Провели семинар «Дом»"."""
    if not old.planned or new.planned or old.date is None or not new.count == ONE == old.count:
        return False
    return (old.title is None or new.title is None) and new.date in (None, old.date)


def _is_put_off(new: Found) -> bool:
    """ "Турнир перенесён на ноябрь … В ноябре намечен перенесённый турнир": the plan that was told before."""
    mention = new.mention
    before = mention.frame.words.words[mention.mark.first - 1] if new.planned and mention.mark.first else ""
    return before.startswith(PUT_OFF)


def _same_title(old: Found, new: Found) -> bool:
    return bool(old.title and new.title and old.title.casefold() == new.title.casefold())


def _are_more(old: Found, new: Found) -> bool:
    """ "Открыта горячая линия «Дом». Профком открыл 18 горячих линий «Дом»", "в Рудном прошли акции «Дом»": as many
    cannot be the one, nor can several elsewhere."""
    if old.count != ONE or new.count == ONE:
        return False
    return new.count.is_exact or _differ(old, new) or says_itself("place", new)


def _points_at(new: Found, old: Found) -> bool:
    return (
        new.title is None
        and (new.line - old.line <= 1 or (new.line - old.line <= GOES_ON and _says_by_whom(new) and _is_told_of(new)))
        and new.mention.listed_after is None
        and new.mention.sentence is not old.mention.sentence
        and (new.count == ONE == old.count or _same_drive(old, new) or _advised_there(old, new))
        and not _differ(old, new)
        and not _on_the_next_day(new)
        and not _with_others(old, new)
        and not _held_by_another(old, new)
    )


def _explains(new: Found, old: Found) -> bool:
    """ "Начали автопробегом: колонна прошла до набережной": behind a colon, the same by another word."""
    mention, before = new.mention, old.mention
    if mention.sentence is not before.sentence or mention.language != "ru" or mention.listed_after is not None:
        return False
    if new.title is not None or old.title is not None or not new.count == ONE == old.count:
        return False
    if ":" not in mention.frame.text[before.mark.end : mention.mark.start]:
        return False
    return all(
        None in (one, other) or one == other
        for one, other in ((getattr(old, name), getattr(new, name)) for name in TOLD)
    )


def _is_told_of(new: Found) -> bool:
    """ "Форум организован управлением" paragraphs below: it opens with what is known; not "Проведён форум"."""
    verbs = new.mention.clause.verbs
    return new.mention.language == "ru" and bool(verbs) and verbs[0].first > new.mention.mark.last


def _same_drive(old: Found, new: Found) -> bool:
    """ "Базарда буклет таратты. Барлығы 150 буклет таратылды": more of the same things, handed out in one paragraph."""
    mention = new.mention
    if (
        "handing_out" not in mention.traits
        or mention.language != "kk"
        or old.line != new.line
        or not old.materials & new.materials
    ):
        return False
    behind = mention.frame.words.words[mention.mark.last + 1 : mention.mark.last + 2]
    is_told = mention.is_verb and not mention.frame.words.words[mention.mark.first].endswith(VERBAL_NOUN)
    return is_told or any(word.startswith(DRIVE) for word in behind)


def _advised_there(old: Found, new: Found) -> bool:
    """ "Қабылдаулар өтті. 200 адам келіп, кеңес алды", "прошёл приём, консультировали юристы": at those told before."""
    if "advice" not in new.mention.traits or old.line != new.line:
        return False
    if new.mention.language == "ru":
        return new.mention.is_verb and old.date == new.date
    return new.count == ONE and _were_advised(new)


def _on_the_next_day(new: Found) -> bool:
    """ "Ертесіне ата-аналармен де жиын өтті": another one."""
    frame, sentence = new.mention.frame, new.mention.sentence
    days = frame.dates_in(sentence.start, new.mention.mark.start)
    if any(isinstance(day.relative, str) and day.relative != "same" for day in days):
        return True
    return is_on_a_day_of_it(new.mention)


def _held_by_another(old: Found, new: Found) -> bool:
    """ "Акимат провёл конкурс" after a named one: what is told first in Russian stands behind its verb."""
    mention = new.mention
    if mention.language != "ru" or mention.is_verb or old.title is None or new.organiser is None:
        return False
    own = new.sources.get("organiser")
    verbs = [verb for verb in mention.clause.verbs if "held.object" in verb.categories]
    return own is not None and bool(verbs) and own.start < verbs[0].start < mention.mark.start


def _with_others(old: Found, new: Found) -> bool:
    """ "Депутаттармен жүздесті" after a meeting with others; a verb that tells of trees points at nothing."""
    if new.mention.language != "kk" or not new.mention.is_verb:
        return False
    if "advice" in new.mention.traits and _were_advised(new):
        return False
    return "rest" in new.mention.traits or bool(new.partners or new.audience)


def _were_advised(new: Found) -> bool:
    """ "Қабылдау өтті. 27 тұрғын кеңес алды": how many got the advice told of before."""
    seen, last = new.mention.frame.words.words, new.mention.mark.last
    behind = seen[last + 1] if not new.mention.is_verb and last + 1 < len(seen) else ""
    return seen[last].startswith(GOT) or behind.startswith(GOT)


def _differ(old: Found, new: Found) -> bool:
    if new.date is not None and old.date is None and not _goes_on(old, new):
        return True
    for name in GAPS:
        one, other = getattr(old, name), getattr(new, name)
        if name == "organiser" and _says_by_whom(new):
            continue
        if one is not None and other is not None and one != other and not _inherited(name, old, new):
            return True
    return False


def _says_by_whom(new: Found) -> bool:
    """ "Кітапханада форум өтті. Форум комиссияның бастамасымен өтті": bare, first in its sentence."""
    mention = new.mention
    is_bare = mention.mark.start == mention.sentence.start and not (mention.is_plural or mention.is_verb)
    is_done = mention.language == "kk" or "held.object" not in mention.clause.categories  # not "провела и гимназия"
    return is_bare and is_done and says_itself("organiser", new)


def _goes_on(old: Found, new: Found) -> bool:
    """ "Форум 26 қарашада өтті", "12 шілдеде басталған конференция": bare, at the head, with its day."""
    mention = new.mention
    frame, mark, first = mention.frame, mention.mark, mention.frame.word_index(mention.sentence.start)
    begun = mark.first > first and frame.words.words[mark.first - 1].startswith(BEGUN)
    after = mark.first == first + 1 and frame.words.words[first] in PREPOSITIONS  # "На вернисаж 9 декабря пришли"
    heads = mark.first == mark.last and (mark.first == first or after or (begun and mark.first - first <= HEAD))
    return heads and old.line == new.line and "place" not in frame.said_in(mention.sentence)


def _inherited(name: str, *tellings: Found) -> bool:
    """Whether a telling's own sentence does not say where it was: then it tells no other place."""
    return name in WHERE and not all(says_itself(name, item) for item in tellings)


def _only_names(item: Found) -> bool:
    """ "Наш флешмоб видели все": neither its name nor who came is told here."""
    return item.title is None and item.participants is None and item.organiser is None


def _is_fuller(old: Found, new: Found) -> bool:
    """ "Наш флешмоб видели все. Флешмоб собрал 90 студентов", "всё началось с пробега: 25 ноября колонна прошла …"."""
    if new.mention.sentence is old.mention.sentence:
        return old.date is None and new.date is not None
    is_a_verb = new.mention.language == "ru" and new.mention.is_verb
    return not is_a_verb and _only_names(old) and not _only_names(new)


def tell_again(old: Found, new: Found) -> None:
    """Make of two tellings the fuller one; what was planned and then held is told where it was held."""
    if old.planned and not new.planned:
        old.planned, old.mention, old.evidence = False, new.mention, new.evidence
        first, second = new, old
    else:
        first, second = old, new
        if new.planned or _is_fuller(old, new):
            old.evidence = new.evidence
    if old.title is None:
        old.title = new.title
    for name in GAPS:
        value = getattr(first, name)
        setattr(old, name, getattr(second, name) if value is None else value)
    for name in CODES:
        setattr(old, name, getattr(old, name) | getattr(new, name))
    old.online = old.online or new.online
    old.sources = second.sources | first.sources
    if new.organiser is not None and _says_by_whom(new):
        old.say("organiser", new.organiser, new.sources["organiser"])
