"""A submission beside its text: what a person sees of it and does with it, with and without a script."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from svod.register.models import Activity, Operation, ReportedTotal, Resemblance, Signature, State, Submission
from svod.register.services.confirm import certain_among, confirm, drafts_of
from svod.register.services.correct import correct
from svod.register.services.resemble import resemble
from svod.web.review.marks import Mark, marked
from tests.world import World

HTMX = {"HX-Request": "true"}


@pytest.fixture
def submission(world: World) -> Submission:
    return world.submission()


@pytest.fixture
def table(submission: Submission) -> Activity:
    return Activity.objects.get(kind="round_table")


@pytest.fixture
def reviewer(client: Client, world: World) -> Client:
    client.force_login(world.people["reviewer"])
    client.cookies["django_language"] = "en"
    return client


def page(submission: Submission) -> str:
    return f"/c/{submission.campaign.slug}/submissions/{submission.pk}/"


def card(row: Activity | ReportedTotal, verb: str) -> str:
    return f"/c/{row.campaign.slug}/review/{'a' if isinstance(row, Activity) else 't'}{row.pk}/{verb}/"


def typed(row: Activity, **changed: object) -> dict[str, object]:
    """The form as a browser sends it."""
    names = ("kind", "title", "first_day", "last_day", "place", "region", "organiser", "version")
    names += (
        "participants_least",
        "participants_most",
        "count_least",
        "count_most",
        "audience",
        "partners",
        "materials",
    )
    form = {name: getattr(row, name) for name in names} | {"keep_sources": "on", "likes": "", "number_reason": ""}
    return {f"f-{name}": "" if value is None else value for name, value in (form | changed).items()}


def test_a_day_far_from_the_campaigns_is_said_and_never_confirmed_unseen(
    reviewer: Client, submission: Submission, table: Activity
) -> None:
    """A wrong year, a wrong month. What happened a week too early is what it is, and a person says that it counts."""
    assert table in certain_among(drafts_of(submission))
    far, another = "its day is far from the campaign&#x27;s days", "its day is of another year than the campaign&#x27;s"
    for days, said in ((0, ""), (-7, ""), (-60, far), (-365, another), (365, another)):
        day = submission.campaign.first_day + timedelta(days=days)
        Activity.objects.filter(pk=table.pk).update(first_day=day, last_day=day)
        html = reviewer.get(page(submission)).text
        assert [doubt for doubt in (far, another) if doubt in html] == [
            doubt for doubt in (far, another) if doubt == said
        ]
        assert ("outside the campaign's days" in html) == (days != 0)
        assert (table in certain_among(drafts_of(submission))) == (days == 0)


def test_what_spoke_against_a_day_is_gone_once_the_day_is_mended(
    reviewer: Client, submission: Submission, table: Activity
) -> None:
    Activity.objects.filter(pk=table.pk).update(confidence=0.4, reasons=["held", "another_year"])
    assert "its day is of another year" not in reviewer.get(page(submission)).text


def test_what_speaks_against_a_draft_is_said_on_its_card(
    reviewer: Client, submission: Submission, table: Activity
) -> None:
    said = "unusually many people for one activity"
    assert said not in reviewer.get(page(submission)).content.decode()
    Activity.objects.filter(pk=table.pk).update(confidence=0.4, reasons=["held", "so_many_people"])
    assert said in reviewer.get(page(submission)).content.decode()


def test_what_could_not_be_read_of_an_archive_is_named(reviewer: Client, submission: Submission) -> None:
    inside = ["unreadable", "damaged", "сдано.zip › отчёт школы.docx", {}]
    Submission.objects.filter(pk=submission.pk).update(problems=[inside])
    assert "<strong>сдано.zip › отчёт школы.docx</strong>: The file is damaged" in reviewer.get(page(submission)).text


def test_it_works(
    reviewer: Client, submission: Submission, table: Activity, django_assert_max_num_queries: Callable
) -> None:
    with django_assert_max_num_queries(25):
        found = reviewer.get(page(submission))
    html = found.content.decode()
    assert "0 of 3 checked" in html
    assert f'id="a{table.pk}"' in html
    assert f'href="#m-a{table.pk}"' in html
    assert f'<mark class="draft" data-card="a{table.pk}" id="m-a{table.pk}">' in html
    assert f'<span class="said" id="s-a{table.pk}-title">' in html
    assert "read by the machine" in html


def test_the_least_certain_comes_first(reviewer: Client, submission: Submission) -> None:
    Activity.objects.filter(kind="training").update(confidence=0.3)
    first = [one.row.confidence for one in reviewer.get(page(submission)).context["sheet"].cards]
    assert first == sorted(first)
    in_text = [one.row.start for one in reviewer.get(page(submission) + "?order=text").context["sheet"].cards]
    assert in_text == sorted(in_text)


def test_signed_out(client: Client, submission: Submission) -> None:
    assert client.get(page(submission)).status_code == 302


def test_a_stranger_finds_nothing(client: Client, world: World, submission: Submission, table: Activity) -> None:
    client.force_login(world.people["stranger"])
    assert client.get(page(submission)).status_code == 404
    assert client.post(card(table, "confirm"), {"version": 1}).status_code == 404


def test_a_reader_reads_and_changes_nothing(
    client: Client, world: World, submission: Submission, table: Activity
) -> None:
    client.force_login(world.people["reader"])
    html = client.get(page(submission)).content.decode()
    assert "/confirm/" not in html
    for verb in ("confirm", "reject", "edit", "split", "merge", "unmerge"):
        assert client.post(card(table, verb), {"version": 1}).status_code == 403
    for verb in ("confirm", "add", "undo"):
        assert client.post(f"{page(submission)}{verb}/").status_code == 403
    assert not Operation.objects.filter(verb__in=("confirm", "reject", "correct")).exists()


def test_confirm_without_a_script_goes_to_the_next_draft(
    reviewer: Client, submission: Submission, table: Activity
) -> None:
    found = reviewer.post(card(table, "confirm"), {"version": table.version, "order": "text"})
    training = Activity.objects.get(kind="training")
    assert found.url == f"{page(submission)}?order=text#a{training.pk}"  # type: ignore[attr-defined]
    assert "Confirmed. 2 left." in reviewer.get(page(submission)).content.decode()


def test_confirm_with_a_script_answers_with_the_card(reviewer: Client, table: Activity) -> None:
    html = reviewer.post(card(table, "confirm"), {"version": table.version}, headers=HTMX).content.decode()
    assert f'id="a{table.pk}"' in html
    assert 'data-state="confirmed"' in html
    assert "1 of 3 checked" in html
    assert "Confirmed. 2 left." in html
    assert "<html" not in html


def test_what_one_key_confirms_is_counted_anew(reviewer: Client, submission: Submission, table: Activity) -> None:
    training = Activity.objects.get(kind="training")
    Activity.objects.update(confidence=0.95)
    assert "Confirm the 2 certain ones" in reviewer.get(page(submission)).content.decode()
    html = reviewer.post(card(table, "confirm"), {"version": table.version}, headers=HTMX).content.decode()
    assert "Confirm the 1 certain one<" in html
    html = reviewer.post(card(training, "confirm"), {"version": training.version}, headers=HTMX).content.decode()
    assert 'id="certain"' in html
    assert "Confirm the" not in html


def test_an_old_form_is_refused(reviewer: Client, table: Activity) -> None:
    Activity.objects.filter(pk=table.pk).update(version=7, title="Чужое")
    html = reviewer.post(card(table, "confirm"), {"version": 1}, headers=HTMX).content.decode()
    assert "Somebody else changed this meanwhile" in html
    assert "Чужое" in html
    assert Activity.objects.get(pk=table.pk).state == State.DRAFT


def test_a_number_that_is_not_said_needs_a_reason(reviewer: Client, submission: Submission, table: Activity) -> None:
    Activity.objects.filter(pk=table.pk).update(participants_least=54, participants_most=54)
    assert 'name="number_reason"' in reviewer.get(page(submission)).content.decode()
    refused = reviewer.post(card(table, "confirm"), {"version": 1}, headers=HTMX).content.decode()
    assert "refused" in refused
    reviewer.post(card(table, "confirm"), {"version": 1, "number_reason": "по журналу"})
    table.refresh_from_db()
    assert (table.state, table.number_reason) == (State.CONFIRMED, "по журналу")


def test_the_reason_stands_beside_its_number(reviewer: Client, submission: Submission, table: Activity) -> None:
    reviewer.post(card(table, "edit"), typed(table, participants_least=54, number_reason="по журналу"))
    html = reviewer.get(page(submission)).content.decode()
    line = html.partition('<span class="reason">')[0].rpartition('<div class="line')[2]
    assert ("Participants" in line, "54" in line) == (True, True)
    assert html.count("по журналу") == 1
    Activity.objects.filter(pk=table.pk).update(participants_least=None, participants_most=None)
    html = reviewer.get(page(submission)).content.decode()
    assert ('<span class="reason">' in html, "по журналу" in html) == (False, True)


def test_reject_and_undo(reviewer: Client, submission: Submission, table: Activity) -> None:
    reviewer.post(card(table, "reject"), {"version": table.version})
    assert Activity.objects.get(pk=table.pk).state == State.REJECTED
    html = reviewer.post(f"{page(submission)}undo/", headers=HTMX).content.decode()
    assert "Taken back. 3 left." in html
    assert Activity.objects.get(pk=table.pk).state == State.DRAFT
    again = reviewer.post(f"{page(submission)}undo/", headers=HTMX)
    assert "There is nothing of yours here to take back." in again.content.decode()


def test_correct(reviewer: Client, submission: Submission, table: Activity) -> None:
    assert 'name="f-title"' in reviewer.get(card(table, "edit")).content.decode()
    reviewer.post(card(table, "edit"), typed(table, title="Иное", online="on", and_confirm=1) | {"and_confirm": "1"})
    table.refresh_from_db()
    assert (table.title, table.online, table.state) == ("Иное", True, State.CONFIRMED)
    assert table.origins == {"region": "organisation", "title": "corrected", "online": "corrected"}
    html = reviewer.get(page(submission)).content.decode()
    assert "corrected" in html


def test_a_larger_number_is_typed_once(reviewer: Client, table: Activity) -> None:
    reviewer.post(card(table, "edit"), typed(table, participants_least=54, number_reason="по журналу"))
    table.refresh_from_db()
    assert (table.participants_least, table.participants_most) == (54, 54)


def test_what_was_typed_into_an_old_form_is_kept(reviewer: Client, table: Activity) -> None:
    Activity.objects.filter(pk=table.pk).update(version=7, title="Чужое")
    for headers in ({}, HTMX):
        html = reviewer.post(card(table, "edit"), typed(table, title="Моё долгое"), headers=headers).content.decode()
        assert "Somebody else changed this meanwhile" in html
        assert "Чужое" in html  # as it is now
        assert 'value="Моё долгое"' in html
        assert 'name="f-version" value="7"' in html
    assert Activity.objects.get(pk=table.pk).title == "Чужое"
    table.refresh_from_db()
    reviewer.post(card(table, "edit"), typed(table, title="Моё долгое"))
    assert Activity.objects.get(pk=table.pk).title == "Моё долгое"


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"participants_least": 50, "participants_most": 40}, "This is less than the least."),
        ({"participants_least": "", "participants_most": 40}, "Give the least as well"),
        ({"first_day": "2025-12-05", "last_day": "2025-12-01"}, "This is before the first day."),
        ({"count_least": ""}, "At least one."),
        ({"kind": "no such kind"}, "Select a valid choice"),
        ({"participants_least": 50, "participants_most": 50}, "The number does not stand in the sentence"),
    ],
)
def test_bad_input_gets_its_message(
    reviewer: Client, table: Activity, changed: dict[str, object], message: str
) -> None:
    sent = typed(table, **changed) | {"and_confirm": "1"}
    for headers in ({}, HTMX):
        assert message in reviewer.post(card(table, "edit"), sent, headers=headers).content.decode()
    assert Activity.objects.get(pk=table.pk).version == table.version


def test_a_total_is_corrected(reviewer: Client, submission: Submission) -> None:
    total = ReportedTotal.objects.get()
    sent = {"f-measure": "participants", "f-value_least": 301, "f-value_most": "", "f-kind": "", "f-region": "KZ-39"}
    reviewer.post(card(total, "edit"), sent | {"f-version": 1, "f-place": "Рудный", "and_confirm": "1"})
    total.refresh_from_db()
    assert (total.place, total.state) == ("Рудный", State.CONFIRMED)


def test_all_certain_ones(reviewer: Client, submission: Submission) -> None:
    reviewer.post(f"{page(submission)}confirm/")
    assert Activity.objects.filter(state=State.CONFIRMED).count() == 2
    assert ReportedTotal.objects.get().state == State.DRAFT  # 0.8: a person looks
    assert "2 drafts confirmed." in reviewer.get(page(submission)).content.decode()


def test_split(reviewer: Client, submission: Submission) -> None:
    training = Activity.objects.get(kind="training")
    assert reviewer.get(card(training, "split")).context["number"] == 2
    sent = {"version": 1, "part-TOTAL_FORMS": 3, "part-INITIAL_FORMS": 0}
    for place, kind in enumerate(("training", "training", "lecture")):
        sent |= {f"part-{place}-kind": kind, f"part-{place}-title": "", f"part-{place}-least": 10 + place}
    assert reviewer.post(card(training, "split"), sent).status_code == 302
    parts = Activity.objects.filter(start=training.start).order_by("pk")
    assert [(one.kind, one.participants_least) for one in parts] == [
        ("training", 10),
        ("training", 11),
        ("lecture", 12),
    ]


def test_merge_and_separate(reviewer: Client, world: World, submission: Submission, table: Activity) -> None:
    world.submission(world.rudny)
    other = Activity.objects.filter(kind="round_table").exclude(pk=table.pk).get()
    assert [one.other.pk for one in reviewer.get(card(table, "merge")).context["found"]] == [other.pk]
    assert [one.other.pk for one in reviewer.get(card(table, "merge") + "?q=без страха").context["found"]] == [other.pk]
    reviewer.post(card(table, "merge"), {"version": 1, "other": other.pk})
    assert Activity.objects.get(pk=other.pk).same_as == table
    other.refresh_from_db()
    reviewer.post(card(other, "unmerge"), {"version": other.version})
    assert Activity.objects.get(pk=other.pk).same_as is None


def test_another_telling_fills_what_is_missing_and_nothing_else(
    reviewer: Client, world: World, submission: Submission, table: Activity
) -> None:
    world.submission(world.rudny)
    copy = Activity.objects.filter(kind="round_table").exclude(pk=table.pk).get()
    Activity.objects.filter(pk=copy.pk).update(place="Рудный", title="Другое имя")
    Activity.objects.filter(pk=table.pk).update(
        place="", state=State.CONFIRMED, decided_by=world.people["reviewer"], decided_at=timezone.now()
    )
    reviewer.post(card(table, "merge"), {"version": 1, "other": copy.pk})
    cards = reviewer.get(page(submission)).context["sheet"].activities
    head = next(one for one in cards if one.row.pk == table.pk)
    told = {line.name: (line.value, line.origin) for line in head.lines}
    assert (told["place"], told["title"]) == (("Рудный", "copy"), ("Семья без страха", "read"))
    assert Activity.objects.get(pk=table.pk).place == ""


def test_what_looks_alike_is_shown_with_why(
    reviewer: Client, world: World, submission: Submission, table: Activity
) -> None:
    world.submission(world.rudny)
    resemble(world.campaign)
    html = reviewer.get(page(submission)).content.decode()
    assert "May be the same:" in html
    assert "the same text was submitted twice" in html
    pair = Resemblance.objects.filter(one=table).get()
    reviewer.post(f"/c/{world.campaign.slug}/resemblances/{pair.pk}/different/", {"from": f"a{table.pk}"})
    pair.refresh_from_db()
    assert pair.decision == Resemblance.Decision.DIFFERENT


def test_what_one_may_not_see_is_not_shown(client: Client, world: World) -> None:
    """A reviewer of the school hears nothing of the region's own report."""
    submission = world.submission()
    world.submission(world.kostanay)
    resemble(world.campaign)
    world.person("reviewer", world.school, "teacher")
    client.force_login(world.people["teacher"])
    assert not any(card.likely for card in client.get(page(submission)).context["sheet"].cards)
    pair = Resemblance.objects.first()
    assert pair is not None
    assert client.post(f"/c/{world.campaign.slug}/resemblances/{pair.pk}/same/").status_code == 404


