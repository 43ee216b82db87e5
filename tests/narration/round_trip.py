"""The round trip: random activities of one region, narrated and read back.

`python -m tests.narration.round_trip kk 500` prints what did not come back.

What a noun says itself is taken for said ("показ фильма" shows a film), and a kind that is told in the mass ("outreach
work") has no number.
"""

import random
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from svod.extraction import extract
from svod.narration import narrate
from svod.narration.safety import public
from svod.packs.pack import Unit
from svod.records import Activity, Bounds, Document, Heading, Report
from tests.narration.made import PACK, activity, register, sentences

YEAR = 2025
UNITS = {unit.code: unit for unit in PACK.geography.units}
REGIONS = PACK.geography.regions
KINDS = [term.code for term in PACK.kinds if term.code != "other"]
AUDIENCES = [term.code for term in PACK.audiences]
PARTNERS = [term.code for term in PACK.partners if term.code != "other"]
MATERIALS = ["brochure", "leaflet", "booklet", "memo", "poster", "video"]
WITHOUT_PEOPLE = {"exhibition", "info_stand", "media", "hotline", "distribution"}  # nothing is handed out at these
IN_THE_MASS = {"outreach", "distribution"}
IMPLIED = {"screening": {"video"}, "media": {"video"}, "distribution": {"other"}, "info_stand": {"stand", "banner"}}
TITLES = {
    "ru": ("Дом без боли", "Право на тишину", "Мы рядом", "Голос каждого", "Тёплый дом", "Закон и порядок"),
    "kk": ("Отбасы — бақыт мекені", "Құқығыңды біл", "Біз біргеміз", "Зорлыққа жол жоқ", "Жылы шаңырақ"),
    "en": ("A home without pain", "Know your rights", "We are near", "Every voice counts", "A warm house"),
}
ORGANISERS = {
    "ru": ("школа-гимназия № 12", "политехнический колледж", "областная организация профсоюза"),
    "kk": ("№ 12 мектеп-гимназия", "Политехникалық колледж", "Облыстық кәсіподақ ұйымы", "Аудандық білім бөлімі"),
    "en": ("the trade union committee", "the college", "the university"),
}

Said = dict[tuple[tuple[str, object], ...], Bounds]


@dataclass(frozen=True, slots=True)
class Trip:
    text: str
    lost: Said
    made_up: Said

    @property
    def came_back(self) -> bool:
        return not (self.lost or self.made_up)


def trips(language: str, number: int, largest: int, seed: str = "") -> Iterator[Trip]:
    """That many registers of one to `largest` activities, always the same ones."""
    for at in range(number):
        chance = random.Random(f"{seed}{language}-{at}")  # noqa: S311 -- made-up texts, no secrets
        region = chance.choice(REGIONS)
        yield travel([drawn(chance, region, language) for _ in range(chance.randint(1, largest))], region, language)


def travel(made: list[Activity], region: Unit, language: str) -> Trip:
    told = [public(one) for one in made]
    report = narrate(register(*told, year=YEAR), PACK, language)
    text = f"{_heading(report, region)}\n\n{sentences(report, f'region-{region.code}')}"
    read = extract(Document("d", text, language=language, year=YEAR), PACK).activities
    want, got = alike(told), alike(read)
    lost = {said: count for said, count in want.items() if got.get(said) != count}
    return Trip(text, lost, {said: count for said, count in got.items() if want.get(said) != count})


