"""Ruled tables: a cell's words stay together however its lines were broken, and no word is lost."""

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from svod.reading.pages import Word
from svod.reading.ruled import tables
from svod.reading.rules import Rules
from tests.reading.test_kinds import FILES, blocks


def grid(lefts: list[float], tops: list[float]) -> Rules:
    rules = Rules([], [])
    for top in tops:
        rules.add((lefts[0], top), (lefts[-1], top))
    for left in lefts:
        rules.add((left, tops[0]), (left, tops[-1]))
    return rules


def word(text: str, left: float, bottom: float, width: float = 0.0) -> Word:
    return Word(text, left, bottom, left + (width or 6.0 * len(text)), bottom + 10)


def rows(rules: Rules, printed: list[list[Word]]) -> list[str]:
    (table,) = tables(rules)
    return [line.text for line in table.lines(printed)]


def test_a_printed_table_is_read_by_its_cells() -> None:
    assert blocks(FILES / "table.pdf") == [
        ("paragraph", "Отчёт районной организации"),
        *(
            ("row", text)
            for text in (
                "Район | Мероприятие | Дата проведения | Ответственные организации | "
                "Количество участников | Примечание",
                "Абайский | Круглый стол «Вместе рядом» | 27.11.2026 | профком | 45 | без замечаний",
                "Абайский | Классные часы | с 25 по 30 ноября | Гимназия | 1245 учащихся",
                "Всего по району | | | | 1290",
            )
        ),
        ("paragraph", "После таблицы сказано главное."),
    ]


@pytest.mark.parametrize(
    ("above", "below", "told"),
    [
        ("мероприя", "тия", "мероприятия"),
        ("Классные", "часы", "Классные часы"),
        ("27.11.202", "6", "27.11.2026"),
        ("қатысушыл", "ар", "қатысушылар"),
        ("тәрбие", "сағаты", "тәрбие сағаты"),
        ("студентов", ",", "студентов,"),
        ("45", "60", "45 60"),
    ],
)
def test_a_word_cut_by_its_cell_is_whole_again(above: str, below: str, told: str) -> None:
    rules = grid([0, 10 + 6 * len(above), 200], [60, 30, 0])
    printed = [[word(above, 5, 47)], [word(below, 5, 33)], [word("второй", 5 + 8 + 6 * len(above), 5)]]
    assert rows(rules, printed) == [told, " | второй"]


def test_a_word_that_had_room_is_not_cut() -> None:
    assert rows(grid([0, 100, 200], [60, 30, 0]), [[word("мероприя", 5, 47)], [word("тия", 5, 33)]]) == ["мероприя тия"]


def test_an_item_of_a_list_in_a_cell_stands_apart() -> None:
    printed = [[word("1.", 5, 47), word("тренинг", 20, 47)], [word("2.", 5, 33), word("опрос", 20, 33)]]
    assert rows(grid([0, 100, 200], [60, 30, 0]), printed) == ["1. тренинг; 2. опрос"]


def test_a_frame_is_no_table() -> None:
    assert tables(grid([0, 100], [60, 30, 0])) == []
    assert tables(grid([0, 50, 100], [60, 0])) == []


def test_two_tables_of_a_page_are_two() -> None:
    one, other = grid([0, 50, 100], [60, 30, 0]), grid([0, 50, 100], [200, 150, 100])
    assert len(tables(Rules(one.level + other.level, one.upright + other.upright))) == 2


edges = st.lists(st.integers(0, 60), min_size=3, max_size=6, unique=True).map(
    lambda found: [8.0 * edge for edge in sorted(found)]
)


@given(edges, edges, st.data())
def test_every_word_is_told_once(lefts: list[float], heights: list[float], data: st.DataObject) -> None:
    (table,) = tables(grid(lefts, heights[::-1]))
    cells = [(left, bottom) for left, _ in pairwise(lefts) for bottom, _ in pairwise(heights)]
    chosen = data.draw(st.lists(st.sampled_from(cells), unique=True))
    printed = [
        [Word(f"с{number}", left + 1, bottom + 1, left + 6, bottom + 6)] for number, (left, bottom) in enumerate(chosen)
    ]
    told = Counter(" ".join(line.text for line in table.lines(printed)).replace("|", " ").split())
    assert told == Counter(f"с{number}" for number in range(len(chosen)))


@given(
    st.lists(st.tuples(*[st.floats(0, 500)] * 4), max_size=40),
    st.lists(st.tuples(st.floats(0, 500), st.floats(0, 500)), max_size=9),
)
def test_whatever_is_drawn_no_word_of_a_table_is_lost(
    strokes: list[tuple[float, float, float, float]], places: list[tuple[float, float]]
) -> None:
    rules = Rules([], [])
    for x, y, other_x, other_y in strokes:
        rules.add((x, y), (other_x, y))
        rules.add((x, y), (x, other_y))
    words = [Word(f"с{number}", x, y, x + 2, y + 2) for number, (x, y) in enumerate(places)]
    for table in tables(rules):
        held = [one for one in words if table.holds(one)]
        told = " ".join(line.text for line in table.lines([one] for one in held))
        assert all(one.text in told for one in held)
