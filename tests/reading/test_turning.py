"""What goes on over the end of a page; and lines that a PDF gives in one."""

import pytest

from svod.reading.pages import Line, Word, by_height, line_of, paragraphs
from svod.reading.turning import turn_page

HEAD = "№ | Мероприятие | Дата | Охват"


@pytest.mark.parametrize(
    ("above", "below", "told"),
    [
        (["В школе прошёл"], ["семинар.", "Были все."], ["В школе прошёл семинар.", "Были все."]),
        (["Прошёл семинар."], ["Были все."], ["Прошёл семинар.", "Были все."]),
        (
            [HEAD, "1 | Урок | 1 декабря | 9"],
            [HEAD, "2 | Квест | | 8"],
            [HEAD, "1 | Урок | 1 декабря | 9", "2 | Квест | | 8"],
        ),
        (
            [HEAD, "7 | Турнир по | 28.11.202 | 31"],
            [HEAD, "| волейболу | 5", "8 | Опрос"],
            [HEAD, "7 | Турнир по волейболу | 28.11.2025 | 31", "8 | Опрос"],
        ),
        ([HEAD, "9 | Опрос | | 7"], ["| Итого | | 7"], [HEAD, "9 | Опрос | | 7", "| Итого | | 7"]),
        (["Школа | Опрос"], ["| и ещё"], ["Школа | Опрос", "| и ещё"]),
        ([], ["начало"], ["начало"]),
        (["конец"], [], ["конец"]),
    ],
)
def test_a_page_is_turned(above: list[str], below: list[str], told: list[str]) -> None:
    turn_page(above, below)
    assert above == told


def test_what_a_cell_broke_stands_on_lines_of_its_own() -> None:
    day, rest, beside = Word("28.11.202", 50, 90, 100, 100), Word("5", 50, 76, 55, 86), Word("СШ", 120, 90, 135, 100)
    assert by_height([day, beside]) == [[day, beside]]
    assert by_height([day, rest]) == [[day], [rest]]
    assert by_height([day, Word("²", 101, 95, 104, 101)]) == [[day, Word("²", 101, 95, 104, 101)]]


def test_a_line_stretched_to_the_margin_is_no_row() -> None:
    def line(*lefts: float) -> str:
        names = ("открылась", "книжная", "выставка", "«Ракурс».")
        return line_of([Word(name, left, 90, left + 50, 100) for name, left in zip(names, lefts, strict=True)]).text

    assert line(50, 125, 200.5, 275) == "открылась книжная выставка «Ракурс»."
    assert line(50, 125, 180, 260) == "открылась | книжная выставка | «Ракурс»."
    assert line(50, 125, 200, 290) == "открылась | книжная | выставка | «Ракурс»."


def printed(text: str, left: float, bottom: float) -> Line:
    return line_of([Word(text, left, bottom, left + 6.0 * len(text), bottom + 10)])


def test_a_cell_goes_on_in_the_line_below_it() -> None:
    first = [printed("2", 50, 90), printed("Родительское", 80, 90), printed("88", 300, 90)]
    assert list(paragraphs([*first, printed("собрание", 80, 78)])) == ["2 | Родительское собрание | 88"]
    assert list(paragraphs([*first, printed("Директор школы", 50, 78)])) == ["2 | Родительское | 88", "Директор школы"]
    assert list(paragraphs([*first, printed("собрание", 80, 50)])) == ["2 | Родительское | 88", "собрание"]
    assert list(paragraphs([*first[1:], printed("собрание", 80, 78)])) == ["Родительское собрание | 88"]
    assert list(paragraphs([printed("Итоги", 50, 90), printed("школы", 50, 60)])) == ["Итоги", "школы"]
