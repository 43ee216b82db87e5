"""A table for ActivityInfo's importer: a line for each activity under a number that stays, so that a later import
changes the record and makes no second one. Lists have a column for each choice: so a multiple selection is imported."""

import csv
from collections.abc import Iterator, Sequence
from hashlib import sha256
from io import StringIO

from svod.packs.pack import Term
from svod.standards.columns import ALL, FOR_WHOM, WITH_WHOM, Cell, Telling, safe, words
from svod.standards.figures import Figures, Held

PLAIN = tuple(one for one in ALL if one not in (FOR_WHOM, WITH_WHOM))


def activityinfo(figures: Figures, language: str = "en") -> bytes:
    """CSV with commas, in UTF-8: "Import" in the form's table view, each column matched with a field once."""
    told = Telling(figures, language)
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_head(told))
    numbers = _numbers(figures)
    for one, number in zip(figures.held, numbers, strict=True):
        writer.writerow([number, *(safe(column.cell(told, one)) for column in PLAIN), *_choices(told, one)])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _head(told: Telling) -> list[str]:
    language, pack = told.language, told.figures.pack
    apart = [
        f"{column.heading(language)} - {term.names.get(language, term.names['ru'])}"
        for column, terms in ((FOR_WHOM, pack.audiences), (WITH_WHOM, pack.partners))
        for term in terms
    ]
    return [words()["columns"]["id"][language], *(one.heading(language) for one in PLAIN), *apart]


def _choices(told: Telling, one: Held) -> Iterator[Cell]:
    pack = told.figures.pack
    yield from _ticked(one.audience, pack.audiences, told)
    yield from _ticked(one.partners, pack.partners, told)


def _ticked(codes: Sequence[str], terms: Sequence[Term], told: Telling) -> Iterator[Cell]:
    for term in terms:
        yield told.said(term.code in codes)


def _numbers(figures: Figures) -> list[str]:
    """From what tells the activity apart: its kind, region, day, title and place; of equals the further ones are
    counted. A number of the register would lead back to it."""
    seen: dict[str, int] = {}
    found = []
    for one in figures.held:
        told = "|".join((figures.slug, one.kind, one.region, str(one.first), one.title, one.place))
        seen[told] = seen.get(told, 0) + 1
        found.append(sha256(f"{told}|{seen[told]}".encode()).hexdigest()[:16])
    return found
