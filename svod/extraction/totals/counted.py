"""What a number counts: the noun it stands with."""

from dataclasses import dataclass

from svod.extraction.fields.counted_kk import AMOUNTED, of_several_houses
from svod.extraction.fields.quantities import are_views
from svod.extraction.lexicon.grammar import AND, is_adjective, words
from svod.extraction.text.frame import Frame
from svod.extraction.text.scan import Mark
from svod.extraction.text.sentences import Sentence
from svod.extraction.text.signs import DASH_OR_COLON
from svod.extraction.totals.summing_ru import at_the_head, done_in_all, named_by_number
from svod.language.numbers import NumberMention

MEASURES = (
    ("measure.activities", "activities"),
    ("measure.participants", "participants"),
    ("measure.materials", "materials"),
    ("measure.organisations", "organisations"),
    ("audience", "participants"),
    ("material", "materials"),
    ("column.people", "participants"),
)
ENDS = ("", ",", ".", ";", ")")
OUT_OF, NUMBER_OF = words("out_of"), words("number_of")
NEAR = 9  # signs and characters between a kind and how many there were of it
COLUMN, BREAKS = frozenset(",;|()"), frozenset(",;:()|.")  # signs between a noun and the number before it


@dataclass(slots=True, init=False)
class Counted:
    """What a number counts: the measure, the kind where it counts one kind only, the words that say so."""

    measure: str
    kind: str | None
    mark: Mark

    def __init__(self, measure: str, kind: str | None, mark: Mark) -> None:
        self.measure, self.kind, self.mark = measure, kind, mark


def what_it_counts(frame: Frame, number: NumberMention, sentence: Sentence) -> Counted | None:
    """The noun after the number, else the noun before it: "мероприятий – не менее 640", "встреч с полицией - 84"."""
    counted = (
        _after(frame, number, sentence) or _far_before(frame, number, sentence) or _before(frame, number, sentence)
    )
    return None if counted is None or are_views(frame, counted.mark, number) else counted


def counts_formless(frame: Frame, number: NumberMention, sentence: Sentence) -> bool:
    """ "60 іс-шара", "мероприятий – 60": activities of any kind."""
    counted = what_it_counts(frame, number, sentence)
    return counted is not None and counted.measure == "activities" and counted.kind is None


def _far_before(frame: Frame, number: NumberMention, sentence: Sentence) -> Counted | None:
    if not _stands_last(frame, number):
        return None
    mark = named_by_number(frame, number, sentence) or at_the_head(frame, number, sentence)
    if mark is None:
        done = done_in_all(frame, number, sentence)
        return None if done is None else Counted("activities", None, done)
    return _measure(frame, mark.first) or Counted("participants", None, mark)


def _stands_last(frame: Frame, number: NumberMention) -> bool:
    """Whether nothing stands behind the number that it might count."""
    behind = frame.text[number.end : number.end + 2]
    if behind[:1] == "\n" or (behind[:1].strip() in ENDS and not behind.strip()[:1].isalpha()):
        return True
    return behind[:1] == " " and frame.word_from(number.end + 1).startswith(AMOUNTED)  # "51,3 мыңға жетті"


def _after(frame: Frame, number: NumberMention, sentence: Sentence) -> Counted | None:
    for mark in frame.marks_in(number.core_end, number.end):  # "100 адамнан астам": what is counted is within it
        counted = _measure(frame, mark.first)
        if counted is not None:
            return counted
    index = _behind_all(frame, frame.word_index(number.end))
    people = of_several_houses(frame, index)
    if people is not None:
        return Counted("participants", None, people)
    for _ in range(4):
        if index >= len(frame.words) or frame.words.starts[index] >= sentence.end or frame.breaks_at(index, number.end):
            return None
        counted = _measure(frame, index)
        if counted is not None:
            return counted
        if not is_adjective(frame.words.words[index]) and frame.words.words[index] not in AND:
            return None
        index += 1
    return None


def _behind_all(frame: Frame, index: int) -> int:
    """ "19 из 20 школ": the word behind the number of all there are."""
    if index + 1 >= len(frame.words) or frame.words.words[index] not in OUT_OF:
        return index
    number = frame.number_at(frame.words.starts[index + 1])
    return index if number is None or number.role != "quantity" else frame.word_index(number.end)


def _before(frame: Frame, number: NumberMention, sentence: Sentence) -> Counted | None:
    if not _stands_last(frame, number):
        return None
    index = frame.word_index(number.start) - 1
    if index < 0 or not COLUMN.isdisjoint(frame.text[frame.words.end(index) : number.start]):
        return None  # "9 мероприятий | | 744": another column
    for _ in range(3):
        if index < 0 or frame.words.starts[index] < sentence.start:
            return None
        counted = _measure(frame, index)
        if counted is not None:
            return None if _is_counted_already(frame, counted.mark) else counted
        if not BREAKS.isdisjoint(frame.words.gap(index)):
            return None
        index -= 1
    return None


def part_of_them(frame: Frame, mark: Mark) -> NumberMention | None:
    """ "26 ұйымның 23-і қатысты": how many of those that were counted."""
    number = next(iter(frame.numbers_in(mark.end, mark.end + 2)), None)
    if number is None or "-" not in frame.text[number.start : number.end]:  # not "5 мектептің 90 мұғалімі"
        return None
    return number if "g" in mark.meaning.cases("measure.organisations", "kk") else None


def _is_counted_already(frame: Frame, mark: Mark) -> bool:
    """ "12 школ из 40": the number behind them is not how many are told of."""
    number = frame.number_at(frame.words.starts[mark.first - 1]) if mark.first else None
    return number is not None and number.role == "quantity" and frame.words.gap(mark.first).isspace()


def stands_behind_a_dash(frame: Frame, mark: Mark) -> bool:
    """ "Тренинги – 12, лекция саны – 8": how many of a kind, and nothing behind the number that it might count."""
    number = next(iter(frame.numbers_in(mark.end, mark.end + NEAR)), None)
    if number is None or number.role != "quantity" or not _stands_last(frame, number):
        return False
    end = mark.end
    if frame.words.words[mark.last + 1] in NUMBER_OF:
        end = frame.words.end(mark.last + 1)
    return frame.text[end : number.start].strip() in DASH_OR_COLON


def _measure(frame: Frame, index: int) -> Counted | None:
    mark = frame.mark_at[index]
    if mark is None:
        return None
    for category, measure in MEASURES:
        if category in mark.categories:
            return Counted(measure, None, mark)
    kind = mark.meaning.entry("kind")
    return Counted("activities", kind.code, mark) if kind is not None else None
