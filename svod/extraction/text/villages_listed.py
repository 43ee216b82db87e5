"""Villages that only a list tells to be such: "Қордай ауданы, Сортөбе – семинар", "Ақбұлақ: жиналыс өтті"."""

from svod.extraction.lexicon.grammar import words
from svod.extraction.text.frame import Frame
from svod.extraction.text.place import Place
from svod.extraction.text.sentences import words_from

MANY, KNOWN = 4, 2  # lines that begin with a name and a colon; those of them whose names the geography knows
NO_VILLAGE = words("heads_no_village")
Heads = list[tuple[Place | None, int, int]]  # a line's first name where it may be a village's, its first and last word


def villages_listed(frame: Frame) -> list[tuple[Place, int, int]]:
    """Them all, each with its first and last word."""
    found: list[tuple[Place, int, int]] = []
    heads: Heads = []
    known, line = 0, -1
    for sentence in frame.sentences:
        if sentence.line == line:
            continue
        line = sentence.line
        index = frame.word_index(words_from(frame.text, sentence.start, sentence.end))
        if index >= len(frame.words) or not frame.words.is_capital(index):
            continue
        at = frame.mark_at[index]
        if at is None:
            heads += _headed(frame, index)
        elif "place" in at.categories:
            last = at.last
            known += frame.text.startswith(":", frame.words.end(last))
            found += _behind(frame, last)
    if known >= KNOWN and known + len(heads) >= MANY:
        found += [(place, first, last) for place, first, last in heads if place is not None]
    return found


def _headed(frame: Frame, first: int) -> Heads:
    """ "Ақбұлақ: …", "Жаңа Ақбұлақ: …" """
    last = first
    if first + 1 < len(frame.words) and frame.words.gap(first + 1) == " " and frame.words.is_capital(first + 1):
        last += 1
    ends = frame.text.startswith(":", frame.words.end(last))
    if not ends or frame.words.words[first] in NO_VILLAGE or any(frame.mark_at[first : last + 1]):
        return []
    return [(_place(frame, first, last), first, last)]


def _behind(frame: Frame, district: int) -> list[tuple[Place, int, int]]:
    """The name behind a district's and a comma, where a dash, a colon or "а." follows it."""
    first = district + 1
    if first >= len(frame.words) or frame.words.gap(first) != ", " or not frame.words.is_capital(first):
        return []
    end = frame.words.end(first)
    behind = frame.text[end : end + 3]
    if frame.mark_at[first] is not None or not (behind.startswith((" –", " —", " -", ":")) or behind == " а."):
        return []
    return [(_place(frame, first, first), first, first)]


def _place(frame: Frame, first: int, last: int) -> Place:
    start, end = frame.words.starts[first], frame.words.end(last)
    return Place(start, end, None, frame.text[start:end])
