"""What several lengths say alike: when, where, how much, where to get help."""

from datetime import date

from babel import Locale

from svod.narration.facts import Count, Source
from svod.narration.grammar import Grammar, enumerated
from svod.narration.numbers import about, most_frequent
from svod.narration.outline import Plan
from svod.narration.runs import NOTHING, Words, filled, sentence, words
from svod.narration.tables import Labels
from svod.packs import Contact, Pack
from svod.records import Bounds, Period, Run

OFFICIAL, PUBLIC = "official", "public"
ANY_YEAR = 2001


def campaign(pack: Pack, grammar: Grammar) -> str:
    """The campaign's short name in quotation marks."""
    return grammar.quoted(pack.short[grammar.language])


def days(plan: Plan, pack: Pack, grammar: Grammar) -> str:
    """ "с 25 ноября по 10 декабря 2025 года"; without the year where it is not known."""
    year = plan.year or ANY_YEAR
    first, last = date(year, *pack.first_day), date(year, *pack.last_day)
    return grammar.day(Period(first, max(first, last)), with_year=bool(plan.year))


def regions(plan: Plan, pack: Pack, grammar: Grammar) -> Words:
    """ "в 12 регионах Казахстана": those that held anything, each with one place that tells so; nothing of none."""
    held = [row.activities.source for row in plan.tables.rows if row.region and row.activities]
    if not held:
        return NOTHING
    firsts = Source.union(Source(source.evidences[:1], source.activities[:1]) for source in held)
    code = pack.geography.country.upper()
    country = str(Locale(grammar.language).territories.get(code, code))
    number = Count(Bounds.exactly(len(held)), firsts)
    return grammar.within(number, grammar.text("totals", "region"), country)


def filled_where(template: str, where: Words, **gaps: Words) -> Words:
    """The template with its gaps filled; without its {where}, and the space before it, where no region is known."""
    return filled(template if where else template.replace(" {where}", ""), where=where, **gaps)


def main_fact(key: str, plan: Plan, pack: Pack, grammar: Grammar) -> tuple[Run, ...]:
    """The sentence that says when, where and how much was held in which campaign, in the words of that section."""
    gaps = {
        "days": words(days(plan, pack, grammar)),
        "held": grammar.held(plan.whole.activities),
        "campaign": words(campaign(pack, grammar)),
    }
    return sentence(filled_where(grammar.text(key, "held"), regions(plan, pack, grammar), **gaps))


def main_kinds(key: str, plan: Plan, grammar: Grammar, number: int) -> tuple[Run, ...]:
    """ "чаще всего это были классные часы, круглые столы и лекции": the most frequent kinds, without numbers."""
    kinds = [grammar.kinds(code) for code, _ in most_frequent(plan.whole.kinds, number)]
    return sentence(words(grammar.text(key, "kinds").format(kinds=enumerated(kinds, grammar)))) if kinds else ()


def contacts(pack: Pack) -> tuple[Contact, ...]:
    """Where to get help, as far as somebody made sure."""
    return tuple(contact for contact in pack.contacts if contact.checked_on)


def labels_of(grammar: Grammar) -> Labels:
    """The words of tables and drawings."""
    return Labels(
        grammar.language,
        grammar.phrases.table["tables"],
        kind=grammar.column,
        about=lambda found: about(found, grammar),
    )
