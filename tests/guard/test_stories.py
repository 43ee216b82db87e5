import pytest

from svod.guard import find
from svod.packs import load
from tests.guard.made import LANGUAGES, told
from tests.guard.scoring import score

PACK = load("sixteen_days")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("unseen", [False, True])
def test_cases_are_told_from_talk_of_violence(language: str, unseen: bool) -> None:
    made = told(language, 96, unseen)
    result = score(
        made, lambda passage: [one for one in find(passage.text, passage.language, PACK) if one.kind == "story"]
    )
    assert result.recall("story") >= 0.97
    assert result.precision >= 0.85


def test_only_the_sentence_that_tells_it_is_held() -> None:
    text = "Прошёл приём граждан. Женщина рассказала, что муж избил её. Ей помогли."
    (story,) = [one for one in find(text, "ru", PACK) if one.kind == "story"]
    assert text[story.start : story.end] == "Женщина рассказала, что муж избил её."
