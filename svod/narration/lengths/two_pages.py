"""The report on two pages, for a head who has five minutes: numbers, examples, a table of regions, what is open."""

from collections.abc import Mapping

from svod.narration.grammar import Grammar, enumerated
from svod.narration.lengths.parts import PUBLIC
from svod.narration.lengths.public import say_campaign, say_main_figures, say_where_help_is
from svod.narration.outline import Plan, Row
from svod.narration.plans import plan_in_words
from svod.narration.runs import capital, sentence, spaced, words
from svod.narration.sections import say_highlight
from svod.narration.tables import number_cell, text_cell
from svod.narration.whole import coverage_in_words, say_help, subtitle, title, totals_in_words
from svod.narration.years import years_in_words
from svod.packs import Pack
from svod.packs.pack import Unit
from svod.records import Cell, Heading, Paragraph, Report, ReportBlock, Run, Table

Units = Mapping[str, Unit]

EXAMPLES = 1100  # characters


def write_two_pages(plan: Plan, pack: Pack, grammar: Grammar) -> Report:
    units = {unit.code: unit for unit in pack.geography.regions}
    is_public = grammar.phrases.style == PUBLIC
    blocks = _public(plan, pack, units, grammar) if is_public else _official(plan, pack, units, grammar)
    return Report(
        title(pack, grammar),
        subtitle(plan.year, pack, grammar),
        grammar.language,
        tuple(blocks),
        sources="hidden" if is_public else "linked",
    )


def _official(plan: Plan, pack: Pack, units: Units, grammar: Grammar) -> list[ReportBlock]:
    caveat = Paragraph(spaced(_caveats(plan, grammar)), note=True)
    return [
        Heading(grammar.text("headings", "totals"), 1, "totals"),
        Paragraph(spaced(totals_in_words(plan, grammar))),
        *([] if plan.is_empty else [caveat]),
        *_table(plan, units, grammar),
        *_examples(plan, units, grammar),
        *_comparisons(plan, grammar),
        *_open_ends(plan, units, grammar),
        *say_help(pack, grammar),
    ]


def _public(plan: Plan, pack: Pack, units: Units, grammar: Grammar) -> list[ReportBlock]:
    return [
        *say_campaign(pack, grammar),
        *say_main_figures(plan, pack, grammar),
        *_examples(plan, units, grammar),
        *_table(plan, units, grammar),
        *say_where_help_is(pack, grammar),
    ]


def _caveats(plan: Plan, grammar: Grammar) -> list[tuple[Run, ...]]:
    """What nobody may overlook: that it is a draft, as long as it is one, and what the bounds mean."""
    is_open = plan.whole.activities.value.most is None
    said = [
        *([] if plan.confirmed else ["drafts"]),
        *(["at_least"] if is_open else []),
        *(["attendances"] if plan.whole.participants else []),
    ]
    return [sentence(words(grammar.text("totals", key))) for key in said]


def _examples(plan: Plan, units: Units, grammar: Grammar) -> list[ReportBlock]:
    """As many activities as there is room for beside the table, which is never parted."""
    told: list[tuple[Run, ...]] = []
    for turn, one in enumerate(plan.highlights):
        said = say_highlight(one, turn, units[one.region], grammar)
        if sum(len(run.text) for runs in (*told, said) for run in runs) <= EXAMPLES:
            told.append(said)
    heading = Heading(grammar.text("headings", "examples"), 1, "examples")
    return [heading, Paragraph(spaced(told))] if told else []


def _table(plan: Plan, units: Units, grammar: Grammar) -> list[ReportBlock]:
    """Activities and attendance of each region that told any."""
    rows = [(units[row.region], row) for row in plan.tables.rows if row.region and row.activities]
    if not rows:
        return []
    labels = grammar.phrases.table["tables"]

    def line(row: Row, name: str, *, strong: bool = False) -> tuple[Cell, ...]:
        counts = (row.activities, row.participants)
        return text_cell(name, strong=strong), *(number_cell(one, grammar.language, strong=strong) for one in counts)

    lines = [line(row, capital(unit.names[grammar.language])) for unit, row in rows]
    header = (labels["region"], grammar.text("brief", "activities"), labels["attended"])
    table = Table(grammar.text("brief", "table"), header, (*lines, line(plan.tables.sums, labels["sum"], strong=True)))
    is_open = any(row.activities and row.activities.value.most is None for _, row in rows)
    return [table, *([Paragraph((Run(labels["at_least"]),), note=True)] if is_open else [])]


def _comparisons(plan: Plan, grammar: Grammar) -> list[ReportBlock]:
    """What is known of plans, and of an earlier year, in a sentence or two each."""
    told = plan_in_words(plan.compared.kept, grammar)[:2] if plan.compared.kept else []
    told += years_in_words(plan.compared.years, grammar) if plan.compared.years else []
    return [Paragraph(spaced(told))] if told else []


def _open_ends(plan: Plan, units: Units, grammar: Grammar) -> list[ReportBlock]:
    """Whose numbers are to be checked, who said that nothing was held, from whom nothing came."""
    doubtful = {found.scope.region for found in plan.contradictions}
    names = [unit.names[grammar.language] for code, unit in units.items() if code in doubtful]
    to_check = grammar.text("brief", "to_check").format(regions=enumerated(names, grammar)) if names else ""
    said = [sentence(words(to_check)), *coverage_in_words(plan, units, grammar)]
    runs = spaced(said)
    return [Heading(grammar.text("headings", "open"), 1, "coverage"), Paragraph(runs)] if runs else []
