"""Words with their sources, put together into the runs of a sentence. It knows no language but its full stop."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from string import Formatter

from svod.narration.facts import Source
from svod.records import Run

NO_SOURCE = Source()


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that share a source; `source` is None for the words between, which take that of their neighbour."""

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


def sentence(said: Words, source: Source = NO_SOURCE) -> tuple[Run, ...]:
    """The runs of one sentence: a capital first, a full stop last, each run with its sources.

    Words without a source take that of the words before them, and at the beginning `source`.
    """
    if not said:
        return ()
    ended = said if text_of(said).endswith((".", "!", "?", "…")) else (*said, Piece("."))
    first = replace(ended[0], text=ended[0].text[:1].upper() + ended[0].text[1:])
    return tuple(_run(piece) for piece in _merged((first, *ended[1:]), source))


def spaced(sentences: Sequence[tuple[Run, ...]]) -> tuple[Run, ...]:
    """The sentences of one paragraph, a space between them."""
    told = [runs for runs in sentences if runs]
    parts = [(*runs[:-1], replace(runs[-1], text=runs[-1].text + " ")) for runs in told[:-1]]
    return tuple(run for runs in (*parts, *told[-1:]) for run in runs)


def _merged(said: Words, source: Source) -> list[Piece]:
    merged: list[Piece] = []
    for piece in said:
        source = piece.source or source
        before = merged[-1] if merged else None
        if before and before.source is source and not before.is_number and not piece.is_number:
            merged[-1] = replace(before, text=before.text + piece.text)
        else:
            merged.append(replace(piece, source=source))
    return merged


def _run(piece: Piece) -> Run:
    source = piece.source or NO_SOURCE
    return Run(piece.text, source.evidences, source.activities)
