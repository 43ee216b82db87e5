"""The whole report: the plan's parts in their order."""

from svod.narration.grammar import Grammar
from svod.narration.handed_out import say_handed_out
from svod.narration.lengths.parts import PUBLIC, labels_of
from svod.narration.lengths.public import say_campaign, say_main_figures, say_where_help_is
from svod.narration.outline import Compared, Plan
from svod.narration.plans import say_plan_and_fact
from svod.narration.sections import paragraphs, say_heading, say_planned, say_section, say_sentences
from svod.narration.surveys import say_surveys
from svod.narration.tables import chart_of_regions, say_tables
from svod.narration.whole import say_closing, say_coverage, say_opening, say_totals, subtitle, title
from svod.narration.years import say_years
from svod.packs import Pack
from svod.records import Heading, Report, ReportBlock


def write_full(plan: Plan, pack: Pack, grammar: Grammar) -> Report:
    """All there is to tell, or all that is the public's."""
    return (_public if grammar.phrases.style == PUBLIC else _official)(plan, pack, grammar)


def _official(plan: Plan, pack: Pack, grammar: Grammar) -> Report:
    units = {unit.code: unit for unit in pack.geography.regions}
    blocks: list[ReportBlock] = [*say_opening(pack, grammar), *say_totals(plan, grammar)]
    blocks += _heading_of_regions(plan, grammar)
    for section in plan.sections:
        blocks += say_section(section, units, grammar)
    blocks += say_planned(plan.planned, units, grammar)
    blocks += say_coverage(plan, units, grammar)
    blocks += say_closing(plan, pack, grammar)
    blocks += say_tables(plan, units, labels_of(grammar))
    blocks += say_handed_out(plan.handed_out, pack, units, grammar)
    blocks += _comparisons(plan.compared, pack, grammar)
    return Report(title(pack, grammar), subtitle(plan.year, pack, grammar), grammar.language, tuple(blocks))


def write_comparisons(compared: Compared, year: int | None, pack: Pack, grammar: Grammar) -> Report:
    """The comparisons of the full report, alone."""
    blocks = tuple(_comparisons(compared, pack, grammar))
    return Report(title(pack, grammar), subtitle(year, pack, grammar), grammar.language, blocks)


def _comparisons(compared: Compared, pack: Pack, grammar: Grammar) -> list[ReportBlock]:
    """What was planned beside what was held, this year beside an earlier one, answers before and after."""
    units = {unit.code: unit for unit in pack.geography.regions}
    return [
        *say_plan_and_fact(compared.kept, units, grammar),
        *say_years(compared.years, units, grammar),
        *say_surveys(compared.surveys, pack.surveys, grammar),
    ]


def _heading_of_regions(plan: Plan, grammar: Grammar) -> list[ReportBlock]:
    return [Heading(grammar.text("headings", "regions"), 1, "regions")] if plan.sections else []


def _public(plan: Plan, pack: Pack, grammar: Grammar) -> Report:
    """For people who never saw the campaign from inside: what it is, what came of it, where help is.

    Who did not report, what contradicts what, what is still a plan: that is the organisation's own business.
    """
    units = {unit.code: unit for unit in pack.geography.regions}
    blocks: list[ReportBlock] = [*say_campaign(pack, grammar), *say_main_figures(plan, pack, grammar)]
    blocks += chart_of_regions(plan, units, labels_of(grammar))
    blocks += _heading_of_regions(plan, grammar)
    for section in plan.sections:
        blocks += [say_heading(section, units, grammar), *paragraphs(say_sentences(section, units, grammar))]
    blocks += say_where_help_is(pack, grammar)
    name = title(pack, grammar)
    return Report(name, subtitle(plan.year, pack, grammar), grammar.language, tuple(blocks), sources="hidden")
