"""A region's part of the report: its numbers, its activities, its contradictions; and what is planned."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from svod.narration.facts import Highlight, Item, Section, Sentence, Source, Statement
from svod.narration.gathered import gathered
from svod.narration.grammar import Grammar, Place, names_the_region
from svod.narration.numbers import bare, contradiction, say_alone, say_reported
from svod.narration.runs import NOTHING, Words, capital, filled, phrase, sentence, spaced, words
from svod.narration.statements import say
from svod.packs.pack import Unit
from svod.records import Heading, Paragraph, ReportBlock, Run
from svod.records.bounds import ZERO

IN_A_PARAGRAPH = 4  # sentences
LEAD_FROM = 4  # activities: fewer are seen at a glance, their number need not be said


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence; `opening` is said instead where it opens a paragraph. `continues` what the one before told."""

    runs: tuple[Run, ...] = ()
    continues: bool = False
    opening: tuple[Run, ...] = ()


def say_section(section: Section, units: Mapping[str, Unit], grammar: Grammar) -> list[ReportBlock]:
    """The heading, the paragraphs and the notes of one section."""
    notes = [Paragraph(found, note=True) for found in say_contradictions(section, grammar)]
    return [say_heading(section, units, grammar), *paragraphs(say_sentences(section, units, grammar)), *notes]


def say_heading(section: Section, units: Mapping[str, Unit], grammar: Grammar, level: int = 2) -> Heading:
    """The region's name, where the map leads."""
    name = units[section.region].names[grammar.language] if section.region else grammar.text("headings", "nowhere")
    return Heading(capital(name), level, f"region-{section.region or 'none'}")


def say_sentences(section: Section, units: Mapping[str, Unit], grammar: Grammar) -> list[Said]:
    """The numbers, the activities one by one, then what is summed up."""
    unit = units[section.region] if section.region else None
    lead = _lead(section, unit, grammar) if unit else Said()
    sentences = [lead, *_told(section.sentences, unit, grammar, lead=bool(lead.runs))]
    if section.rest:
        sentences.append(_summed_up(section.rest, grammar))
        sentences.append(_handed_out(section, grammar))
    return sentences


def say_contradictions(section: Section, grammar: Grammar) -> list[tuple[Run, ...]]:
    """A sentence for each pair of numbers of the region that cannot both be true."""
    return [sentence(contradiction(found, grammar)) for found in section.contradictions]


def say_planned(planned: Sequence[Section], units: Mapping[str, Unit], grammar: Grammar) -> list[ReportBlock]:
    """The heading and the paragraphs of what is to be held; nothing where nothing is planned."""
    if not planned:
        return []
    sentences: list[Said] = []
    for section in planned:
        unit = units[section.region] if section.region else None
        sentences += _told(section.sentences, unit, grammar, planned=True, with_year=not sentences)
        if section.rest:
            sentences.append(_summed_up(section.rest, grammar, planned=True))
    lead = Said(sentence(words(grammar.text("planned", "lead"))))
    return [Heading(grammar.text("headings", "planned"), 1, "planned"), *paragraphs([lead, *sentences])]


def say_highlight(found: Highlight, turn: int, unit: Unit, grammar: Grammar) -> tuple[Run, ...]:
    """One activity in a sentence that says its region and its day, for it stands below no region's heading."""
    clauses = tuple(_with_place(one, unit, grammar) for one in found.sentence)
    region = unit.names[grammar.language]
    says_itself = any(names_the_region(clause.place or "", unit, grammar.language) for clause in clauses)
    place = Place(turn, where=grammar.where(unit), with_year=False, region="" if says_itself else region)
    return say(clauses, place, grammar)


def paragraphs(sentences: Sequence[Said]) -> list[Paragraph]:
    """The sentences that say something, a few to a paragraph."""
    parts: list[list[tuple[Run, ...]]] = [[]]
    for said in sentences:
        if not said.runs:
            continue
        if len(parts[-1]) >= IN_A_PARAGRAPH + said.continues:
            parts.append([])
        parts[-1].append((not parts[-1] and said.opening) or said.runs)
    return [Paragraph(spaced(part)) for part in parts if part]


