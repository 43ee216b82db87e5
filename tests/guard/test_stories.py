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


TOLD = [
    ("ru", "Сожитель душил её и обещал убить, если подаст заявление."),
    ("ru", "Дед бьёт внука каждый вечер, если тот поздно приходит."),
    ("ru", "Дядя приставал к девочке."),
    ("ru", "Сосед её лапал."),
    ("ru", "Женщина переехала к родителям после избиения."),
    ("ru", "Супруга задержали за побои, которые получила Зарема."),
    ("ru", "Она боится побоев отчима."),
    ("kk", "Жұбайы оны сабаған, кетсе өлтіремін деп қорқытқан, егер полицияға барса."),
    ("kk", "Оқушыға нағашысы тиіскен."),
    ("kk", "Мәриям таяқтан кейін күйеуінен кетті."),
    ("en", "Her boyfriend hits her and says he will kill her if she leaves."),
    ("en", "The uncle groped the girl."),
]
EXCUSED = [
    ("ru", "Если сожитель душил вас, снимите побои."),
    ("ru", "Напомнили номер 111 на случай, если отец бьёт ребёнка."),
    ("ru", "Звоните 102, если сосед угрожает вам или ей."),
    ("ru", "Спектакль тронул мам и пап."),
    ("kk", "Егер жұбайыңыз сізді сабаған болса, оны полицияға айтыңыз."),
    ("kk", "Әйелдерді қорғау үшін тиісті шаралар алынды."),
    ("en", "If your partner hits you, tell her at once."),
    ("en", "Ask the nurse for help if a father beats a child."),
]


@pytest.mark.parametrize(("language", "sentence"), TOLD)
def test_a_threat_with_if_and_harassment_are_told(language: str, sentence: str) -> None:
    assert [one.kind for one in find(sentence, language, PACK) if one.kind == "story"]


@pytest.mark.parametrize(("language", "sentence"), EXCUSED)
def test_a_condition_of_advice_tells_no_case(language: str, sentence: str) -> None:
    assert not [one for one in find(sentence, language, PACK) if one.kind == "story"]
