import pytest

from svod.guard.checks import is_birthday, is_card, is_iban, is_iin, is_phone


@pytest.mark.parametrize(
    ("number", "right"),
    [
        ("070517279943", True),
        ("070517 279943", True),
        ("070517279944", False),  # the check digit
        ("071317279943", False),  # the month
        ("930258876990", False),  # an organisation's: the fifth digit is 5
        ("07051727994", False),
    ],
)
def test_iin(number: str, right: bool) -> None:
    assert is_iin(number) is right


def test_iin_whose_first_weights_give_ten_is_checked_by_the_second() -> None:
    eleven = next(
        number
        for number in map(str, range(90010130000, 90010131000))
        if sum(int(digit) * (place + 1) for place, digit in enumerate(number)) % 11 == 10
        and sum(int(digit) * ((place + 2) % 11 + 1) for place, digit in enumerate(number)) % 11 < 10
    )
    assert sum(is_iin(f"{eleven}{digit}") for digit in range(10)) == 1


@pytest.mark.parametrize(
    ("number", "right"),
    [("4700 7279 2301 0683", True), ("4700 7279 2301 0684", False), ("1700 7279 2301 0683", False), ("4242", False)],
)
def test_card(number: str, right: bool) -> None:
    assert is_card(number) is right


@pytest.mark.parametrize(
    ("number", "right"),
    [
        ("KZ71 125K ZT63 5365 1573", True),
        ("KZ72125KZT6353651573", False),
        ("KZ71125KZT63536515", False),  # too short for Kazakhstan
        ("DE89 3704 0044 0532 0130 00", True),
    ],
)
def test_iban(number: str, right: bool) -> None:
    assert is_iban(number) is right


@pytest.mark.parametrize(
    ("number", "right"),
    [("+7 701 234 56 78", True), ("8 (7142) 54-32-10", True), ("+44 20 7946 0123", True), ("8 123 456", False)],
)
def test_phone(number: str, right: bool) -> None:
    assert is_phone(number) is right


@pytest.mark.parametrize(("day", "right"), [("12.05.1980", True), ("12.05.1880", False), ("12.05", False)])
def test_birthday(day: str, right: bool) -> None:
    assert is_birthday(day) is right
