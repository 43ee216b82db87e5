"""A small federation for tests: who is where, and who may what."""

import pickle
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from itertools import groupby

from django.apps import apps
from django.db import transaction
from django.db.models import DateTimeField, Model
from django.utils import timezone

from svod.register.errors import AlreadyReceived
from svod.register.models import Campaign, Level, Organisation, Person, Role, RoleAt, Submission
from svod.register.services.organise import add_organisation
from svod.register.services.read import read
from svod.register.services.start_campaign import start_campaign
from svod.register.services.submit import submit

TEXT = """Отчёт профсоюзного комитета.

28 ноября 2025 года в школе состоялся круглый стол «Семья без страха», участвовали 45 учащихся.
В колледже проведены два тренинга для родителей.
Всего охвачено свыше 300 человек.
"""


@dataclass
class World:
    """national ─ kostanay ─ rudny ─ school; national ─ abai. One person for each role at Kostanay, one elsewhere."""

    national: Organisation
    kostanay: Organisation
    rudny: Organisation
    school: Organisation
    abai: Organisation
    campaign: Campaign
    people: dict[str, Person] = field(default_factory=dict)

    def person(self, role: str, organisation: Organisation, name: str | None = None) -> Person:
        name = name or role
        if name not in self.people:
            self.people[name] = Person.objects.create_user(name, f"{name}@example.org", "a long password")
            RoleAt.objects.create(person=self.people[name], organisation=organisation, role=role)
        return self.people[name]

    def submission(
        self, organisation: Organisation | None = None, text: str = TEXT, name: str = "отчёт.txt"
    ) -> Submission:
        """Handed in by the reporter and read; the same text again is the same submission."""
        reporter = self.person(Role.REPORTER, self.kostanay)
        try:
            made = submit(BytesIO(text.encode()), name, self.campaign, organisation or self.school, reporter)
        except AlreadyReceived as received:
            made = received.details["submission"]
        read(made)
        made.refresh_from_db()
        return made


def make_world() -> World:
    national = add_organisation(None, None, name="Республиканский комитет", level=Level.NATIONAL)
    kostanay = add_organisation(
        national, None, name="Костанайская областная организация", level=Level.REGION, unit="KZ-39"
    )
    rudny = add_organisation(
        kostanay, None, name="Рудненская городская организация", level=Level.DISTRICT, unit="KZ-39/rudny"
    )
    school = add_organisation(rudny, None, name="Школа № 7", level=Level.PRIMARY, unit="KZ-39/rudny")
    abai = add_organisation(national, None, name="Областная организация Абай", level=Level.REGION, unit="KZ-10")
    campaign = start_campaign("sixteen_days", 2025, national, None)
    world = World(national, kostanay, rudny, school, abai, campaign)
    for role in Role:
        world.person(role, kostanay)
    world.person(Role.COORDINATOR, abai, "stranger")
    world.person(Role.ADMINISTRATOR, national, "chief")
    return world


_made: list[bytes] = []  # the first world of this process, and the rows that it is


def world_again() -> World:
    """As `make_world` makes it, in a quarter of the time: thousands of tests begin with it.

    The services make the first; its rows are put back as they were, as of now.
    """
    if not _made:
        _made.append(pickle.dumps(_first()))
        return make_world()
    world, rows = pickle.loads(_made[0])  # noqa: S301 # our own
    _now((*rows, world.national, world.kostanay, world.rudny, world.school, world.abai, world.campaign))
    _now(world.people.values())
    for model, of_model in groupby(rows, key=type):
        model._base_manager.bulk_create(list(of_model))
    return world


def _first() -> tuple[World, list[Model]]:
    """A world and its rows; nothing of it stays in the database."""
    before = set(_rows())
    with transaction.atomic():
        world = make_world()
        rows = [row for row in _rows() if row not in before]
        transaction.set_rollback(True)
    return world, rows


def _now(rows: Iterable[Model]) -> None:
    """Every time they hold."""
    now = timezone.now()
    for row in rows:
        for column in row._meta.concrete_fields:
            if isinstance(column, DateTimeField) and getattr(row, column.attname) is not None:
                setattr(row, column.attname, now)


def _rows() -> Iterator[Model]:
    for model in apps.get_models(include_auto_created=True):
        yield from model._base_manager.order_by("pk")
