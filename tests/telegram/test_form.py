"""The questions of the form: what each answer makes of it, and what is not understood."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.utils import translation

from svod.packs import load
from svod.register.services.numbers import understood
from svod.telegram.form import Around, Form, NotUnderstood, press, typed
from svod.telegram.questions import FEW, question
from svod.telegram.reply import LONGEST, Reply

AROUND = Around(load("sixteen_days"), date(2025, 12, 5), lambda said: understood(said) is not None)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


def at(step: str) -> Form:
    return Form("k", step, kind="seminar")


def labels(form: Form) -> list[str]:
    return [one.label for row in question(form, AROUND).buttons for one in row]


def test_it_works() -> None:
    form = Form("k")
    for answer in ("seminar", "Закон и семья", "yesterday", "около 50"):
        pressed = press(form, form.step, answer, AROUND)
        form = pressed or typed(form, answer, AROUND)
    for answer in ("parents", "teachers", "+"):
        chosen = press(form, form.step, answer, AROUND)
        assert chosen is not None
        form = chosen
    assert form.step == "check"
    assert "Закон и семья" in question(form, AROUND).text
    held = Form.of(form.kept()).held()
    assert (held.kind, held.title, held.day) == ("seminar", "Закон и семья", date(2025, 12, 4))
    assert (held.people, held.audience) == ("около 50", ("parents", "teachers"))


def test_all_but_the_first_is_skipped() -> None:
    form = press(Form("k"), "kind", "-", AROUND)
    assert form is None
    form = at("title")
    for _step in range(4):
        form = press(form, form.step, "-", AROUND)
        assert form is not None
    assert form == Form("k", "check", kind="seminar")
    assert press(form, "check", "-", AROUND) is None


def test_the_usual_kinds_come_first() -> None:
    first = Form("k")
    assert len(labels(first)) == FEW + 2
    more = press(first, "kind", "more", AROUND)
    assert more is not None
    assert len(labels(more)) == len(AROUND.pack.kinds) + 1


def test_a_button_twice_takes_it_back() -> None:
    form = at("audience")
    once = press(form, "audience", "parents", AROUND)
    assert once is not None
    assert "✓ parents" in labels(once)
    assert press(once, "audience", "parents", AROUND) == form


@pytest.mark.parametrize(("step", "value"), [("kind", "talk"), ("day", "today"), ("check", "send")])
def test_a_button_of_an_earlier_question_does_nothing(step: str, value: str) -> None:
    assert press(at("people"), step, value, AROUND) is None


@pytest.mark.parametrize("value", ["", "nonsense", "today", "../x"])
def test_no_button_of_ours_does_nothing(value: str) -> None:
    assert press(at("kind"), "kind", value, AROUND) is None


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("5 декабря", date(2025, 12, 5)),
        ("28.11", date(2025, 11, 28)),
        ("28.11.2024", date(2024, 11, 28)),
        ("кеше", date(2025, 12, 4)),
        ("28 қараша", date(2025, 11, 28)),
        ("November 28", date(2025, 11, 28)),
    ],
)
def test_a_day_as_people_write_it(said: str, day: date) -> None:
    assert typed(at("day"), said, AROUND).held().day == day


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ("kind", "nonsense"),
        ("kind", "s"),  # several begin so
        ("title", "a" * 501),
        ("day", "скоро"),
        ("day", "28–29 ноября"),
        ("people", "много"),
        ("audience", "родители"),
        ("check", "да"),
    ],
)
def test_what_is_not_understood_is_said(step: str, said: str) -> None:
    with pytest.raises(NotUnderstood):
        typed(at(step), said, AROUND)


def test_a_kind_may_be_written() -> None:
    assert typed(Form("k"), "Round", AROUND).kind == "round_table"


def test_data_of_a_button_fits() -> None:
    """Telegram takes 64 bytes."""
    form = Form("0" * 12, more=True)
    for step in ("kind", "day", "audience"):
        shown = question(Form(form.key, step, "seminar", more=True), AROUND)
        assert all(len(one.data.encode()) <= 64 for row in shown.buttons for one in row)


def test_a_long_reply_is_cut_between_lines() -> None:
    lines = [f"– организация {number}" for number in range(1000)]
    pieces = list(Reply("\n".join(lines)).texts())
    assert len(pieces) > 1
    assert all(len(one) <= LONGEST for one in pieces)
    assert "\n".join(pieces).split("\n") == lines
