"""Made-up submissions for benchmarks: pages of ten activities, a third of them told again by a district or a region."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from svod.packs.pack import Pack
from svod.records import Activity, Bounds, Document, Evidence, Period, Reading, ReportedTotal

WORDS = "насилие женщина право семья детство школа молчание помощь закон защита мир жизнь учитель голос выбор доверие"
PER_PAGE = 10


def submissions(size: int, pack: Pack) -> Sequence[Reading]:
    """So many pages; the same for the same size."""
    chance = random.Random(size)
    schools = max(size // 3, 1)
    activities = [activity(chance, number % schools, pack) for number in range(size * PER_PAGE)]
    for number in range(0, len(activities), 3):
        activities[number] = activities[chance.randrange(len(activities))]
    return [submission(number, activities[number * PER_PAGE :][:PER_PAGE]) for number in range(size)]


def activity(chance: random.Random, school: int, pack: Pack) -> Activity:
    regions = [unit.code for unit in pack.geography.regions]
    people = chance.choice((None, Bounds.exactly(chance.randint(15, 300)), Bounds.at_least(chance.randint(20, 90))))
    return Activity(
        kind=chance.choice(pack.kinds).code,
        evidence=Evidence("", 0, 0),
        title=" ".join(chance.sample(WORDS.split(), 3)) if chance.random() < 0.5 else None,
        date=Period.day(date(2022, 11, 25) + timedelta(chance.randint(0, 15))) if chance.random() < 0.6 else None,
        region=regions[school % len(regions)],
        organiser=f"школа № {school}" if chance.random() < 0.5 else None,
        participants=people,
        audience=tuple(sorted(chance.sample(("pupils", "parents", "teachers"), 2))),
    )


def submission(number: int, told: Sequence[Activity]) -> Reading:
    """A page with a sentence for each, so that what linking reads in the words is read here as well."""
    name = f"d{number:06d}"
    text, placed = "", []
    for one in told:
        start = len(text)
        text += sentence(one)
        placed.append(replace(one, evidence=Evidence(name, start, len(text) - 1)))
    people = Bounds.exactly(2_000 + number)
    total = ReportedTotal("participants", people, Evidence(name, 0, 10), region=told[0].region)
    return Reading(Document(name, f"{text}{name}"), tuple(placed), (total,) if number % 5 == 0 else ())


def sentence(one: Activity) -> str:
    when = f"{one.date.first:%d.%m.%Y} " if one.date else ""
    where = f"в учреждении «{one.organiser}» " if one.organiser else ""
    title = f" «{one.title}»" if one.title else ""
    people = f", участников: {one.participants.least}" if one.participants else ""
    return f"{when}{where}прошло мероприятие{title} для учеников 5-7 классов{people}.\n"
