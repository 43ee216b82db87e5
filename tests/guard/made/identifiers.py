"""Identifiers with right check digits as people write them, and numbers that only look like them."""

from random import Random

from tests.guard.made.wordings import NAMESAKES, STREETS, TOWNS, address, birth, case, digits

LATIN = "ABCDEFHKLMNOPRSTVXYZ"


def made(kind: str, language: str, draw: Random) -> str:
    """One identifier of the kind, as a report in the language has it."""
    by_language = {"address": address, "case": case, "birth": birth}
    if kind in by_language:
        return by_language[kind](language, draw)
    lists = {"street": STREETS, "school": NAMESAKES, "town": TOWNS}
    if kind in lists:
        return draw.choice(lists[kind][language])
    return _SIMPLE[kind](draw)


def _control(eleven: str) -> int:
    """The check digit of an IIN or BIN; 10 where there is none."""
    total = sum(int(digit) * (place + 1) for place, digit in enumerate(eleven)) % 11
    if total == 10:
        total = sum(int(digit) * ((place + 2) % 11 + 1) for place, digit in enumerate(eleven)) % 11
    return total


def _iin(draw: Random) -> str:
    while True:
        born = f"{draw.randrange(100):02}{draw.randrange(1, 13):02}{draw.randrange(1, 29):02}"
        eleven = f"{born}{draw.randrange(1, 7)}{digits(draw, 4)}"
        if _control(eleven) < 10:
            return f"{eleven}{_control(eleven)}"


def _not_iin(draw: Random) -> str:
    """The number of an organisation (BIN), which has a right check digit, or any twelve digits with a wrong one."""
    while True:
        if draw.random() < 0.5:
            eleven = f"{draw.randrange(100):02}{draw.randrange(1, 13):02}{draw.randrange(4, 7)}{digits(draw, 6)}"
            if _control(eleven) < 10:
                return f"{eleven}{_control(eleven)}"
        number = f"{draw.randrange(100):02}{draw.randrange(13, 100)}{digits(draw, 8)}"
        if int(number[11]) != _control(number[:11]):
            return number


def _phone(draw: Random) -> str:
    code = draw.choice(("700", "701", "702", "705", "707", "747", "771", "775", "777", "778"))
    a, b, c = digits(draw, 3), digits(draw, 2), digits(draw, 2)
    town = draw.choice(("7142", "7212", "7172", "727"))
    local = f"{draw.randrange(20, 80)}-{b}-{c}" if len(town) == 4 else f"{draw.randrange(200, 400)}-{b}-{c}"
    return draw.choice(
        (
            f"+7 {code} {a} {b} {c}",
            f"+7 ({code}) {a}-{b}-{c}",
            f"+7{code}{a}{b}{c}",
            f"8 {code} {a} {b} {c}",
            f"8-{code}-{a}-{b}-{c}",
            f"8{code}{a}{b}{c}",
            f"8({code}){a}{b}{c}",
            f"8 {code} {a} {b}{c}",
            f"+7-{code}-{a}-{b}{c}",
            f"8 ({town}) {local}",
            f"8({town}){local}",
            f"+996 555 {a} {a}",
            f"+44 20 7946 0{a}",
            f"+49 30 1{a}{a}",
        )
    )


def _email(draw: Random) -> str:
    name = draw.choice(("aigul.k", "school5", "m_petrova", "n.serikov", "info-kz", "petrov1980"))
    return f"{name}{draw.choice(('', digits(draw, 2)))}@{draw.choice(('mail.ru', 'gmail.com', 'edu.kz', 'bk.ru'))}"


def _handle(draw: Random) -> str:
    name = draw.choice(("aigul_k", "nurlan.s", "petrova_anna", "mama3deti", "zhanar_class")) + digits(draw, 2)
    plain = name.replace(".", "_")
    return draw.choice(
        (
            f"@{plain}",
            f"t.me/{plain}",
            f"https://www.instagram.com/{name}",
            f"instagram.com/{name}/",
            f"vk.com/id{digits(draw, 8)}",
            f"https://wa.me/7701{digits(draw, 7)}",
            f"facebook.com/{name}",
            f"https://www.tiktok.com/@{name}",
        )
    )


def _card(draw: Random) -> str:
    fifteen = draw.choice(("4", "51", "55", "2200")) + digits(draw, 15)
    fifteen = fifteen[:15]
    doubled = (int(d) * 2 if place % 2 == 0 else int(d) for place, d in enumerate(fifteen))
    number = fifteen + str(-sum(value - 9 if value > 9 else value for value in doubled) % 10)
    separator = draw.choice((" ", "-", ""))
    return separator.join(number[at : at + 4] for at in range(0, 16, 4))


def _iban(draw: Random) -> str:
    country, body = draw.choice((("KZ", "125KZT" + digits(draw, 10)), ("DE", digits(draw, 18))))
    as_number = "".join(str(int(sign, 36)) for sign in f"{body}{country}00")
    number = f"{country}{98 - int(as_number) % 97:02}{body}"
    if draw.random() < 0.5:
        return number
    return " ".join(number[at : at + 4] for at in range(0, len(number), 4))


def _plate(draw: Random) -> str:
    region = f"{draw.randrange(1, 21):02}"
    letters = "".join(draw.choice(LATIN) for _ in range(3))
    number = digits(draw, 3)
    cyrillic = "".join(draw.choice("АВСЕНКМОРТ") for _ in range(3))
    return draw.choice((f"{number} {letters} {region}", f"{number}{letters}{region}", f"{number} {cyrillic} {region}"))


def _passport(draw: Random) -> str:
    return draw.choice((f"N{digits(draw, 8)}", f"0{digits(draw, 8)}", f"N {digits(draw, 8)}"))


def _count(draw: Random) -> str:
    return draw.choice((str(draw.randrange(5, 900)), f"{draw.randrange(1, 9)} {digits(draw, 3)}"))


_SIMPLE = {
    "iin": _iin,
    "notiin": _not_iin,
    "phone": _phone,
    "email": _email,
    "handle": _handle,
    "card": _card,
    "iban": _iban,
    "plate": _plate,
    "passport": _passport,
    "count": _count,
}
