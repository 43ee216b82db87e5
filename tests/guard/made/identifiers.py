"""Identifiers as people write them, with right check digits, and numbers that only look like them."""

from random import Random

TOWNS = {
    "ru": ("Рудном", "Экибастузе", "Балхаше", "Жезказгане", "Хромтау", "Сарани"),
    "kk": ("Рудный", "Екібастұз", "Балқаш", "Жезқазған", "Хромтау", "Саран"),
    "en": ("Rudny", "Ekibastuz", "Balkhash", "Zhezkazgan", "Khromtau", "Saran"),
}
NAMESAKES = {  # those after whom schools are called, as the passages need them
    "ru": ("Абая", "М. Ауэзова", "Ыбрая Алтынсарина", "А. Байтурсынова", "Алии Молдагуловой", "Шокана Уалиханова"),
    "kk": ("Абай", "М. Әуезов", "Ыбырай Алтынсарин", "А. Байтұрсынұлы", "Әлия Молдағұлова", "Шоқан Уәлиханов"),
    "en": ("Abai", "M. Auezov", "Ybyrai Altynsarin", "A. Baitursynuly", "Aliya Moldagulova", "Shokan Ualikhanov"),
}
STREETS = {
    "ru": ("Сатпаева", "Абая", "Ленина", "Гоголя", "Кабанбай батыра", "Абылай хана", "Алии Молдагуловой", "Мира"),
    "kk": ("Сәтбаев", "Абай", "Ленин", "Гоголь", "Қабанбай батыр", "Абылай хан", "Әлия Молдағұлова", "Достық"),
    "en": ("Satpayev", "Abai", "Lenin", "Gogol", "Kabanbay Batyr", "Abylai Khan", "Aliya Moldagulova", "Dostyk"),
}
LATIN = "ABCDEFHKLMNOPRSTVXYZ"


def made(kind: str, language: str, draw: Random) -> str:
    """One identifier of the kind, as a report in the language has it."""
    by_language = {"address": _address, "case": _case, "birth": _birth}
    if kind in by_language:
        return by_language[kind](language, draw)
    lists = {"street": STREETS, "school": NAMESAKES, "town": TOWNS}
    if kind in lists:
        return draw.choice(lists[kind][language])
    return _SIMPLE[kind](draw)


def _digits(draw: Random, count: int) -> str:
    return "".join(str(draw.randrange(10)) for _ in range(count))


def _control(eleven: str) -> int:
    """The check digit of an IIN or BIN; 10 where there is none."""
    total = sum(int(digit) * (place + 1) for place, digit in enumerate(eleven)) % 11
    if total == 10:
        total = sum(int(digit) * ((place + 2) % 11 + 1) for place, digit in enumerate(eleven)) % 11
    return total


def _iin(draw: Random) -> str:
    while True:
        born = f"{draw.randrange(100):02}{draw.randrange(1, 13):02}{draw.randrange(1, 29):02}"
        eleven = f"{born}{draw.randrange(1, 7)}{_digits(draw, 4)}"
        if _control(eleven) < 10:
            return f"{eleven}{_control(eleven)}"


def _not_iin(draw: Random) -> str:
    """The number of an organisation (BIN), which has a right check digit, or any twelve digits with a wrong one."""
    while True:
        if draw.random() < 0.5:
            eleven = f"{draw.randrange(100):02}{draw.randrange(1, 13):02}{draw.randrange(4, 7)}{_digits(draw, 6)}"
            if _control(eleven) < 10:
                return f"{eleven}{_control(eleven)}"
        number = f"{draw.randrange(100):02}{draw.randrange(13, 100)}{_digits(draw, 8)}"
        if int(number[11]) != _control(number[:11]):
            return number


def _phone(draw: Random) -> str:
    code = draw.choice(("700", "701", "702", "705", "707", "747", "771", "775", "777", "778"))
    a, b, c = _digits(draw, 3), _digits(draw, 2), _digits(draw, 2)
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
    return f"{name}{draw.choice(('', _digits(draw, 2)))}@{draw.choice(('mail.ru', 'gmail.com', 'edu.kz', 'bk.ru'))}"


def _handle(draw: Random) -> str:
    name = draw.choice(("aigul_k", "nurlan.s", "petrova_anna", "mama3deti", "zhanar_class")) + _digits(draw, 2)
    plain = name.replace(".", "_")
    return draw.choice(
        (
            f"@{plain}",
            f"t.me/{plain}",
            f"https://www.instagram.com/{name}",
            f"instagram.com/{name}/",
            f"vk.com/id{_digits(draw, 8)}",
            f"https://wa.me/7701{_digits(draw, 7)}",
            f"facebook.com/{name}",
            f"https://www.tiktok.com/@{name}",
        )
    )


def _card(draw: Random) -> str:
    fifteen = draw.choice(("4", "51", "55", "2200")) + _digits(draw, 15)
    fifteen = fifteen[:15]
    doubled = (int(d) * 2 if place % 2 == 0 else int(d) for place, d in enumerate(fifteen))
    number = fifteen + str(-sum(value - 9 if value > 9 else value for value in doubled) % 10)
    separator = draw.choice((" ", "-", ""))
    return separator.join(number[at : at + 4] for at in range(0, 16, 4))


