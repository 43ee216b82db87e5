"""A region's part of the Russian report: its numbers, its activities, its contradictions; and what is planned."""

from collections.abc import Mapping, Sequence

from svod.narration.facts import Item, Section, Source, Statement
from svod.narration.ru.items import materials_by_deed, told
from svod.narration.ru.numbers import bare, contradiction, with_verb
from svod.narration.ru.phrases import Phrases
from svod.narration.ru.statements import Place, agreement_of, say
from svod.narration.ru.words import AND, enumerated, in_region, plural
from svod.narration.runs import NOTHING, Words, filled, listed, phrase, sentence, spaced, words
from svod.packs.pack import Unit
from svod.records import Heading, Paragraph, ReportBlock, Run

IN_A_PARAGRAPH = 4  # sentences
LEAD_FROM = 4  # activities: fewer are seen at a glance, their number need not be said

Sentence = tuple[Run, ...]


def say_section(section: Section, units: Mapping[str, Unit], phrases: Phrases) -> list[ReportBlock]:
    """The heading, the paragraphs and the notes of one section."""
    unit = units[section.region] if section.region else None
    name = unit.names["ru"] if unit else phrases.text("headings", "nowhere")
    heading = Heading(name[:1].upper() + name[1:], 2, f"region-{section.region or 'none'}")
    where = in_region(unit) if unit else ""
    lead = _lead(section, where, phrases) if unit else ()
    sentences = [lead, *_told(section.statements, "" if lead else where, phrases, has_lead=bool(lead))]
    if section.rest:
        sentences.append(_summed_up(section.rest, phrases, "held"))
        sentences.append(_handed_out(section, phrases))
    notes = [Paragraph(sentence(contradiction(found, phrases)), note=True) for found in section.contradictions]
    return [heading, *paragraphs(sentences), *notes]


def say_planned(statements: Sequence[Statement], rest: Sequence[Item], phrases: Phrases) -> list[ReportBlock]:
    """The heading and the paragraphs of what is to be held; nothing where nothing is planned."""
    sentences = _told(statements, "", phrases, planned=True)
    if rest:
        sentences.append(_summed_up(rest, phrases, "planned"))
    return [Heading(phrases.text("headings", "planned"), 2, "planned"), *paragraphs(sentences)] if sentences else []


def paragraphs(sentences: Sequence[Sentence]) -> list[Paragraph]:
    """The sentences that say something, a few to a paragraph."""
    said = [runs for runs in sentences if runs]
    return [Paragraph(spaced(said[at : at + IN_A_PARAGRAPH])) for at in range(0, len(said), IN_A_PARAGRAPH)]


def _lead(section: Section, where: str, phrases: Phrases) -> Sentence:
    """The region's numbers, where there are enough activities, or the reports claim more than they describe."""
    found = section.activities
    claims_more = found.listed is not None and found.value != found.listed
    if not claims_more and len(found.source.activities) < LEAD_FROM:
        return ()
    unit = phrases.text("totals", "unit")
    described: Words = NOTHING
    if claims_more and found.listed and found.listed.least:
        described = filled(phrases.text("section", "described"), number=bare(found.listed, found.source))
    people: Words = NOTHING
    if section.participants:
        number = bare(section.participants.value, section.participants.source)
        people = filled(phrases.text("section", "participants"), number=number)
    said = filled(
        phrases.text("section", "lead"),
        where=words(where),
        held=with_verb("held", found, unit, phrases),
        described=described,
        participants=people,
    )
    return sentence(said, found.source)


def _told(
    statements: Sequence[Statement], where: str, phrases: Phrases, *, has_lead: bool = False, planned: bool = False
) -> list[Sentence]:
    """A sentence for each statement; the first says the region, the first dated one the year."""
    dated = next((at for at, statement in enumerate(statements) if statement.date), None)
    return [
        say(
            statement,
            Place(
                turn=at,
                where=where if at == 0 else "",
                is_first=at == 0 and not has_lead,
                with_year=at == dated,
                planned=planned,
            ),
            phrases,
        )
        for at, statement in enumerate(statements)
    ]


def _summed_up(rest: Sequence[Item], phrases: Phrases, verb: str) -> Sentence:
    """ "Кроме того, проведены 120 классных часов, 45 бесед и семинары."."""
    said = [told(item, phrases, turn) for turn, item in enumerate(rest)]
    verb_form = phrases.verb(verb, agreement_of(said))
    source = Source.union(item.source for item in rest)
    opening = words(phrases.text("section", "rest"))
    return sentence(phrase(opening, words(verb_form), listed([one.said for one in said], AND)), source)


def _handed_out(section: Section, phrases: Phrases) -> Sentence:
    """What was handed out, shown and made at the activities that were only summed up."""
    told_ = [
        f"{deed['after']} {enumerated([plural(noun) for noun in nouns])}"
        for deed, nouns in materials_by_deed(section.handed_out, phrases)
    ]
    said = phrases.text("section", "handed_out").format(materials=", ".join(told_)) if told_ else ""
    return sentence(words(said), Source.union(item.source for item in section.rest if item.materials))
