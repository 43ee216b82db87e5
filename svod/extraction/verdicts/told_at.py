"""Mentions behind a preposition that tell an activity all the same: by what happened at it, by who was asked to it."""

from svod.extraction.fields.people import people_in
from svod.extraction.lexicon.categories import HELD, PRESENT, WAS_HELD
from svod.extraction.lexicon.grammar import IN, ON, is_past, words
from svod.extraction.mentions.mention import Mention, Verdict
from svod.extraction.mentions.rule import rule
from svod.extraction.verdicts.retold import is_within_it
from svod.packs.traits import traits

PARTICIPLES = tuple(words("held_participles"))  # how they begin: "состоявшемся"
TIMES = words("times_past")  # "в прошедшем году" is no activity
FAR = 7  # words from a participle to its kind: "на прошедшем 3 декабря в колледже семинаре"
AT = words("at")  # "на", "за", "в ходе"
FOR, SAT_AT = words("came_for"), words("sat_at")  # "за консультацией обратились", but "сидели за круглым столом"
TO, WHICH, SETTING = words("joined_to"), words("which"), words("setting")
NAMED_BY = frozenset('«“"№')
NAME = 14  # characters from a kind to its own name
BESIDE = 2  # the same where nothing stands between them
NO_GATHERING = traits("nowhere")
LOOSELY_CALLED = traits("encounter", "conversation", "unnamed")  # what any activity may be called
NOT_AHEAD = frozenset({"goal.word", "planned.invite", "reference.demonstrative", "cancelled.word"})
NOT_TOLD = NOT_AHEAD - {"cancelled.word"} | {"planned.verb"}
NOT_HELD = frozenset({"cancelled.word", "planned.verb"})


@rule(language="ru", begins=PARTICIPLES, is_verb=False, is_known=False)
def took_place(mention: Mention) -> Verdict | None:
    """ "На состоявшемся 3 декабря семинаре", "участники прошедшего вчера форума": the participle says it was held."""
    frame, index = mention.frame, mention.mark.first - 1
    seen = frame.words
    for _ in range(FAR):
        if index < 0 or seen.starts[index] < mention.clause.start or "," in seen.gap(index + 1):
            break
        at = frame.mark_at[index]
        if at is not None and (at.categories & (HELD | {"kind"}) or at.entries[0].phrase in SETTING):
            break  # "час, организованный в рамках акции"
        if seen.words[index].startswith(PARTICIPLES):
            is_of_time = seen.words[index + 1] in TIMES
            return None if is_of_time else Verdict("held", 0.7, "told_by_what_happened")
        index -= 1
    return Verdict("held", 0.7, "told_by_what_happened") if _held_behind(mention) else None


def _held_behind(mention: Mention) -> bool:
    """ "На встрече «…», прошедшей в колледже": the participle may stand behind it and its name."""
    frame, seen = mention.frame, mention.frame.words
    end = mention.mark.end
    for quote in frame.quotes_in(end, end + BESIDE)[:1]:
        end = quote.end
    index = frame.word_index(end)
    if index >= len(seen) or frame.text[end : seen.starts[index]].strip() != ",":
        return False
    return seen.words[index].startswith(PARTICIPLES)


@rule(is_governed=True)
def at_it(mention: Mention) -> Verdict | None:
    """ "На классных часах ребята писали письма": told first by what happened at it, where nothing else is told.

    "6 декабря на линейке выступил имам" is another one than was told of an earlier day.
    """
    if mention.known and not mention.frame.dates_in(mention.sentence.start, mention.mark.start):
        return None
    return None if mention.paragraph_told and not _has_its_own(mention) else _happened_at(mention)


@rule(language="ru", is_governed=True, is_known=True, said={"organiser.head"})
def at_another_house(mention: Mention) -> Verdict | None:
    """ "В школе № 19 прошла встреча. Во время встречи в лицее «Приозёрный» ребята узнали": another one like it."""
    frame = mention.frame
    for mark in frame.marks_in(mention.mark.end, mention.clause.end):
        is_house = "l" in mark.meaning.cases("organiser.head", "ru") and frame.words.words[mark.first - 1] in IN
        if is_house and frame.text[mark.end : mark.end + 2].strip()[:1] in NAMED_BY:
            return _happened_at(mention)
    return None


