"""Places of a text, made hundreds of times in each: without the Python code by which a NamedTuple makes itself."""

from collections.abc import Callable
from functools import partial

from svod.records import Evidence, Span

_SPAN: Callable[[tuple[int, int]], Span] = partial(tuple.__new__, Span)
_EVIDENCE: Callable[[tuple[str, int, int]], Evidence] = partial(tuple.__new__, Evidence)


def span_of(start: int, end: int) -> Span:
    """The same as `Span(start, end)`."""
    return _SPAN((start, end))


def evidence_of(document: str, start: int, end: int) -> Evidence:
    """The same as `Evidence(document, start, end)`."""
    return _EVIDENCE((document, start, end))