def drawn(chance: random.Random, region: Unit, language: str) -> Activity:
    """An activity as a submission may tell it."""
    kind = chance.choice(KINDS)
    fields: dict[str, str] = {}

    def sometimes(share: float, name: str, value: str) -> None:
        if chance.random() < share:
            fields[name] = value

    places = [unit.code for unit in UNITS.values() if unit.region == region.code and unit.kind in ("town", "district")]
    if kind != "distribution":
        sometimes(0.4, "title", chance.choice(TITLES[language]))
    first = chance.randint(25, 29)
    end = chance.choice(["", "", f"/2025-12-{chance.randint(1, 9):02}"])
    sometimes(0.35, "date", f"2025-11-{first}{end}")
    if places:
        sometimes(0.35, "place", chance.choice(places))
    sometimes(0.25, "organiser", chance.choice(ORGANISERS[language]))
    if kind != "commission_session":
        sometimes(0.5, "audience", some_of(chance, AUDIENCES))
    sometimes(0.35, "participants", a_number(chance, 5))
    sometimes(0.25, "partners", some_of(chance, PARTNERS))
    if kind not in WITHOUT_PEOPLE:
        sometimes(0.15, "materials", some_of(chance, MATERIALS))
    if "participants" not in fields:
        counts = ["2+", a_number(chance, 2)] if "title" in fields else ["2+", "1+", a_number(chance, 2)]
        sometimes(0.35, "count", chance.choice(counts))
    return activity(kind, region=region.code, online=chance.random() < 0.1, **fields)


def some_of(chance: random.Random, codes: list[str]) -> str:
    return " ".join(sorted(chance.sample(codes, chance.choice([1, 1, 2]))))


def a_number(chance: random.Random, least: int) -> str:
    number = chance.randint(least, 400)
    return chance.choice([f"{number}", f"{number}", f"{number}+", f"{number}-{number + chance.randint(1, 40)}"])


def alike(activities: Iterable[Activity]) -> Said:
    """What is said of activities, and how many there are of which the same is said."""
    counts: dict[tuple[tuple[str, object], ...], list[Bounds]] = defaultdict(list)
    for one in activities:
        counts[_said(one)].append(one.count)
    return {said: _number(said, Bounds.total(found)) for said, found in counts.items()}


def _number(said: tuple[tuple[str, object], ...], count: Bounds) -> Bounds:
    fields = dict(said)
    untold = fields["kind"] in IN_THE_MASS and "title" not in fields and (count.most is None or count == Bounds(1, 1))
    return Bounds.at_least(1) if untold else count


def _said(one: Activity) -> tuple[tuple[str, object], ...]:
    fields = {
        "kind": one.kind,
        "title": one.title,
        "date": str(one.date) if one.date else "",
        "region": one.region,
        "place": _code(one),
        "organiser": (one.organiser or "").lower().removeprefix("the "),
        "audience": tuple(sorted(one.audience)),
        "participants": one.participants,
        "partners": tuple(sorted(one.partners)),
        "materials": tuple(sorted(set(one.materials) - IMPLIED.get(one.kind, set()))),
        "online": one.online,
    }
    return tuple((name, value) for name, value in fields.items() if value)


def _code(one: Activity) -> str:
    """The place's code; none for the city that is the region itself."""
    place = one.place or ""
    code = place if place in UNITS else CODES.get((one.region or "", place.casefold()), place)
    return "" if code == one.region else code


def _codes() -> dict[tuple[str, str], str]:
    codes: dict[tuple[str, str], str] = {}
    for unit in sorted(UNITS.values(), key=lambda unit: unit.kind in ("region", "city")):
        short = () if unit.kind == "district" else unit.short.values()
        for name in (*unit.names.values(), *short, *unit.other):
            codes.setdefault((unit.region, name.casefold()), unit.code)
    return codes


CODES = _codes()


def _heading(report: Report, region: Unit) -> str:
    anchor = f"region-{region.code}"
    return next(block.text for block in report.blocks if isinstance(block, Heading) and block.anchor == anchor)


def main(language: str, number: str, largest: str = "1") -> None:
    made = list(trips(language, int(number), int(largest)))
    for trip in made:
        if trip.came_back:
            continue
        sys.stdout.write(trip.text.partition("\n\n")[2] + "\n")
        for sign, part in (("-", trip.lost), ("+", trip.made_up)):
            for said, count in part.items():
                sys.stdout.write(f"    {sign} {count} {dict(said)}\n")
    sys.stdout.write(f"{language}: {sum(trip.came_back for trip in made)} of {len(made)} registers came back\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