def _happened_at(mention: Mention) -> Verdict | None:
    """Whether its clause tells what went on at it."""
    mark, clause = mention.governor_mark, mention.clause
    if mark is None or mention.is_of(NO_GATHERING):
        return None
    before = mark.entries[0].phrase
    if before not in AT or (before in FOR and mention.entry.phrase not in SAT_AT):
        return None
    if "planned.verb" in clause.categories and clause.said.isdisjoint(NOT_AHEAD) and mention.language == "ru":
        has_day = mention.frame.dates_in(clause.start, clause.end)
        return Verdict("planned", 0.55, "told_by_what_happened") if has_day else None
    if not clause.said.isdisjoint(NOT_TOLD) or (mention.mark.quoted and mention.entry.phrase not in SAT_AT):
        return None
    frame = mention.frame
    if mention.language == "ru" and _is_named_before(mention):
        return Verdict("reference", 0.6, "points_back")
    first, last = frame.word_index(clause.start), frame.word_index(clause.end)
    happened = any(is_past(frame.words.words[index]) for index in range(first, last)) or clause.categories & HELD
    return Verdict("held", 0.55, "told_by_what_happened") if happened else None


def _is_named_before(mention: Mention) -> bool:
    """ "Торжественное открытие прошло на линейке": one assembly, called twice in its clause."""
    before = mention.frame.marks_in(mention.clause.start, mention.mark.start)
    return any(one.category == "kind" and one.code == mention.code for mark in before for one in mark.entries)


def _has_its_own(mention: Mention) -> bool:
    """A day or a settlement of its own tells it apart from what was told before it; so do a name and people."""
    frame, start, end = mention.frame, mention.clause.start, mention.clause.end
    if frame.dates_in(start, end) or "place" in frame.said(mention.mark.end, end):
        return True
    if mention.language != "ru" or mention.is_of(LOOSELY_CALLED):
        return False  # "прошёл семинар. На встречах говорили …"
    named = frame.quotes_in(mention.mark.end, mention.mark.end + BESIDE)
    return bool(named) or bool(people_in(frame, start, end))


@rule(said=PRESENT, is_governed=True, is_known=False)
def joined_by_name(mention: Mention) -> Verdict | None:
    """ "К акции «Белая лента» присоединились студенты": the verb of joining stands behind what has a name."""
    mark, frame = mention.governor_mark, mention.frame
    if mark is None or "reference.preposition" not in mark.categories:
        return None
    if mark.entries[0].phrase not in TO or mention.clause.categories.isdisjoint(PRESENT):
        return None
    named = frame.quotes_in(mention.mark.end, mention.mark.end + NAME)
    return Verdict("held", 0.6, "taken_part_in") if named else None


@rule(said={"held.as"}, is_governed=True, is_known=False, is_near=False)
def stood_there(mention: Mention) -> Verdict | None:
    """ "Участниками тренинга стали 25 педагогов": told by as what they came, where it was not told before."""
    mark, clause = mention.governor_mark, mention.clause
    if mark is None or "held.as" not in mark.categories:
        return None
    is_there = not {"partner", "audience"}.isdisjoint(mention.frame.said(mention.mark.end, clause.end))
    there = is_there or people_in(mention.frame, mention.mark.end, clause.end)
    return Verdict("held", 0.7, "came_to") if there else None


@rule(is_governed=True, said={"planned.invite", "held.invited"})
def invited_to(mention: Mention) -> Verdict | None:
    """ "Приглашаем всех на лекцию" is planned, "школа позвала родителей на круглый стол" was held."""
    mark = mention.governor_mark
    if mark is None or mention.frame.words.words[mention.governor] not in ON:
        return None
    if "planned.invite" in mention.clause.categories:
        return Verdict("planned", 0.75, "invited_to")
    if "held.invited" not in mention.clause.categories:
        return None
    return Verdict("reference", 0.6, "points_back") if is_within_it(mention) else Verdict("held", 0.75, "invited_to")


@rule(words=WHICH)
def told_by_which(mention: Mention) -> Verdict | None:
    """ "Предложили акцию, которая прошла 7 декабря", "на встрече, которую провёл аким": told behind it."""
    frame = mention.frame
    index = mention.mark.last + 1
    around = frame.quote_around(frame.words.starts[index]) if index < len(frame.words) else None
    if around is not None:
        index = frame.word_index(around.end)
    if index + 1 >= len(frame.words) or frame.words.words[index] not in WHICH:
        return None
    for after in range(index + 1, min(index + 4, len(frame.words))):
        said = frame.said_at(after)
        if said & NOT_HELD:
            return None
        if said & WAS_HELD:
            return Verdict("held", 0.8, "told_by_which")
    return None
