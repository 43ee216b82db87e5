"""The annex of sources as DOCX and PDF print it: for each number a few short quotes, for the rest the register."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from svod.publishing.quotes import shortened
from svod.publishing.references import Reference, References, is_number
from svod.records import Run

QUOTES = 2  # under one number
QUOTE_LIMIT = 140
FILE_LIMIT = 90


@dataclass(frozen=True, slots=True)
class Entry:
    """`label` are the numbers that rest on these places, "" where words do; `quotes` are (file, words).

    A file that two quotes follow is named once: before the second stands "". `more` says how many places are not
    printed, "" where all are.
    """

    number: int
    label: str
    quotes: tuple[tuple[str, str], ...]
    more: str


def entries(references: References, words: Mapping[str, str]) -> Iterator[Entry]:
    """One entry for each reference, in its order."""
    for one in references:
        hidden = len(one.evidences) - QUOTES
        more = words["more_places"].format(n=hidden) if hidden > 0 else ""
        label = "; ".join(label for label in one.labels if is_number(Run(label)))
        yield Entry(one.number, label, tuple(_quotes(one, references, words)), more)


def _quotes(one: Reference, references: References, words: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    before = None
    for evidence in one.evidences[:QUOTES]:
        quote = references.bare(evidence)
        file = shortened(quote.source, FILE_LIMIT)
        yield "" if file == before else file, quote.brief(QUOTE_LIMIT) or words["no_words"]
        before = file
