"""Materials: who asked for how many, where their pieces are, how many people were given."""

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from svod import counting
from svod.records import Scope
from svod.register.consolidated.extent import Extent
from svod.register.consolidated.rows import register_of
from svod.register.errors import CannotUndo, Locked, NamedAlready, NotBelow, NotInStock, RequestDecided
from svod.register.models import Issue, Material, Operation, Organisation, PieceMove, PieceRequest
from svod.register.services.hand_out import ask_pieces, give_out, pass_on
from svod.register.services.sign import sign
from svod.register.services.supply import add_issue, add_material, decline, grant, print_pieces, send
from svod.register.services.undo import undo
from svod.register.totals import Part, View, reconciled
from svod.register.totals.pieces import held_by, stock
from tests.register.made import document, total
from tests.world import World

DAY = date(2025, 12, 5)


@pytest.fixture
def myths(world: World) -> Issue:
    """The national office has 1000 printed."""
    chief = world.people["chief"]
    columns = {"kind": "brochure", "title": "Мифы домашнего насилия"}
    material = add_material(world.campaign, world.national, columns, chief)
    issue = add_issue(material, Issue.Language.RU, chief, BytesIO(b"%PDF"))
    print_pieces(issue, 1000, DAY, chief)
    return issue


def sent(world: World, issue: Issue, pieces: int = 500) -> PieceRequest:
    asked = ask_pieces(issue, world.kostanay, pieces, "для школ области", world.people["reporter"])
    grant(asked, pieces, "", world.people["chief"])
    send(asked, pieces, DAY, "", world.people["chief"])
    return asked


def least(world: World, organisation: Organisation | None = None) -> int:
    """What a report of that part says was handed out."""
    part = Part(world.campaign, ((organisation or world.national).path,))
    found = register_of(Extent(part, View.CONFIRMED)).total(Scope("materials"))
    return found.value.least if found else 0


def test_it_works(world: World, myths: Issue) -> None:
    """«Мифы домашнего насилия», 500 pieces to Kostanay, and on to people."""
    asked = sent(world, myths)
    assert asked.state == PieceRequest.State.SENT
    assert (held_by(myths, world.national), held_by(myths, world.kostanay)) == (500, 500)
    assert least(world) == 0  # nothing has reached people yet
    pass_on(myths, world.kostanay, world.school, 200, DAY, "", world.people["reporter"])
    assert least(world) == 0
    give_out(myths, world.school, 120, DAY, "", world.people["reporter"])
    give_out(myths, world.kostanay, 50, DAY, "", world.people["reporter"])
    assert least(world) == 170
    assert least(world, world.school) == 120
    assert least(world, world.abai) == 0
    held = {one.name: held_by(myths, one) for one in (world.national, world.kostanay, world.school)}
    assert list(held.values()) == [500, 250, 80]


def test_each_number_has_its_line_in_the_log(world: World, myths: Issue) -> None:
    give_out(myths, world.national, 120, DAY, "", world.people["chief"])
    found = register_of(Extent(Part(world.campaign, (world.national.path,)), View.CONFIRMED), texts=True)
    (handed,) = found.handed_out
    log = found.documents[-1]
    assert log.quote(handed.evidence) == "05.12.2025 | Республиканский комитет | Мифы домашнего насилия | 120"
    whole = found.total(Scope("materials"))
    assert whole is not None
    assert whole.evidence == (handed.evidence,)


def test_what_reports_say_is_never_added_to_the_log(world: World, myths: Issue) -> None:
    part = Part(world.campaign, (world.national.path,))
    total(world, document(world), measure="materials", state="confirmed", value_least=300, value_most=300)
    for pieces, in_kostanay, in_all in ((120, 300, 300), (280, 400, 400), (0, 400, 430)):
        if pieces:
            give_out(myths, world.school, pieces, DAY, "из шкафа", world.people["chief"])
        else:
            give_out(myths, world.abai, 30, DAY, "из шкафа", world.people["chief"])
        for beside in (reconciled(part, View.CONFIRMED).totals, _totals(part)):
            assert beside[Scope("materials", "KZ-39")].value.least == in_kostanay
            assert beside[Scope("materials")].value.least == in_all


def _totals(part: Part) -> dict[Scope, Any]:
    return {one.scope: one for one in register_of(Extent(part, View.CONFIRMED)).totals}


