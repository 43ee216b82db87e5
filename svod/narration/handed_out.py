"""The part of the report that tells which materials people were given, from the log: regions by kinds, in pieces."""

from collections.abc import Iterable, Mapping, Sequence

from svod.narration.facts import Count, Source
from svod.narration.grammar import Grammar
from svod.narration.runs import capital, sentence, words
from svod.narration.tables import number_cell, text_cell
from svod.packs import Pack
from svod.packs.pack import Unit
from svod.records import Bounds, Cell, HandedOut, Heading, Paragraph, ReportBlock, Table

ANCHOR = "materials"
SECTION = "handed_out"


def say_handed_out(
    handed: Sequence[HandedOut], pack: Pack, units: Mapping[str, Unit], grammar: Grammar
) -> list[ReportBlock]:
    """The heading, how it was counted, and the table; nothing of an empty log."""
    if not handed:
        return []
    note = Paragraph(sentence(words(grammar.text(SECTION, "note"))), note=True)
    return [Heading(grammar.text(SECTION, "heading"), 2, ANCHOR), _table(handed, pack, units, grammar), note]


def _table(handed: Sequence[HandedOut], pack: Pack, units: Mapping[str, Unit], grammar: Grammar) -> Table:
    """In the pack's order of regions and kinds; each number opens the lines of the log that it adds up."""
    names = {term.code: term.names[grammar.language] for term in pack.materials}
    given = {one.kind for one in handed}
    kinds = [*(code for code in names if code in given), *sorted(given - names.keys())]
    told = {one.region if one.region in units else None for one in handed}
    regions = [*(code for code in units if code in told), *([None] if None in told else [])]

    def line(name: str, found: Sequence[HandedOut], *, strong: bool = False) -> tuple[Cell, ...]:
        counts = [*(_sum(one for one in found if one.kind == kind) for kind in kinds), _sum(found)]
        cells = (number_cell(count, grammar.language, strong=strong) for count in counts)
        return (text_cell(name, strong=strong), *cells)

    def here(region: str | None) -> list[HandedOut]:
        return [one for one in handed if (one.region if one.region in units else None) == region]

    nowhere = grammar.text("tables", "nowhere")
    rows = [line(units[code].short[grammar.language] if code else nowhere, here(code)) for code in regions]
    last = line(grammar.text("tables", "sum"), handed, strong=True)
    columns = (capital(names.get(kind, kind)) for kind in kinds)
    header = (grammar.text("tables", "region"), *columns, grammar.text("tables", "all"))
    return Table(grammar.text(SECTION, "caption"), header, (*rows, last))


def _sum(found: Iterable[HandedOut]) -> Count | None:
    parts = list(found)
    if not parts:
        return None
    return Count(Bounds.exactly(sum(one.pieces for one in parts)), Source(tuple(one.evidence for one in parts)))
