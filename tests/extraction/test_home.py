"""A district that several regions have is that of the region the text is from; what the text says goes before."""

import pytest

from svod.extraction import extract
from svod.packs import load
from svod.records import Document

PACK = load("sixteen_days")
TOLD = "В Есильском районе 2 декабря проведён семинар для педагогов."


def regions(text: str, home: str | None) -> set[str | None]:
    return {one.region for one in extract(Document("1", text, language="ru", region=home), PACK).activities}


@pytest.mark.parametrize(
    ("text", "home", "region"),
    [
        (TOLD, "KZ-59", "KZ-59"),
        (TOLD, "KZ-11", "KZ-11"),
        ("В Абайском районе проведён семинар для педагогов.", "KZ-79", "KZ-79"),
        ("В Рудном проведён семинар для педагогов.", "KZ-59", "KZ-39"),
        (f"Отчёт Акмолинской области.\n{TOLD}", "KZ-59", "KZ-11"),
        ("Есіл ауданында педагогтерге арналған семинар өткізілді.", "KZ-59", "KZ-59"),
    ],
)
def test_it_is_read_at_home(text: str, home: str | None, region: str) -> None:
    assert regions(text, home) == {region}
