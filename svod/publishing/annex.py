"""The annex of sources as DOCX and PDF print it: for each number a few quotes, for the rest the register."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from svod.publishing.references import Reference, References

QUOTES = 3  # under one number
QUOTE_LIMIT = 300


@dataclass(frozen=True, slots=True)
class Entry:
    """`quotes` are (file, words); `more` says how many places are not printed, "" where all are."""

    number: int
    label: str
    quotes: tuple[tuple[str, str], ...]
    more: str


def entries(references: References, words: Mapping[str, str]) -> Iterator[Entry]:
    """One entry for each reference, in its order."""
    for one in references:
        hidden = len(one.evidences) - QUOTES
        more = words["more"].format(n=hidden) if hidden > 0 else ""
        yield Entry(one.number, "; ".join(one.labels), _quotes(one, references, words), more)


def _quotes(one: Reference, references: References, words: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    found = (references.quote(evidence) for evidence in one.evidences[:QUOTES])
    return tuple((quote.source, quote.brief(QUOTE_LIMIT) or words["no_words"]) for quote in found)
