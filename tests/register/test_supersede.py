"""A report that came once more, corrected, replaces the earlier one by one decision, and that is taken back."""

from datetime import timedelta

import pytest
from django.utils import timezone

from svod.register.errors import Locked, Stale
from svod.register.models import Activity, Operation, ReportedTotal, Resemblance, State, Submission
from svod.register.proof.prove import PROOFS
from svod.register.retold import Retold
from svod.register.services.add import add
from svod.register.services.confirm import confirm
from svod.register.services.correct import correct
from svod.register.services.draft_plan import plan_of, put
from svod.register.services.hold_planned import link
from svod.register.services.merge import different, merge, proposed
from svod.register.services.resemble import resemble
from svod.register.services.sign import sign
from svod.register.services.supersede import supersede
from svod.register.services.undo import undo
from svod.register.services.withdraw import withdraw
from svod.register.totals import View, counted, coverage, listed, part_of
from svod.register.totals.coverage import Heard
from tests.register.test_undo import rows
from tests.world import World

EARLIER = """Отчёт профсоюзного комитета.

27 ноября 2025 года в школе состоялся круглый стол «Слышать друг друга», участвовали 45 родителей.
1 декабря 2025 года в библиотеке проведена лекция «Твои права», присутствовали 60 учащихся.
3 декабря 2025 года в спортзале прошёл турнир «За мир в семье», участвовали 24 ученика.
Всего охвачено 129 человек.
"""
LATER = (
    EARLIER.replace("45", "54")
    .replace("129", "138")
    .replace(
        "3 декабря 2025 года в спортзале прошёл турнир «За мир в семье», участвовали 24 ученика.",
        "5 декабря 2025 года в музее проведена экскурсия «Сильные духом», участвовали 30 учащихся.",
    )
)


@pytest.fixture
def retold(world: World) -> Retold:
    made = Retold(world.submission(text=EARLIER), world.submission(text=LATER, name="исправленный.txt"))
    resemble(world.campaign)
    return made


def again(retold: Retold) -> Retold:
    """As they are now."""
    return Retold(*(Submission.objects.get(pk=one.pk) for one in (retold.earlier, retold.later)))


def replaced(retold: Retold, world: World) -> None:
    now = again(retold)
    supersede(now, now.stamp, world.people["chief"])


def told(submission: Submission) -> dict[str, Activity]:
    return {row.title: row for row in Activity.objects.filter(document__submission=submission)}


def people(world: World) -> tuple[int, int]:
    """How many rows count, and how many people came to them."""
    found = listed(counted(part_of(world.campaign, world.people["chief"]), View.CONFIRMED))
    return found.rows, found.attendances.least


def everything() -> list[dict[str, object]]:
    return [*rows(), *Submission.objects.order_by("pk").values()]


def sound() -> bool:
    return not [flaw for _name, proof in PROOFS for flaw in proof()]


def test_what_both_tell_is_found(retold: Retold) -> None:
    assert [(old.title, old.participants.least, new.participants.least) for old, new in retold.activities] == [
        ("Слышать друг друга", 45, 54),
        ("Твои права", 60, 60),
    ]
    assert [(old.value.least, new.value.least) for old, new in retold.totals] == [(129, 138)]
    assert [row.title for row in retold.left_out] == ["За мир в семье"]
    assert [row.title for row in retold.added] == ["Сильные духом"]
    assert retold.is_likely


def test_it_replaces_what_was_confirmed(retold: Retold, world: World) -> None:
    chief = world.people["chief"]
    confirm([*Activity.objects.filter(document__submission=retold.earlier), ReportedTotal.objects.first()], chief)
    assert people(world) == (3, 129)
    before = everything()
    replaced(retold, world)
    assert people(world) == (2, 114)
    assert {title: row.state for title, row in told(retold.later).items()} == {
        "Слышать друг друга": State.CONFIRMED,
        "Твои права": State.CONFIRMED,
        "Сильные духом": State.DRAFT,
    }
    assert {row.state for row in told(retold.earlier).values()} == {State.REJECTED}
    assert [row.state for row in ReportedTotal.objects.order_by("pk")] == [State.REJECTED, State.CONFIRMED]
    after = again(retold)
    assert (after.earlier.state, after.later.replaces) == (Submission.State.WITHDRAWN, after.earlier)
    assert sound()
    done = everything()
    back = undo(Operation.objects.get(verb="supersede"), chief)
    assert everything() == before
    undo(back, chief)
    assert everything() == done
    assert sound()


