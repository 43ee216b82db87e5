"""The plan in Russian: the report as an officer would write it."""

from svod.narration.facts import Plan
from svod.narration.ru.numbers import about
from svod.narration.ru.phrases import Phrases, phrases_for
from svod.narration.ru.sections import say_planned, say_section
from svod.narration.ru.whole import say_closing, say_coverage, say_opening, say_totals, subtitle, title
from svod.narration.ru.words import plural
from svod.narration.tables import Labels, say_tables
from svod.packs import Pack
from svod.records import Report, ReportBlock


def say(plan: Plan, pack: Pack) -> Report:
    """The whole report, in the plan's order."""
    phrases = phrases_for(pack)
    units = {unit.code: unit for unit in pack.geography.regions}
    blocks: list[ReportBlock] = [*say_opening(pack, phrases), *say_totals(plan, phrases)]
    for section in plan.sections:
        blocks += say_section(section, units, phrases)
    blocks += say_planned(plan.planned, units, phrases)
    blocks += say_coverage(plan, units, phrases)
    blocks += say_closing(plan, pack, phrases)
    blocks += say_tables(plan, units, _labels(phrases))
    return Report(title(pack, phrases), subtitle(plan, pack, phrases), "ru", tuple(blocks))


def _labels(phrases: Phrases) -> Labels:
    return Labels(
        "ru",
        phrases.table["tables"],
        kind=lambda code: phrases.kind(code).mass or plural(phrases.kind(code).many),
        about=lambda found: about(found, phrases),
    )
