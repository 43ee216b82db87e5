"""What the report says about the campaign as a whole: title, opening, key numbers, coverage, help, closing."""

from collections.abc import Mapping, Sequence
from datetime import date

from svod.narration.facts import Source, Whole
from svod.narration.grammar import Grammar, enumerated
from svod.narration.numbers import bare, contradiction, most_frequent, say_leading, say_reported
from svod.narration.outline import Plan
from svod.narration.runs import NBSP, NOTHING, Words, capital, filled, number, sentence, spaced, words
from svod.packs import Pack
from svod.packs.pack import Contact, Unit
from svod.records import Heading, Paragraph, Period, ReportBlock, Run

ANY_YEAR = 2001
NAMED = 5  # of the most frequent kinds and audiences


def title(pack: Pack, grammar: Grammar) -> str:
    return grammar.text("title", "report").format(campaign=_campaign(pack, grammar))


def subtitle(year: int | None, pack: Pack, grammar: Grammar) -> str:
    """ "2022 год, с 25 ноября по 10 декабря"; of a campaign of one day "28 апреля 2022 года"."""
    if year and pack.first_day == pack.last_day:
        return capital(grammar.day(Period.day(date(year, *pack.first_day)), with_year=True))
    key = "subtitle" if year else "subtitle_no_year"
    return grammar.text("title", key).format(year=year, period=_days(pack, grammar))


def say_opening(pack: Pack, grammar: Grammar) -> list[ReportBlock]:
    """The campaign, its days and its aims."""
    said = [opening_days(pack, grammar)]
    aims = [aim[grammar.language] for aim in pack.aims]
    if aims:
        said.append(grammar.text("opening", "aims").format(aims="; ".join(aims)))
    return [Paragraph(spaced([sentence(words(one)) for one in said]))]


def opening_days(pack: Pack, grammar: Grammar) -> str:
    """When the campaign is held, every year."""
    return grammar.text("opening", "days").format(campaign=_campaign(pack, grammar), period=_days(pack, grammar))


def say_totals(plan: Plan, grammar: Grammar) -> list[ReportBlock]:
    """The key numbers with their coverage in the same sentence, and what they do not say."""
    whole = plan.whole
    heading = Heading(grammar.text("headings", "totals"), 1, "totals")
    sentences = totals_in_words(plan, grammar)
    if plan.is_empty:
        return [heading, Paragraph(spaced(sentences))]
    notes = [Paragraph(sentence(contradiction(found, grammar)), note=True) for found in whole.contradictions]
    drafts = () if plan.confirmed else (sentence(words(grammar.text("totals", "drafts"))),)
    caveat = spaced((*drafts, *_caveats(whole, grammar)))
    return [heading, Paragraph(spaced(sentences)), *([Paragraph(caveat, note=True)] if caveat else []), *notes]


def totals_in_words(plan: Plan, grammar: Grammar) -> list[tuple[Run, ...]]:
    """The sentences of the key numbers."""
    whole = plan.whole
    if plan.is_empty:
        return [sentence(words(grammar.text("totals", "nothing")))]
    gaps = {"coverage": _share(plan, grammar), **_held(whole, grammar)}
    return [
        sentence(filled(grammar.text("totals", "held"), **gaps)),
        sentence(say_leading("kinds", most_frequent(whole.kinds, NAMED), grammar)),
        sentence(say_leading("audiences", most_frequent(whole.audiences, NAMED), grammar)),
    ]


def say_coverage(plan: Plan, units: Mapping[str, Unit], grammar: Grammar) -> list[ReportBlock]:
    """Who said that nothing was held, and from whom nothing came."""
    said = coverage_in_words(plan, units, grammar)
    return [Heading(grammar.text("headings", "coverage"), 1, "coverage"), Paragraph(spaced(said))] if said else []


def coverage_in_words(plan: Plan, units: Mapping[str, Unit], grammar: Grammar) -> list[tuple[Run, ...]]:
    """The sentences of that; a single report is silent about the others."""
    coverage = plan.coverage
    silent = "unmentioned" if plan.documents == 1 else "silent"
    said = [
        sentence(words(_of_regions(key, _names(regions, units, grammar), grammar), source))
        for key, regions, source in (
            ("nothing_held", coverage.nothing_held, _answers(plan)),
            ("without_news", plan.without_news, None),
            ("unconfirmed", coverage.unconfirmed, None),
            ("unread", coverage.unread, None),
            (silent, coverage.silent, None),
        )
        if _names(regions, units, grammar)
    ]
    if coverage.expected and not (coverage.silent or coverage.unread):
        said.append(sentence(words(grammar.text("coverage", "all"))))
    return said


