"""Every address as everybody, against the table of docs/permissions.md."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from django.contrib.admindocs.views import simplify_regex
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from svod.api.models import Webhook
from svod.api.tokens import make_token
from svod.register.models import (
    Activity,
    ActivityTable,
    Chat,
    Document,
    Edition,
    EditionFile,
    Erasure,
    Feed,
    FormLink,
    Illustration,
    Incoming,
    Invitation,
    Issue,
    Operation,
    PlannedActivity,
    PlanSheet,
    Publication,
    Recommendation,
    Report,
    ReportedTotal,
    Resemblance,
    Survey,
)
from svod.register.services.close_survey import close
from svod.register.services.comment import comment
from svod.register.services.draft_plan import plan_of, put
from svod.register.services.freeze_report import freeze_report
from svod.register.services.hand_out import ask_pieces
from svod.register.services.hold import hold
from svod.register.services.illustrate import illustrate
from svod.register.services.invite import invite
from svod.register.services.keep import keep
from svod.register.services.link_form import link_form
from svod.register.services.photos import attach
from svod.register.services.publish import draw_up, fill, publish
from svod.register.services.receive import Message, receive
from svod.register.services.recommend import recommend
from svod.register.services.start_report import start_report
from svod.register.services.supply import add_issue, add_material
from svod.register.services.upload import begin
from svod.register.services.write_passage import write_passage
from tests.register.test_photos import jpeg
from tests.register.test_surveys import opened
from tests.world import TEXT, World

DOCS = Path(__file__).parents[2] / "docs" / "permissions.md"
ROW = re.compile(r"^\| `(/[^`]*)` \|(.*)\|$", re.MULTILINE)
PEOPLE = ("signed out", "stranger", "reader", "reporter", "reviewer", "coordinator", "administrator")
HOW = ("GET", "POST")

# What an address is about: the part of it before the gap names the thing at Kostanay that fills it.
THINGS: dict[str, Callable[[World], object]] = {
    "c": lambda world: world.campaign.slug,
    "campaigns": lambda world: world.campaign.slug,
    "submissions": lambda world: world.submission().pk,
    "replaces": lambda world: world.submission(text=TEXT.replace("45", "54")).pk,
    "held": lambda world: receive(Message("email", "1", "a@example.org", "Отчёт.eml", TEXT.encode())).pk,
    "inbox": lambda world: world.submission().pk,
    "whose": lambda world: _unsaid(world).pk,
    "tokens": lambda world: (
        make_token(world.people["reader"], "a", (), world.kostanay, 7, world.people["reader"])[0].pk
    ),
    "webhooks": lambda world: (
        Webhook.objects.get_or_create(
            person=world.people["coordinator"], organisation=world.kostanay, url="https://example.org/"
        )[0].pk
    ),
    "telegram": lambda world: Chat.objects.create(number=42, person=world.people["reader"]).pk,
    "tell": lambda world: world.submission().pk,
    "photos": lambda world: _photo(world),
    "remarks": lambda world: f"a{_first(world, Activity)}",
    "plan": lambda world: world.rudny.pk,
    "planned": lambda world: planned(world).pk,
    "plan-sheets": lambda world: (
        PlanSheet.objects.create(plan=planned(world).plan, name="план.xlsx", received_by=world.people["reporter"]).pk
    ),
    "tables": lambda world: _table(world).pk,
    "materials": lambda world: _issue(world).material_id,
    "issues": lambda world: _issue(world).pk,
    "requests": lambda world: ask_pieces(_issue(world), world.rudny, 5, "", world.people["reporter"]).pk,
    "feeds": lambda world: (
        Feed.objects.get_or_create(person=world.people["reporter"], campaign=world.campaign, organisation=world.rudny)[
            0
        ].pk
    ),
    "public": lambda world: _publication(world).pk,
    "surveys": lambda world: _survey(world).pk,
    "s": lambda world: _survey(world).token,
    "systems": lambda world: "hxl" if _publication(world) else "",
    "odk": lambda world: _form_link(world).token,
    "links": lambda world: _form_link(world).pk,
    "results": lambda world: _closed_survey(world).pk,
    "preview": lambda world: _publication(world).pk,
    "p": lambda world: _publication(world).campaign.slug,
    "erasures": lambda world: (
        Erasure.objects.create(
            words="Иванова Мария", reason="просит сама", state="found", asked_by=world.people["chief"]
        ).pk
    ),
    "uploads": lambda world: begin(world.campaign, world.school, world.people["reporter"], "a.txt", 9, 1).pk,
    "documents": lambda world: world.submission().documents.get().pk,
    "activities": lambda world: _first(world, Activity),
    "totals": lambda world: _first(world, ReportedTotal),
    "review": lambda world: f"a{_first(world, Activity)}",
    "resemblances": lambda world: _resemblance(world),
    "left-out": lambda world: _wishful(world).pk,
    "history": lambda world: _operation(world),
    "operations": lambda world: _operation(world),
    "undo": lambda world: _operation(world),
    "organisations": lambda world: world.rudny.pk,
    "reports": lambda world: _report(world).pk,
    "facts": lambda world: "all.activities",
    "sources": lambda world: 1,
    "versions": lambda world: _edition(world).number,
    "files": lambda world: "report.pdf",
    "verify": lambda world: _edition(world).code,
    "passages": lambda world: _passage(world),
    "comments": lambda world: comment(_report(world), "totals", "?", world.people["reviewer"]).pk,
    "recommendations": lambda world: _recommendation(world),
    "illustrations": lambda world: _illustration(world),
    "signing": lambda world: world.rudny.pk,
    "people": lambda world: world.people["reader"].pk,
    "roles": lambda world: world.people["reader"].roles.get().pk,
    "invitations": lambda world: _invitation(world).pk,
    "join": lambda world: _invitation(world).token,
    "welcome": lambda world: "no-such-token",
    "confirm-email": lambda world: "no-such-key",
    "key": lambda world: "no-such-key",
    "keys": lambda world: 1,
}


def _report(world: World) -> Report:
    """At Kostanay, of one draft."""
    found = Report.objects.first()
    if found is None:
        world.submission()
        settings = {"language": "ru", "length": "full", "style": "official", "with_drafts": True}
        found = start_report(world.campaign, world.kostanay, world.people["coordinator"], **settings)
    return found


def _edition(world: World) -> Edition:
    """Frozen, with one file, not signed."""
    found, report = Edition.objects.first(), _report(world)
    if found is None:
        found = freeze_report(report, world.people["coordinator"], "https://svod.example/verify/{}/".format)
        kept = keep(BytesIO(b"%PDF"), "editions")
        known = {"name": "report.pdf", "sha256": kept.sha256, "size": kept.size, "file": kept.place}
        EditionFile.objects.create(edition=found, **known)
        Edition.objects.update(state=Edition.State.READY)
    return found


def _issue(world: World) -> Issue:
    """Made by Kostanay, with a file."""
    found = Issue.objects.first()
    if found is None:
        columns = {"kind": "brochure", "title": "Мифы домашнего насилия"}
        material = add_material(world.campaign, world.kostanay, columns, world.people["coordinator"])
        found = add_issue(material, "ru", world.people["coordinator"], BytesIO(b"%PDF"))
    return found


def _table(world: World) -> ActivityTable:
    known = {
        "campaign": world.campaign,
        "organisation": world.rudny,
        "name": "таблица.xlsx",
        "sha256": "0" * 64,
        "size": 9,
    }
    rows = {"lines": [], "letters": {}, "heads": {}, "unread": [], "campaign": ""}
    defaults = {"rows": rows, "received_by": world.people["reviewer"]}
    return ActivityTable.objects.get_or_create(**known, defaults=defaults)[0]


def _recommendation(world: World) -> int:
    recommend(_report(world), "Повторить.", world.people["coordinator"])
    return Recommendation.objects.latest("pk").pk


def _illustration(world: World) -> int:
    photo = attach(world.submission(), jpeg(), world.people["reporter"])
    illustrate(_report(world), photo, "Школа", "Родители согласны.", world.people["coordinator"])
    return Illustration.objects.latest("pk").pk


def _passage(world: World) -> str:
    """One that somebody has written."""
    report = _report(world)
    if not report.passages.exists():
        write_passage(report, "region-KZ-39", "Своими словами.", world.people["coordinator"])
    return "region-KZ-39"


# What the first publication of this process holds: in each of the worlds it is the same, and takes half a second.
FILLED: dict[str, object] = {}

# Gaps that mean the same wherever they stand.
ANYWHERE = {
    "<str:language>": "ru",
    "<str:code>": "KZ-39",
    "<slug:code>": "rights",
    "<guide:language>": "ru",
    "<slug:topic>": "campaign-pack",
    "<slug:reference_name>": "operations",
    "photos/<str:name>": "photos/photo-0.jpg",
}


def _first(world: World, model: type[Activity | ReportedTotal]) -> int:
    if not model.objects.exists():
        world.submission()
    return model.objects.values_list("pk", flat=True)[0]


def _wishful(world: World) -> Document:
    """With two things that it only wishes for."""
    text = "Прошёл концерт. Если получится, викторина для родителей.\nЕсли получится, лекция для учеников.\n"
    return world.submission(text=text).documents.get()


def _resemblance(world: World) -> int:
    world.submission()
    world.submission(world.rudny)
    one, other = Activity.objects.filter(kind="round_table").order_by("pk")
    return Resemblance.objects.get_or_create(one=one, other=other, defaults={"score": 9})[0].pk


def _operation(world: World) -> int:
    world.submission()
    return Operation.objects.filter(campaign=world.campaign, organisation=world.school).latest("pk").pk


def _photo(world: World) -> int:
    return attach(world.submission(), jpeg(9, 9), world.people["reporter"]).pk


def _publication(world: World) -> Publication:
    made = Publication.objects.first() or draw_up(world.campaign, world.people["chief"])
    if made.shown_from is None:
        if not FILLED:
            fill(made.pk)
            FILLED.update(Publication.objects.values("content", "held", "files", "state").get(pk=made.pk))
        Publication.objects.filter(pk=made.pk).update(**FILLED)
        made.refresh_from_db()
        publish(made, None, world.people["chief"])
    return made


def _form_link(world: World) -> FormLink:
    return FormLink.objects.first() or link_form(world.campaign, world.rudny, world.people["coordinator"])


def _survey(world: World) -> Survey:
    """Open, with a poster."""
    found = Survey.objects.filter(closed_on=None).first() or opened(world)
    Survey.objects.filter(pk=found.pk).update(posters={"ru": keep(BytesIO(b"%PDF"), "posters").place})
    return found


def _closed_survey(world: World) -> Survey:
    found = Survey.objects.exclude(closed_on=None).first() or opened(world, wave="once")
    if found.state == "open":
        close(found, None)
    return found


def planned(world: World) -> PlannedActivity:
    plan = plan_of(world.campaign, world.rudny, world.people["reporter"])
    return plan.activities.first() or put(plan, [{"kind": "seminar"}], world.people["reporter"])[0]


def _unsaid(world: World) -> Incoming:
    """The reporter dropped it without a word of whose it is."""
    kept = keep(BytesIO(TEXT.encode()))
    return hold(kept, "отчёт.txt", world.campaign, world.people["reporter"])


def _invitation(world: World) -> Invitation:
    return Invitation.objects.first() or invite(world.kostanay, world.people["coordinator"], "reader", uses=9)


@cache
def addresses() -> dict[str, URLPattern]:
    """Each address with its gaps: "/c/<slug:slug>/inbox/". Those for programs are in docs/api.md."""
    return {place: one for place, one in _walk(get_resolver(), "/") if not place.startswith("/api/v1/")}


def _walk(resolver: URLResolver, before: str) -> Iterator[tuple[str, URLPattern]]:
    for one in resolver.url_patterns:
        route = str(one.pattern)
        here = before + (simplify_regex(route).lstrip("/") if route.startswith("^") else route)
        if isinstance(one, URLResolver):
            yield from _walk(one, here)
        else:
            yield here, one


@cache
def table() -> dict[tuple[str, str], list[str]]:
    """(address, GET or POST) -> the answers, in the order of PEOPLE."""
    rows = {}
    for address, rest in ROW.findall(DOCS.read_text(encoding="utf-8")):
        how, *answers = (cell.strip() for cell in rest.split("|"))
        for one in how.split(", "):
            rows[address, one] = answers
    return rows


def filled(address: str, world: World) -> str:
    """The address of a thing at Kostanay."""
    for gap, thing in ANYWHERE.items():
        address = address.replace(gap, thing)
    parts = address.split("/")
    for place, part in enumerate(parts):
        if "<" in part:
            thing = next(THINGS[before] for before in reversed(parts[:place]) if before in THINGS)
            parts[place] = re.sub(r"<[^>]+>", str(thing(world)), part, count=1)
            parts[place] = re.sub(r"<[^>]+>", "1", parts[place])
    return "/".join(parts)


def answer(client: Client, how: str, address: str) -> str:
    found = client.get(address) if how == "GET" else client.post(address)
    if found.streaming:
        list(found)  # a file is closed when it was read
    if found.status_code == 302 and found.url.startswith("/account/login/?"):  # type: ignore[attr-defined]
        return "sign in"
    if found.status_code == 302 and found.url.startswith("/account/reauthenticate/"):  # type: ignore[attr-defined]
        return "prove"
    return "yes" if found.status_code < 400 or found.status_code in (400, 409, 422) else str(found.status_code)


def ask_all(how: str, place: str, world: World) -> list[str]:
    """What each person is answered; nothing of it stays."""
    found = []
    for name in PEOPLE:
        client = Client()
        if name != "signed out":
            client.force_login(world.people[name])
        with transaction.atomic():
            found.append(answer(client, how, place))
            transaction.set_rollback(True)
    return found


@pytest.mark.parametrize("address", sorted(addresses()))
def test_it_answers_as_the_table_says(world: World, address: str) -> None:
    place = filled(address, world)
    found = {how: ask_all(how, place, world) for how in HOW}
    told = {how: table().get((address, how)) for how in HOW}
    rows = "\n".join(f"| `{address}` | {how} | {' | '.join(answers)} |" for how, answers in found.items())
    assert told == found, f"docs/permissions.md: expected these rows, if they are right:\n{rows}"


def test_the_table_names_no_address_that_is_gone() -> None:
    assert {address for address, _ in table()} <= set(addresses())