def test_add_from_marked_words(reviewer: Client, submission: Submission) -> None:
    document = submission.documents.get()
    sent = {"n-document": document.pk, "n-kind": "meeting", "n-quote": "Отчёт профсоюзного\nкомитета"}
    reviewer.post(f"{page(submission)}add/", sent)
    made = Activity.objects.get(kind="meeting")
    assert (made.quote, made.state) == ("Отчёт профсоюзного комитета", State.CONFIRMED)
    reviewer.post(f"{page(submission)}add/", sent | {"n-quote": "Отчёт", "n-start": 0, "n-end": 5})
    assert Activity.objects.filter(kind="meeting", start=0, end=5).exists()
    refused = reviewer.post(f"{page(submission)}add/", sent | {"n-quote": "чего там нет"})
    assert "do not stand in the text" in refused.content.decode()


def test_what_was_passed_over_is_shown_and_taken_in(reviewer: Client, world: World) -> None:
    submission = world.submission(text="Прошла лекция.\nЕсли получится, 5 декабря викторина для 30 родителей.\n")
    document = submission.documents.get()
    html = reviewer.get(page(submission)).text
    assert "Perhaps left out" in html
    assert f'<mark class="left-out" data-card="l{document.pk}-0" id="m-l{document.pk}-0">' in html
    answer = reviewer.post(f"/c/{world.campaign.slug}/left-out/{document.pk}-0/", {"answer": "in"}, follow=True)
    made = Activity.objects.get(kind="game")
    assert answer.redirect_chain[0][0].endswith(f"#a{made.pk}")
    assert "It is a draft now" in answer.text
    assert "Perhaps left out" not in answer.text
    reviewer.post(f"{page(submission)}undo/", {})
    reviewer.post(f"/c/{world.campaign.slug}/left-out/{document.pk}-0/", {"answer": "down"})
    assert Activity.objects.get(kind="game").state == State.REJECTED
    assert reviewer.post(f"/c/{world.campaign.slug}/left-out/{document.pk}-9/", {"answer": "in"}).status_code == 404


