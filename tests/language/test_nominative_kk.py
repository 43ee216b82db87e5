"""Kazakh names are put back into the nominative."""

import pytest

from svod.language.kk.nominative import nominative


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ("Қарағанды қаласының №25 мектебінде", "Қарағанды қаласының №25 мектебі"),
        ("облыстық кәсіподақ ұйымының", "облыстық кәсіподақ ұйымы"),
        ("аудандық кітапханада", "аудандық кітапхана"),
        ("ауыл шаруашылығы колледжінде", "ауыл шаруашылығы колледжі"),
        ("агротехникалық колледжде", "агротехникалық колледж"),
        ("аудандық білім бөлімімен", "аудандық білім бөлімі"),
        ("қалалық полиция басқармасына", "қалалық полиция басқармасы"),
        ("№8 mektepte", "№8 mektep"),
        ("Jitiqara audanynyń №2 mektebinde", "Jitiqara audanynyń №2 mektebi"),
        ("oblystyq alıanstyń", "oblystyq alıans"),
        ("Qala ákimdiginiń", "Qala ákimdigi"),
    ],
)
def test_it_works(found: str, expected: str) -> None:
    assert nominative(found) == expected
