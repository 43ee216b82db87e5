"""Reported totals: numbers that sum up in the author's own words."""

from collections.abc import Callable, Sequence

from svod.extraction.fields.counted_kk import is_somebody
from svod.extraction.fields.numbers_of_kinds import number_before, shares_number
from svod.extraction.fields.people import people_in
from svod.extraction.fields.people_kk import kind_summed
from svod.extraction.lexicon.categories import HELD, KIND_VERBS
from svod.extraction.lexicon.grammar import OUT_OF, words
from svod.extraction.mentions.mention import Mention
from svod.extraction.text.brackets import bracket_around
from svod.extraction.text.frame import Frame
from svod.extraction.text.sentences import Sentence
from svod.extraction.text.spans import evidence_of
from svod.extraction.text.whereabouts import Scope
from svod.extraction.totals.compared import are_both, before_compared, by_how_many
from svod.extraction.totals.counted import Counted, part_of_them, stands_behind_a_dash, what_it_counts
from svod.extraction.totals.foreseen import is_foreseen
from svod.extraction.totals.summing_ru import SUMS, is_part, kind_of_all
from svod.language.numbers import NumberMention
from svod.records import Bounds, ReportedTotal, Span

CAMPAIGN = frozenset({"total.campaign", "total.them"})
EDITION = tuple(words("edition"))  # how the word begins: "тираж"
COPIES = words("copies")  # "100 шт" of what was handed out
WHOLE_REGION = tuple(words("whole_region"))  # how the words begin that sum up over a whole region
OWN_PLACE = words("own_place")
JOINED = frozenset({"total.joined", "total.section"})
KINDS = frozenset({"kind", "kind_verb", "kind_verb_object"})
CAME = frozenset({"held.joined", "held.attended", "held.attendance"})
VAGUE = "vague"  # "бірқатар іс-шаралар өткізілді", "провели ряд мероприятий": no number is told
TELLING = HELD | KIND_VERBS | KINDS | {"place.settlement"}
ENDS = ("", ",", ".", ";", ")", "(")
FEW = 1  # words before the first of several numbers
NEAR = 20  # characters before a number in brackets


