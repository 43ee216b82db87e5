"""A mention of a kind within its clause, and the verdict on it."""

from collections.abc import Collection
from dataclasses import dataclass

from svod.extraction.lexicon.categories import AHEAD, KIND_VERBS, TO_DO
from svod.extraction.lexicon.grammar import ADVERBS, IN, WHERE, is_adjective, words as listed
from svod.extraction.lexicon.meaning import Entry
from svod.extraction.mentions.discipline_kk import is_held_in
from svod.extraction.text.along import first_of_things
from svod.extraction.text.clause import Clause
from svod.extraction.text.frame import Frame
from svod.extraction.text.scan import Mark
from svod.extraction.text.sentences import Sentence


@dataclass(slots=True, init=False)
class Verdict:
    """`held`, `planned`, or not an activity: `none` (no part of any), `reference` (points to one told elsewhere)."""

    status: str
    confidence: float
    rule: str

    def __init__(self, status: str, confidence: float, rule: str) -> None:
        self.status, self.confidence, self.rule = status, confidence, rule


NAMING_VERBS = KIND_VERBS | {AHEAD, TO_DO}
WEAK = (" guest", " weak")  # how the code of a verb ends that may tell no more than a part
ANOTHER, AS_WELL = listed("another"), tuple(listed("as_well"))
DAYS_OF_IT = listed("days_of_it")  # "үшінші күні"
WITH_D, WITH_L = listed("with_d"), listed("with_l")
OUR = listed("our")  # "про наш диалог"
DAY = 3  # characters of "25 " before its month
DURING = listed("during")
OBLIQUE = tuple(listed("oblique_adjective_endings"))
SHARED_FROM = 50  # characters from what two verbs share to the second
FARTHEST = 40  # characters from the beginning of a number to its last word
BREAKS = frozenset(',;:()–—«»"|\n')
BEFORE_A_KIND = frozenset({"place", "partner", "audience", "online.word", "organiser.head"})
HOURS = (".", ":")
UNDECIDED = Verdict("none", 0.0, "undecided")


@dataclass(slots=True, init=False)
class Mention:
    """One mention of a kind within its clause. `governor` is the index of the word that governs it, -1 if none."""

    frame: Frame
    sentence: Sentence
    clause: Clause
    mark: Mark
    entry: Entry
    governor: int
    listed_after: "Mention | None"  # the mention before it in the same list
    told: Collection[str]  # the kinds told before
    paragraph_told: bool  # an activity was told before in this or the last paragraph
    code: str  # the kind's
    traits: frozenset[str]  # what that is like
    is_online: bool
    is_verb: bool
    language: str
    governor_mark: Mark | None
    verdict: Verdict
    listed_before: "Mention | None"  # the mention behind it in the same list
    _cases: frozenset[str]

    def __init__(
        self,
        frame: Frame,
        sentence: Sentence,
        clause: Clause,
        mark: Mark,
        entry: Entry,
        governor: int,
        listed_after: "Mention | None",
        told: Collection[str],
        paragraph_told: bool,
    ) -> None:
        self.frame, self.sentence, self.clause, self.mark, self.entry = frame, sentence, clause, mark, entry
        self.governor, self.listed_after, self.told, self.paragraph_told = governor, listed_after, told, paragraph_told
        in_name = frame.words.words[mark.first].startswith("онлайн-") or "онлайн" in entry.phrase
        self.is_online = in_name or "online.word" in clause.said
        is_shared = self.is_online or frame.text.startswith(" #", mark.end)
        online = mark.meaning.entry("kind_online") if is_shared else None
        self.code = online.code if online else entry.code.partition(" ")[0]  # "эстафета" online or "#…" is a challenge
        inside = mark.meaning.entry("kind_in")
        if inside is not None and is_held_in(frame, mark, inside):
            self.code = inside.code.partition(" ")[0]
        self.traits = frame.lexicon.kinds.of(self.code)
        self.is_verb = entry.category in NAMING_VERBS
        self.language = entry.language
        self.governor_mark = frame.mark_at[governor]
        self.verdict, self.listed_before = UNDECIDED, None
        self._cases = mark.meaning.cases("kind" if self.is_verb else entry.category, entry.language)

    @property
    def known(self) -> bool:
        """Whether an activity of this kind was told before."""
        return self.code in self.told

    def is_of(self, traits: frozenset[str]) -> bool:
        """Whether its kind has any of these traits."""
        return not self.traits.isdisjoint(traits)

    def told_any(self, traits: frozenset[str]) -> bool:
        """Whether a kind with any of these traits was told before."""
        return not self.frame.lexicon.kinds.having(traits).isdisjoint(self.told)

    @property
    def is_weak(self) -> bool:
        """ "Поговорили с учениками", "к студентам пришёл прокурор": maybe no more than a part of what was told."""
        return self.entry.category == "kind_verb_weak" or self.entry.code.endswith(WEAK)

    @property
    def comes_with_guests(self) -> bool:
        """ "К студентам пришёл прокурор", "со школьниками встретился судья": the verb's subject is the guest."""
        return self.is_verb and "encounter" in self.traits and self.language == "ru"

    @property
    def is_plural(self) -> bool:
        return self.mark.meaning.is_plural(self.language) and not self._is_one_there()

    def _is_one_there(self) -> bool:
        """ "Участвовали в акции", "присоединились к акции": only the singular stands so behind these prepositions.

        "Во время встречи" is of one, too, though the form may be of many.
        """
        if self.language != "ru" or self.governor < 0 or "held.invited" in self.clause.categories:
            return False
        if self.governor_mark is not None and self.governor_mark.entries[0].phrase in DURING:
            return "g" in self.mark.meaning.cases("kind", "ru", "s")
        behind = self.frame.words.words[self.governor]
        case = "d" if behind in WITH_D else "l" if behind in WITH_L else ""
        meaning = self.mark.meaning
        return bool(case) and case in meaning.cases("kind", "ru", "s") and case not in meaning.cases("kind", "ru", "p")

    def cases(self) -> frozenset[str]:
        """The cases its form may stand in, letters as `Entry.cases` has them."""
        return self._cases


