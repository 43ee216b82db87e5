"""A report handed in for the wrong organisation is moved or withdrawn as a whole, and either is taken back."""

from collections.abc import Callable
from io import BytesIO
from uuid import uuid4

import pytest

from svod.register.errors import CannotUndo, Locked, NotReadYet, PhotoInReport, SameFileThere, Stale, Withdrawn
from svod.register.models import Activity, Incoming, Operation, ReportedTotal, State, Submission
from svod.register.permissions import may_undo
from svod.register.proof.prove import PROOFS
from svod.register.services.add import add
from svod.register.services.confirm import confirm
from svod.register.services.correct import correct
from svod.register.services.draft_plan import plan_of, put
from svod.register.services.hold_planned import hold_planned
from svod.register.services.illustrate import illustrate
from svod.register.services.merge import merge
from svod.register.services.move import move
from svod.register.services.photos import attach
from svod.register.services.read import read
from svod.register.services.receive import Message, receive
from svod.register.services.reject import reject
from svod.register.services.sign import sign
from svod.register.services.start_report import start_report
from svod.register.services.submit import submit
from svod.register.services.tell import Telling, tell_nothing
from svod.register.services.undo import last_of, undo
from svod.register.services.ways_on import replace
from svod.register.services.withdraw import withdraw
from svod.register.totals import View, counted, coverage, listed, part_of
from svod.register.totals.coverage import Heard
from tests.register.test_photos import jpeg
from tests.register.test_undo import rows
from tests.world import TEXT, World

WHY = "сдано дважды"


def heard(world: World) -> list[Heard]:
    found = coverage(part_of(world.campaign, world.people["chief"]))
    return [found.heard(one.path) for one in (world.school, world.abai)]


def shown(world: World, region: str) -> int:
    """How many rows count there."""
    part = part_of(world.campaign, world.people["chief"])
    return listed(counted(part, View.ALL).filter(region=region)).rows


def sound() -> bool:
    """As `svod check` finds it."""
    return not [flaw for _name, proof in PROOFS for flaw in proof()]


def kinds(submission: Submission) -> dict[str, Activity]:
    return {row.kind: row for row in Activity.objects.filter(document__submission=submission)}


def everything() -> list[dict[str, object]]:
    return [*rows(), *Submission.objects.order_by("pk").values(), *Incoming.objects.order_by("pk").values()]


Deed = Callable[[Submission, World], None]


def moved(submission: Submission, world: World) -> None:
    move(submission, world.abai, world.people["chief"])


def withdrawn(submission: Submission, world: World) -> None:
    withdraw(submission, WHY, world.people["chief"])


BOTH = pytest.mark.parametrize("deed", [moved, withdrawn])


def test_it_counts_where_it_is_moved_to(world: World) -> None:
    submission = world.submission()
    confirm([kinds(submission)["training"]], world.people["reviewer"])
    assert (heard(world), shown(world, "KZ-39")) == ([Heard.ITSELF, Heard.NOTHING], 2)
    moved(submission, world)
    assert (heard(world), shown(world, "KZ-39"), shown(world, "KZ-10")) == ([Heard.NOTHING, Heard.ITSELF], 0, 2)
    assert {row.organisation for row in (*Activity.objects.all(), *ReportedTotal.objects.all())} == {world.abai}
    assert ReportedTotal.objects.get().region == "KZ-10"
    assert kinds(submission)["training"].state == State.CONFIRMED
    assert sound()


def test_what_says_its_region_keeps_it(world: World) -> None:
    """The text does, or a person did."""
    text = "28 ноября 2025 года в городе Рудном состоялся круглый стол. В колледже проведён тренинг для родителей.\n"
    submission = world.submission(text=text)
    correct(kinds(submission)["training"], {"region": "KZ-75"}, world.people["reviewer"])
    moved(submission, world)
    assert {kind: row.region for kind, row in kinds(submission).items()} == {
        "round_table": "KZ-39",
        "training": "KZ-75",
    }


def test_where_nothing_was_held_goes_along(world: World) -> None:
    submission = world.submission(text="Справка.\n\nВ 2025 году мероприятия не проводились в связи с карантином.\n")
    moved(submission, world)
    submission.refresh_from_db()
    assert submission.nothing_held[0][-1] == "KZ-10"
    assert heard(world) == [Heard.NOTHING, Heard.DENIED]
    withdrawn(submission, world)
    assert heard(world) == [Heard.NOTHING, Heard.NOTHING]


