"""A press release: the news in its first paragraph, then the numbers, examples, the message; the campaign, the help."""

from collections.abc import Mapping

from svod.narration.grammar import Grammar
from svod.narration.lengths.parts import days, filled_where, regions
from svod.narration.lengths.public import say_where_help_is
from svod.narration.numbers import bare, most_frequent, say_leading
from svod.narration.outline import Plan
from svod.narration.runs import filled, sentence, spaced, text_of, words
from svod.narration.sections import say_highlight
from svod.narration.whole import subtitle
from svod.packs import Pack
from svod.packs.pack import Unit
from svod.records import Heading, Paragraph, Report, ReportBlock, Run

NAMED = 3  # kinds and audiences

Runs = tuple[Run, ...]


def write_press(plan: Plan, pack: Pack, grammar: Grammar) -> Report:
    units = {unit.code: unit for unit in pack.geography.regions}
    news = [_lead(plan, pack, grammar), _numbers(plan, grammar), _examples(plan, units, grammar)]
    message = pack.message.get(grammar.language)
    blocks: list[ReportBlock] = [Paragraph(runs) for runs in news if runs]
    if message:
        blocks.append(Paragraph((Run(message, strong=True),)))
    if not plan.is_empty:
        blocks.append(Paragraph(sentence(words(grammar.text("press", "counted"))), note=True))
    blocks += [*_about(pack, grammar), *say_where_help_is(pack, grammar, briefly=True)]
    return Report(
        _headline(plan, pack, grammar),
        subtitle(plan.year, pack, grammar),
        grammar.language,
        tuple(blocks),
        sources="hidden",
    )


def _headline(plan: Plan, pack: Pack, grammar: Grammar) -> str:
    short = pack.short[grammar.language]
    if plan.is_empty:
        return short
    gaps = {"campaign": words(short), "held": grammar.held(plan.whole.activities)}
    return text_of(filled_where(grammar.text("press", "headline"), regions(plan, pack, grammar), **gaps))


def _lead(plan: Plan, pack: Pack, grammar: Grammar) -> Runs:
    """Who, what, when, where, in one sentence."""
    if plan.is_empty:
        return sentence(words(grammar.text("totals", "nothing")))
    gaps = {
        "days": words(days(plan, pack, grammar)),
        "who": words(pack.run_by.get(grammar.language) or grammar.text("press", "who")),
        "activities": grammar.with_noun(plan.whole.activities, grammar.text("totals", "unit")),
        "campaign": words(grammar.quoted(pack.names[grammar.language])),
    }
    return sentence(filled_where(grammar.text("press", "lead"), regions(plan, pack, grammar), **gaps))


def _numbers(plan: Plan, grammar: Grammar) -> Runs:
    whole = plan.whole
    said: list[Runs] = []
    if whole.participants:
        people = bare(whole.participants.value, whole.participants.source, grammar.language)
        said.append(sentence(filled(grammar.text("press", "people"), number=people)))
    for measure, count in whole.reported:
        if measure == "materials":
            copies = grammar.with_noun(count, grammar.text("reported", "materials_unit"))
            said.append(sentence(filled(grammar.text("press", "materials"), number=copies)))
    said.append(sentence(say_leading("kinds", most_frequent(whole.kinds, NAMED), grammar)))
    said.append(sentence(say_leading("audiences", most_frequent(whole.audiences, NAMED), grammar)))
    return spaced(said)


def _examples(plan: Plan, units: Mapping[str, Unit], grammar: Grammar) -> Runs:
    told = [say_highlight(one, turn, units[one.region], grammar) for turn, one in enumerate(plan.highlights)]
    lead = [sentence(words(grammar.text("press", "examples")))] if len(told) > 1 else []
    return spaced([*lead, *told])


def _about(pack: Pack, grammar: Grammar) -> list[ReportBlock]:
    told = pack.about.get(grammar.language)
    return [Heading(grammar.text("headings", "about"), 1, "about"), Paragraph((Run(told),))] if told else []
