"""People told kind by kind behind what was held: "На семинарах побывало 97 педагогов, на тренингах – порядка 60"."""

from svod.extraction.fields.people import people_in
from svod.extraction.fields.people_unnamed import ends
from svod.extraction.lexicon.grammar import WHERE, words
from svod.extraction.mentions.found import Found
from svod.extraction.text.frame import Frame
from svod.extraction.text.scan import Mark
from svod.extraction.text.sentences import Sentence
from svod.extraction.text.signs import DASH_OR_COLON
from svod.records import Bounds, Span

JOINED_TO = words("joined_to") - WHERE  # "к челленджу"
LOCATIVE, DATIVE, MEANS = "l", "d", frozenset({"i"})
RECENT = 12  # activities back


def people_by_kind(frame: Frame, sentence: Sentence, found: list[Found]) -> list[Span]:
    """Give each kind that the sentence points at the people told behind it; returns the places of their numbers."""
    given: list[Span] = []
    kinds = [mark for mark in frame.kinds_in(sentence.start, sentence.end) if _is_pointed_at(frame, mark)]
    ends_at = [mark.start for mark in kinds[1:]] + [sentence.end] * bool(kinds)
    for mark, end in zip(kinds, ends_at, strict=True):
        owner = _only_one(mark, sentence, found)
        told = _told(frame, mark.end, end, goes_on=bool(given)) if owner is not None else None
        if owner is not None and told is not None:
            owner.say("participants", *told)
            given.append(told[1])
    return given


def _is_pointed_at(frame: Frame, mark: Mark) -> bool:
    """ "На семинарах", "в беседах", "к флешмобу", "лекциями": no kind that is told there itself."""
    cases = mark.meaning.cases("kind", "ru")
    before = frame.words.words[mark.first - 1] if mark.first else ""
    if mark.quoted:
        return False
    return cases == MEANS or (LOCATIVE in cases and before in WHERE) or (DATIVE in cases and before in JOINED_TO)


def _only_one(mark: Mark, sentence: Sentence, found: list[Found]) -> Found | None:
    """The only activity of that kind told right above, where nobody knows yet who came."""
    near = [item for item in found[-RECENT:] if sentence.line - item.line <= 1 and item.kind in mark.meaning.kinds]
    is_free = len(near) == 1 and near[0].participants is None and not near[0].planned
    return near[0] if is_free and near[0].mention.sentence is not sentence else None


def _told(frame: Frame, start: int, end: int, *, goes_on: bool) -> tuple[Bounds, Span] | None:
    """ "Побывало 97 педагогов"; behind such a one a dash and a number are enough."""
    people = people_in(frame, start, end)
    if people:
        return people[0].bounds, people[0].span
    number = next(iter(frame.numbers_in(start, end)), None) if goes_on else None
    if number is None or number.role != "quantity" or not ends(frame, number):
        return None
    is_dashed = not DASH_OR_COLON.isdisjoint(frame.text[start : number.start])
    return (number.bounds, Span(number.start, number.end)) if is_dashed else None
