"""What corrections teach, and when it is turned down."""

import hashlib
import re
from functools import cache
from pathlib import Path

import pytest

from svod.extraction import explain, extract
from svod.learning import Annotated, Learned, Lesson, Weights, learn, read_gold, tried_on, written
from svod.packs import load
from svod.records import Document
from tests.learning.made_up import house, text_of

PACK = load("sixteen_days")
SAMPLES = Path(__file__).parents[2] / "samples" / "expected.jsonl"
GOLD = Path(__file__).parents[3] / "shared" / "gold" / "dev-ru.jsonl"  # where the project lies beside annotated reports
NEW = Document(
    "new", "Прошёл семинар для врачей. Проведена разъяснительная работа в больнице.", language="ru", year=2025
)


@cache
def of_house() -> Lesson:
    return learn(house(), PACK)


def kinds(document: Document, weights: Weights) -> list[str]:
    return [one.kind for one in extract(document, PACK, Learned(weights)).activities]


def test_it_works() -> None:
    lesson = of_house()
    assert lesson.weights is not None
    assert (lesson.texts, lesson.sources, lesson.mentions) == (24, 12, 48)
    assert lesson.trial.before.activities.f1 == pytest.approx(2 / 3)
    assert lesson.trial.after.activities.f1 == 1.0
    assert (lesson.trial.better, lesson.trial.worse) == (24, 0)
    assert [one.kind for one in extract(NEW, PACK).activities] == ["seminar", "outreach"]
    assert kinds(NEW, lesson.weights) == ["seminar"]


def test_the_same_texts_teach_the_same_in_any_order() -> None:
    again = learn(house()[::-1], PACK)
    assert written(again.candidate) == written(of_house().candidate)


def test_chance_teaches_nothing() -> None:
    """Half of the reviewers let it stand: whoever learns that would be wrong of the other half."""
    coins = [hashlib.sha256(bytes([number])).digest()[0] % 2 == 1 for number in range(24)]
    lesson = learn(list(read_gold(text_of(number, coin) for number, coin in enumerate(coins))), PACK)
    assert lesson.weights is None


def test_who_corrects_nothing_teaches_nothing() -> None:
    lesson = learn(list(read_gold(text_of(number, outreach=True) for number in range(12))), PACK)
    assert lesson.weights is None
    assert kinds(NEW, lesson.candidate) == ["seminar", "outreach"]


def test_one_source_teaches_nobody_else() -> None:
    lines = [text_of(12 * number, outreach=False) for number in range(12)]
    lesson = learn(list(read_gold(lines)), PACK)
    assert (lesson.sources, lesson.weights) == (1, None)


def test_no_texts_teach_nothing() -> None:
    assert learn([], PACK).weights is None


def test_what_was_dropped_says_why() -> None:
    weights = of_house().weights
    assert weights is not None
    for language, words in (("ru", "снято по исправлениям"), ("kk", "түзетулері"), ("en", "dropped by people")):
        page = explain(NEW, PACK, language, Learned(weights))
        assert words in page
        assert re.search(r"\(.*разъяснительная работа -\d\.\d\d" if language == "ru" else r"\(.* -\d\.\d\d", page)


def test_numbers_find_whose_they_are() -> None:
    """A house that writes how many came in a sentence of its own, further on than the rules look."""
    told, between, came = "Прошла лекция.", "\n".join(["Погода была хорошая."] * 7), "Людей было 40."
    text = f"{told}\n{between}\n{came}"
    record = '{{"id": "{0}", "text": {1}, "source": "{0}", "activities": [{2}], "totals": []}}'
    activity = '{"kind": "lecture", "evidence": "Прошла лекция.", "participants": [40, 40]}'
    lines = [record.format(number, f'"{text}"'.replace("\n", "\\n"), activity) for number in range(12)]
    texts = list(read_gold(lines))
    (before,) = extract(texts[0].document, PACK).activities
    assert before.participants is None
    lesson = learn(texts, PACK)
    assert lesson.weights is not None
    (after,) = extract(texts[0].document, PACK, Learned(lesson.weights)).activities
    assert after.participants is not None
    assert after.participants.as_list() == [40, 40]


def test_weights_of_nothing_change_nothing() -> None:
    nothing = Learned(Weights({"rule=held": 0.0}, {"chosen": 0.0}))
    for one in read_gold(SAMPLES.read_text(encoding="utf-8").split("\n")[:6]):
        assert extract(one.document, PACK, nothing) == extract(one.document, PACK)


@pytest.mark.skipif(not GOLD.exists(), reason="the annotated reports lie beside the project only where it is made")
def test_half_of_the_annotated_reports_teaches_no_harm() -> None:
    """Whatever is adopted from the one half, the other is read no worse; today nothing is."""
    texts = list(read_gold(GOLD.read_text(encoding="utf-8").split("\n")))
    kept = [one for one in texts if is_apart(one)]
    lesson = learn([one for one in texts if not is_apart(one)], PACK)
    assert 10 <= len(kept) <= 20
    assert lesson.weights is None or tried_on(kept, lesson.weights, PACK).is_no_worse


def is_apart(text: Annotated) -> bool:
    return hashlib.sha256(text.document.id.encode()).digest()[0] % 2 == 1
