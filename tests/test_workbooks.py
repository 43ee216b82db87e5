"""Small workbooks: whatever somebody typed, other programs open them and read the same."""

from io import BytesIO

import openpyxl
import pytest
from hypothesis import given, strategies as st

from svod.workbooks import Book

TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff"), min_size=1
)


def read(book: Book) -> list[object]:
    sheet = openpyxl.load_workbook(BytesIO(book.content)).active
    assert sheet is not None
    return [cell.value for cell in sheet[1]]


@pytest.mark.parametrize(
    "text", ["<r>вход & выход</r>", "<r></r>", "=1+1", "https://a.kz", "7", "<r>", "обычный текст"]
)
def test_what_looks_like_something_else_is_a_text(text: str) -> None:
    with Book() as book:
        sheet = book.add_worksheet()
        sheet.write_string(0, 0, text, book.add_format({"bold": True}))
        sheet.write_row(0, 1, [text, 7])
    assert read(book) == [text, text, 7]


@given(TEXT.map("<r>{}</r>".format) | TEXT)
def test_every_text_comes_back(text: str) -> None:
    with Book() as book:
        book.add_worksheet().write_string(0, 0, text)
    assert read(book) == [text]


def test_the_same_rows_are_the_same_bytes() -> None:
    made = []
    for _ in range(2):
        with Book() as book:
            book.add_worksheet().write_row(0, 0, ["а", 1])
        made.append(book.content)
    assert made[0] == made[1]