def test_its_letter_goes_along(world: World) -> None:
    reporter = world.people["reporter"]
    letter = receive(Message("email", "1", "a@example.org", "Отчёт.txt", TEXT.encode()), reporter, world.school)
    read(letter.submission)
    moved(letter.submission, world)
    letter.refresh_from_db()
    assert letter.organisation == world.abai


def test_withdrawn_it_counts_nowhere_and_is_all_kept(world: World) -> None:
    submission = world.submission()
    text = submission.documents.get().text
    confirm([kinds(submission)["training"]], world.people["reviewer"])
    withdrawn(submission, world)
    submission.refresh_from_db()
    assert (submission.state, submission.set_aside_why) == ("withdrawn", WHY)
    assert {row.state for row in (*Activity.objects.all(), *ReportedTotal.objects.all())} == {State.REJECTED}
    assert (heard(world)[0], shown(world, "KZ-39")) == (Heard.NOTHING, 0)
    with submission.file.open() as stream:
        assert stream.read() == TEXT.encode()
    assert submission.documents.get().text == text
    assert sound()


def test_what_another_tells_as_well_counts_there(world: World) -> None:
    here, other, third = (world.submission(one) for one in (world.school, world.rudny, world.kostanay))
    reviewer = world.people["reviewer"]
    head, copy, best = (kinds(one)["round_table"] for one in (here, other, third))
    confirm([best], reviewer)
    for one in (copy, best):
        merge(head, one, reviewer)
    before = everything()
    withdrawn(here, world)
    best.refresh_from_db()
    copy.refresh_from_db()
    assert (best.same_as, copy.same_as, shown(world, "KZ-39")) == (None, best, 3)
    assert sound()
    undo(Operation.objects.get(verb="withdraw"), world.people["chief"])
    assert everything() == before


@BOTH
def test_it_is_taken_back_and_done_again(world: World, deed: Deed) -> None:
    submission, chief = world.submission(), world.people["chief"]
    confirm([kinds(submission)["training"]], chief)
    before = everything()
    deed(submission, world)
    after = everything()
    done = Operation.objects.latest("pk")
    back = undo(done, chief)
    assert everything() == before
    undo(back, chief)
    assert everything() == after
    assert sound()


@BOTH
def test_what_was_done_before_is_not_taken_back_below_it(world: World, deed: Deed) -> None:
    submission, chief = world.submission(), world.people["chief"]
    reject(kinds(submission)["training"], chief)
    rejected = Operation.objects.latest("pk")
    deed(submission, world)
    with pytest.raises((CannotUndo, Withdrawn)):
        undo(rejected, chief)


def test_nothing_is_changed_in_what_is_withdrawn(world: World) -> None:
    submission, reviewer = world.submission(), world.people["reviewer"]
    withdrawn(submission, world)
    with pytest.raises(Withdrawn):
        confirm([kinds(submission)["training"]], reviewer)
    with pytest.raises(Withdrawn):
        add(submission.documents.get(), 0, 5, "lecture", reviewer)
    for deed in (moved, withdrawn):
        with pytest.raises(Stale):
            deed(submission, world)


@BOTH
def test_not_in_a_signed_part(world: World, deed: Deed) -> None:
    submission, chief = world.submission(), world.people["chief"]
    confirm([*Activity.objects.all(), *ReportedTotal.objects.all()], chief)
    sign(world.campaign, world.school, chief)
    with pytest.raises(Locked):
        deed(submission, world)
    assert heard(world)[0] == Heard.ITSELF


def test_not_into_a_signed_part_nor_back(world: World) -> None:
    submission, chief = world.submission(), world.people["chief"]
    signature = sign(world.campaign, world.abai, chief)
    with pytest.raises(Locked):
        moved(submission, world)
    signature.delete()
    moved(submission, world)
    sign(world.campaign, world.school, chief)
    with pytest.raises(Locked):
        undo(Operation.objects.get(verb="move"), chief)