class Summing:
    """One sentence, asked what it sums up.

    `said`: all categories of its words. `told_before`: a total was told right before, so that "в том числе" tells a
    part of it; `goes_on`: the sentence goes on with that list, "58 шара; 900 адам".
    """

    def __init__(
        self,
        frame: Frame,
        sentence: Sentence,
        said: frozenset[str],
        mentions: list[Mention],
        told_before: bool = False,
        goes_on: bool = False,
    ) -> None:
        self.frame, self.sentence, self.said, self.mentions = frame, sentence, said, mentions
        self.told_before, self.goes_on = told_before, goes_on

    def totals(self, document: str, scope: Callable[[], Scope], taken: Sequence[Span]) -> list[ReportedTotal]:
        """Its totals, apart from the numbers `taken` by its activities. `scope`: what the numbers sum up over."""
        totals: list[ReportedTotal] = []
        used = list(taken)
        for number in self._numbers():
            if any(span.start <= number.start < span.end for span in used) or self._is_of_none(number):
                continue
            counted = what_it_counts(self.frame, number, self.sentence)
            if counted is None or is_part(self.frame, self.sentence, number, counted.mark, self.mentions):
                continue
            kind = self._kind(number, counted)
            if not self._sums_up(number, counted, kind, first=not totals):
                continue
            span, bounds = _with_others(self.frame, number, counted, self.sentence)
            used.append(span)
            (region, place), own = _of(self.frame, self.sentence, scope())
            reason = own or ("summing_up" if not SUMS.isdisjoint(self.said) else "generic_measure")
            evidence = evidence_of(document, span.start, span.end)
            totals.append(ReportedTotal(counted.measure, bounds, evidence, kind, region, 0.8, (reason,), place))
            self.told_before = True
            self.goes_on = self.goes_on or (counted.measure == "activities" and counted.kind is None)
        return totals

    def _numbers(self) -> list[NumberMention]:
        """Those that may be a total's, as far as the sentence tells."""
        frame, sentence = self.frame, self.sentence
        numbers = [one for one in frame.numbers_of(sentence) if one.role == "quantity" and one.qualifier != VAGUE]
        if numbers and "goal.history" in self.said:
            numbers = before_compared(frame, sentence, numbers)
        return [] if not numbers or _of_another_year(frame, sentence) else numbers

    def _is_of_none(self, number: NumberMention) -> bool:
        """Whether what stands around it says that it sums up nothing."""
        frame = self.frame
        return (
            is_foreseen(frame, self.sentence, number, self.said)
            or frame.quote_around(number.start) is not None
            or is_somebody(frame, number)
            or _is_of_how_many(frame, number)
            or _is_of_an_edition(frame, number)
            or are_both(frame, number)
            or by_how_many(frame, number)
        )

    def _kind(self, number: NumberMention, counted: Counted) -> str | None:
        """The one kind whose activities, or their guests, the number sums up."""
        if _shared(self.mentions, number):
            return None
        kind = counted.kind or kind_summed(self.mentions, number.start)
        if kind is None and counted.measure == "participants" and "total.section" not in self.said:
            return kind_of_all(self.mentions, number)
        return kind

    def _sums_up(self, number: NumberMention, counted: Counted, kind: str | None, *, first: bool) -> bool:
        frame, said = self.frame, self.said
        if self.goes_on or kind != counted.kind:
            return True
        # Not "акцияға 300 мектеп қосылды".
        named = any(mention.verdict.rule != "only_a_campaign" for mention in self.mentions)
        if _is_total(frame, self.sentence, counted, said if named else said - KINDS):
            return True
        return self.told_before and (
            _goes_on(frame, counted, said) or _goes_on_bare(frame, self.sentence, number, counted, said, first=first)
        )


def _of(frame: Frame, sentence: Sentence, scope: Scope) -> tuple[Scope, str]:
    """Over what the sentence sums up; and the rule that says so of "итого по городу", where no town is known."""
    region, place = scope
    words = frame.words_of(sentence)
    if any(word.startswith(WHOLE_REGION) for word in words):
        return (region, None), ""
    return scope, "" if place or OWN_PLACE.isdisjoint(words) else ReportedTotal.OF_ITS_PLACE


def _is_of_how_many(frame: Frame, number: NumberMention) -> bool:
    """ "27 школ из 61 прислали отчёты": the second says only how many there are."""
    index = frame.word_index(number.start)
    return index > 0 and frame.words.words[index - 1] in OUT_OF and frame.words.gap(index).isspace()


def _is_of_an_edition(frame: Frame, number: NumberMention) -> bool:
    """ "Сборник (тираж 60 экз.)": how many were printed of what the text tells of."""
    index = frame.word_index(number.start)
    return index > 0 and frame.words.words[index - 1].startswith(EDITION)


def _with_others(frame: Frame, number: NumberMention, counted: Counted, sentence: Sentence) -> tuple[Span, Bounds]:
    """Where the number stands with what it counts; "420 учеников и 38 педагогов" together."""
    start, end = min(number.start, counted.mark.start), max(number.end, counted.mark.end)
    if counted.measure == "participants":
        together = next(iter(people_in(frame, start, sentence.end)), None)
        if together is not None and together.start == start and len(together.marks) > 1:
            return together.span, together.bounds
    part = part_of_them(frame, counted.mark) if counted.measure == "organisations" else None
    if part is not None:
        return Span(start, part.end), part.bounds
    return Span(start, end), number.bounds


def _shared(mentions: Sequence[Mention], number: NumberMention) -> bool:
    """ "Более 20 тренингов и бесед" sums up two kinds."""
    return any(number_before(mention) is number and shares_number(mention) for mention in mentions)