def test_drafts_stay_drafts(retold: Retold, world: World) -> None:
    replaced(retold, world)
    assert {row.state for row in told(retold.later).values()} == {State.DRAFT}
    assert people(world) == (0, 0)


def test_what_was_joined_by_hand_before_is_turned_round(retold: Retold, world: World) -> None:
    """The later one counted as the earlier one, whose number is wrong."""
    chief = world.people["chief"]
    old, new = retold.activities[0]
    confirm([old], chief)
    merge(old, new, chief)
    assert people(world) == (1, 45)
    replaced(retold, world)
    assert people(world) == (1, 54)
    assert told(retold.later)["Слышать друг друга"].same_as is None
    assert sound()


def test_what_others_tell_of_it_counts_with_the_later_one(retold: Retold, world: World) -> None:
    chief, other = world.people["chief"], world.submission(world.rudny, EARLIER.splitlines()[2] + "\n")
    (copy,) = told(other).values()
    old = told(retold.earlier)["Слышать друг друга"]
    confirm([old], chief)
    merge(old, copy, chief)
    replaced(retold, world)
    copy.refresh_from_db()
    assert copy.same_as == told(retold.later)["Слышать друг друга"]
    assert people(world) == (1, 54)


def test_where_it_counts_as_another_s_it_goes_on_to(retold: Retold, world: World) -> None:
    chief, other = world.people["chief"], world.submission(world.rudny, EARLIER.splitlines()[2] + "\n")
    (head,) = told(other).values()
    confirm([head], chief)
    merge(head, told(retold.earlier)["Слышать друг друга"], chief)
    replaced(retold, world)
    assert told(retold.later)["Слышать друг друга"].same_as == head
    assert sound()


def test_what_was_left_out_counts_where_another_tells_it(retold: Retold, world: World) -> None:
    chief, other = world.people["chief"], world.submission(world.rudny, EARLIER.splitlines()[4] + "\n")
    (copy,) = told(other).values()
    merge(told(retold.earlier)["За мир в семье"], copy, chief)
    replaced(retold, world)
    copy.refresh_from_db()
    assert (copy.same_as, copy.state) == (None, State.DRAFT)


def test_what_a_person_put_right_stays_right(retold: Retold, world: World) -> None:
    """The machine reads the corrected report as it read the first one: nobody has to mend it twice."""
    chief = world.people["chief"]
    old = told(retold.earlier)["Твои права"]
    correct(old, {"kind": "seminar", "place": "Городская библиотека"}, chief, confirmed=True)
    replaced(retold, world)
    new = told(retold.later)["Твои права"]
    assert (new.kind, new.place, new.state) == ("seminar", "Городская библиотека", State.CONFIRMED)
    assert new.origins["kind"] == "corrected"


def test_what_a_person_put_right_otherwise_is_looked_at_again(retold: Retold, world: World) -> None:
    """They said 47, where the first report said 45; the later one says 54."""
    old = told(retold.earlier)["Слышать друг друга"]
    number = {"participants_least": 47, "participants_most": 47}
    correct(old, number, world.people["chief"], number_reason="по телефону", confirmed=True)
    replaced(retold, world)
    new = told(retold.later)["Слышать друг друга"]
    assert (new.participants.least, new.state) == (54, State.DRAFT)


def test_a_day_far_away_is_looked_at_again(world: World) -> None:
    first = world.submission(text=EARLIER)
    later = world.submission(
        text=EARLIER.replace("1 декабря 2025 года в библиотеке", "1 декабря 2024 года в библиотеке")
    )
    confirm(list(told(first).values()), world.people["chief"])
    resemble(world.campaign)
    old, new = told(first)["Твои права"], told(later)["Твои права"]
    if new.same_as is None and Retold(first, later).activities[1:2] != [(old, new)]:
        merge(old, new, world.people["chief"])
    replaced(Retold(first, later), world)
    assert told(later)["Твои права"].state == State.DRAFT