def test_not_where_it_counts_on_in_a_signed_part(world: World) -> None:
    """Its telling there would count anew under the signature."""
    here, other = world.submission(), world.submission(world.abai)
    chief = world.people["chief"]
    confirm([*Activity.objects.all(), *ReportedTotal.objects.all()], chief)
    merge(kinds(here)["training"], kinds(other)["training"], chief)
    sign(world.campaign, world.abai, chief)
    with pytest.raises(Locked):
        withdrawn(here, world)


@BOTH
def test_not_while_it_is_read(world: World, deed: Deed) -> None:
    waiting = submit(BytesIO(TEXT.encode()), "отчёт.txt", world.campaign, world.school, None)
    with pytest.raises(NotReadYet):
        deed(waiting, world)


@BOTH
def test_not_with_a_photo_in_a_report_that_would_lose_it(world: World, deed: Deed) -> None:
    submission, chief = world.submission(), world.people["chief"]
    settings = {"language": "ru", "length": "full", "style": "official", "with_drafts": True}
    report = start_report(world.campaign, world.kostanay, chief, **settings)
    illustrate(report, attach(submission, jpeg(), world.people["reporter"]), "Школа", "Согласны.", chief)
    with pytest.raises(PhotoInReport):
        deed(submission, world)
    move(submission, world.rudny, chief)  # that report's part as well
    assert sound()


def test_not_where_the_same_file_is(world: World) -> None:
    submission = world.submission()
    other = world.submission(world.abai)
    with pytest.raises(SameFileThere):
        moved(submission, world)
    withdrawn(other, world)
    moved(submission, world)
    with pytest.raises(CannotUndo):
        undo(Operation.objects.get(verb="withdraw"), world.people["chief"])


def test_handed_in_again_it_is_read_again(world: World) -> None:
    first = world.submission()
    withdrawn(first, world)
    again = world.submission()
    assert again.pk != first.pk
    assert heard(world)[0] == Heard.ITSELF
    assert kinds(again).keys() == {"round_table", "training"}


@BOTH
def test_what_could_not_be_read_goes_with_its_better_copy(world: World, deed: Deed) -> None:
    reporter = world.people["reporter"]
    broken = submit(BytesIO(b"PK\3\4"), "битый.docx", world.campaign, world.school, reporter)
    read(broken)
    better = replace(broken, BytesIO(TEXT.encode()), "целый.txt", reporter)
    read(better)
    deed(broken, world)
    assert heard(world)[0] == Heard.NOTHING
    assert len(set(Submission.objects.values_list("organisation", "state"))) <= 2
    undo(Operation.objects.latest("pk"), world.people["chief"])
    assert heard(world)[0] == Heard.ITSELF


@BOTH
def test_a_plan_no_longer_holds_it(world: World, deed: Deed) -> None:
    """Said to be held once more, it is told anew."""
    reporter, chief = world.people["reporter"], world.people["chief"]
    (planned,) = put(plan_of(world.campaign, world.rudny, reporter), [{"kind": "seminar"}], reporter)
    activity = hold_planned(planned, None, "20", reporter)
    deed(activity.document.submission, world)
    planned.refresh_from_db()
    assert planned.held is None
    if deed is withdrawn:
        assert hold_planned(planned, None, "20", reporter).state == State.DRAFT
    else:
        undo(Operation.objects.latest("pk"), chief)
        planned.refresh_from_db()
        assert planned.held == activity


def test_who_moves_it_back_reviews_at_both(world: World) -> None:
    submission, reviewer = world.submission(), world.people["reviewer"]
    move(submission, world.rudny, reviewer)
    done = Operation.objects.latest("pk")
    assert may_undo(reviewer, done)
    assert last_of(reviewer, submission) == done
    stranger = world.person("reviewer", world.school, "teacher")
    move(Submission.objects.get(), world.school, reviewer)
    Operation.objects.update(person=stranger)
    assert not may_undo(stranger, Operation.objects.latest("pk"))


def test_told_on_a_phone_and_withdrawn_it_may_be_told_again(world: World) -> None:
    telling = Telling(uuid4(), world.campaign, world.school, world.people["reporter"])
    first = tell_nothing("", telling)
    assert tell_nothing("", telling) == first
    withdrawn(first, world)
    assert tell_nothing("", telling) != first
