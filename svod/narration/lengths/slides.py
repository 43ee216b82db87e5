"""Ten slides: the title, which is the report's own, then a slide below each heading of the first level."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from svod.language.bounds_text import short
from svod.narration.facts import Count
from svod.narration.grammar import Grammar
from svod.narration.lengths.parts import PUBLIC, labels_of
from svod.narration.lengths.public import say_campaign, say_where_help_is
from svod.narration.lengths.shortened import largest_bars, largest_rows
from svod.narration.numbers import most_frequent, say_leading
from svod.narration.outline import Plan
from svod.narration.plans import say_plan_and_fact
from svod.narration.runs import capital, sentence, spaced, words
from svod.narration.sections import say_highlight
from svod.narration.tables import chart_of_participants, chart_of_regions, map_of_regions, number_cell, text_cell
from svod.narration.whole import (
    NAMED,
    coverage_in_words,
    opening_days,
    subtitle,
    title,
    totals_in_words,
)
from svod.narration.years import say_years
from svod.packs import Pack
from svod.packs.pack import Unit
from svod.records import (
    BarChart,
    Cell,
    Heading,
    Listing,
    Paragraph,
    Report,
    ReportBlock,
    Run,
    Table,
)

Units = Mapping[str, Unit]
Blocks = Sequence[ReportBlock]


def write_slides(plan: Plan, pack: Pack, grammar: Grammar, recommendations: Sequence[str] = ()) -> Report:
    units = {unit.code: unit for unit in pack.geography.regions}
    whole = plan.whole
    slides = [
        _slide("campaign", _campaign(pack, grammar), grammar),
        _slide("numbers", _numbers(plan, grammar), grammar),
        _slide("map", _map(plan, units, grammar), grammar),
        _slide("kinds", _leading("kinds", whole.kinds, grammar.kinds, grammar), grammar),
        _slide("audiences", _leading("audiences", whole.audiences, grammar.group, grammar), grammar),
        _slide("partners", _leading("partners", whole.partners, grammar.guests, grammar), grammar),
        _slide("highlights", _highlights(plan, units, grammar), grammar),
        _compared(plan, units, grammar),
        _closing(pack, recommendations, grammar),
    ]
    return Report(
        title(pack, grammar),
        subtitle(plan.year, pack, grammar),
        grammar.language,
        tuple(block for slide in slides for block in slide),
        sources="hidden" if _is_public(grammar) else "listed",
    )


def _is_public(grammar: Grammar) -> bool:
    return grammar.phrases.style == PUBLIC


def _slide(key: str, blocks: Iterable[ReportBlock], grammar: Grammar) -> Blocks:
    """The heading and what stands below it; where that is nothing, it is said."""
    told = tuple(blocks) or (Paragraph(sentence(words(grammar.text("slides", "nothing")))),)
    return (Heading(grammar.text("slides", key), 1, f"slide-{key}"), *told)


def _campaign(pack: Pack, grammar: Grammar) -> Blocks:
    aims = tuple(Paragraph((Run(capital(aim[grammar.language])),)) for aim in pack.aims)
    if _is_public(grammar):
        return [*say_campaign(pack, grammar), Listing(aims)]
    return [Paragraph(sentence(words(opening_days(pack, grammar)))), Listing(aims)]


def _numbers(plan: Plan, grammar: Grammar) -> Blocks:
    """What is counted and how much of it there is, a line each."""
    whole = plan.whole
    counted = [("activities", whole.activities), ("participants", whole.participants), *whole.reported]
    rows: list[tuple[Cell, ...]] = [
        (text_cell(capital(grammar.text("measures", measure))), number_cell(count, grammar.language))
        for measure, count in counted
        if count and count.value.least
    ]
    if not rows:
        return []
    rows.append(_reporting(plan, grammar))
    table = Table(
        grammar.text("slides", "numbers"),
        (grammar.text("slides", "measure"), grammar.text("slides", "value")),
        tuple(rows),
    )
    keys = ["attendances"] if whole.participants else []
    keys += [] if plan.confirmed or _is_public(grammar) else ["drafts"]
    return [table, Paragraph(spaced([sentence(words(grammar.text("totals", key))) for key in keys]), note=True)]


def _reporting(plan: Plan, grammar: Grammar) -> tuple[Cell, ...]:
    """How many regions have told anything; to the public it is not said of how many."""
    reporting, expected = plan.whole.reporting, len(plan.coverage.expected)
    key = "regions" if _is_public(grammar) else "of_regions"
    said = grammar.text("slides", key).format(n=reporting.value.least, of=expected)
    number = Cell((Run(said, reporting.source.evidences, reporting.source.activities),), numeric=True)
    return text_cell(grammar.text("slides", "reporting")), number


def _map(plan: Plan, units: Units, grammar: Grammar) -> Blocks:
    """Where what was held; on a map the silent regions are seen as well, which is nothing for the public."""
    if not plan.tables.rows:
        return []
    labels = labels_of(grammar)
    if _is_public(grammar):
        return list(chart_of_regions(plan, units, labels))
    told = [totals_in_words(plan, grammar)[0], *coverage_in_words(plan, units, grammar)]
    return [map_of_regions(plan, units, labels), *(Paragraph(one) for one in told)]


def _leading(key: str, counts: Sequence[tuple[str, Count]], name: Callable[[str], str], grammar: Grammar) -> Blocks:
    """The chart, and its longest bars in words, so that their numbers have their sources."""
    if not counts:
        return []
    values = [(capital(name(code)), count.value) for code, count in counts]
    bars = tuple((label, value.least, value.most, short(value, grammar.language)) for label, value in values)
    told = counts[:NAMED] if key == "partners" else most_frequent(counts, NAMED)
    said = sentence(say_leading(key, told, grammar))
    return [BarChart(grammar.text("slides", key), bars), *([Paragraph(said)] if said else [])]


def _highlights(plan: Plan, units: Units, grammar: Grammar) -> Blocks:
    told = [say_highlight(one, turn, units[one.region], grammar) for turn, one in enumerate(plan.highlights)]
    return [Listing(tuple(map(Paragraph, told)))] if told else []


def _compared(plan: Plan, units: Units, grammar: Grammar) -> Blocks:
    """Plan and fact, the years; where neither is known, the participants of the regions."""
    plans = [] if _is_public(grammar) else say_plan_and_fact(plan.compared.kept, units, grammar)
    years = say_years(plan.compared.years, units, grammar)
    told = [_shortened(block, grammar) for block in (*_brief(plans, Table), *_brief(years, BarChart))]
    if any(isinstance(block, BarChart) for block in told):
        told.append(Paragraph(sentence(words(grammar.text("slides", "largest"))), note=True))
    if not told:
        return _slide("participants", chart_of_participants(plan, units, labels_of(grammar)), grammar)
    headings = [block.text for block in (*plans[:1], *years[:1]) if isinstance(block, Heading)]
    return [Heading(". ".join(headings), 1, "slide-compared"), *told]


def _shortened(block: ReportBlock, grammar: Grammar) -> ReportBlock:
    """A slide has no room for twenty regions."""
    match block:
        case Table():
            return largest_rows(block, grammar.text("slides", "others"), grammar.language)
        case BarChart():
            return largest_bars(block)
        case _:
            return block


def _brief(blocks: Sequence[ReportBlock], shown: type[Table] | type[BarChart]) -> Blocks:
    """Of a part of the full report its first paragraph and its first table or chart."""
    first: dict[type, ReportBlock] = {}
    for block in blocks:
        if isinstance(block, (Paragraph, shown)):
            first.setdefault(type(block), block)
    return list(first.values())


def _closing(pack: Pack, recommendations: Sequence[str], grammar: Grammar) -> Blocks:
    """What round tables recommend, where anything was written down, and where help is."""
    help_is = say_where_help_is(pack, grammar)
    if not recommendations:
        return _slide("help", help_is[1:], grammar)
    listed = Listing(tuple(Paragraph((Run(one),)) for one in recommendations), numbered=True)
    contacts = [block for block in help_is if not isinstance(block, Heading)]
    return _slide("recommendations", [listed, *contacts], grammar)
