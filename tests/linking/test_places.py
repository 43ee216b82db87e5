"""Names of places in two languages and spellings, and what may lie in what."""

import pytest

from svod.linking.places import NOWHERE, gazetteer, locate, may_hold
from svod.packs import load

KNOWN = gazetteer(load("sixteen_days"))


@pytest.mark.parametrize(
    ("region", "name", "place"),
    [
        ("KZ-35", "Қарағанды", ("KZ-35/karaganda", "town")),  # the town, not the region of its name
        ("KZ-39", "Жітіқара", ("KZ-39/zhitikara", "town")),  # nor the district
        ("KZ-39", "Житикаринский район", ("KZ-39/zhitikara-district", "district")),
        ("KZ-19", "Шелек ауылы", ("KZ-19/shelek", "village")),
        ("KZ-19", "село Байсеит", ("байсеит", "village")),
        ("KZ-71", "Астана", NOWHERE),  # the region itself
        ("KZ-71", None, NOWHERE),
    ],
)
def test_where(region: str, name: str | None, place: tuple[str, str]) -> None:
    assert locate(region, name, KNOWN) == place


@pytest.mark.parametrize(
    ("one", "other", "holds"),
    [
        (("a", "district"), ("b", "town"), True),
        (("a", "district"), ("b", "village"), True),
        (("a", "district"), ("b", ""), True),
        (("a", "town"), ("b", ""), True),
        (("a", "town"), ("b", "town"), False),
        (("a", "town"), ("b", "village"), False),
        (("a", "district"), ("b", "district"), False),
    ],
)
def test_what_may_lie_in_what(one: tuple[str, str], other: tuple[str, str], holds: bool) -> None:
    assert may_hold(one, other) is may_hold(other, one) is holds