def test_a_plan_is_held_by_the_later_one(retold: Retold, world: World) -> None:
    reporter = world.people["reporter"]
    plans = put(
        plan_of(world.campaign, world.school, reporter), [{"kind": "lecture"}, {"kind": "tournament"}], reporter
    )
    for planned, title in zip(plans, ("Твои права", "За мир в семье"), strict=True):
        link(planned, told(retold.earlier)[title], reporter)
    replaced(retold, world)
    for planned in plans:
        planned.refresh_from_db()
    assert [planned.held for planned in plans] == [told(retold.later)["Твои права"], None]


def test_who_corrects_is_not_late(retold: Retold, world: World) -> None:
    third = world.submission(text=LATER.replace("54", "55"), name="ещё раз.txt")
    resemble(world.campaign)
    replaced(retold, world)
    resemble(world.campaign)
    replaced(Retold(retold.later, third), world)
    long_ago = timezone.now() - timedelta(days=400)
    Submission.objects.filter(pk=retold.earlier.pk).update(received_at=long_ago)
    found = coverage(part_of(world.campaign, world.people["chief"]))
    assert (found.heard(world.school.path), found.late(world.school.path)) == (Heard.ITSELF, False)
    third.refresh_from_db()
    withdraw(third, "ошибка", world.people["chief"])
    found = coverage(part_of(world.campaign, world.people["chief"]))
    assert found.heard(world.school.path) == Heard.NOTHING


def test_not_in_a_signed_part(retold: Retold, world: World) -> None:
    chief = world.people["chief"]
    confirm([*Activity.objects.all(), *ReportedTotal.objects.all()], chief)
    sign(world.campaign, world.school, chief)
    before = everything()
    with pytest.raises(Locked):
        replaced(retold, world)
    assert everything() == before


def test_not_where_another_s_copy_is_signed(retold: Retold, world: World) -> None:
    chief, other = world.people["chief"], world.submission(world.abai, EARLIER.splitlines()[2] + "\n")
    (copy,) = told(other).values()
    confirm([*Activity.objects.all(), *ReportedTotal.objects.all()], chief)
    copy.refresh_from_db()
    merge(told(retold.earlier)["Слышать друг друга"], copy, chief)
    sign(world.campaign, world.abai, chief)
    with pytest.raises(Locked):
        replaced(retold, world)


def test_what_somebody_changed_meanwhile_is_shown_first(retold: Retold, world: World) -> None:
    seen = again(retold)
    stamp = seen.stamp
    confirm([told(retold.earlier)["Твои права"]], world.people["chief"])
    with pytest.raises(Stale):
        supersede(seen, stamp, world.people["chief"])


def test_decided_one_by_one_it_is_as_well(retold: Retold, world: World) -> None:
    """One pair was called different: that is not told again."""
    first, second = Resemblance.objects.order_by("one__title")
    different(first, world.people["chief"])
    proposed(second, world.people["chief"])
    assert len(again(retold).activities) == 1


def test_the_same_words_tell_the_same(world: World) -> None:
    """Without title and number nothing else shows it."""
    said = "3 декабря 2025 года волонтёры раздали на улицах Рудного листовки.\n"
    made = Retold(*(world.submission(text=f"{head}\n{said}", name=f"{head}.txt") for head in ("Отчёт", "Уточнённый")))
    resemble(world.campaign)
    assert not Resemblance.objects.exists()
    assert [(old.start, new.start) for old, new in again(made).activities] == [(6, 11)]
    assert again(made).added == again(made).left_out == []
    old, new = made.activities[0]
    Resemblance.objects.create(one=old, other=new, score=0, decision=Resemblance.Decision.DIFFERENT)
    assert again(made).activities == []


def test_it_is_not_likely_where_little_is_the_same(world: World) -> None:
    """One line from a phone, and a long report that tells it as well."""
    line = world.submission(text="27 ноября 2025 года в школе состоялся круглый стол «Слышать друг друга».\n")
    whole = world.submission(text=EARLIER)
    resemble(world.campaign)
    assert not Retold(line, whole).is_likely
    assert not Retold(whole, line).is_likely


def test_what_a_person_added_to_the_earlier_is_named(retold: Retold, world: World) -> None:
    document = retold.earlier.documents.get()
    add(document, 0, 5, "lecture", world.people["chief"])
    assert len(again(retold).left_out) == 2
