"""One paragraph for each region: to be sent to it, or pasted into a letter."""

from collections.abc import Mapping

from svod.narration.facts import Section
from svod.narration.grammar import Grammar
from svod.narration.lengths.parts import PUBLIC
from svod.narration.outline import Plan
from svod.narration.runs import spaced
from svod.narration.sections import say_contradictions, say_heading, say_sentences
from svod.narration.whole import coverage_in_words, say_help, subtitle
from svod.packs import Pack
from svod.packs.pack import Unit
from svod.records import Paragraph, Report, ReportBlock


def write_regions(plan: Plan, pack: Pack, grammar: Grammar) -> Report:
    """Region by region in the pack's order; last who is silent, which is nothing for the public, and where help is."""
    units = {unit.code: unit for unit in pack.geography.regions}
    is_public = grammar.phrases.style == PUBLIC
    blocks = [block for section in plan.sections for block in _say(section, units, grammar, is_public=is_public)]
    silent = [] if is_public else coverage_in_words(plan, units, grammar)
    blocks += [Paragraph(spaced(silent))] if silent else []
    title = grammar.text("regions", "title").format(campaign=grammar.quoted(pack.names[grammar.language]))
    return Report(
        title,
        subtitle(plan.year, pack, grammar),
        grammar.language,
        (*blocks, *say_help(pack, grammar)),
        sources="hidden" if is_public else "listed",
    )


def _say(section: Section, units: Mapping[str, Unit], grammar: Grammar, *, is_public: bool) -> list[ReportBlock]:
    said = [one.runs for one in say_sentences(section, units, grammar)]
    if not is_public:
        said += say_contradictions(section, grammar)
    return [say_heading(section, units, grammar, level=1), Paragraph(spaced(said))]
