"""A region's part of the Russian report: its numbers, its activities, its contradictions; and what is planned."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from svod.narration.facts import Item, Section, Sentence, Source, Statement
from svod.narration.ru.items import agreement_of, deeds_done, summed_up
from svod.narration.ru.numbers import bare, contradiction, say_reported, with_verb
from svod.narration.ru.phrases import Phrases
from svod.narration.ru.statements import Place, say
from svod.narration.ru.words import AND, in_region, names_the_region
from svod.narration.runs import NOTHING, Words, filled, listed, phrase, sentence, spaced, words
from svod.packs.pack import Unit
from svod.records import Heading, Paragraph, ReportBlock, Run

IN_A_PARAGRAPH = 4  # sentences
IN_A_LONG_PARAGRAPH = 6  # where the next would begin with "там же"
LEAD_FROM = 4  # activities: fewer are seen at a glance, their number need not be said


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence; `continues` the place of the one before."""

    runs: tuple[Run, ...] = ()
    continues: bool = False


def say_section(section: Section, units: Mapping[str, Unit], phrases: Phrases) -> list[ReportBlock]:
    """The heading, the paragraphs and the notes of one section."""
    unit = units[section.region] if section.region else None
    name = unit.names["ru"] if unit else phrases.text("headings", "nowhere")
    heading = Heading(name[:1].upper() + name[1:], 2, f"region-{section.region or 'none'}")
    lead = _lead(section, unit, phrases) if unit else Said()
    sentences = [lead, *_told(section.sentences, unit, phrases, lead=bool(lead.runs))]
    if section.rest:
        sentences.append(_summed_up(section.rest, phrases, "held"))
        sentences.append(_handed_out(section, phrases))
    notes = [Paragraph(sentence(contradiction(found, phrases)), note=True) for found in section.contradictions]
    return [heading, *paragraphs(sentences), *notes]


def say_planned(planned: Sequence[Section], units: Mapping[str, Unit], phrases: Phrases) -> list[ReportBlock]:
    """The heading and the paragraphs of what is to be held; nothing where nothing is planned."""
    if not planned:
        return []
    sentences: list[Said] = []
    for section in planned:
        unit = units[section.region] if section.region else None
        sentences += _told(section.sentences, unit, phrases, planned=True, with_year=not sentences)
        if section.rest:
            sentences.append(_summed_up(section.rest, phrases, "planned"))
    lead = Said(sentence(words(phrases.text("planned", "lead"))))
    return [Heading(phrases.text("headings", "planned"), 2, "planned"), *paragraphs([lead, *sentences])]


def paragraphs(sentences: Sequence[Said]) -> list[Paragraph]:
    """The sentences that say something, a few to a paragraph; one does not begin with "там же" if it can be helped."""
    parts: list[list[tuple[Run, ...]]] = [[]]
    for said in sentences:
        if not said.runs:
            continue
        if len(parts[-1]) >= (IN_A_LONG_PARAGRAPH if said.continues else IN_A_PARAGRAPH):
            parts.append([])
        parts[-1].append(said.runs)
    return [Paragraph(spaced(part)) for part in parts if part]


def _lead(section: Section, unit: Unit, phrases: Phrases) -> Said:
    """The region's numbers, where there are enough activities, or the reports claim more than they describe."""
    found = section.activities
    claims_more = found.listed is not None and found.value != found.listed
    if not (claims_more or section.reported) and len(found.source.activities) < LEAD_FROM:
        return Said()
    described: Words = NOTHING
    if claims_more and found.listed and found.listed.least:
        described = filled(phrases.text("section", "described"), number=bare(found.listed, found.source_of_listed))
    people: Words = NOTHING
    if section.participants:
        number = bare(section.participants.value, section.participants.source)
        people = filled(phrases.text("section", "participants"), number=number)
    said = filled(
        phrases.text("section", "lead"),
        where=words(in_region(unit)),
        held=with_verb("held", found, phrases.text("totals", "unit"), phrases),
        described=described,
        participants=people,
    )
    return Said(sentence((*said, *say_reported(section.reported, phrases)), found.source))


def _told(
    told: Sequence[Sentence],
    unit: Unit | None,
    phrases: Phrases,
    *,
    lead: bool = False,
    planned: bool = False,
    with_year: bool = True,
) -> list[Said]:
    """The sentences; the first says the region, the first dated one the year."""
    told = [tuple(_with_place(one, unit, phrases) for one in clauses) for clauses in told]
    dated = next((at for at, clauses in enumerate(told) if any(one.date for one in clauses)), None)
    result = []
    for at, clauses in enumerate(told):
        place = Place(
            turn=at + lead,
            where=_region(clauses[0], unit) if at == 0 and not lead else "",
            before=told[at - 1][-1] if at else None,
            with_year=with_year and at == dated,
            planned=planned,
        )
        result.append(Said(say(clauses, place, phrases), continues=place.same_place(clauses[0])))
    return result


def _with_place(statement: Statement, unit: Unit | None, phrases: Phrases) -> Statement:
    """The place by its Russian name; none where it is the city that the section is about."""
    place = phrases.places.get(statement.place or "", statement.place)
    is_home = unit is not None and unit.kind == "city" and place in (unit.short["ru"], unit.names["ru"])
    return replace(statement, place=None if is_home else place)


def _region(statement: Statement, unit: Unit | None) -> str:
    if unit is None or (statement.organiser and names_the_region(statement.organiser, unit)):
        return ""
    return in_region(unit)


def _summed_up(rest: Sequence[Item], phrases: Phrases, verb: str) -> Said:
    """ "Кроме того, проведены 120 классных часов, 45 бесед и семинары."."""
    said = [summed_up(item, phrases) for item in rest]
    verb_form = phrases.verb(verb, agreement_of(said))
    source = Source.union(item.source for item in rest)
    opening = words(phrases.text("section", "rest"))
    return Said(sentence(phrase(opening, words(verb_form), listed([one.said for one in said], AND)), source))


def _handed_out(section: Section, phrases: Phrases) -> Said:
    """What was handed out, shown and made at the activities that were only summed up."""
    deeds = deeds_done(section.handed_out, phrases)
    said = phrases.text("section", "handed_out").format(materials=deeds) if deeds else ""
    return Said(sentence(words(said), section.source_of_materials))
