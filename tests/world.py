"""A small federation for tests: who is where, and who may what."""

from dataclasses import dataclass, field
from io import BytesIO

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
