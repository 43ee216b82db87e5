"""Nothing hidden can be worked out: for each hidden cell there is another table with the same printed numbers."""

from collections.abc import Iterator, Mapping
from itertools import product

import pytest
from hypothesis import given, settings, strategies as st

from svod.guard.small import ALL, Cell, suppressed, with_sums

ROWS, COLUMNS = ("a", "b", "c"), ("x", "y")
MOST = 9


def others(cells: Mapping[tuple[str, str], int], hidden: frozenset[Cell]) -> Iterator[dict[Cell, int]]:
    """Every table of numbers to MOST that has the same in all cells and sums that are not hidden."""
    table = with_sums(cells)
    unknown = [cell for cell in cells if cell in hidden]
    for numbers in product(range(MOST + 1), repeat=len(unknown)):
        other = with_sums({**cells, **dict(zip(unknown, numbers, strict=True))})
        if all(other[cell] == table[cell] for cell in table if cell not in hidden):
            yield other


tables = st.fixed_dictionaries({cell: st.integers(0, 7) for cell in product(ROWS[:2], COLUMNS)})
long_tables = st.fixed_dictionaries({(row, "x"): st.integers(0, 7) for row in ROWS})


@settings(max_examples=40, deadline=None)
@given(st.one_of(tables, long_tables))
def test_nothing_hidden_can_be_worked_out(cells: dict[tuple[str, str], int]) -> None:
    hidden = suppressed(cells)
    seen: dict[Cell, set[int]] = {cell: set() for cell in hidden}
    for other in others(cells, hidden):
        for cell in hidden:
            seen[cell].add(other[cell])
    assert all(len(values) > 1 for values in seen.values())


@given(st.dictionaries(st.tuples(st.sampled_from("abcdef"), st.sampled_from("xyz")), st.integers(0, 30), min_size=1))
def test_every_small_number_below_the_region_is_hidden_and_no_table_without_one_is_touched(
    cells: dict[tuple[str, str], int],
) -> None:
    hidden, table = suppressed(cells), with_sums(cells)
    small = {cell for cell, value in table.items() if cell[0] is not ALL and 0 < value < 5}
    assert small <= hidden
    assert small or not hidden


@pytest.mark.parametrize(
    ("cells", "hidden"),
    [
        ({("a", "x"): 9, ("b", "x"): 8}, set()),
        # one small number: the cheapest other one goes with it, and the sums of their rows that equal them
        ({("a", "x"): 3, ("b", "x"): 8, ("c", "x"): 20}, {("a", "x"), ("a", ALL), ("b", "x"), ("b", ALL)}),
        # a rectangle is hidden where rows and columns have sums
        (
            {("a", "x"): 3, ("a", "y"): 9, ("b", "x"): 8, ("b", "y"): 7},
            {("a", "x"), ("a", "y"), ("b", "x"), ("b", "y")},
        ),
        # a region's only district is the region: the sum that would tell it is hidden too
        ({("a", "x"): 3}, {("a", "x"), ("a", ALL), (ALL, "x"), (ALL, ALL)}),
    ],
)
def test_what_is_hidden(cells: dict[tuple[str, str], int], hidden: set[Cell]) -> None:
    assert suppressed(cells) == hidden
