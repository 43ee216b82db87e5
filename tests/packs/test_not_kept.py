"""What a text tells of kinds that its campaign does not count is pointed at, and counts nowhere."""

from pathlib import Path

import pytest

from svod.extraction import extract
from svod.packs import load
from svod.records import Activity, Bounds, Document, Reading
from svod.records.activity import NOT_KEPT

SAFETY = load("safety_day")
RACE = "28 апреля в Рудном прошёл флешмоб «Каска», участвовали 40 учеников. Проведён инструктаж."


def read(text: str) -> Reading:
    return extract(Document("a", text, year=2025), SAFETY)


def test_it_is_pointed_at_with_all_that_is_told_of_it() -> None:
    reading = read(RACE)
    (one,) = reading.left_out
    assert isinstance(one, Activity)
    assert (one.kind, one.title, one.place, str(one.date)) == ("other", "Каска", "Рудный", "2025-04-28")
    assert one.participants == Bounds(40, 40)
    assert one.reasons[0] == NOT_KEPT
    assert one.confidence < 0.5
    assert [(it.kind, it.participants) for it in reading.activities] == [("briefing", None)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Прошла лекция. Состоялись флешмоб, концерт и спектакль.", ["Состоялись флешмоб, концерт и спектакль"]),
        ("Дәріс өтті. Рудныйда флешмоб ұйымдастырылды.", ["Рудныйда флешмоб ұйымдастырылды"]),
        ("Дата | Мероприятие | Участники\n28 апреля | Концерт | 60", ["28 апреля | Концерт | 60"]),
        ("Хотели провести флешмоб. Прошла лекция.", []),
        ("Проведён рейд по кабинетам.", []),  # a word of its own: an inspection
    ],
)
def test_only_what_was_held(text: str, words: list[str]) -> None:
    pointed = [one for one in read(text).left_out if one.reasons[0] == NOT_KEPT]
    assert [text[one.evidence.start : one.evidence.end] for one in pointed] == words


def test_a_pack_that_extends_none_knows_what_other_campaigns_hold(abroad: Path) -> None:
    pack = load(abroad)
    reading = extract(Document("a", "В Нарыне прошли урок воды и забег.", year=2025), pack)
    assert [one.kind for one in reading.activities] == ["lesson"]
    assert [(one.kind, one.reasons[0]) for one in reading.left_out] == [("lesson", NOT_KEPT)]  # it has no other kind
    assert not pack.has_rest


def test_words_of_its_own_kinds_stay_its_own(abroad: Path) -> None:
    known = load(abroad).not_kept["ru"]["kind"]
    assert "урок" in known["class_hour"]
    assert not any("урок воды" in word for words in known.values() for word in words)


def test_what_counts_all_kinds_has_none() -> None:
    assert not any(load("sixteen_days").not_kept.values())


def test_a_code_that_another_pack_has_as_well_is_another_kind(abroad: Path) -> None:
    (abroad / "kinds.toml").write_text('[contest]\nru = "олимпиада воды"\nen = "water games"\n', encoding="utf-8")
    (abroad / "lexicon/ru.toml").write_text('[kind]\ncontest = ["олимпиада воды"]\n', encoding="utf-8")
    known = load(abroad).not_kept["ru"]["kind"]
    assert "contest" not in known
    assert "конкурс" in known["contest~"]


def test_what_was_held_on_the_only_day_of_a_campaign_has_that_day() -> None:
    assert [str(one.date) for one in read("28 апреля в Рудном прошла лекция.").activities] == ["2025-04-28"]
