import pytest

from svod.language.ru.nominative import nominative

PUT_BACK = [
    ("районным судом", "районный суд"),
    ("Абайской профсоюзной организацией работников науки", "Абайская профсоюзная организация работников науки"),
    ("Советом по делам женщин при областном профсоюзе", "Совет по делам женщин при областном профсоюзе"),
    ("первичной профсоюзной организации", "первичная профсоюзная организация"),
    ("Западно-Казахстанской областной организации профсоюза", "Западно-Казахстанская областная организация профсоюза"),
    ("школой-гимназией № 3", "школа-гимназия № 3"),
    ("школы №25", "школа №25"),
    ("средней школе №5 имени Абая", "средняя школа №5 имени Абая"),
    ("общественным фондом «Дом мамы»", "общественный фонд «Дом мамы»"),
    ("акиматом города", "акимат города"),
    ("педагогом-психологом Ивановой А.Б.", "педагог-психолог Ивановой А.Б."),
    ("участковым инспектором полиции", "участковый инспектор полиции"),
    ("заведующей библиотекой", "заведующая библиотекой"),
    ("молодежным центром", "молодежный центр"),
    ("Костанайского района", "Костанайский район"),
    ("Шымкенте", "Шымкент"),
    ("Семее", "Семей"),
    ("Риддера", "Риддер"),
]  # fmt: skip


@pytest.mark.parametrize(("found", "expected"), PUT_BACK)
def test_goes_back_to_the_nominative(found: str, expected: str) -> None:
    assert nominative(found) == expected


@pytest.mark.parametrize("expected", sorted({expected for _, expected in PUT_BACK}))
def test_a_nominative_stays(expected: str) -> None:
    assert nominative(expected) == expected


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ("сотрудниками полиции", "сотрудники полиции"),
        ("классных руководителей", "классные руководители"),
        ("школьными психологами", "школьные психологи"),
        ("учащимися", "учащиеся"),
        ("членами профсоюза", "члены профсоюза"),
    ],
)
def test_a_plural_stays_plural(found: str, expected: str) -> None:
    assert nominative(found) == expected


def test_both_heads_of_a_pair_go_back() -> None:
    found = "Костанайским районным отделом образования и профсоюзом работников"
    assert nominative(found) == "Костанайский районный отдел образования и профсоюз работников"


def test_the_case_decides_between_readings() -> None:
    assert nominative("организации профсоюза", "gent") == "организация профсоюза"
    assert nominative("организации профсоюза", "nomn") == "организации профсоюза"


@pytest.mark.parametrize("phrase", ["КГУ «СОШ №25»", "«Қамқор»", "СШ №5", "Zoom", "", "в рамках акции"])
def test_what_is_no_declined_phrase_stays(phrase: str) -> None:
    assert nominative(phrase) == phrase