def _of_another_year(frame: Frame, sentence: Sentence) -> bool:
    """ "С 1991 года в ней участвовали более шести тысяч организаций", "в 2019 году было 65 мероприятий" in a report on
    2020."""
    numbers = frame.numbers_of(sentence)
    years = [number.bounds.least for number in numbers if number.role == "year" and not _in_brackets(frame, number)]
    if frame.year is None or not years:
        return False
    return max(years) < frame.year


def _in_brackets(frame: Frame, number: NumberMention) -> bool:
    return bracket_around(frame.text, max(0, number.start - NEAR), number.start) >= 0


def _goes_on(frame: Frame, counted: Counted, said: frozenset[str]) -> bool:
    """After a total: "из них тренингов 77", "роздано 900 закладок", "тренинги – 7"; not "из них 20 тысяч мужчин"."""
    if counted.kind is not None and stands_behind_a_dash(frame, counted.mark):
        return True
    if counted.measure == "materials" and said & (HELD | KIND_VERBS):
        return True
    if counted.measure == "participants" and not said.isdisjoint(CAME) and not said & KINDS:
        return True  # "Проведено 36 мероприятий. В них участвовало 2 140 жителей"
    return "total.subset" in said and counted.measure != "organisations" and counted.measure != "participants"


def _goes_on_bare(
    frame: Frame, sentence: Sentence, number: NumberMention, counted: Counted, said: frozenset[str], *, first: bool
) -> bool:
    """ "76 мероприятий, 2 940 человек, 23 первички", "Людей не менее 300. Листовок 1 200": a list of numbers alone."""
    if not said.isdisjoint(TELLING) or "total.never" in said:
        return False
    end = max(number.end, counted.mark.end)
    if frame.text[end : end + 2].strip()[:1] not in ENDS:
        return False  # "12 школ ремонтируются"
    begin = min(frame.word_index(number.start), counted.mark.first)
    return not first or begin - frame.word_index(sentence.start) <= FEW


def _are_of_what_is_named(frame: Frame, sentence: Sentence, counted: Counted) -> bool:
    """ "Раздали буклеты, 100 шт", "буклет тараттық, 100 дана": copies of what is named beside them; "листовок роздано
    5 тысяч штук" sums up, and so does what says that it does."""
    if counted.mark.entries[0].phrase not in COPIES:
        return False
    if frame.language_at(sentence.start) == "kk":
        return not {"material", "kind"}.isdisjoint(frame.said(sentence.start, counted.mark.start)) and SUMS.isdisjoint(
            frame.said_in(sentence)
        )
    cases = [
        mark.meaning.cases("material", "ru", "p") for mark in frame.marks_of(sentence) if "material" in mark.categories
    ]
    return any(cases) and not any("g" in each for each in cases)


def _is_total(frame: Frame, sentence: Sentence, counted: Counted, said: frozenset[str]) -> bool:
    """Activities without a kind always sum up; people, things and organisations where a word of summing up says so."""
    if counted.measure in ("participants", "organisations") and "total.never" in said:
        return False
    if counted.measure == "organisations":
        if counted.mark.meaning.language == "kk":  # not "5 мектептің 90 мұғалімі", "екі мектепте"
            cases = counted.mark.meaning.cases("measure.organisations", "kk")
            named = "n" in cases or part_of_them(frame, counted.mark) is not None
            return named and not said.isdisjoint(JOINED) and "kind" not in said
        return not said.isdisjoint(JOINED)
    if counted.measure == "activities" and counted.kind is None:
        return True
    if "measure.materials" in counted.mark.categories and said & (HELD | KIND_VERBS):  # copies are counted to sum up
        return not _are_of_what_is_named(frame, sentence, counted)
    if "total.trigger" in said or ("held.joined" in said and not said.isdisjoint(CAMPAIGN)):
        return True
    return "total.period" in said and (counted.measure != "participants" or "held.joined" in said)
