"""Whatever the register holds: its table, sent back as it is, changes nothing; an edit changes just what it says."""

from datetime import date, timedelta
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from svod.packs import load
from svod.register.models import Activity, State
from svod.register.services.take_table import compared, take
from svod.register.workbook import BadSheet
from tests.register.filled import changed, read, received, row, taken_away
from tests.register.made import activity, document
from tests.world import World

PACK = load("sixteen_days")
LETTERS = "абвёЖЯәғқңөұүһіabcXYZ0123456789«»“”\"'()=+-@;,. №/|…&<>"
TEXTS = st.text(st.sampled_from(LETTERS), max_size=30).map(lambda text: " ".join(text.split()))
DAYS = st.dates(date(2025, 11, 1), date(2025, 12, 31))


def codes(terms: Any, most: int = 3) -> st.SearchStrategy[tuple[str, ...]]:
    known = st.sampled_from([one.code for one in terms])
    return st.lists(known, unique=True, max_size=most).map(lambda found: tuple(sorted(found)))


@st.composite
def bounds(draw: st.DrawFn, fewest: int) -> tuple[int, int | None]:
    least = draw(st.integers(fewest, 3000))
    return least, draw(st.one_of(st.just(least), st.none(), st.integers(least, least + 500)))


@st.composite
def values(draw: st.DrawFn) -> dict[str, Any]:
    first = draw(st.one_of(st.none(), DAYS))
    people = draw(st.one_of(st.just((None, None)), bounds(0)))
    count = draw(bounds(1))
    return {
        "kind": draw(st.sampled_from([one.code for one in PACK.kinds])),
        "title": draw(TEXTS),
        "first_day": first,
        "last_day": first and first + timedelta(days=draw(st.integers(0, 9))),
        "place": draw(TEXTS),
        "audience": draw(codes(PACK.audiences)),
        "participants_least": people[0],
        "participants_most": people[1],
        "count_least": count[0],
        "count_most": count[1],
        "partners": draw(codes(PACK.partners)),
        "materials": draw(codes(PACK.materials)),
        "online": draw(st.booleans()),
        "planned": draw(st.booleans()),
    }


# What is typed into a cell, and the columns it then has.
EDITS: dict[str, tuple[Any, dict[str, Any]]] = {
    "kind": ("тренинг", {"kind": "training"}),
    "title": ("Совсем другое", {"title": "Совсем другое"}),
    "place": ("в парке", {"place": "в парке"}),
    "participants": ("более 5000", {"participants_least": 5001, "participants_most": None}),
    "count": ("от 4000 до 4002", {"count_least": 4000, "count_most": 4002}),
    "audience": ("жители; специалисты", {"audience": ("residents", "specialists")}),
    "partners": ("суд", {"partners": ("court",)}),
}
RUNS = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def put(world: World, told: list[dict[str, Any]]) -> None:
    Activity.objects.exclude(same_as=None).delete()
    Activity.objects.all().delete()
    for number, columns in enumerate(told):
        where = document(world, (world.kostanay, world.school)[number % 2])
        activity(world, where, state=State.CONFIRMED, number_reason="журнал", **columns)


@RUNS
@given(st.lists(values(), min_size=1, max_size=6), st.sampled_from(["ru", "kk", "en", "both"]))
def test_unchanged(world: World, told: list[dict[str, Any]], languages: str) -> None:
    put(world, told)
    found = compared(received(world, taken_away(world, languages)))
    assert [(one.state, one.errors, one.changes) for one in found.rows] == [("same", [], [])] * len(told)
    assert found.missing == []


@RUNS
@given(st.data(), st.lists(values(), min_size=1, max_size=5), st.sampled_from(["ru", "kk", "both"]))
def test_an_edit_changes_just_that(
    world: World, data: st.DataObject, told: list[dict[str, Any]], languages: str
) -> None:
    put(world, told)
    number = data.draw(st.integers(0, len(told) - 1))
    field = data.draw(st.sampled_from(sorted(EDITS)))
    typed, columns = EDITS[field]
    before = {one["id"]: one for one in Activity.objects.values()}
    table = received(
        world, changed(taken_away(world, languages), lambda sheet: row(sheet, number + 2, **{field: typed}))
    )
    rows = compared(table).rows
    edited = rows[number]
    assert edited.target is not None
    was = {column: before[edited.target.pk][column] for column in columns}
    assert [one.state for one in rows if one is not edited] == ["same"] * (len(told) - 1)
    assert edited.columns == ({} if was == columns else columns)
    take(table, [one.seen for one in rows], world.people["reviewer"])
    after = {one["id"]: one for one in Activity.objects.filter(same_as=None).values()}
    known = {"version", "origins", "sources", "words", "number_reason", "decided_by_id", "decided_at", *columns}
    assert set(after) == set(before)
    for key, one in after.items():
        differing = {name for name, value in one.items() if value != before[key][name]}
        assert differing <= (known if key == edited.target.pk else set())
    assert {column: after[edited.target.pk][column] for column in columns} == columns


@settings(RUNS, max_examples=25)
@given(st.integers(0, 20_000), st.integers(1, 9), st.text("<>&/9azA", max_size=4))
def test_a_file_that_is_broken_inside_is_refused_and_nothing_worse(
    world: World, start: int, length: int, put_in: str
) -> None:
    """Whatever openpyxl makes of it."""
    out = BytesIO()
    with ZipFile(BytesIO(taken_away(world))) as package, ZipFile(out, "w") as broken:
        for name in package.namelist():
            data = bytearray(package.read(name))
            if name == "xl/worksheets/sheet1.xml":
                at = start % len(data)
                data[at : at + length] = put_in.encode()
            broken.writestr(name, bytes(data))
    assert refused_for(out.getvalue()) in ("", "no_sheet", "sheet_without_head", "sheet_empty")


def refused_for(data: bytes) -> str:
    try:
        read(data)
    except BadSheet as refusal:
        return refusal.code
    return ""


@pytest.mark.parametrize("field", sorted(EDITS))
def test_what_the_edits_say_is_in_the_pack(field: str) -> None:
    """The codes that this test expects are the pack's own."""
    _typed, columns = EDITS[field]
    known = {one.code for terms in (PACK.kinds, PACK.audiences, PACK.partners) for one in terms}
    told = {code for value in columns.values() if isinstance(value, tuple) for code in value}
    assert told <= known
