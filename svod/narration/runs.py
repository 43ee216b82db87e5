"""Words with their sources, put together into the runs of a sentence. It knows no language but its full stop."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from string import Formatter

from svod.narration.facts import Source
from svod.records import Evidence, Run

NO_SOURCE = Source()
NBSP = "\u00a0"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that share a source; `source` is None for the words between."""

    text: str
    source: Source | None = None
    is_number: bool = False


Words = tuple[Piece, ...]
NOTHING: Words = ()


def words(text: str, source: Source | None = None) -> Words:
    return (Piece(text, source),) if text else NOTHING


def number(text: str, source: Source) -> Words:
    """A number keeps a run of its own, so that it can be opened."""
    return (Piece(text, source, is_number=True),)


def phrase(*parts: Words, glue: str = " ") -> Words:
    """The parts that say something, with the glue between them."""
    told = [part for part in parts if part]
    result = told[0] if told else NOTHING
    for part in told[1:]:
        result = (*result, Piece(glue), *part)
    return result


def listed(parts: Sequence[Words], last: str) -> Words:
    """ "А, Б и В": `last` stands before the last part, with its spaces."""
    if len(parts) < 2:
        return parts[0] if parts else NOTHING
    return (*phrase(*parts[:-1], glue=", "), Piece(last), *parts[-1])


def filled(template: str, **gaps: Words) -> Words:
    """The template with its {gaps} filled by words that keep their sources."""
    result: Words = ()
    for text, gap, _, _ in Formatter().parse(template):
        result = (*result, *words(text), *(gaps[gap] if gap else ()))
    return result


def text_of(said: Words) -> str:
    return "".join(piece.text for piece in said)


def sourced(said: Words, source: Source) -> Words:
    """The same words, the ones without a source now with this one."""
    return tuple(piece if piece.source else replace(piece, source=source) for piece in said)


def capital(text: str) -> str:
    """The text with a capital first."""
    return text[:1].upper() + text[1:]


def sentence(said: Words, source: Source = NO_SOURCE) -> tuple[Run, ...]:
    """The runs of one sentence: a capital first, a full stop last.

    A number opens its own source. What the words rest on beside that stands once, at the end of the sentence; for words
    that name no source it is `source`. Words that only connect open nothing.
    """
    if not said:
        return ()
    first = replace(said[0], text=capital(said[0].text))
    said = (first, *said[1:])
    stop = "" if text_of(said).endswith((".", "!", "?", "…")) else "."
    runs = [_run(piece) for piece in _merged(said)]
    closing = _besides_numbers(said, source)
    if not closing.evidences:
        return tuple(_stopped(runs, stop))
    if said[-1].is_number:
        return (*runs, Run(stop, closing.evidences, closing.activities))
    last = replace(runs[-1], sources=closing.evidences, activities=closing.activities)
    return (*runs[:-1], last, *([Run(stop)] if stop else []))


def spaced(sentences: Sequence[tuple[Run, ...]]) -> tuple[Run, ...]:
    """The sentences of one paragraph, a space between them."""
    told = [runs for runs in sentences if runs]
    parts = [(*runs[:-1], replace(runs[-1], text=runs[-1].text + " ")) for runs in told[:-1]]
    return tuple(run for runs in (*parts, *told[-1:]) for run in runs)


def _besides_numbers(said: Words, source: Source) -> Source:
    """What the sentence rests on, as far as none of its numbers opens it."""
    behind = [piece.source for piece in said if piece.source and not piece.is_number] or [source]
    opened = set[Evidence]().union(*(piece.source.evidences for piece in said if piece.source and piece.is_number))
    return Source.union(one for one in behind if not opened.issuperset(one.evidences))


def _merged(said: Words) -> list[Piece]:
    """The pieces without the sources of mere words, neighbours in one."""
    merged: list[Piece] = []
    for piece in said:
        if piece.is_number:
            merged.append(piece)
        elif merged and not merged[-1].is_number:
            merged[-1] = replace(merged[-1], text=merged[-1].text + piece.text)
        else:
            merged.append(replace(piece, source=None))
    return merged


def _stopped(runs: list[Run], stop: str) -> list[Run]:
    """The full stop is no part of a number."""
    last = runs[-1]
    if not stop or last.sources:
        return [*runs, Run(stop)] if stop else runs
    return [*runs[:-1], replace(last, text=last.text + stop)]


def _run(piece: Piece) -> Run:
    source = piece.source or NO_SOURCE
    return Run(piece.text, source.evidences, source.activities)
