"""What a text for the public says of the campaign: what it is, the main figures in plain words, where help is."""

from svod.narration.grammar import Grammar
from svod.narration.lengths.parts import contacts, main_fact, main_kinds
from svod.narration.numbers import bare
from svod.narration.outline import Plan
from svod.narration.runs import filled, sentence, spaced, words
from svod.narration.whole import lowered
from svod.packs import Contact, Pack
from svod.records import Heading, Listing, Paragraph, ReportBlock, Run

KINDS = 5


def say_campaign(pack: Pack, grammar: Grammar) -> list[ReportBlock]:
    """What the campaign is and what it wants everybody to know, in the pack's own words."""
    said = [(Run(told[grammar.language]),) for told in (pack.about, pack.message) if told]
    return [Paragraph(spaced(said))] if said else []


def say_main_figures(plan: Plan, pack: Pack, grammar: Grammar) -> list[ReportBlock]:
    """How much was held and how many came, each number with what it means."""
    heading = Heading(grammar.text("headings", "totals"), 1, "totals")
    if plan.is_empty:
        return [heading, Paragraph(sentence(words(grammar.text("totals", "nothing"))))]
    said = [main_fact("plain", plan, pack, grammar)]
    people = plan.whole.participants
    if people:
        number = bare(people.value, people.source, grammar.language)
        said.append(sentence(filled(grammar.text("plain", "people"), number=number)))
    said.append(main_kinds("plain", plan, grammar, KINDS))
    counted = [people, plan.whole.activities]
    if any(one.value.most is None for one in counted if one):
        said.append(sentence(words(grammar.text("plain", "at_least"))))
    return [heading, Paragraph(spaced(said))]


def say_where_help_is(pack: Pack, grammar: Grammar, *, briefly: bool = False) -> list[ReportBlock]:
    """The numbers to call, a line each, with what one gets there; `briefly` only the first thing that is said of it."""
    lines = tuple(Paragraph(_contact(one, grammar, briefly=briefly)) for one in contacts(pack))
    return [Heading(grammar.text("headings", "help"), 1, "help"), Listing(lines)] if lines else []


def _contact(contact: Contact, grammar: Grammar, *, briefly: bool) -> tuple[Run, ...]:
    name, about = contact.names[grammar.language], contact.about.get(grammar.language, "")
    about = about.partition(";")[0] if briefly else about
    return (Run(contact.number, strong=True), Run(f" — {lowered(name)}{': ' + about if about else ''}"))