def test_a_signed_part_shows_that_it_is(
    reviewer: Client, world: World, submission: Submission, table: Activity
) -> None:
    Signature.objects.create(
        campaign=world.campaign, organisation=world.kostanay, signed_by=world.people["coordinator"]
    )
    html = reviewer.get(page(submission)).content.decode()
    assert "Nothing here can be changed until it is reopened." in html
    assert f"a{table.pk}/confirm/" not in html
    answer = reviewer.post(card(table, "confirm"), {"version": 1}, headers=HTMX).content.decode()
    assert "The part of Костанайская областная организация is signed." in answer


def test_the_keys_have_a_page(reviewer: Client, submission: Submission) -> None:
    assert "<kbd>j</kbd>" in reviewer.get(f"{page(submission)}keys/").content.decode()


CHAT = """[25.11.2025, 09:12:03] Айгуль: Проведена беседа «Мы вместе» для родителей.
[25.11.2025, 09:15:03] Айгуль: Было 20 человек.
[26.11.2025, 10:00:00] Ерлан: Проведена лекция «Закон и семья».
"""


def test_a_chat_names_who_wrote(reviewer: Client, world: World) -> None:
    html = reviewer.get(page(world.submission(text=CHAT))).content.decode()
    assert html.count('<p class="by">25 November 2025</p>') == 1
    assert html.count('<p class="by">26 November 2025</p>') == 1
    assert html.count("Ерлан") == 2  # who wrote, and what goes nowhere outside


