"""How long the coverage of a large federation takes, beside a straight count by SQL of the same rows.

    python bench/coverage.py [ORGANISATIONS]

Half of them have reported. Everything is in a temporary folder: a new SQLite database as `svod serve` makes it.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable

ROUNDS = 7
DISTRICTS = 100


def main(number: int) -> None:
    with tempfile.TemporaryDirectory(prefix="svod-bench-") as folder:
        os.environ.update(
            SVOD_DATA=folder,
            DATABASE_URL=f"sqlite:///{folder}/svod.sqlite3",
            DJANGO_SETTINGS_MODULE="svod.settings.test",
        )
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        measure(*fill(number), number)


def fill(number: int):  # type: ignore[no-untyped-def] # Django's models come without types
    from svod.register.models import Level, Organisation, Person, RoleAt
    from svod.register.services.organise import add_organisation
    from svod.register.services.start_campaign import start_campaign

    national = add_organisation(None, None, name="Республиканский комитет", level=Level.NATIONAL)
    campaign = start_campaign("sixteen_days", 2025, national, None)
    region = add_organisation(national, None, name="Область", level=Level.REGION, unit="KZ-39")
    for place in range(DISTRICTS):
        district = add_organisation(region, None, name=f"Район {place}", level=Level.DISTRICT, unit="KZ-39")
        below = range(number // DISTRICTS - 1)
        Organisation.objects.bulk_create(
            Organisation(name=f"Школа {one}", level="primary", path=f"{district.path}{one + 1:04}", depth=4)
            for one in below
        )
    submit_half(campaign)
    person = Person.objects.create_user("chief", "chief@example.org", "a long password")
    RoleAt.objects.create(person=person, organisation=national, role="coordinator")
    return campaign, person, region


def submit_half(campaign) -> None:  # type: ignore[no-untyped-def]
    from django.utils import timezone

    from svod.register.models import Organisation, Submission

    told = {"campaign": campaign, "name": "отчёт.docx", "size": 9, "state": "read", "read_at": timezone.now()}
    schools = Organisation.objects.filter(level="primary").order_by("path")[::2]
    Submission.objects.bulk_create(
        (Submission(**told, organisation=one, sha256=f"{one.pk:064}") for one in schools), batch_size=500
    )


def measure(campaign, person, region, number: int) -> None:  # type: ignore[no-untyped-def]
    from django.db import connection
    from django.test import Client

    from svod.register.services.expect import freeze

    client = Client(SERVER_NAME="localhost")
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")

    def straight() -> None:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT level, COUNT(*), COUNT(DISTINCT s.organisation_id) FROM register_organisation o "
                "LEFT JOIN register_submission s ON s.organisation_id = o.id GROUP BY level"
            )
            cursor.fetchall()

    def page(query: str = "") -> None:
        if client.get(f"/c/{campaign.slug}/coverage/{query}").status_code != 200:
            raise RuntimeError(query)

    floor = median(straight)
    print(f"{number} organisations, half of them heard from, median of {ROUNDS}")
    print(f"  {'straight SQL, by level':36} {floor:8.1f} ms")
    freeze(campaign, {}, person)
    for name, what in (
        ("the whole, by level and region", page),
        ("a region of 100 districts", lambda: page(f"?below={region.pk}")),
    ):
        took = median(what)
        print(f"  {name:36} {took:8.1f} ms {took / floor:6.1f} times the straight count")


def median(what: Callable[[], object]) -> float:
    what()  # whatever is read once
    took = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        what()
        took.append(1000 * (time.perf_counter() - began))
    return sorted(took)[len(took) // 2]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