def governor_of(frame: Frame, sentence: Sentence, mark: Mark) -> int:
    """The word before the mention's own adjectives and numbers; -1 where a comma or the sentence's start is there."""
    index = mark.first - 1
    words = frame.words
    stop = sentence.start
    for _ in range(6):
        if index < 0 or words.starts[index] < stop:
            return -1
        gap = words.gap(index + 1)
        if gap != " " and (not BREAKS.isdisjoint(gap) or " - " in gap):
            return -1
        if _is_number(frame, index) or words.words[index] in OUR:  # "до" of "от 90 до 110 семинаров" governs nothing
            index -= 1
            continue
        word = words.words[index]
        if word in IN and _is_hour(frame, index):
            return -1
        found = frame.mark_at[index]
        if found is not None and not found.categories <= BEFORE_A_KIND:
            return index
        if not (is_adjective(word) or word.isdigit() or word in ADVERBS) or _of_another_case(mark, index, word):
            return _holding_before_day(frame, index) or index
        index -= 1
    return -1


def _is_hour(frame: Frame, index: int) -> bool:
    """ "В 15.00 собрание": the preposition is of the hour."""
    seen = frame.words
    behind = index + 2
    if behind >= len(seen) or seen.gap(behind) not in HOURS:
        return False
    return seen.words[index + 1].isdigit() and seen.words[behind].isdigit()


def _holding_before_day(frame: Frame, index: int) -> int:
    """ "Проведение в феврале областного семинара": the noun of holding before the day or month, else 0."""
    first = frame.words.starts[index]
    day = next((day for day in frame.dates_in(first - DAY, first + 1) if day.end > first), None)
    if day is None:
        return 0
    before = frame.word_index(day.start) - 1
    before -= before > 0 and frame.words.words[before] in WHERE
    return before if before > 0 and "held.noun" in frame.said_at(before) else 0


def _of_another_case(mark: Mark, index: int, word: str) -> bool:
    """ "вывесил в столовой стенгазету": what ends so is no adjective of an accusative in -у."""
    if index + 1 != mark.first or not word.endswith(OBLIQUE):
        return False
    return mark.meaning.language == "ru" and mark.meaning.cases("kind", "ru") == {"a"}


def is_one_more(mention: Mention) -> bool:
    """ "Сондай-ақ инспектор келіп, ұлдармен әңгімелесті": whether the sentence begins by saying so."""
    return mention.frame.words.folded.startswith(AS_WELL, mention.sentence.start)


def is_on_a_day_of_it(mention: Mention) -> bool:
    """ "Үшінші күні инспектор оқушылармен әңгімелесті": another day of what goes on for several."""
    sentence = mention.sentence
    first = mention.frame.word_index(sentence.start)
    return " ".join(mention.frame.words.words[first : first + 2]) in DAYS_OF_IT


def is_another(mention: Mention) -> bool:
    """ "Ещё один семинар", "3 more seminars", "тағы бір дәріс": one that was not told before."""
    frame, index = mention.frame, mention.mark.first - 1
    while index >= 0 and frame.words.starts[index] >= mention.sentence.start:
        word = frame.words.words[index]
        if word in ANOTHER:
            return True
        things = first_of_things(frame, index)
        if things >= 0:
            index = things - 1
            continue
        if not (is_adjective(word) or word.isdigit() or _is_number(frame, index)) or frame.words.gap(index + 1) != " ":
            return False
        index -= 1
    return False


def _is_number(frame: Frame, index: int) -> bool:
    start = frame.words.starts[index]
    number = frame.number_at(start)
    return number is not None and number.start >= start - FARTHEST
