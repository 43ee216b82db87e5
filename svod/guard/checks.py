"""Whether a number can be what it looks like: check digits, dates, lengths."""

import re
from datetime import date

IIN_FIRST = range(1, 12)
IIN_SECOND = (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2)
IBAN_LENGTHS = {"KZ": 20, "DE": 22, "GB": 22, "RU": 33, "KG": 26, "UZ": 28, "TR": 26, "AE": 23, "PL": 28, "FR": 27}
_NOT_DIGITS = re.compile(r"\D+")


def digits(text: str) -> str:
    return _NOT_DIGITS.sub("", text)


def is_iin(text: str) -> bool:
    """An individual's number in Kazakhstan: a day of birth, a century from 1 to 6 (0 where unknown), a check digit."""
    number = digits(text)
    if len(number) != 12 or number[6] > "6" or not _is_day(number[:6]):
        return False
    control = _weighed(number, IIN_FIRST)
    if control == 10:
        control = _weighed(number, IIN_SECOND)
    return control == int(number[11])


def is_card(text: str) -> bool:
    """A bank card: 13 to 19 digits of a payment system's range that pass Luhn's check."""
    number = digits(text)
    if not 13 <= len(number) <= 19 or number[0] not in "23456":
        return False
    return sum(map(_luhn, range(len(number)), reversed(number))) % 10 == 0


def is_iban(text: str) -> bool:
    """An account: the country's length where known, and 1 modulo 97."""
    number = "".join(text.split()).upper()
    if not 15 <= len(number) <= 34 or len(number) != IBAN_LENGTHS.get(number[:2], len(number)):
        return False
    return int("".join(str(int(sign, 36)) for sign in number[4:] + number[:4])) % 97 == 1


def is_phone(text: str) -> bool:
    """A number of Kazakhstan or Russia, 11 digits from 7 or 8; of another country, 9 to 15 after a plus."""
    number = digits(text)
    if text.startswith("+") and not text.startswith("+7"):
        return 9 <= len(number) <= 15
    return len(number) == 11 and number[0] in "78" and number[1] in "3456789"


def is_local_phone(text: str) -> bool:
    """A number as it is dialled within a country, 5 to 11 digits; no day."""
    return 5 <= len(digits(text)) <= 11 and not re.fullmatch(r"\d{1,2}[ -]\d{1,2}[ -](?:19|20)\d\d", text)


def is_birthday(text: str) -> bool:
    """A day that somebody alive may be born on, by its year."""
    years = [int(year) for year in re.findall(r"(?<!\d)(?:19|20)\d{2}(?!\d)", text)]
    return bool(years) and 1920 <= years[0] <= date.today().year


def _weighed(number: str, weights: range | tuple[int, ...]) -> int:
    return sum(int(digit) * weight for digit, weight in zip(number, weights, strict=False)) % 11


def _is_day(yymmdd: str) -> bool:
    year, month, day = int(yymmdd[:2]), int(yymmdd[2:4]), int(yymmdd[4:])
    try:
        date(2000 if year == 0 else 1900 + year, month, day)
    except ValueError:
        return False
    return True


def _luhn(place: int, digit: str) -> int:
    value = int(digit) * (1 + place % 2)
    return value - 9 if value > 9 else value
