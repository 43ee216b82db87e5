"""Rules for Kazakh, which governs from behind: case endings and the words after a kind say what is told of it."""

from collections.abc import Sequence

from svod.extraction.lexicon.categories import HELD, VERBAL
from svod.extraction.lexicon.grammar import AND, is_adjective, words
from svod.extraction.lexicon.table import DIRECT
from svod.extraction.mentions.kinds import CONTESTS
from svod.extraction.mentions.mention import Mention, Verdict
from svod.extraction.mentions.rule import rule
from svod.extraction.text.scan import Mark
from svod.extraction.verdicts.retold_kk import told_at_it
from svod.packs.traits import traits

FINITE = tuple(words("finite_endings"))
CAMPAIGNS = tuple(words("campaigns"))  # what may end with an activity: "апта", "айлық"
OPENED = tuple(words("opened_kk"))  # how the verbs begin
CLOSING, COVERING = tuple(words("closing")), tuple(words("covering"))
SPOKEN = traits("conversation", "encounter", "debating")  # what any activity may be called afterwards
OUTCOME = tuple(words("contest_outcome"))  # "байқаудың жеңімпаздары анықталды"
PASSED = words("passed_through")  # "тренингтен өтті"
AIM, DASHES = tuple(words("aim")), ("–", "—", "-", ":")
OPENING = 6  # words in which a sentence says that it tells an aim
SOME, FEW = words("some_of_them"), 3  # words from "кездесудің" to "бірі"
FAR = 8  # words from a participle to its kind: "өткен «…» атты дөңгелек үстелде"
NOUN = frozenset({"place", "partner", "audience", "online.word", "organiser.head", "material", "kind"})


@rule(language="kk", is_verb=False)
def governed_from_behind(mention: Mention) -> Verdict | None:
    """ "Семинар барысында", "байқаудың жеңімпаздары", "кездесулер мен тренингтер арқылы" """
    last = _last_of_list(mention)
    if mention.is_of(CONTESTS) and _behind(mention, last)[0].startswith(OUTCOME):
        return _at_it(mention) or Verdict("reference", 0.7, "inside_another")
    after = _mark_after(mention, last)
    if after is None:
        return None
    if "title.marker" in after.categories and mention.cases() == {"g"}:  # "ойынның тақырыбы – «…»"
        return Verdict("reference", 0.7, "tells_theme")
    if "reference.during" in after.categories:
        if mention.is_of(SPOKEN) and mention.told and mention.mark.start == mention.sentence.start:
            return Verdict("reference", 0.7, "governed_from_behind")  # "Әңгіме барысында" behind a meeting
        return _at_it(mention) or Verdict("reference", 0.7, "governed_from_behind")
    if "held.stage" in after.categories and not mention.clause.categories.isdisjoint(HELD):
        return Verdict("held", 0.75, "held_by_a_noun")
    if "reference.after" not in after.categories or not after.categories.isdisjoint(HELD):
        return None
    return Verdict("reference", 0.7, "governed_from_behind")


@rule(language="kk", begins=AIM, is_verb=False)
def aimed_at(mention: Mention) -> Verdict | None:
    """ "Семинардың мақсаты – диалог алаңын құру болды": what stands behind the dash is the aim."""
    frame, first = mention.frame, mention.frame.word_index(mention.sentence.start)
    for index in range(first, min(first + OPENING, mention.mark.first)):
        if frame.words.words[index].startswith(AIM) and frame.words.gap(index + 1).strip() in DASHES:
            return Verdict("none", 0.8, "wished")
    return None


@rule(language="kk", is_verb=False, is_known=False, begins=OPENED)
def opened_with(mention: Mention) -> Verdict | None:
    """ "Науқан брифингтен басталды": the first thing that was held in it."""
    if mention.cases() != {"b"} or not _behind(mention, mention.mark)[0].startswith(OPENED):
        return None
    seen = mention.frame.words_in(mention.sentence.start, mention.mark.start)
    return Verdict("held", 0.6, "opened_with") if any(word.startswith(CAMPAIGNS) for word in seen) else None


