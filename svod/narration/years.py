"""The part of the report that sets this year beside an earlier one, in words that claim no more than the bounds do."""

from collections.abc import Mapping, Sequence

from svod.language.bounds_text import digits, short
from svod.narration.facts import Count
from svod.narration.grammar import Grammar
from svod.narration.numbers import bare
from svod.narration.outline import Pair, TwoYears
from svod.narration.runs import capital, filled, sentence, spaced, words
from svod.narration.tables import number_cell, text_cell
from svod.packs.pack import Unit
from svod.records import BarChart, Cell, Heading, Paragraph, ReportBlock, Run, Table
from svod.records.bounds import ZERO

ANCHOR = "years"


def say_years(found: TwoYears | None, units: Mapping[str, Unit], grammar: Grammar) -> list[ReportBlock]:
    """The heading, what the numbers allow to say, tables by region and by kind, a chart of the regions."""
    if found is None or not years_in_words(found, grammar):
        return []
    regions = {code: unit.short[grammar.language] for code, unit in units.items()}
    kinds = {pair.code: capital(grammar.column(pair.code)) for pair in found.kinds}
    return [
        Heading(_text("heading", found, grammar), 2, ANCHOR),
        Paragraph(spaced(years_in_words(found, grammar))),
        Paragraph(sentence(words(_caveat(found, grammar))), note=True),
        *_by_region(found, regions, grammar),
        *([_table("by_kind", found, found.kinds, kinds, grammar)] if found.kinds else []),
    ]


def years_in_words(found: TwoYears, grammar: Grammar) -> list[tuple[Run, ...]]:
    """Both numbers, and what may be said of them; nothing where nothing was held in one of the years."""
    if ZERO in (found.now.value, found.before.value):
        return []
    return [_lead(found, grammar), sentence(words(_verdict(found, grammar)))]


def _by_region(found: TwoYears, names: Mapping[str, str], grammar: Grammar) -> list[ReportBlock]:
    if not found.regions:
        return []
    bars = tuple(
        (names[pair.code], *_bar(count, grammar.language))
        for pair in found.regions
        for count in (pair.now, pair.before)
    )
    chart = BarChart(_text("chart", found, grammar), bars, series=_columns(found, grammar))
    return [_table("by_region", found, found.regions, names, grammar), chart]


def _bar(count: Count | None, language: str) -> tuple[int, int | None, str]:
    return (count.value.least, count.value.most, short(count.value, language)) if count else (0, 0, "—")


def _table(key: str, found: TwoYears, pairs: Sequence[Pair], names: Mapping[str, str], grammar: Grammar) -> Table:
    def line(name: str, now: Count | None, before: Count | None, *, strong: bool = False) -> tuple[Cell, ...]:
        counts = (number_cell(count, grammar.language, strong=strong) for count in (now, before))
        return (text_cell(name, strong=strong), *counts)

    rows = [line(names[pair.code], pair.now, pair.before) for pair in pairs]
    if key == "by_region":
        rows.append(line(grammar.text("tables", "sum"), found.now, found.before, strong=True))
    header = (grammar.text("years", f"{key}_column"), *_columns(found, grammar))
    return Table(_text(key, found, grammar), header, tuple(rows))


def _columns(found: TwoYears, grammar: Grammar) -> tuple[str, str]:
    """The years; where one is not known, "this year" and "earlier"."""
    now, before = found.year, found.earlier
    return (
        str(now) if now else grammar.text("years", "now"),
        str(before) if before else grammar.text("years", "before"),
    )


def _text(key: str, found: TwoYears, grammar: Grammar) -> str:
    now, before = _columns(found, grammar)
    key = key if found.earlier else f"{key}_no_year"
    return grammar.text("years", key).format(now=now, before=before)


def _lead(found: TwoYears, grammar: Grammar) -> tuple[Run, ...]:
    """ "За 2025 год отчёты называют не менее 201 мероприятия, за 2024 год — не менее 180."."""
    now, before = _columns(found, grammar)
    gaps = {
        "held": grammar.with_noun(found.now, grammar.text("totals", "unit")),
        "earlier": bare(found.before.value, found.before.source, grammar.language),
        "now": words(now),
        "before": words(before),
    }
    key = "lead" if found.year and found.earlier else "lead_no_year"
    return sentence(filled(grammar.text("years", key), **gaps))


def _verdict(found: TwoYears, grammar: Grammar) -> str:
    """More, fewer, or that the bounds do not tell; by how much only where both numbers are exact."""
    now, before = found.now.value, found.before.value
    if now.overlaps(before):
        return grammar.text("years", "same" if now == before and now.is_exact else "open")
    more = now.least > before.least
    if not (now.is_exact and before.is_exact):
        return grammar.text("years", "more" if more else "fewer")
    apart = abs(now.least - before.least)
    share = (200 * apart + before.least) // (2 * before.least)  # rounded to the nearest hundredth
    key = "more_by" if more else "fewer_by"
    return grammar.text("years", key).format(number=digits(apart, grammar.language), share=share)


def _caveat(found: TwoYears, grammar: Grammar) -> str:
    now, before = found.reporting
    return grammar.text("years", "caveat").format(now=now, before=before)
