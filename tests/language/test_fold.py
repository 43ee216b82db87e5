"""The folded text: one spelling, every position kept."""

import pytest
from hypothesis import given, strategies as st

from svod.language.fold import fold, in_one_script

CYRILLIC_OR_LATIN = st.text(alphabet="абвеыіқғәөұүңһёəaceopxyiİABCHKMst -–\u00a0«»\n0123456789")


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Елуге жуық оқушы", "елуге жуык окушы"),
        ("ҚАЗАҚСТАН", "казакстан"),
        ("Әйел құқығы", "айел кукыгы"),
        ("трёхсот", "трехсот"),
        ("вcтрeчи жeнщин", "встречи женщин"),  # Latin c and e
        ("Kостанай", "костанай"),  # Latin K
        ("B  целом", "в  целом"),  # Latin B, alone
        ("ақпарат кyні", "акпарат куни"),  # Latin y
        ("бiрлiк", "бирлик"),  # Latin i
        ("мəслихат", "маслихат"),  # Latin schwa
        ("в Zoom-да, QR-код", "в zoom-да, qr-код"),
        ("Zoomда", "zoomда"),
        ("300\u00a0учеников", "300 учеников"),
        ("Round table", "round table"),
        ("the “Round Table”", "the “round table”"),
    ],
)
def test_spellings_meet(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text() | CYRILLIC_OR_LATIN)
def test_positions_hold(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text() | CYRILLIC_OR_LATIN)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(CYRILLIC_OR_LATIN, st.text(alphabet="абвежқғәөұүңһё", min_size=1))
def test_a_line_is_folded_alike_wherever_it_stands(before: str, line: str) -> None:
    assert fold(f"{before}\n{line}").endswith(f"\n{fold(line)}")


def test_a_printed_name_is_in_one_script() -> None:
    assert (
        in_one_script("Детскaя библиoтека, ZOOM, zoomда, Cерік, Wi-Fi")
        == "Детская библиотека, ZOOM, zoomда, Серік, Wi-Fi"
    )
