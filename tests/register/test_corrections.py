"""Reviews that are done, given out as texts to learn from."""

import json
from typing import Any

from svod.extraction import extract
from svod.learning import read_gold
from svod.learning.measure import score
from svod.records import Bounds
from svod.register.corrections import corrections, reviewed
from svod.register.models import Activity, ReportedTotal, Submission
from svod.register.services.ask import answer, ask
from svod.register.services.confirm import confirm, drafts_of
from svod.register.services.correct import correct
from svod.register.services.merge import merge
from svod.register.services.reject import reject
from tests.world import TEXT, World

NAMED = f"{TEXT}\nБеседу вела Айгерим Сейтказиевна Оспанова, телефон 8 701 123 45 67."


def given_out(world: World) -> list[dict[str, Any]]:
    return list(corrections(reviewed(world.campaign), world.campaign))


def decided(world: World, submission: Submission) -> None:
    """All drafts confirmed but the trainings, which are rejected."""
    training = Activity.objects.get(kind="training", document__submission=submission)
    reject(training, world.people["reviewer"])
    confirm(drafts_of(submission), world.people["reviewer"])


def test_it_works(world: World) -> None:
    decided(world, world.submission())
    (one,) = given_out(world)
    assert (one["lang"], one["year"], one["text"].split()) == ("ru", 2025, TEXT.split())
    assert one["source"] == f"{world.campaign.slug}-{world.school.pk}"
    (activity,) = one["activities"]
    assert (activity["kind"], activity["title"], activity["participants"]) == (
        "round_table",
        "Семья без страха",
        [45, 45],
    )
    assert activity["region"] is None  # that of the organisation, not of the text
    (total,) = one["totals"]
    assert (total["measure"], total["value"]) == ("participants", [301, None])
    for found in (activity, total):
        start, end = found["span"]
        assert found["evidence"] == one["text"][start:end]


def test_the_rules_can_learn_from_it(world: World) -> None:
    decided(world, world.submission())
    lines = [json.dumps(one, ensure_ascii=False) for one in given_out(world)]
    (gold,) = read_gold(lines)
    measured = score(gold, extract(gold.document, world.campaign.pack))
    assert measured.activities == (1, 2, 1)  # what was rejected is found, and wrong
    assert measured.strict == (1, 2, 1)


def test_what_is_not_decided_is_not_given_out(world: World) -> None:
    submission = world.submission()
    assert given_out(world) == []
    activity, *others = drafts_of(submission)
    confirm(others, world.people["reviewer"])
    assert given_out(world) == []
    confirm([activity], world.people["reviewer"])
    assert len(given_out(world)) == 1


def test_what_was_asked_back_waits_for_its_answer(world: World) -> None:
    submission = world.submission()
    decided(world, submission)
    activity = Activity.objects.get(kind="round_table")
    ask(activity, "Сколько человек?", world.people["reviewer"])
    assert given_out(world) == []
    answer(activity, "45", world.people["reporter"])
    assert len(given_out(world)) == 1


def test_nobody_is_named_in_it(world: World) -> None:
    submission = world.submission(text=NAMED)
    for row in drafts_of(submission):
        confirm([row], world.people["reviewer"])
    told = json.dumps(given_out(world), ensure_ascii=False)
    assert "имя скрыто" in told
    for secret in ("Айгерим", "Оспанов", "701 123", world.school.name):
        assert secret not in told


def test_what_somebody_typed_is_given_out_only_where_the_text_says_it(world: World) -> None:
    submission = world.submission()
    decided(world, submission)
    activity = Activity.objects.get(kind="round_table")
    changed = {"organiser": "Оспанова Айгерим", "participants_least": 60, "participants_most": 60}
    correct(activity, changed, world.people["reviewer"], number_reason="сказано по телефону")
    (one,) = given_out(world)
    assert (one["activities"][0]["organiser"], one["activities"][0]["participants"]) == (None, None)
    assert Activity.objects.get(kind="round_table").participants == Bounds(60, 60)


def test_what_tells_another_text_s_activity_again_is_told_here_too(world: World) -> None:
    one, other = world.submission(), world.submission(world.rudny, text=f"{TEXT} Конец.")
    for submission in (one, other):
        confirm(drafts_of(submission), world.people["reviewer"])
    head, copy = Activity.objects.filter(kind="round_table").order_by("pk")
    merge(head, copy, world.people["coordinator"])
    kinds = [[activity["kind"] for activity in told["activities"]] for told in given_out(world)]
    assert kinds == [["round_table", "training"]] * 2


def test_what_nobody_wrote_teaches_nothing(world: World) -> None:
    decided(world, world.submission())
    Submission.objects.update(channel=Submission.Channel.FORM)
    assert given_out(world) == []


def test_a_document_without_findings_teaches_nothing(world: World) -> None:
    world.submission(text="Добрый день!")
    assert not ReportedTotal.objects.exists()
    assert given_out(world) == []
