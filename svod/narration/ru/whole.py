"""What the Russian report says about the campaign as a whole: title, opening, key numbers, coverage, help, closing."""

from collections.abc import Mapping, Sequence
from datetime import date

from svod.narration.facts import Count, Plan, Source, Whole
from svod.narration.ru.numbers import bare, contradiction, say_reported, with_noun, with_verb
from svod.narration.ru.phrases import Phrases
from svod.narration.ru.words import AND, NBSP, day, enumerated, numbered_genitive, plural, quoted
from svod.narration.runs import NOTHING, Words, filled, listed, number, sentence, spaced, words
from svod.packs import Pack
from svod.packs.pack import Contact, Unit
from svod.records import Bounds, Heading, Paragraph, Period, ReportBlock, Run

ANY_YEAR = 2001


def title(pack: Pack, phrases: Phrases) -> str:
    return phrases.text("title", "report").format(campaign=_campaign(pack))


def subtitle(plan: Plan, pack: Pack, phrases: Phrases) -> str:
    """ "2022 год, с 25 ноября по 10 декабря"."""
    key = "subtitle" if plan.year else "subtitle_no_year"
    return phrases.text("title", key).format(year=plan.year, period=_days(pack))


def say_opening(pack: Pack, phrases: Phrases) -> list[ReportBlock]:
    """The campaign, its days and its aims."""
    said = [phrases.text("opening", "days").format(campaign=_campaign(pack), period=_days(pack))]
    aims = [aim["ru"] for aim in pack.aims]
    if aims:
        said.append(phrases.text("opening", "aims").format(aims="; ".join(aims)))
    return [Paragraph(spaced([sentence(words(one)) for one in said]))]


def say_totals(plan: Plan, phrases: Phrases) -> list[ReportBlock]:
    """The key numbers with their coverage in the same sentence, and what they do not say."""
    whole = plan.whole
    heading = Heading(phrases.text("headings", "totals"), 2, "totals")
    if whole.activities.value == Bounds(0, 0):
        return [heading, Paragraph(sentence(words(phrases.text("totals", "nothing"))))]
    sentences = [
        sentence(filled(phrases.text("totals", "held"), coverage=_coverage(plan, phrases), **_held(whole, phrases))),
        sentence(_leading("kinds", whole.kinds, phrases)),
        sentence(_leading("audiences", whole.audiences, phrases)),
    ]
    notes = [Paragraph(sentence(contradiction(found, phrases)), note=True) for found in whole.contradictions]
    caveat = [sentence(words(phrases.text("totals", "drafts"))), *_caveats(whole, phrases)]
    return [heading, Paragraph(spaced(sentences)), Paragraph(spaced(caveat), note=True), *notes]


def say_coverage(plan: Plan, units: Mapping[str, Unit], phrases: Phrases) -> list[ReportBlock]:
    """Who said that nothing was held, and from whom nothing came; a single report is silent about them."""
    coverage = plan.coverage
    silent = "unmentioned" if plan.documents == 1 else "silent"
    said = [
        sentence(words(_of_regions(key, _names(regions, units), phrases), source))
        for key, regions, source in (
            ("nothing_held", coverage.nothing_held, _answers(plan)),
            ("without_news", plan.without_news, None),
            (silent, coverage.silent, None),
        )
        if _names(regions, units)
    ]
    if coverage.expected and not coverage.silent:
        said.append(sentence(words(phrases.text("coverage", "all"))))
    return [Heading(phrases.text("headings", "coverage"), 2, "coverage"), Paragraph(spaced(said))] if said else []


def say_closing(plan: Plan, pack: Pack, phrases: Phrases) -> list[ReportBlock]:
    """The closing words, where anything was held, and the numbers to call that somebody made sure of."""
    is_empty = plan.whole.activities.value == Bounds(0, 0)
    blocks: list[ReportBlock] = [] if is_empty else [Paragraph(sentence(words(phrases.text("closing", "text"))))]
    contacts = [_contact(contact, phrases) for contact in pack.contacts if contact.checked_on]
    if contacts:
        said = phrases.text("help", "lead").format(contacts="; ".join(contacts))
        blocks.append(Paragraph(sentence(words(said))))
    return [Heading(phrases.text("headings", "closing"), 2, "closing"), *blocks] if blocks else []


