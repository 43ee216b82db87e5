"""What the machine missed stands on the words that a person marked."""

import pytest

from svod.register.errors import NoSuchPassage
from svod.register.models import Document, Operation, State
from svod.register.services.add import add, find_passage
from svod.register.services.undo import undo
from tests.world import World


@pytest.fixture
def document(world: World) -> Document:
    return world.submission().documents.get()


def test_it_works(world: World, document: Document) -> None:
    start = document.text.index("Отчёт")
    made = add(document, start, start + 6, "meeting", world.people["reviewer"])
    assert (made.quote, made.kind, made.region, made.organisation) == ("Отчёт", "meeting", "KZ-39", world.school)
    assert (made.state, made.decided_by, made.origins) == (
        State.CONFIRMED,
        world.people["reviewer"],
        {"kind": "typed", "region": "organisation"},
    )
    undo(Operation.objects.get(verb="add"), world.people["reviewer"])
    assert document.activitys.count() == 2


@pytest.mark.parametrize(("start", "end"), [(5, 5), (-1, 4), (0, 10**6), (28, 29)])
def test_a_range_without_words(world: World, document: Document, start: int, end: int) -> None:
    with pytest.raises(NoSuchPassage):
        add(document, start, end, "meeting", world.people["reviewer"])


def test_a_passage_is_found_whatever_its_spaces(document: Document) -> None:
    span = find_passage(document.text, "в  школе\nсостоялся")
    assert document.text[span.start : span.end] == "в школе состоялся"
    with pytest.raises(NoSuchPassage):
        find_passage(document.text, "в школе отменён")
    with pytest.raises(NoSuchPassage):
        find_passage(document.text, "  ")
