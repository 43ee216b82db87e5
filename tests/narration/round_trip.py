"""The round trip: random registers, each narrated as the full report and read back from its prose.

`python -m tests.narration.round_trip kk 500` prints what did not come back of 500 registers of one activity each, `… kk
500 8` of registers of one to eight, `… kk 500 8 --seed another` of other ones. `--start 300` leaves out the first 300;
`--only 17 240` travels with these alone. A register that did not come back is printed under its number.

What is read is the report as a stranger would hand it in: the headings and paragraphs of all its parts, from the
opening to the closing, without its tables. Everything that activities say is compared, and how many there are of which
the same is said: kind, title, date, region, place, organiser, audience, participants, count, partners, materials,
whether online, whether planned. Nothing may be lost, and nothing may come that was not in the register.

The register is compared as far as it may be printed (`svod.guard.published`), and these count as the same:
- a place's code and its name, with or without the word for a settlement; the city that is the region and no place at
  all;
- the letters an organiser's name begins with, and an English article; quotation marks and dashes inside a title;
- what is told in the mass has no number ("outreach work", "distribution of leaflets"), if it is but one or some;
- what goes without saying: a showing shows a film, a stand is put up, a commission sits as itself, a
  class hour is for a class.
"""

import argparse
import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from svod.extraction import extract
from svod.guard import published
from svod.narration import narrate
from svod.records import Activity, Bounds, Document, Heading, Paragraph, Report
from tests.narration.drawn import YEAR, Drawn, drawn
from tests.narration.made import PACK, register

UNITS = {unit.code: unit for unit in PACK.geography.units}
IN_THE_MASS = {"outreach", "distribution"}
SETTLEMENT = re.compile(r"^(?:село|населённый пункт|the settlement of) | (?:ауылы|елді мекені)$")
IMPLIED = {"screening": {"video"}, "media": {"video"}, "distribution": {"other"}, "info_stand": {"stand", "banner"}}
OF_A_CLASS = {"pupils", "students"}
SIGNS = re.compile(r"[«»„“”‘’\"']")
DASHES = re.compile(r"\s[–—-]\s")

Said = dict[tuple[tuple[str, object], ...], Bounds]


@dataclass(frozen=True, slots=True)
class Trip:
    at: int
    text: str
    lost: Said
    made_up: Said

    @property
    def came_back(self) -> bool:
        return not (self.lost or self.made_up)


def trips(language: str, numbers: Iterable[int], largest: int, seed: str = "") -> Iterator[Trip]:
    """The registers of those numbers, each of one to `largest` activities and always the same."""
    for at in numbers:
        chance = random.Random(f"{seed}{language}-{at}")  # noqa: S311 -- made-up texts, no secrets
        yield travel(at, drawn(chance, language, largest), language)


def travel(at: int, made: Drawn, language: str) -> Trip:
    whole = register(*made.held, planned=made.planned, reported=made.reported.items(), year=YEAR)
    told = published(whole, PACK)
    text = prose(narrate(told, PACK, language))
    want = alike(one.activity for one in (*told.activities, *told.planned))
    got = alike(extract(Document("d", text, language=language, year=YEAR), PACK).activities)
    lost = {said: count for said, count in want.items() if got.get(said) != count}
    return Trip(at, text, lost, {said: count for said, count in got.items() if want.get(said) != count})


def prose(report: Report) -> str:
    """The headings and paragraphs, as text; the no-break space as a plain one."""
    told = (block.text for block in report.blocks if isinstance(block, Heading | Paragraph))
    return "\n\n".join((report.title, report.subtitle, *told)).replace("\u00a0", " ")


def alike(activities: Iterable[Activity]) -> Said:
    """What is said of activities, and how many there are of which the same is said."""
    counts: dict[tuple[tuple[str, object], ...], list[Bounds]] = defaultdict(list)
    for one in activities:
        counts[_said(one)].append(one.count)
    return {said: _number(said, Bounds.total(found)) for said, found in counts.items()}


def _number(said: tuple[tuple[str, object], ...], count: Bounds) -> Bounds:
    untold = dict(said)["kind"] in IN_THE_MASS and (count.most is None or count == Bounds(1, 1))
    return Bounds.at_least(1) if untold else count


def _said(one: Activity) -> tuple[tuple[str, object], ...]:
    fields = {
        "kind": one.kind,
        "title": _plain(one.title or ""),
        "date": str(one.date) if one.date else "",
        "region": one.region,
        "place": _code(one),
        "organiser": _plain(one.organiser or "").casefold().removeprefix("the "),
        "audience": _people(one),
        "participants": one.participants,
        "partners": tuple(sorted(one.partners)),
        "materials": tuple(sorted(set(one.materials) - IMPLIED.get(one.kind, set()))),
        "online": one.online,
        "planned": one.planned,
    }
    return tuple((name, value) for name, value in fields.items() if value)


def _people(one: Activity) -> tuple[str, ...]:
    """A commission sits as itself, a class hour is for a class."""
    if one.kind == "commission_session":
        return ()
    return tuple(sorted(set(one.audience) - (OF_A_CLASS if one.kind == "class_hour" else set())))


def _plain(name: str) -> str:
    """Without the typography that a report changes."""
    return " ".join(DASHES.sub(" — ", SIGNS.sub("", name)).split()).rstrip(".")


def _code(one: Activity) -> str:
    """The place's code; none for the city that is the region itself."""
    place = SETTLEMENT.sub("", one.place or "")
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


def main(language: str, numbers: Sequence[int], largest: int, seed: str) -> None:
    back = 0
    for trip in trips(language, numbers, largest, seed):
        back += trip.came_back
        if not trip.came_back:
            sys.stdout.write(_shown(trip))
            sys.stdout.flush()
    sys.stdout.write(f"{language}: {back} of {len(numbers)} registers came back\n")


def _shown(trip: Trip) -> str:
    parts = [("-", *one) for one in trip.lost.items()] + [("+", *one) for one in trip.made_up.items()]
    lines = (f"    {sign} {count} {dict(said)}" for sign, said, count in parts)
    return "\n".join((f"==== {trip.at}", trip.text, *lines, ""))


def _asked() -> argparse.Namespace:
    asked = argparse.ArgumentParser(description="Narrate random registers and read them back.")
    asked.add_argument("language", choices=("ru", "kk", "en"))
    asked.add_argument("number", type=int, help="how many registers")
    asked.add_argument("largest", type=int, nargs="?", default=1, help="how many activities one may have")
    asked.add_argument("--seed", default="", help="any word: other registers")
    asked.add_argument("--start", type=int, default=0, help="the first one's number")
    asked.add_argument("--only", type=int, nargs="+", help="the registers of these numbers")
    return asked.parse_args()


if __name__ == "__main__":
    told = _asked()
    main(told.language, told.only or range(told.start, told.number), told.largest, told.seed)