def say_closing(plan: Plan, pack: Pack, grammar: Grammar) -> list[ReportBlock]:
    """The closing words, where anything was held, and the numbers to call that somebody made sure of."""
    blocks: list[ReportBlock] = [] if plan.is_empty else [Paragraph(sentence(words(grammar.text("closing", "text"))))]
    blocks += say_help(pack, grammar)
    return [Heading(grammar.text("headings", "closing"), 1, "closing"), *blocks] if blocks else []


def say_help(pack: Pack, grammar: Grammar) -> list[ReportBlock]:
    """The numbers to call, in one sentence; only those that somebody made sure of."""
    contacts = [_contact(contact, grammar) for contact in pack.contacts if contact.checked_on]
    said = grammar.text("help", "lead").format(contacts="; ".join(contacts))
    return [Paragraph(sentence(words(said)))] if contacts else []


def _answers(plan: Plan) -> Source:
    """Where it is said of these regions that nothing was held."""
    coverage = plan.coverage
    return Source(tuple(answer.evidence for answer in coverage.answers if answer.region in coverage.nothing_held))


def _of_regions(key: str, regions: Sequence[str], grammar: Grammar) -> str:
    key = key if len(regions) > 1 else f"{key}_one"
    return grammar.text("coverage", key).format(regions=enumerated(regions, grammar))


def _campaign(pack: Pack, grammar: Grammar) -> str:
    return grammar.quoted(pack.names[grammar.language])


def _days(pack: Pack, grammar: Grammar) -> str:
    first, last = date(ANY_YEAR, *pack.first_day), date(ANY_YEAR, *pack.last_day)
    return grammar.day(Period(first, max(first, last)), with_year=False)


def _names(regions: Sequence[str], units: Mapping[str, Unit], grammar: Grammar) -> list[str]:
    return [units[region].names[grammar.language] for region in regions if region in units]


def _share(plan: Plan, grammar: Grammar) -> Words:
    """ "по данным 14 из 20 регионов, "; nothing where no region that was to report has."""
    expected = len(plan.coverage.expected)
    if not expected or not plan.whole.reporting.value.least:
        return NOTHING
    region = grammar.of_all(expected, grammar.text("totals", "region"))
    reporting = plan.whole.reporting
    share = grammar.text("totals", "share")
    return filled(
        grammar.text("totals", "coverage"),
        reporting=number(share.format(n=reporting.value.least, of=expected), reporting.source),
        all=words(str(expected)),
        region=words(region),
    )


def _held(whole: Whole, grammar: Grammar) -> dict[str, Words]:
    people: Words = NOTHING
    if whole.participants:
        attended = bare(whole.participants.value, whole.participants.source, grammar.language)
        people = filled(grammar.text("totals", "participants"), number=attended)
    people = (*people, *say_reported(whole.reported, grammar))
    return {"held": grammar.held(whole.activities), "participants": people}


def _caveats(whole: Whole, grammar: Grammar) -> list[tuple[Run, ...]]:
    is_open = whole.activities.value.most is None
    said = [sentence(words(grammar.text("totals", "at_least")))] if is_open else []
    if not whole.participants:
        return [*said, sentence(words(grammar.text("totals", "nobody_counted")))]
    said.append(sentence(words(grammar.text("totals", "attendances"))))
    missing, everything = whole.without_participants, whole.records
    if missing and everything:
        language = grammar.language
        record = grammar.of_all(everything.value.least, grammar.text("totals", "record"))
        gaps = {
            "number": bare(missing.value, missing.source, language),
            "all": bare(everything.value, everything.source, language),
            "records": words(record),
        }
        said.append(sentence(filled(grammar.text("totals", "unknown"), **gaps), missing.source))
    return said


def _contact(contact: Contact, grammar: Grammar) -> str:
    return (
        grammar.text("help", "contact")
        .format(number=contact.number, name=lowered(contact.names[grammar.language]))
        .replace(" ", NBSP, 1)
    )


def lowered(name: str) -> str:
    return name[:1].lower() + name[1:]
