"""A register for newcomers: the bundled samples handed in, read, and partly reviewed; one user of each role."""

import secrets
import tomllib
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from svod.packs import load
from svod.reading.samples import CAMPAIGN, YEAR
from svod.register.errors import CannotMerge, NotInEvidence, Refused
from svod.register.models import (
    Campaign,
    Level,
    Organisation,
    Person,
    Resemblance,
    Role,
    RoleAt,
    Submission,
)
from svod.register.services.ask import ask
from svod.register.services.confirm import confirm, confirm_certain, drafts_of
from svod.register.services.demo_around import show_to_everybody, stand_around
from svod.register.services.demo_handed_out import hand_out_brochures
from svod.register.services.demo_report import show_a_report
from svod.register.services.demo_surveys import hold_surveys
from svod.register.services.enrol import enrol
from svod.register.services.first_start import add_regions
from svod.register.services.merge import proposed
from svod.register.services.organise import add_organisation
from svod.register.services.publish import undecided
from svod.register.services.read import read
from svod.register.services.reject import reject
from svod.register.services.resemble import resemble
from svod.register.services.sign import sign
from svod.register.services.start_campaign import start_campaign
from svod.register.services.submit import submit
from svod.register.units import units

PLAN = Path(__file__).with_suffix(".toml")
NATIONAL = "Республиканский комитет"


@dataclass(frozen=True, slots=True)
class Shown:
    """A user of the demonstration, as the terminal tells it."""

    username: str
    role: str
    organisation: str


@transaction.atomic
def make_demo(samples: Path, password: str, address: str = "http://127.0.0.1:8000/") -> list[Shown]:
    """Fill an empty register, all or nothing. Every user has that password. `address` is where it will be open."""
    plan = tomllib.loads(PLAN.read_text(encoding="utf-8"))
    national = add_organisation(None, None, name=NATIONAL, name_kk=plan["in_kazakh"][NATIONAL], level=Level.NATIONAL)
    add_regions(national, load(CAMPAIGN), None)
    campaign = start_campaign(CAMPAIGN, YEAR, national, None)
    files = sorted(path for path in samples.rglob("*") if path.is_file())
    places = [(path, _place(path.relative_to(samples), plan, national)) for path in files]
    people = {role: _person(role, name, password) for role, name in plan["people"].items()}
    for number, (path, place) in enumerate(places):
        _hand_in(path, path.relative_to(samples), place, campaign, people[Role.REPORTER], number)
    resemble(campaign)
    _review(campaign, people[Role.REVIEWER], plan["review"])
    stand_around(campaign, people, plan["plan"])
    hand_out_brochures(campaign, people, plan["brochure"])
    show_a_report(campaign, people, plan["report"], plan["picture"], address)
    coordinator = people[Role.COORDINATOR]
    hold_surveys(campaign, Organisation.objects.get(roles__person=coordinator), coordinator, address)
    show_to_everybody(campaign, people[Role.ADMINISTRATOR], plan["press"]["contact"])
    return users()


def users() -> list[Shown]:
    """Who can sign in, from most to least."""
    held = RoleAt.objects.filter(person__username__in=Role.values).select_related("person", "organisation")
    shown = [Shown(one.person.username, str(one.get_role_display()), one.organisation.name) for one in held]
    return sorted(shown, key=lambda one: Role.values.index(one.username), reverse=True)


def new_password() -> str:
    """Easily typed, not easily guessed."""
    letters = "abcdefghjkmnpqrstuvwxyz23456789"
    return "-".join("".join(secrets.choice(letters) for _ in range(4)) for _ in range(3))


def _place(path: Path, plan: dict[str, Any], national: Organisation) -> Organisation:
    """The organisation that handed the file in, made where it is not there yet."""
    place = national
    for folder in path.parts[:-1]:
        place = _below(place, folder, plan["in_kazakh"])
    for level, name in plan["handed_in"].get(path.as_posix(), {}).items():
        place = _below(place, name, plan["in_kazakh"], level)
    return place


def _below(parent: Organisation, name: str, in_kazakh: dict[str, str], level: str = "") -> Organisation:
    """The national organisation's own folder bears its name; regions are known by their units."""
    if name == parent.name:
        return parent
    named = units().named(name, parent.region) if level != Level.PRIMARY else ()
    unit = named[0] if named else parent.unit
    children = Organisation.objects.get_children(parent)
    found = children.filter(unit=unit).first() if parent.level == Level.NATIONAL else children.filter(name=name).first()
    columns = {"name": name, "name_kk": in_kazakh.get(name, ""), "level": level or Level.DISTRICT, "unit": unit}
    return found or add_organisation(parent, None, **columns)


def _person(role: str, place: str, password: str) -> Person:
    person = enrol(role, password)
    organisation = Organisation.objects.filter(name=place).order_by("depth")[0]
    RoleAt.objects.create(person=person, organisation=organisation, role=role)
    return person


def _hand_in(path: Path, name: Path, place: Organisation, campaign: Campaign, person: Person, number: int) -> None:
    """On a day around the end of the campaign: some early, some late."""
    with path.open("rb") as stream:
        try:
            submission = submit(stream, name.as_posix(), campaign, place, person)
        except Refused:  # the same file twice, an empty one: what a register refuses is not in it
            return
    noon = datetime.combine(campaign.last_day, datetime.min.time(), timezone.get_current_timezone())
    on = noon + timedelta(days=number * 7 % 11 - 4, hours=9 + number % 8, minutes=number * 13 % 60)
    Submission.objects.filter(pk=submission.pk).update(received_at=on)
    read(submission)


def _review(campaign: Campaign, person: Person, plan: dict[str, Any]) -> None:
    for resemblance in Resemblance.objects.filter(certain=True, one__campaign=campaign).order_by("-score")[:3]:
        with suppress(CannotMerge):  # after another of the three it may join two of one submission
            proposed(resemblance, person)
    for name in plan["confirmed"]:
        for submission in _of(campaign, name):
            confirm_certain(submission, person)
    for resemblance in undecided(campaign):  # the public page tells each once
        with suppress(CannotMerge):
            proposed(resemblance, person)
    by_name = {submission.name: submission for submission in Submission.objects.filter(campaign=campaign)}
    for row in drafts_of(by_name[plan["rejected"]]):
        reject(row, person)
    for row in drafts_of(by_name[plan["asked"]])[:1]:
        ask(row, plan["question"], person)
    _sign(campaign, Organisation.objects.get(name=plan["signed"]), person, plan["reason"])


def _of(campaign: Campaign, name: str) -> list[Submission]:
    region = Organisation.objects.get(name=name)
    found = Submission.objects.filter(campaign=campaign, organisation__path__startswith=region.path)
    return list(found.select_related("organisation", "campaign").order_by("organisation__path", "pk"))


def _sign(campaign: Campaign, region: Organisation, person: Person, reason: str) -> None:
    """Everything below is decided, then signed from the bottom to the top."""
    for submission in _of(campaign, region.name):
        for row in drafts_of(submission):
            try:
                confirm([row], person)
            except NotInEvidence:
                confirm([row], person, number_reason=reason)
    told = {submission.organisation for submission in _of(campaign, region.name)} | {region}
    for organisation in sorted(told, key=lambda one: one.path, reverse=True):
        sign(campaign, organisation, person)
