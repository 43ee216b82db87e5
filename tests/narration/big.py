"""A campaign as large as they get: every number is long, every title too, and the numbers of each region disagree."""

from svod.records import Activity, Contradiction, Evidence, Register, Scope
from tests.narration.made import EXPECTED, PACK, activity, bounds, register

TITLE = "Права женщин и защита семьи: как распознать насилие, куда обратиться за помощью и что может сделать коллектив"
ORGANISER = "областная организация Казахстанского отраслевого профессионального союза работников просвещения"


def big(regions: int) -> Register:
    """So many regions, with forty activities of all kinds in each."""
    codes = EXPECTED[:regions]
    held = [one for code in codes for one in _held(code)]
    return register(
        *held,
        planned=[activity("seminar", region=code, title=TITLE) for code in codes],
        reported=[(Scope("activities", code), "1234+") for code in codes] + [(Scope("activities"), "24680+")],
        contradictions=[_contradiction(code) for code in codes],
        nothing_held=tuple(code for code in EXPECTED[regions : regions + 1]),
        year=2025,
    )


def _held(region: str) -> list[Activity]:
    kinds = [term.code for term in PACK.kinds]
    places = [unit.code for unit in PACK.geography.units if unit.region == region and unit.kind == "district"]
    return [
        activity(
            kinds[at % len(kinds)],
            region=region,
            title=f"{TITLE} {at}",
            date=f"2025-12-{at % 9 + 1:02}",
            organiser=ORGANISER,
            participants=f"{1200 + at}-{1500 + at}",
            audience="pupils parents",
            partners="police psychologist lawyer",
            materials="brochure",
            **({"place": places[at % len(places)]} if places else {}),
        )
        for at in range(40)
    ]


def _contradiction(region: str) -> Contradiction:
    places = (Evidence("a", 0, 1),), (Evidence("b", 0, 1),)
    return Contradiction(Scope("participants", region), bounds("54000+"), bounds("35000"), *places)