def _answers(plan: Plan) -> Source:
    """Where it is said of these regions that nothing was held."""
    coverage = plan.coverage
    return Source(tuple(answer.evidence for answer in coverage.answers if answer.region in coverage.nothing_held))


def _of_regions(key: str, regions: Sequence[str], phrases: Phrases) -> str:
    key = key if len(regions) > 1 else f"{key}_one"
    return phrases.text("coverage", key).format(regions=enumerated(regions))


def _campaign(pack: Pack) -> str:
    return quoted(pack.names["ru"])


def _days(pack: Pack) -> str:
    first, last = date(ANY_YEAR, *pack.first_day), date(ANY_YEAR, *pack.last_day)
    return day(Period(first, max(first, last)), with_year=False)


def _names(regions: Sequence[str], units: Mapping[str, Unit]) -> list[str]:
    return [units[region].names["ru"] for region in regions if region in units]


def _coverage(plan: Plan, phrases: Phrases) -> Words:
    """ "по данным 14 из 20 регионов, "; nothing where no region that was to report has."""
    expected = len(plan.coverage.expected)
    if not expected or not plan.whole.reporting.value.least:
        return NOTHING
    region = numbered_genitive(Bounds.exactly(expected), phrases.text("totals", "region"))[1]
    reporting = plan.whole.reporting
    share = phrases.text("totals", "share")
    return filled(
        phrases.text("totals", "coverage"),
        reporting=number(share.format(n=reporting.value.least, of=expected), reporting.source),
        region=words(region),
    )


def _held(whole: Whole, phrases: Phrases) -> dict[str, Words]:
    people: Words = NOTHING
    if whole.participants:
        attended = bare(whole.participants.value, whole.participants.source)
        people = filled(phrases.text("totals", "participants"), number=attended)
    unit = phrases.text("totals", "unit")
    people = (*people, *say_reported(whole.reported, phrases))
    return {"held": with_verb("held", whole.activities, unit, phrases), "participants": people}


def _leading(key: str, counts: Sequence[tuple[str, Count]], phrases: Phrases) -> Words:
    """The most frequent kinds or audiences, each with its number in brackets; the first says what is counted."""
    nouns = {
        "kinds": lambda code: plural(phrases.kind(code).many),
        "audiences": lambda code: plural(phrases.noun("audiences", code), "datv"),
    }
    unit = phrases.text("totals", "unit")
    parts = [
        (
            *words(f"{nouns[key](code)} (", count.source),
            *(bare(count.value, count.source) if at else with_noun(count, unit)),
            *words(")", count.source),
        )
        for at, (code, count) in enumerate(counts)
    ]
    return filled(phrases.text("totals", key), listed=listed(parts, AND)) if parts else NOTHING


def _caveats(whole: Whole, phrases: Phrases) -> list[tuple[Run, ...]]:
    is_open = whole.activities.value.most is None
    said = [sentence(words(phrases.text("totals", "at_least")))] if is_open else []
    if not whole.participants:
        return [*said, sentence(words(phrases.text("totals", "nobody_counted")))]
    said.append(sentence(words(phrases.text("totals", "attendances"))))
    missing, everything = whole.without_participants, whole.records
    if missing and everything:
        record = numbered_genitive(everything.value, phrases.text("totals", "record"))[1]
        gaps = {
            "number": bare(missing.value, missing.source),
            "all": bare(everything.value, everything.source),
            "records": words(record),
        }
        said.append(sentence(filled(phrases.text("totals", "unknown"), **gaps), missing.source))
    return said


def _contact(contact: Contact, phrases: Phrases) -> str:
    return (
        phrases.text("help", "contact")
        .format(number=contact.number, name=_lowered(contact.names["ru"]))
        .replace(" ", NBSP, 1)
    )


def _lowered(name: str) -> str:
    return name[:1].lower() + name[1:]