def _lead(section: Section, unit: Unit, grammar: Grammar) -> Said:
    """The region's numbers, where there are enough activities, the reports claim more, or nothing else is told."""
    found = section.activities
    if found.value == ZERO and not found.source.evidences:
        return _without_activities(section, unit, grammar)
    claims_more = found.listed is not None and found.value != found.listed
    is_told = bool(section.sentences or section.rest)
    if is_told and not (claims_more or section.reported) and len(found.source.activities) < LEAD_FROM:
        return Said()
    described: Words = NOTHING
    if claims_more and found.listed and found.listed.least:
        described = filled(
            grammar.text("section", "described"),
            number=bare(found.listed, found.source_of_listed, grammar.language),
        )
    people: Words = NOTHING
    if section.participants:
        number = bare(section.participants.value, section.participants.source, grammar.language)
        people = filled(grammar.text("section", "participants"), number=number)
    said = filled(
        grammar.text("section", "lead"),
        where=words(grammar.where(unit)),
        held=grammar.held(found),
        described=described,
        participants=people,
    )
    return Said(sentence((*said, *say_reported(section.reported, grammar)), found.source))


def _without_activities(section: Section, unit: Unit, grammar: Grammar) -> Said:
    """The other numbers of a region whose activities nobody tells; that none was held is not said."""
    people = (("participants", section.participants),) if section.participants else ()
    told = say_alone((*people, *section.reported), grammar.where(unit), grammar)
    return Said(sentence(told) if told else ())


def _told(
    told: Sequence[Sentence],
    unit: Unit | None,
    grammar: Grammar,
    *,
    lead: bool = False,
    planned: bool = False,
    with_year: bool = True,
) -> list[Said]:
    """The sentences; the first says the region, the first dated one the year."""
    told = gathered([tuple(_with_place(one, unit, grammar) for one in clauses) for clauses in told], grammar)
    dated = next((at for at, clauses in enumerate(told) if any(one.date for one in clauses)), None)
    result = []
    for at, clauses in enumerate(told):
        place = Place(
            turn=at + lead,
            where=_region(clauses[0], unit, grammar) if at == 0 and not lead else "",
            before=told[at - 1][-1] if at else None,
            with_year=with_year and at == dated,
            planned=planned,
        )
        opening = _opening(clauses, place, unit, grammar) if at else ()
        result.append(Said(say(clauses, place, grammar), clauses[0].continued, opening))
    return result


def _opening(clauses: Sentence, place: Place, unit: Unit | None, grammar: Grammar) -> tuple[Run, ...]:
    """The sentence where it opens a paragraph: it names anew where and by whom; of what is planned the region, too,
    which no heading above tells."""
    where = _region(clauses[0], unit, grammar) if place.planned else place.where
    return say(clauses, replace(place, where=where, before=None), grammar)


def _with_place(statement: Statement, unit: Unit | None, grammar: Grammar) -> Statement:
    """The place by its name in the language; none where it is the city that the section is about."""
    place = grammar.phrases.places.get(statement.place or "", statement.place)
    is_home = unit is not None and unit.kind == "city" and place in {*unit.short.values(), *unit.names.values()}
    return replace(statement, place=None if is_home else place)


def _region(statement: Statement, unit: Unit | None, grammar: Grammar) -> str:
    if unit is None or (statement.organiser and names_the_region(statement.organiser, unit, grammar.language)):
        return ""
    return grammar.where(unit)


def _summed_up(rest: Sequence[Item], grammar: Grammar, *, planned: bool = False) -> Said:
    """ "Кроме того, проведены 120 классных часов, 45 бесед и семинары."."""
    opening = words(grammar.text("section", "rest"))
    source = Source.union(item.source for item in rest)
    return Said(sentence(phrase(opening, grammar.summed_up(rest, planned=planned)), source))


def _handed_out(section: Section, grammar: Grammar) -> Said:
    """What was handed out, shown and made at the activities that were only summed up."""
    deeds = grammar.handed_out(section.handed_out)
    said = grammar.text("section", "handed_out").format(materials=deeds) if deeds else ""
    return Said(sentence(words(said), section.source_of_materials))
