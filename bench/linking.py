"""How long linking and counting take, and how that grows: python bench/linking.py

Made-up submissions of one page: ten activities each, a third of them told again by a district or a region.
"""

import random
import resource
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from svod.counting import count
from svod.linking import link
from svod.packs.load import load
from svod.packs.pack import Pack
from svod.records import Activity, Bounds, Document, Evidence, Period, Reading, ReportedTotal

WORDS = "насилие женщина право семья детство школа молчание помощь закон защита мир жизнь учитель голос выбор доверие"
SIZES = (200, 2_000, 10_000)  # submissions


def main() -> None:
    pack = load("sixteen_days")
    print("submissions activities distinct    link s  ms/1,000   count s  ms/1,000  peak MB")
    for size in SIZES:
        readings = submissions(size, pack)
        told = sum(len(reading.activities) for reading in readings)
        started = time.perf_counter()
        distinct = link(readings, pack)
        linked = time.perf_counter()
        count(distinct, readings, pack)
        counted = time.perf_counter()
        row = (linked - started, counted - linked)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(
            f"{size:11,} {told:10,} {len(distinct):8,} "
            + " ".join(f"{seconds:9.2f} {seconds * 1e6 / told:9.1f}" for seconds in row)
            + f" {peak:8,}"
        )


def submissions(size: int, pack: Pack) -> Sequence[Reading]:
    """The same for the same size."""
    chance = random.Random(size)
    activities = [activity(chance, number % (size * 2 // 3) // 2, pack) for number in range(size * 10)]
    for number in range(0, len(activities), 3):
        activities[number] = activities[chance.randrange(len(activities))]
    return [submission(number, activities[number * 10 : number * 10 + 10]) for number in range(size)]


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
    name = f"d{number:06d}"
    placed = [replace(one, evidence=Evidence(name, place * 90, place * 90 + 80)) for place, one in enumerate(told)]
    people = Bounds.exactly(2_000 + number)
    total = ReportedTotal("participants", people, Evidence(name, 950, 980), region=told[0].region)
    return Reading(Document(name, f"submission {number}"), tuple(placed), (total,) if number % 5 == 0 else ())


if __name__ == "__main__":
    main()