@rule(language="kk", is_verb=False)
def oblique(mention: Mention) -> Verdict | None:
    """A Kazakh case ending that points elsewhere: "семинардан", "семинарда", or tells it: "семинарға қатысты"."""
    last = _last_of_list(mention)
    cases = mention.cases() if last is mention.mark else _cases(last)
    if cases & DIRECT:
        return _definite(mention)
    joined = cases & {"d", "l", "i"} and "held.joined" in mention.clause.categories
    joined = joined or (
        cases == {"d"} and "held.attendance" in mention.clause.said
    )  # "семинарға қатысқандар саны – 45"
    if joined and cases == {"l"} and told_at_it(mention):
        return Verdict("reference", 0.7, "oblique")
    if joined and (not mention.known or "outing" in mention.traits or _took_place(mention)):
        return Verdict("planned" if "planned.verb" in mention.clause.categories else "held", 0.75, "oblique")
    if cases == {"b"} and not mention.known and (PASSED.issuperset(_behind(mention, last)) or _passed(mention)):
        return Verdict("held", 0.7, "oblique")
    if cases == {"i"} and (_closes(mention) or _covers(mention)):
        return Verdict("held", 0.6, "closed_with")
    if cases & {"l", "i"} and _took_place(mention):
        return Verdict("held", 0.7, "told_by_what_happened")
    if "l" in cases and "published" in mention.traits and not mention.known and _has_finite_verb(mention):
        return Verdict("held", 0.7, "oblique")
    if "l" in cases:
        return _at_it(mention) or Verdict("reference", 0.7, "oblique")
    if cases == {"g"} and _some_were_held(mention):
        return Verdict("held", 0.7, "held")
    return Verdict("reference", 0.7, "oblique")


@rule(language="kk", is_verb=False, is_listed=False)
def another_verb(mention: Mention) -> Verdict | None:
    """ "Тренинг оқушыларға ұнады": a verb that says nothing of holding, at the end of the sentence.

    Told behind others it is another one by its day, the only one of its sentence: "3.12 – студенттердің перформансы".
    """
    if mention.clause.categories or not _has_finite_verb(mention):
        return None
    if mention.known or (mention.paragraph_told and not _is_one_of_a_day(mention)):
        return Verdict("reference", 0.6, "first_told")
    return Verdict("held", 0.5, "first_told")


def _is_one_of_a_day(mention: Mention) -> bool:
    frame, sentence = mention.frame, mention.sentence
    if not frame.dates_in(sentence.start, mention.mark.start):
        return False
    return "kind" not in frame.said(mention.mark.end, sentence.end)


def _some_were_held(mention: Mention) -> bool:
    """ "Жоспарланған он екі кездесудің он бірі өтті": how many of them were."""
    behind = mention.frame.words.words[mention.mark.last + 1 : mention.mark.last + 1 + FEW]
    return "held.subject" in mention.clause.categories and not SOME.isdisjoint(behind)


def _at_it(mention: Mention) -> Verdict | None:
    """ "Кездесуде инспектор заңды түсіндірді": told here first, by what happened at it."""
    has_day = bool(mention.frame.dates_in(mention.sentence.start, mention.mark.start))
    before = mention.frame.marks_in(mention.sentence.start, mention.mark.start)
    is_apart = has_day or any("place" in mark.categories and not mark.quoted for mark in before)
    if mention.known or (mention.paragraph_told and not is_apart):
        return None
    if "planned.verb" in mention.clause.categories:  # "18.12 күні кеңестің отырысында есеп қаралады"
        return Verdict("planned", 0.55, "told_by_what_happened") if has_day else None
    if "drive" in mention.traits or "goal.word" in mention.clause.categories or not _has_finite_verb(mention):
        return None
    return Verdict("held", 0.55, "told_by_what_happened")


def _took_place(mention: Mention) -> bool:
    """ "30 қарашада өткен дөңгелек үстелде": the participle tells that it was held, with a day or a holder."""
    frame, clause = mention.frame, mention.clause
    before = frame.marks_in(clause.start, mention.mark.start)
    held = [mark for mark in before if "held.participle" in mark.categories and not mark.quoted]
    if not held or mention.mark.first - held[-1].last > FAR:
        return False
    own = any("organiser.marker" in mark.categories for mark in before)
    return own or bool(frame.dates_in(clause.start, mention.mark.start))