@pytest.mark.parametrize(
    ("marks", "html"),
    [
        ([(0, 5, "m")], "<m0>ab&lt;de</m>fgh"),
        ([(0, 5, "m"), (1, 2, "s")], "<m0>a<s1>b</s>&lt;de</m>fgh"),
        ([(0, 4, "m"), (2, 6, "m")], "<m0>ab<m1>&lt;d</m></m><m>ef</m>gh"),
        ([(0, 8, "m"), (0, 8, "m")], "<m0><m1>ab&lt;defgh</m></m>"),
        ([], "ab&lt;defgh"),
    ],
)
def test_marks_lie_over_one_another(marks: list[tuple[int, int, str]], html: str) -> None:
    made = [Mark(a, b, f"x{n}", "c", "draft" if what == "m" else "") for n, (a, b, what) in enumerate(marks)]
    found = marked("ab<defgh", 0, 8, made, set())
    found = found.replace('<a class="pin" href="#c" tabindex="-1" aria-hidden="true"></a>', "").replace(
        "</mark>", "</m>"
    )
    found = (
        found.replace("</span>", "</s>")
        .replace('<mark class="draft" data-card="c"', "<m")
        .replace('<span class="said"', "<s")
    )
    for number in range(9):
        found = found.replace(f' id="x{number}"', str(number))
    assert found == html


