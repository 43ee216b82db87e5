"""The laws of counting, each as a property over made-up registers and named as docs/counting.md names it."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings, strategies as st

from svod.counting import CannotAddError, count, together
from svod.linking import link
from svod.records import Bounds, Evidence, Reading, Scope, Total
from tests.counting.made_up import (
    BOUNDS,
    CONTENTS,
    READINGS,
    SCOPES,
    alone,
    assert_not_lowered,
    by_scope,
    counted,
    numbers,
    placeless,
    share_nothing,
    taken_apart,
)
from tests.linking.made import KOSTANAY, PACK, copy, submission, total

law = settings(deadline=None, max_examples=80)


@law
@given(st.lists(st.tuples(BOUNDS, st.integers(0, 60)), max_size=6), st.randoms())
def test_law_1_bounds_are_added_end_by_end(drawn: list[tuple[Bounds, int]], chance: Random) -> None:
    parts = [bounds for bounds, _ in drawn]
    whole = Bounds.total(parts)
    assert whole.least == sum(part.least for part in parts)
    assert whole.most == (None if any(part.most is None for part in parts) else sum(part.most or 0 for part in parts))
    numbers_within = [
        part.least + (over if part.most is None else over % (part.most - part.least + 1)) for part, over in drawn
    ]
    assert Bounds.exactly(sum(numbers_within)).overlaps(whole)
    cut = chance.randint(0, len(parts))
    shuffled = chance.sample(parts, len(parts))
    assert Bounds.total(shuffled[:cut]) + Bounds.total(shuffled[cut:]) == whole


@law
@given(READINGS)
def test_law_2_a_value_is_at_least_the_larger_of_listed_and_reported(readings: list[Reading]) -> None:
    for one in counted(readings).totals:
        assert one.value.least >= max(one.listed.least, one.reported.least if one.reported else 0)
    for one in counted([replace(reading, totals=()) for reading in readings]).totals:
        assert one.value == one.listed


@law
@given(READINGS)
def test_law_3_numbers_that_cannot_both_be_true_are_flagged(readings: list[Reading]) -> None:
    counting = counted(placeless(readings))
    flagged = {found.scope for found in counting.contradictions}
    for one in counting.totals:
        exceeded = one.reported is not None and one.reported.most is not None and one.value.least > one.reported.most
        if one.scope.region and exceeded:
            assert one.scope in flagged
            assert one.value.most is None
    for found in (*counting.contradictions, *counted(readings).contradictions):
        assert not found.one.overlaps(found.other)
        assert found.one_evidence
        assert found.other_evidence


@law
@given(READINGS, st.lists(SCOPES, min_size=2, max_size=2, unique=True))
def test_law_4_a_whole_and_its_parts_are_never_added(readings: list[Reading], scopes: list[Scope]) -> None:
    totals = by_scope(counted(readings))
    for scope, whole in totals.items():
        for parts in taken_apart(scope, totals) if not scope.audience else ():
            assert whole.value.least >= together(parts).least
            if parts:
                with pytest.raises(CannotAddError):
                    together([whole, *parts])
    one, other = (Total(scope, Bounds.exactly(3), Bounds.exactly(3)) for scope in scopes)
    if one.scope.measure == other.scope.measure and share_nothing(one.scope, other.scope):
        assert together([one, other]) == Bounds.exactly(6)
    else:
        with pytest.raises(CannotAddError):
            together([one, other])


@law
@given(st.integers(0, 20), st.lists(st.integers(0, 90), min_size=3, max_size=3), READINGS)
def test_law_5_a_reported_total_is_never_added_to_what_it_covers(
    listed: int, said: list[int], readings: list[Reading]
) -> None:
    """Of one region a list, its own total and those of two districts: the largest way of counting stands."""
    one, other, region = said
    counting = counted(
        [
            submission("region", totals=(total("activities", region),)),
            submission("one", totals=(total("activities", one, place="Карасуский район"),)),
            submission("other", totals=(total("activities", other, place="Аулиекольский район"),)),
            submission("list", *({"kind": "seminar", "title": f"Урок {n}", "region": KOSTANAY} for n in range(listed))),
        ]
    )
    assert by_scope(counting)[Scope("activities", KOSTANAY)].value.least == max(listed, region, one + other)
    for leaf in counted(placeless(readings)).totals:
        if leaf.scope.region and leaf.scope.kind:
            assert leaf.value.least == max(leaf.listed.least, leaf.reported.least if leaf.reported else 0)


@law
@given(READINGS, st.randoms())
def test_law_6_the_order_of_submissions_changes_nothing(readings: list[Reading], chance: Random) -> None:
    shuffled = list(readings)
    chance.shuffle(shuffled)
    distinct = list(link(shuffled, PACK))
    chance.shuffle(distinct)
    assert count(distinct, shuffled, PACK) == counted(readings)


@law
@given(READINGS, st.data())
def test_law_7_a_duplicate_changes_no_number(readings: list[Reading], data: st.DataObject) -> None:
    copies = data.draw(st.lists(st.sampled_from(readings), max_size=2)) if readings else []
    copied = [*readings, *(copy(reading, f"{number}copy") for number, reading in enumerate(copies))]
    before, after = counted(readings), counted(copied)
    assert numbers(after) == numbers(before)
    assert after.coverage == before.coverage
    assert {found.scope for found in after.contradictions} == {found.scope for found in before.contradictions}


@law
@given(READINGS, CONTENTS, st.data())
def test_law_8_a_submission_more_lowers_no_number(
    readings: list[Reading], content: tuple[list[dict[str, object]], list[dict[str, object]]], data: st.DataObject
) -> None:
    """What it tells is new, or one of the listed told again."""
    before = link(readings, PACK)
    more = submission("more", *content[0], totals=tuple(content[1]))
    after = [*before, *(alone(f"+{number}", one) for number, one in enumerate(more.activities))]
    assert_not_lowered(count(before, readings, PACK), count(after, [*readings, more], PACK))
    if before:
        listed = data.draw(st.sampled_from(before))
        again = replace(listed.activity, evidence=Evidence("again", 0, 9), reasons=())
        joined = replace(listed, members=(*listed.members, again))
        teller = replace(submission("again"), activities=(again,))
        after = [joined if one is listed else one for one in before]
        assert_not_lowered(count(before, readings, PACK), count(after, [*readings, teller], PACK))
