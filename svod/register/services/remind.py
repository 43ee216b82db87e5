"""Choose whom to remind, and write down that they shall be: one polite letter to who is late, none to who has reported.

Who is still silent is looked up again when a letter goes (post.py): a report may come in between.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from svod.register.errors import NoMail
from svod.register.history import operation
from svod.register.models import Campaign, Letter, Organisation, Person, Reminder, Role, RoleAt
from svod.register.permissions import at_least
from svod.register.reachable import can_write, ways
from svod.register.totals import Coverage
from svod.register.totals.coverage import STEP

REST = timedelta(days=2)  # nobody is reminded of the same organisation sooner


@dataclass(slots=True)
class Plan:
    """The letters that would go, each person with the organisations they are reminded of, and why others get none."""

    letters: dict[Person, list[Organisation]] = field(default_factory=dict)
    ways: dict[Person, str] = field(default_factory=dict)
    resting: list[Organisation] = field(default_factory=list)  # reminded less than REST ago
    unreachable: dict[Organisation, list[Person]] = field(default_factory=dict)  # who answers for it has no address

    @property
    def nobody(self) -> list[Organisation]:
        """Where nobody who answers for it can be written to."""
        return list(self.unreachable)

    @property
    def organisations(self) -> set[Organisation]:
        return {one for of in self.letters.values() for one in of}


def overdue_below(cover: Coverage, organisation: Organisation) -> list[Organisation]:
    """The organisations of the subtree whose day is over and that have not reported themselves, in the order of the
    tree."""
    paths = [path for path in cover.expected if path.startswith(organisation.path) and cover.overdue(path)]
    return [one for some in _batches(paths) for one in Organisation.objects.filter(path__in=some).order_by("path")]


def plan(campaign: Campaign, late: Iterable[Organisation], about: str = Letter.About.OWN) -> Plan:
    """Plan letters on the late organisations: to who answers for them or, where it is not `about` their own, for the
    one above."""
    late, found = list(late), Plan()
    reminded = _reminded(campaign, about)
    place = {one: one.path if about == Letter.About.OWN else one.path[:-STEP] for one in late}
    people = _answering(place.values())
    found.ways = ways({person for some in people.values() for person in some})
    for one in late:
        if one.pk in reminded:
            found.resting.append(one)
            continue
        answering = people.get(place[one], [])
        reached = [person for person in answering if person in found.ways]
        for person in reached:
            found.letters.setdefault(person, []).append(one)
        if not reached:
            found.unreachable[one] = answering
    return found


def remind(
    campaign: Campaign,
    organisation: Organisation,
    planned: Plan,
    person: Person | None,
    link: str,
    note: str = "",
    about: str = Letter.About.OWN,
) -> list[Letter]:
    """Put the planned letters in the queue. `link` leads to where one reports, `person` reminds. Raises NoMail."""
    from svod.register.tasks import post_letter

    if not can_write():
        raise NoMail
    made = []
    with operation("remind", person, campaign, organisation, note=note) as deed:
        shared = {"campaign": campaign, "about": about, "sent_by": person, "note": note.strip()[:500], "link": link}
        for to, late in planned.letters.items():
            letter = Letter(person=to, way=planned.ways[to], **shared)
            deed.create(letter)
            Reminder.objects.bulk_create(Reminder(letter=letter, organisation=one) for one in late)
            made.append(letter)
        by_mail = [letter.pk for letter in made if letter.way == Letter.Way.MAIL]  # the bot fetches its own
        transaction.on_commit(lambda: [post_letter.enqueue(key) for key in by_mail])
    return made


def _reminded(campaign: Campaign, about: str) -> set[int]:
    """Organisations that a letter went out about, or is going, not long ago."""
    gone = Reminder.objects.filter(letter__campaign=campaign, letter__about=about)
    gone = gone.exclude(letter__state__in=(Letter.State.FAILED, Letter.State.NEEDLESS))
    return set(gone.filter(letter__made_at__gt=timezone.now() - REST).values_list("organisation", flat=True))


def _answering(paths: Collection[str]) -> dict[str, list[Person]]:
    """Who answers for each organisation: those who may report for it by a role at itself."""
    found: dict[str, list[Person]] = {}
    for some in _batches(sorted(set(paths))):
        roles = RoleAt.objects.filter(organisation__path__in=some, role__in=at_least(Role.REPORTER))
        roles = roles.filter(person__is_active=True)
        for role in roles.select_related("person", "organisation").order_by("pk"):
            found.setdefault(role.organisation.path, []).append(role.person)
    return found


def _batches(paths: list[str], size: int = 500) -> Iterable[list[str]]:
    return (paths[start : start + size] for start in range(0, len(paths), size))