def test_more_than_is_there_needs_a_word(world: World, myths: Issue) -> None:
    with pytest.raises(NotInStock) as refused:
        give_out(myths, world.school, 20, DAY, " ", world.people["reporter"])
    assert refused.value.details == {"held": 0}
    move = give_out(myths, world.school, 20, DAY, "осталось с прошлого года", world.people["reporter"])
    assert (held_by(myths, world.school), move.why) == (-20, "осталось с прошлого года")
    asked = ask_pieces(myths, world.kostanay, 5000, "", world.people["reporter"])
    grant(asked, 5000, "", world.people["chief"])
    with pytest.raises(NotInStock):
        send(asked, 5000, DAY, "", world.people["chief"])
    asked.refresh_from_db()
    assert asked.state == PieceRequest.State.GRANTED
    assert not asked.sent.exists()
    assert send(asked, 1000, DAY, "", world.people["chief"]).pieces == 1000
    assert (asked.state, asked.granted) == (PieceRequest.State.SENT, 5000)


def test_a_request_is_decided_once(world: World, myths: Issue) -> None:
    asked = ask_pieces(myths, world.kostanay, 500, "", world.people["reporter"])
    with pytest.raises(RequestDecided):
        send(asked, 500, DAY, "", world.people["chief"])
    decline(asked, "напечатано мало", world.people["chief"])
    assert (asked.state, asked.answer) == (PieceRequest.State.DECLINED, "напечатано мало")
    with pytest.raises(RequestDecided):
        grant(asked, 100, "", world.people["chief"])


def test_pieces_go_down_the_tree(world: World, myths: Issue) -> None:
    for source, target in ((world.school, world.rudny), (world.abai, world.school), (world.school, world.school)):
        with pytest.raises(NotBelow):
            pass_on(myths, source, target, 1, DAY, "", world.people["chief"])


def test_versions_are_numbered_by_language(world: World, myths: Issue) -> None:
    material, chief = myths.material, world.people["chief"]
    made = [add_issue(material, one, chief, link="https://example.org/") for one in ("ru", "kk", "ru")]
    assert [(one.language, one.number) for one in made] == [("ru", 2), ("kk", 1), ("ru", 3)]
    with pytest.raises(NamedAlready):
        add_material(world.campaign, world.national, {"kind": "brochure", "title": str(material)}, chief)


def test_a_signature_closes_what_was_given_out(world: World, myths: Issue) -> None:
    sent(world, myths)
    given = give_out(myths, world.kostanay, 50, DAY, "", world.people["reporter"])
    sign(world.campaign, world.school, world.people["coordinator"])
    sign(world.campaign, world.rudny, world.people["coordinator"])
    sign(world.campaign, world.kostanay, world.people["coordinator"])
    with pytest.raises(Locked):
        give_out(myths, world.school, 5, DAY, "нашлись", world.people["reporter"])
    with pytest.raises(Locked):
        undo(Operation.objects.get(verb="give_out"), world.people["coordinator"])
    assert PieceMove.objects.filter(pk=given.pk).exists()
    sent(world, myths, 100)  # what comes in changes no signed number


def test_undo(world: World, myths: Issue) -> None:
    asked = sent(world, myths)
    pass_on(myths, world.kostanay, world.school, 400, DAY, "", world.people["reporter"])
    sending, passing = (Operation.objects.get(verb=verb) for verb in ("send_pieces", "pass_on"))
    with pytest.raises(NotInStock):
        undo(sending, world.people["chief"])  # four hundred of them have gone on
    undo(passing, world.people["reporter"])
    undo(sending, world.people["chief"])
    asked.refresh_from_db()
    assert (asked.state, held_by(myths, world.national)) == (PieceRequest.State.GRANTED, 1000)
    with pytest.raises(CannotUndo):
        undo(Operation.objects.get(verb="add_material"), world.people["chief"])  # its versions stand on it
    assert Material.objects.get().issues.count() == 1


moves = st.tuples(st.integers(0, 4), st.integers(0, 4), st.integers(1, 300))


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(moves, max_size=12))
def test_the_database_adds_up_as_the_core_does(world: World, myths: Issue, log: list[tuple[int, int, int]]) -> None:
    places = (None, world.national, world.kostanay, world.school, world.abai)
    PieceMove.objects.all().delete()
    for source, target, pieces in log:
        if source != target:
            PieceMove.objects.create(issue=myths, source=places[source], target=places[target], pieces=pieces, day=DAY)
    records = [one.record() for one in PieceMove.objects.all()]
    by_core = {(int(item), int(place)): pieces for (item, place), pieces in counting.stock(records).items()}
    assert {place: pieces for place, pieces in stock([myths]).items() if pieces} == by_core
    assert least(world) == sum(counting.given_out(records).values())