def test_numbers_that_exclude_each_other_are_said_when_two_are_merged(reviewer: Client, world: World) -> None:
    """The same report came once more with one number corrected: it must not be lost without a word."""
    world.submission()
    world.submission(world.rudny)
    rows = list(Activity.objects.filter(kind="round_table"))
    for row, number in zip(rows, (45, 54), strict=True):
        row.participants_least = row.participants_most = number
        row.save()
    resemble(world.campaign)
    pair = Resemblance.objects.get(one__in=rows, other__in=rows)
    answer = reviewer.post(f"/c/{world.campaign.slug}/resemblances/{pair.pk}/same/", follow=True)
    told = [str(message) for message in answer.context["messages"]]
    assert any("45" in words and "54" in words for words in told), told


def test_where_a_value_is_from_is_said_once_and_where_it_differs(
    reviewer: Client, submission: Submission, table: Activity, world: World
) -> None:
    correct(table, {"place": "Актовый зал"}, world.people["chief"])
    html = reviewer.get(page(submission)).text
    cards = html.count('class="card draft-card')
    assert html.count("read by the machine") == html.count("not verified") == cards
    assert html.count('<small class="origin">typed: chief</small>') == 1
    confirm([table], world.people["chief"])
    assert reviewer.get(page(submission)).text.count("not verified") == cards - 1
