"""Whether a number stands in the text it is said to come from, digit for digit or number word for number word."""

from collections.abc import Iterator

from svod.language.numbers import find_numbers
from svod.records import Bounds
from svod.records.bounds import ONE, SEVERAL, SOME
from svod.register.errors import NotInEvidence
from svod.register.models import Activity
from svod.register.models.finding import Finding

NUMBERS = {"activity": ("participants", "count"), "reportedtotal": ("value",)}
# "семинар" is one and "семинары" are some: the grammar says so, no number does.
SAID_BY_GRAMMAR = (ONE, SEVERAL, SOME)
LARGEST = 100_000_000  # more people than that came to nothing


def understood(said: str) -> Bounds | None:
    """The number of people as somebody says it: "около 50", "28 учащихся и 5 родителей"; None where it is none."""
    parts = _quantities(said)
    if not parts or any(max(one.least, one.most or 0) > LARGEST for one in parts):
        return None
    return sum(parts[1:], parts[0])


def ensure_in_evidence(row: Finding) -> None:
    """Raise NotInEvidence where a number of the row has neither its words in the text nor a reason."""
    if row.number_reason:
        return
    missing = [name for name in NUMBERS[row._meta.model_name or ""] if not stands(row, name)]
    if missing:
        raise NotInEvidence(row=row, fields=missing)


def explained(row: Finding) -> str:
    """The number that its reason is for: the first that its words do not say; "" where no reason was given."""
    if not row.number_reason:
        return ""
    known = [name for name in NUMBERS[row._meta.model_name or ""] if getattr(row, name) is not None]
    return next((name for name in known if not stands(row, name)), known[0] if known else "")


def stands(row: Finding, name: str) -> bool:
    """Whether the field's value is said where it is said to be: "свыше 300" says 301 or more and not 300."""
    value: Bounds | None = getattr(row, name)
    if value is None or (name == "count" and value in SAID_BY_GRAMMAR):
        return True
    said = (one for passage in _passages(row, name) for one in _quantities(passage))
    return value in said or _adds_up(row, name, value)


def _adds_up(row: Finding, name: str, value: Bounds) -> bool:
    """ "28 учащихся и 5 родителей", where exactly these words are what says 33."""
    if not isinstance(row, Activity) or name not in row.sources:
        return False
    start, end = row.sources[name]
    parts = _quantities(row.document.text[start:end])
    return len(parts) > 1 and sum(parts[1:], parts[0]) == value


def _quantities(passage: str) -> list[Bounds]:
    return [one.bounds for one in find_numbers(passage) if one.role == "quantity"]


def _passages(row: Finding, name: str) -> Iterator[str]:
    """The evidence with its sentence; and the place of the field, which a table may have in another cell."""
    text = row.document.text
    yield sentence_around(text, row.start, row.end)
    if isinstance(row, Activity) and name in row.sources:
        start, end = row.sources[name]
        yield text[start:end]  # a cell says its number alone, whatever stands in the cells beside it
        yield sentence_around(text, start, end)


def sentence_around(text: str, start: int, end: int) -> str:
    """The passage, filled up to whole sentences of its lines."""
    from svod.extraction.text.sentences import (
        split_sentences,  # the extractor is the worker's: most pages need none of it
    )

    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    lines = text[first : last if last >= 0 else len(text)]
    touched = [one for one in split_sentences(lines, []) if one.start < end - first and one.end > start - first]
    begin = min([start - first, *(one.start for one in touched)])
    return lines[begin : max([end - first, *(one.end for one in touched)])]
