"""The whole report in one language: the plan's parts in their order."""

from svod.narration.facts import Plan
from svod.narration.grammar import Grammar
from svod.narration.numbers import about
from svod.narration.sections import say_planned, say_section
from svod.narration.tables import Labels, say_tables
from svod.narration.whole import say_closing, say_coverage, say_opening, say_totals, subtitle, title
from svod.packs import Pack
from svod.records import Report, ReportBlock


def write(plan: Plan, pack: Pack, grammar: Grammar) -> Report:
    units = {unit.code: unit for unit in pack.geography.regions}
    blocks: list[ReportBlock] = [*say_opening(pack, grammar), *say_totals(plan, grammar)]
    for section in plan.sections:
        blocks += say_section(section, units, grammar)
    blocks += say_planned(plan.planned, units, grammar)
    blocks += say_coverage(plan, units, grammar)
    blocks += say_closing(plan, pack, grammar)
    blocks += say_tables(plan, units, _labels(grammar))
    return Report(title(pack, grammar), subtitle(plan, pack, grammar), grammar.language, tuple(blocks))


def _labels(grammar: Grammar) -> Labels:
    return Labels(
        grammar.language,
        grammar.phrases.table["tables"],
        kind=grammar.column,
        about=lambda found: about(found, grammar),
    )
