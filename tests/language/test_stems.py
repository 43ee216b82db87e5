"""Search's dictionary forms: Kazakh stems from the suffix rules, Russian lemmas."""

import pytest

from svod.language.kk.inflect import CASES, POSSESSIVES, inflect
from svod.language.kk.stems import stems
from svod.language.ru.lemmas import lemmas

# a form, and the word it belongs to
FORMS = """
мектептерінде мектеп
мектебінің мектеп
оқушыларға оқушы
окушыларга окушы
халқының халық
көрмесінде көрме
кездесуге кездесу
балабақшадағы балабақша
акциясымен акция
педагогтеріміз педагог
ұлдар ұл
жастарға жас
"""


@pytest.mark.parametrize("line", FORMS.strip().splitlines())
def test_a_form_leads_to_its_word(line: str) -> None:
    form, word = line.split()
    assert word in stems(form)


@pytest.mark.parametrize("word", ["мектеп", "оқушы", "үйірме", "қыз", "тренинг", "аудан", "кеңес", "балабақша", "орын"])
def test_every_form_that_the_rules_make_leads_back(word: str) -> None:
    for number in ("sing", "plur"):
        for possessive in POSSESSIVES:
            for case in CASES:
                assert word in stems(inflect(word, case, number, possessive))


def test_a_word_without_endings_is_its_own_stem() -> None:
    assert stems("мектеп") == ("мектеп",)
    assert stems("№7") == ("№7",)


def test_russian_forms_lead_to_their_word() -> None:
    assert lemmas("школам") == ("школа",)
    assert lemmas("детей") == ("ребёнок",)
    assert lemmas("проведён") == ("провести",)
