"""What is worded in each language: addresses, cases, days of birth, and what is called after people."""

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


def digits(draw: Random, count: int) -> str:
    return "".join(str(draw.randrange(10)) for _ in range(count))


def case(language: str, draw: Random) -> str:
    number, court = (
        f"22551203100{digits(draw, 4)}",
        f"35{digits(draw, 2)}-25-00-{draw.randrange(1, 5)}/{digits(draw, 2)}",
    )
    return draw.choice(
        {
            "ru": (
                f"уголовное дело № {number}",
                f"уголовное дело №{number}",
                f"КУИ № {digits(draw, 5)}",
                f"ЕРДР № {number}",
                f"административное дело № {court}",
                f"дело № {court}",
            ),
            "kk": (
                f"№ {number} қылмыстық іс",
                f"қылмыстық іс № {number}",
                f"СДТБТ № {number}",
                f"КУИ № {digits(draw, 5)}",
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


def birth(language: str, draw: Random) -> str:
    day, month, year = draw.randrange(1, 29), draw.randrange(1, 13), draw.randrange(1950, 2018)
    return draw.choice(
        {
            "ru": (f"{day:02}.{month:02}.{year}", f"{day} мая {year}", f"{day:02}/{month:02}/{year}"),
            "kk": (f"{day:02}.{month:02}.{year}", f"{year} жылғы {day} мамыр", f"{year}.{month:02}.{day:02}"),
            "en": (f"{day:02}.{month:02}.{year}", f"{day} May {year}", f"{year}-{month:02}-{day:02}"),
        }[language]
    )


def address(language: str, draw: Random) -> str:
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
