"""The part of the report that sets what was planned beside what was held. Untold is not the same as not held."""

from collections.abc import Mapping, Sequence

from svod.language.bounds_text import short
from svod.narration.facts import Count
from svod.narration.grammar import Grammar
from svod.narration.grouping import OTHER_KINDS
from svod.narration.numbers import bare
from svod.narration.outline import AgainstPlan, Kept
from svod.narration.runs import Words, capital, filled, sentence, spaced, words
from svod.narration.tables import COMPARED, number_cell, text_cell
from svod.packs.pack import Unit
from svod.records import BarChart, Cell, Heading, Paragraph, ReportBlock, Run, Table

ANCHOR = "plan-and-fact"


def say_plan_and_fact(found: AgainstPlan | None, units: Mapping[str, Unit], grammar: Grammar) -> list[ReportBlock]:
    """The heading, the whole in words, what was taken for kept, tables by region and by kind, a chart."""
    if found is None:
        return []
    nowhere = grammar.text("tables", "nowhere")
    regions = {**{code: unit.short[grammar.language] for code, unit in units.items()}, "": nowhere}
    planned = [one for one in found.kinds if one.code != OTHER_KINDS]
    kinds = {one.code or "": capital(grammar.column(one.code or "")) for one in planned}
    kinds[OTHER_KINDS] = grammar.text("tables", "other")
    return [
        Heading(grammar.text("kept", "heading"), 2, ANCHOR),
        Paragraph(spaced(plan_in_words(found, grammar))),
        Paragraph(sentence(words(grammar.text("kept", "note"))), note=True),
        _table("by_region", (*found.regions, found.whole), regions, grammar),
        _table("by_kind", (*found.kinds, found.whole), kinds, grammar),
        *(_chart(planned, kinds, grammar) if len(planned) >= COMPARED and _differ(planned) else []),
    ]


def plan_in_words(found: AgainstPlan, grammar: Grammar) -> list[tuple[Run, ...]]:
    """How much is known to have been planned, what of it is reported as held; then what was held beside it."""
    whole = found.whole
    planned = grammar.with_noun(whole.planned, grammar.text("totals", "unit"))
    counts = {"as_planned": whole.as_planned, "untold": whole.untold, "beyond": whole.beyond}
    if found.doubtful:
        counts["doubtful"] = found.doubtful
    gaps: dict[str, Words] = {name: bare(count.value, count.source, grammar.language) for name, count in counts.items()}
    keys = [
        _outcome(whole),
        *(["doubtful"] if found.doubtful else []),
        *(["beyond"] if whole.beyond.value.least else []),
    ]
    said = [filled(grammar.text("kept", "lead"), planned=planned)]
    return [sentence(one) for one in (*said, *(filled(grammar.text("kept", key), **gaps) for key in keys))]


def _outcome(whole: Kept) -> str:
    """Whether of what was planned nothing is told as held, all of it, or a part."""
    if whole.as_planned.value.most == 0:
        return "none"
    return "all" if whole.untold.value.most == 0 else "told"


def _table(key: str, lines: Sequence[Kept], names: Mapping[str, str], grammar: Grammar) -> Table:
    """A line each, the last one their sum."""
    *parts, whole = lines
    rows = [_line(names[one.code or ""], one, grammar) for one in parts]
    columns = (grammar.text("kept", name) for name in ("planned", "as_planned", "untold", "beyond_column"))
    header = (grammar.text("kept", f"{key}_column"), *columns)
    return Table(
        grammar.text("kept", key), header, (*rows, _line(grammar.text("tables", "sum"), whole, grammar, strong=True))
    )


def _line(name: str, one: Kept, grammar: Grammar, *, strong: bool = False) -> tuple[Cell, ...]:
    counts = (one.planned, one.as_planned, one.untold, one.beyond)
    return text_cell(name, strong=strong), *(number_cell(each, grammar.language, strong=strong) for each in counts)


def _differ(lines: Sequence[Kept]) -> bool:
    """Whether bars would show anything: where each kind was planned once and none is told as held, they would not."""
    return len({(one.planned.value, one.as_planned.value) for one in lines}) > 1


def _chart(lines: Sequence[Kept], names: Mapping[str, str], grammar: Grammar) -> list[ReportBlock]:
    def bar(name: str, count: Count) -> tuple[str, int, int | None, str]:
        return name, count.value.least, count.value.most, short(count.value, grammar.language)

    bars = [bar(names[one.code or ""], count) for one in lines for count in (one.planned, one.as_planned)]
    series = (grammar.text("kept", "planned"), grammar.text("kept", "as_planned"))
    return [BarChart(grammar.text("kept", "chart"), tuple(bars), series)]