def _closes(mention: Mention) -> bool:
    """ "Апта флешмобпен қорытындыланды": what ended with it is no other activity."""
    if mention.known or not _verb(mention).startswith(CLOSING):
        return False
    seen = mention.frame.words_in(mention.sentence.start, mention.mark.start)
    if mention.paragraph_told and not any(word.startswith(CAMPAIGNS) for word in seen):
        return False
    before = mention.frame.marks_in(mention.clause.start, mention.mark.start)
    named = (mark.meaning.entry("kind", "kk") for mark in before if not mark.quoted)
    return all(entry is None or "drive" in entry.traits for entry in named)


def _behind(mention: Mention, mark: Mark) -> Sequence[str]:
    """The word right behind it."""
    return mention.frame.words.words[mark.last + 1 : mark.last + 2] or ("",)


def _covers(mention: Mention) -> bool:
    """ "Дәрістермен 300 студент қамтылды" """
    numbers = mention.frame.numbers_in(mention.mark.end, mention.clause.end)
    return not mention.known and bool(numbers) and _verb(mention).startswith(COVERING)


def _passed(mention: Mention) -> bool:
    """ "Тренингтен 45 оқушы өтті": so many of them went through it."""
    return _verb(mention) in PASSED and bool(mention.frame.numbers_in(mention.mark.end, mention.clause.end))


def _verb(mention: Mention) -> str:
    """The last word of the clause."""
    index = mention.frame.word_index(mention.clause.end) - 1
    return mention.frame.words.words[index] if index > mention.mark.last else ""


def _definite(mention: Mention) -> Verdict | None:
    """ "Сабақты прокурор жүргізді": the accusative at the head of the sentence is what was told before."""
    if mention.cases() != {"a"} or not mention.known or mention.is_plural:
        return None
    if mention.mark.start > mention.clause.start + 2 or mention.frame.quotes_in(
        mention.clause.start, mention.clause.end
    ):
        return None
    return Verdict("reference", 0.6, "points_back")


def _has_finite_verb(mention: Mention) -> bool:
    """Whether the clause or the sentence ends as a Kazakh verb does."""
    frame = mention.frame
    bracket = frame.text.find(" (", mention.mark.end, mention.sentence.end)  # "саясат қабылданды (қатысқаны 58 адам)"
    for end in (mention.clause.end, mention.sentence.end, bracket):
        index = frame.word_index(end) - 1
        if index > mention.mark.last and frame.words.words[index].endswith(FINITE):
            return True
    return False


def _mark_after(mention: Mention, mark: Mark) -> Mark | None:
    """The mark of the next word; adjectives and numbers between them are passed over: "семинардың негізгі мақсаты"."""
    frame = mention.frame
    for index in range(mark.last + 1, min(mark.last + 4, len(frame.words))):
        if frame.words.starts[index] >= mention.sentence.end or not frame.words.gap(index).isspace():
            return None
        at = frame.mark_at[index]
        if at is not None:
            return at
        if not is_adjective(frame.words.words[index]):
            return None
    return None


def _last_of_list(mention: Mention) -> Mark:
    """The last kind of the list that the mention stands in: its case and what follows it hold for all of them."""
    last = mention.mark
    for mark in mention.frame.marks_in(mention.mark.end, mention.clause.end):
        if mark.quoted:
            continue
        if not mark.categories.isdisjoint(VERBAL) or ("title.marker" in mark.categories and mark.first - last.last > 9):
            break
        if "kind" not in mark.categories:
            if mark.categories.isdisjoint(NOUN | {"title.marker", "title.carrier"}):
                break
            continue
        if not _joined(mention, last, mark):
            break
        if not _is_what_for(mention, mark):
            last = mark
    return last


def _is_what_for(mention: Mention, mark: Mark) -> bool:
    """ "8 дәріс және «Жылы ұя» жобасы бойынша 4 тренинг": of a list's next item, and none of its own."""
    after = _mark_after(mention, mark)
    if after is None or "reference.after" not in after.categories:
        return False
    return bool(mention.frame.kinds_in(after.end, mention.clause.end))


def _joined(mention: Mention, one: Mark, other: Mark) -> bool:
    frame = mention.frame
    between = frame.text[one.end : other.start]
    return between[:1] == "," or frame.words.words[one.last + 1] in AND


def _cases(mark: Mark) -> frozenset[str]:
    return frozenset("".join(entry.cases for entry in mark.entries if entry.category == "kind"))
