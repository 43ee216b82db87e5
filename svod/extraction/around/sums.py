"""What sums up: the reported totals of a text, and the mentions whose number is no activity's but a total's."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from svod.extraction.fields.compose import Surroundings
from svod.extraction.fields.numbers_of_kinds import number_before
from svod.extraction.lexicon.categories import KIND_CATEGORIES
from svod.extraction.mentions.found import Found
from svod.extraction.mentions.mention import Mention
from svod.extraction.tables.cells import sums_up as is_last
from svod.extraction.tables.counts import totals_counted
from svod.extraction.tables.rows import Row
from svod.extraction.text.frame import Frame
from svod.extraction.text.row_lines import is_row_at
from svod.extraction.text.sentences import Sentence
from svod.extraction.text.whereabouts import Scope
from svod.extraction.totals.counted import counts_formless, stands_behind_a_dash, what_it_counts
from svod.extraction.totals.reported import Summing
from svod.extraction.totals.summing_ru import SUMS, sums_up
from svod.records import ReportedTotal, Span

FIRST = 6  # activities of a text: one of them stands above whatever stands below any
OPENING = 24  # characters in which a sentence says that it sums up


def opens_a_sum(frame: Frame, sentence: Sentence, said: frozenset[str]) -> bool:
    """ "Всего проведено…": the word of summing up begins the sentence, or no kind is named in it."""
    opening = frame.said(sentence.start, sentence.start + OPENING)
    return not SUMS.isdisjoint(opening) or said.isdisjoint(KIND_CATEGORIES)


def not_summed(
    mentions: list[Mention],
    sentence: Sentence,
    said: frozenset[str],
    row: Row | None,
    found: Sequence[Found],
    after_total: bool,
) -> list[Mention]:
    """The mentions but those whose number sums up."""
    if row is not None or not mentions:
        return mentions
    summing = not SUMS.isdisjoint(said)
    if summing and _heads_a_list(mentions[0].frame, sentence):
        mentions = [one for one in mentions if not stands_behind_a_dash(one.frame, one.mark)]
    if after_total or (summing and "measure.activities" in said):
        mentions = [mention for mention in mentions if not _is_of_a_sum(mention, sentence, after_total)]
    if not summing or not mentions:
        return mentions
    frame = mentions[0].frame
    numbers = frame.numbers_of(sentence)
    counts = (what_it_counts(frame, number, sentence) for number in numbers if number.role == "quantity")
    counted = [one.mark for one in counts if one is not None]
    told_above = len(counted) > 1 or any(item.line < sentence.line for item in found[:FIRST])
    return [mention for mention in mentions if not sums_up(mention, said, counted, told_above)]


def _heads_a_list(frame: Frame, sentence: Sentence) -> bool:
    """ "Облыс бойынша: семинар – 38, тренинг – 26": the words of summing up stand before a colon."""
    first = frame.marks_of(sentence)[0]
    heads = first.first == frame.word_index(sentence.start) and "total.trigger" in first.categories
    return heads and frame.text.startswith(":", first.end) and first.meaning.language == "kk"


def _is_of_a_sum(mention: Mention, sentence: Sentence, after_total: bool) -> bool:
    """ "Барлығы 60 іс-шара өтті: тренинг – 12, лекция – 8": of which kinds those were that are summed up before; not
    "өткізілген шаралар: тренинг – 12", nor "мектепте 20 шара өтті, оның ішінде тренинг – 12", where nothing sums up."""
    frame, mark = mention.frame, mention.mark
    if not stands_behind_a_dash(frame, mark) and not _is_counted_among_them(mention):
        return False
    return after_total or any(
        one.role == "quantity" and counts_formless(frame, one, sentence)
        for one in frame.numbers_in(sentence.start, mark.start)
    )


def _is_counted_among_them(mention: Mention) -> bool:
    """ "Барлығы 60 іс-шара, соның ішінде 14 лекция өтті": with its number."""
    if mention.language != "kk" or number_before(mention) is None:
        return False
    return "total.subset" in mention.frame.said(mention.sentence.start, mention.mark.start)


class Sums:
    """The totals told so far. `document`: the one that tells them."""

    def __init__(self, frame: Frame, document: str) -> None:
        self.frame, self.document = frame, document
        self.totals: list[ReportedTotal] = []

    def add_row(self, sentence: Sentence, row: Row, around: Surroundings) -> list[Span]:
        """What a table's row sums up; returns the places of its numbers."""
        told = list(totals_counted(self.frame, sentence, row, around))
        self.totals += told
        return [Span(total.evidence.start, total.evidence.end) for total in told]

    def add(
        self,
        sentence: Sentence,
        said: frozenset[str],
        taken: list[Span],
        scope: Callable[[], Scope],
        mentions: list[Mention],
    ) -> None:
        """The sentence's totals; `taken` are the numbers that its activities took."""
        told_before = self.told_before(sentence) or self._told_right_above(sentence)
        goes_on = told_before and self.frame.text[self.totals[-1].evidence.end : sentence.start].strip() == ";"
        told = Summing(self.frame, sentence, said, mentions, told_before, goes_on).totals(self.document, scope, taken)
        if told and is_row_at(self.frame.text, sentence.start, sentence.end) and is_last(self.frame, sentence):
            told = [replace(total, reasons=(total.OF_TABLE,)) for total in told]
        self.totals += told

    def _told_right_above(self, sentence: Sentence) -> bool:
        """Whether a total ends the line above."""
        end = self.totals[-1].evidence.end if self.totals else sentence.start
        return bool(self.totals) and self.frame.text[end : sentence.start].strip(" .;\n") == ""

    def told_before(self, sentence: Sentence) -> bool:
        """Whether a total was told before in this paragraph."""
        end = self.totals[-1].evidence.end if self.totals else sentence.start
        return bool(self.totals) and self.frame.text.find("\n", end, sentence.start) < 0
