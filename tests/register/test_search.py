"""Search finds every form of a word, in Russian and in Kazakh."""

import pytest

from svod.register.history import operation
from svod.register.models import Activity, Operation
from svod.register.search import asked_words, words_of
from svod.register.signs import having
from svod.register.take_back import take_back
from tests.world import World

TEXT = """Отчёт профсоюзного комитета.

28 ноября 2025 года в школе состоялся круглый стол «Семья без страха», участвовали 45 учащихся.
1 желтоқсанда мектепте «Мейірім мектебі» тренингі өтті, 30 оқушы қатысты.
"""

# what is asked, and what it finds
ASKED = [
    ("семья", {"Семья без страха"}),
    ("семьи", {"Семья без страха"}),
    ("школах", {"Семья без страха"}),
    ("круглые столы", {"Семья без страха"}),
    ("КРУГЛОГО СТОЛА", {"Семья без страха"}),
    ('"школе"', {"Семья без страха"}),
    ('"школах"', set()),
    ("мектептерде", {"Мейірім мектебі"}),
    ("мектебіндегі", {"Мейірім мектебі"}),
    ("окушыларга", {"Мейірім мектебі"}),
    ("тренингтер", {"Мейірім мектебі"}),
    ("28", {"Семья без страха"}),
    ("школа мектеп", set()),
    ("космодром", set()),
    ("% _", {"Семья без страха", "Мейірім мектебі"}),
    ("", {"Семья без страха", "Мейірім мектебі"}),
]


@pytest.mark.parametrize(("question", "found"), ASKED)
def test_it_finds_every_form(world: World, question: str, found: set[str]) -> None:
    world.submission(text=TEXT)
    assert {one.title for one in having(asked_words(question))} == found


def test_what_is_found_follows_a_correction_and_its_undoing(world: World) -> None:
    world.submission(text=TEXT)
    activity = Activity.objects.get(title="Семья без страха")
    with operation("correct", world.people["reviewer"], world.campaign) as deed:
        deed.update(activity, title="Дом надежды")
    assert having(asked_words("домов")).get() == activity
    assert "words" not in Operation.objects.get(verb="correct").changes.get().after
    take_back(Operation.objects.get(verb="correct"), world.people["reviewer"])
    assert not having(asked_words("домов")).exists()
    assert having(asked_words("страхами")).get() == activity


def test_a_letter_without_a_name_stops_nothing() -> None:
    """Tangut, say, pasted along with a report."""
    assert "=\U00017000\U00017001" in words_of(["семинар \U00017000\U00017001"])
