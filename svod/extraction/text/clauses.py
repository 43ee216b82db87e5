"""A sentence cut into its clauses, each with at most one group of verbs."""

from itertools import pairwise

from svod.extraction.lexicon.grammar import words
from svod.extraction.text.along import is_done_along
from svod.extraction.text.clause import Clause
from svod.extraction.text.frame import Frame
from svod.extraction.text.scan import Mark
from svod.extraction.text.sentences import Sentence

JOINING = words("joins_clauses")
CLOSING = ')»”"'  # may stand before a comma
THINGS = frozenset({"kind", "material"})
DOERS = frozenset({"audience", "partner", "organiser.head", "measure.participants"})
NEAR = 3  # words from a thing to the verb right behind it


def clauses_of(
    frame: Frame, sentence: Sentence, carried: frozenset[str] = frozenset(), whole: bool = False
) -> list[Clause]:
    """The sentence cut between its groups of verbs. `carried` is what the verbs before a semicolon said; a table's
    row stays `whole`."""
    first, last = frame.mark_index(sentence.start), frame.mark_index(sentence.end)
    verbs = [
        frame.marks[index]
        for index in range(first, last)
        if frame.marks[index].meaning.tells and _tells(frame, index, first)
    ]
    cuts = [] if whole or len(verbs) < 2 else _cuts(frame, verbs)
    if not cuts:
        said = frame.said_in(sentence)
        clause = Clause(sentence.start, sentence.end, frame.marks[first:last], first, verbs, said)
        clause.categories = clause.categories or carried
        return [clause]
    clauses, start, told = [], sentence.start, 0
    for cut in (*cuts, sentence.end):
        stop = frame.mark_index(cut)
        own = told
        while told < len(verbs) and verbs[told].start < cut:
            told += 1
        clause = Clause(start, cut, frame.marks[first:stop], first, verbs[own:told])
        clause.categories = clause.categories or carried
        clauses.append(clause)
        start, first = cut, stop
    return clauses


def _tells(frame: Frame, index: int, first: int) -> bool:
    """Whether the mark is a verb that says something here; `first` is the index of the sentence's first mark.

    Kazakh verbs of many uses do only in their place: see `light`, `on_the_way` and `last` in the language's events.
    """
    mark = frame.marks[index]
    if mark.quoted:
        return False
    if is_done_along(frame, mark):
        return False
    if "held.light" in mark.categories:
        before = _before_brackets(frame, index, first)
        if before is None:
            return False
        if before.categories.isdisjoint(THINGS):
            return _has_its_object_before(frame, index, first)
        return mark.first - before.last <= NEAR or frame.text[mark.start - 2] == ")"
    if "held.on_the_way" in mark.categories:
        return any("kind" in before.categories and not before.quoted for before in frame.marks[first:index])
    if "held.last" in mark.categories:
        return mark.last + 1 == len(frame.words) or not frame.words.gap(mark.last + 1).isspace()
    return True


def _has_its_object_before(frame: Frame, index: int, first: int) -> bool:
    """ "Сауалнаманы психолог алды", "көрмені 150 адам көрді": who did it stands between the verb and its object."""
    at = index - 1
    while at >= first and not frame.marks[at].categories.isdisjoint(DOERS):
        at -= 1
    if at < first or at == index - 1 or "a" not in frame.marks[at].meaning.cases("kind", "kk"):
        return False
    return frame.marks[index].first - frame.marks[at].last <= NEAR + 1


def _before_brackets(frame: Frame, index: int, first: int) -> Mark | None:
    """The mark before that one, apart from what brackets add: "дәріс (69 қатысушы) оқылды"."""
    end = frame.marks[index].start
    if frame.text[end - 2 : end] == ") ":
        opened = frame.text.rfind("(", frame.marks[first].start, end)
        while index > first and frame.marks[index - 1].start > opened >= 0:
            index -= 1
    return frame.marks[index - 1] if index > first else None


def _cuts(frame: Frame, verbs: list[Mark]) -> list[int]:
    cuts = []
    for one, other in pairwise(verbs):
        cut = _cut_between(frame, one, other)
        if cut is not None:
            cuts.append(cut)
    return cuts


def _end_with_brackets(text: str, end: int, limit: int) -> int:
    """ "Флешмоб өткізді (65 оқушы), бейнесі салынды": brackets behind a verb, and a comma, are still its clause's."""
    if text.startswith(" (", end):
        end = text.find(")", end, limit) + 1 or end
    return end + 1 if text.startswith(",", end) else end


def _english_join(frame: Frame, one: Mark, other: Mark) -> int | None:
    """The last ", and" between two English verbs: "… was held for A, B and C, and a lecture was given"."""
    for index in range(other.first, one.last, -1):
        is_and = frame.words.words[index] == "and" and frame.words.gap(index).lstrip(CLOSING).startswith(",")
        if is_and and not frame.quote_around(frame.words.starts[index]):
            return frame.words.starts[index]
    return None


def _cut_between(frame: Frame, one: Mark, other: Mark) -> int | None:
    """The place of the comma, semicolon, dash or "и" that parts two groups of verbs.

    Kazakh verbs end their clause: the cut is right after them. Russian clauses begin before their verb: the cut is
    the separator nearest to the second verb that is not part of a list of activities.
    """
    if one.last + 1 >= other.first:
        return None
    if one.entries[0].language == "kk" and "goal.history" in one.categories:
        return None  # "өткен жылы" is no verb
    if one.entries[0].language == "kk":
        return _end_with_brackets(frame.text, one.end, other.start)
    joined = _english_join(frame, one, other)
    if joined is not None:
        return joined
    index = other.first
    while index > one.last:
        start = frame.words.starts[index]
        gap = frame.words.gap(index)
        comma = max(gap.rfind(sign) for sign in (",", " –", " —", ";", ":"))
        if comma >= 0 and not frame.quote_around(start - len(gap) + comma):
            return start - len(gap) + comma + (2 if gap[comma] == " " else 1)
        if frame.words.words[index] in JOINING and index == other.first - 1 and not frame.quote_around(start):
            return start
        index -= 1
    return None
