"""The figures of a small campaign, with bounds of every sort."""

import pytest

from svod.packs import load
from svod.standards.figures import Figures, figures_of

PACK = load("sixteen_days")


def told(**columns: object) -> dict[str, object]:
    return {
        "day": "2025-11-28",
        "last_day": "2025-11-28",
        "kind": "round_table",
        "title": "Семья без страха",
        "region": "KZ-39",
        "place": "Рудный",
        "audience": ["pupils", "parents"],
        "partners": ["police"],
        "people": [45, 45],
        "count": [1, 1],
        "online": False,
        **columns,
    }


CONTENT = {
    "made_at": "2025-12-20T10:00:00+05:00",
    "first_day": "2025-11-25",
    "last_day": "2025-12-10",
    "numbers": {"activities": [8, None], "attendances": [345, None], "reported": 2, "expected": 20},
    "regions": [
        {"code": "KZ-10", "activities": [2, None], "attendances": [300, None]},
        {"code": "KZ-39", "activities": [4, 4], "attendances": [45, 60]},
    ],
    "activities": [
        told(),
        told(title="=cmd|' /C calc'!A0", people=[0, 15], audience=["parents", "pupils"]),
        told(kind="training", count=[2, None], people=None, region="KZ-10", day=None, last_day=None, title=None),
        told(kind="lecture", people=[300, None], region="KZ-10", day="2025-12-01", last_day="2025-12-03", online=True),
        told(kind="lecture", region=None, place=None, people=None),
    ],
}


@pytest.fixture(scope="session")
def figures() -> Figures:
    holders = {"KZ-39": "Костанайская областная организация"}
    return figures_of(CONTENT, PACK, "sixteen_days-2025", "Республиканский комитет", holders=holders, planned=9)