def _iban(draw: Random) -> str:
    country, body = draw.choice((("KZ", "125KZT" + _digits(draw, 10)), ("DE", _digits(draw, 18))))
    as_number = "".join(str(int(sign, 36)) for sign in f"{body}{country}00")
    number = f"{country}{98 - int(as_number) % 97:02}{body}"
    if draw.random() < 0.5:
        return number
    return " ".join(number[at : at + 4] for at in range(0, len(number), 4))


def _plate(draw: Random) -> str:
    region = f"{draw.randrange(1, 21):02}"
    letters = "".join(draw.choice(LATIN) for _ in range(3))
    number = _digits(draw, 3)
    cyrillic = "".join(draw.choice("АВСЕНКМОРТ") for _ in range(3))
    return draw.choice((f"{number} {letters} {region}", f"{number}{letters}{region}", f"{number} {cyrillic} {region}"))


def _passport(draw: Random) -> str:
    return draw.choice((f"N{_digits(draw, 8)}", f"0{_digits(draw, 8)}", f"N {_digits(draw, 8)}"))


def _case(language: str, draw: Random) -> str:
    number, court = (
        f"22551203100{_digits(draw, 4)}",
        f"35{_digits(draw, 2)}-25-00-{draw.randrange(1, 5)}/{_digits(draw, 2)}",
    )
    return draw.choice(
        {
            "ru": (
                f"уголовное дело № {number}",
                f"уголовное дело №{number}",
                f"КУИ № {_digits(draw, 5)}",
                f"ЕРДР № {number}",
                f"административное дело № {court}",
                f"дело № {court}",
            ),
            "kk": (
                f"№ {number} қылмыстық іс",
                f"қылмыстық іс № {number}",
                f"СДТБТ № {number}",
                f"КУИ № {_digits(draw, 5)}",
                f"әкімшілік іс № {court}",
                f"іс № {court}",
            ),
            "en": (
                f"criminal case No. {number}",
                f"criminal case № {number}",
                f"ERDR No. {number}",
                f"administrative case No. {court}",
                f"case No. {court}",
            ),
        }[language]
    )


def _birth(language: str, draw: Random) -> str:
    day, month, year = draw.randrange(1, 29), draw.randrange(1, 13), draw.randrange(1950, 2018)
    return draw.choice(
        {
            "ru": (f"{day:02}.{month:02}.{year}", f"{day} мая {year}", f"{day:02}/{month:02}/{year}"),
            "kk": (f"{day:02}.{month:02}.{year}", f"{year} жылғы {day} мамыр", f"{year}.{month:02}.{day:02}"),
            "en": (f"{day:02}.{month:02}.{year}", f"{day} May {year}", f"{year}-{month:02}-{day:02}"),
        }[language]
    )


def _address(language: str, draw: Random) -> str:
    street, house, flat = draw.choice(STREETS[language]), draw.randrange(1, 120), draw.randrange(1, 90)
    area = draw.choice(("Самал", "Аксай", "Орбита") if language != "en" else ("Samal", "Aksai", "Orbita"))
    number = draw.randrange(1, 12)
    return draw.choice(
        {
            "ru": (
                f"ул. {street}, д. {house}, кв. {flat}",
                f"улица {street}, дом {house}, квартира {flat}",
                f"ул. {street} {house}-{flat}",
                f"г. Рудный, ул. {street}, {house}, кв. {flat}",
                f"пр. {street}, {house}/{number}, кв. {flat}",
                f"проспект {street}, {house}-{flat}",
                f"мкр. {area}-{number}, д. {house}, кв. {flat}",
                f"{number} микрорайон, дом {house}, квартира {flat}",
                f"микрорайон {area}, {house}-{flat}",
                f"село Заречное, улица {street}, {house}",
                f"переулок {street}, {house}А",
            ),
            "kk": (
                f"{street} көшесі, {house}-үй, {flat}-пәтер",
                f"{street} көшесі {house}-{flat}",
                f"Рудный қаласы, {street} көшесі, {house} үй, {flat} пәтер",
                f"{street} даңғылы, {house}/{number}, {flat}-пәтер",
                f"{area}-{number} ықшамауданы, {house}-үй, {flat}-пәтер",
                f"{number}-ықшамаудан, {house}-үй, {flat}-пәтер",
                f"{number} шағын ауданы, {house} үй, {flat} пәтер",
                f"Заречное ауылы, {street} көшесі, {house}",
            ),
            "en": (
                f"{house} {street} Street, apt. {flat}",
                f"{street} Street {house}, apartment {flat}",
                f"{house}/{number} {street} Avenue, flat {flat}",
                f"Rudny, {street} Street {house}-{flat}",
                f"microdistrict {area}-{number}, house {house}, flat {flat}",
                f"{number} microdistrict, house {house}, apt. {flat}",
            ),
        }[language]
    )


def _count(draw: Random) -> str:
    return draw.choice((str(draw.randrange(5, 900)), f"{draw.randrange(1, 9)} {_digits(draw, 3)}"))


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
