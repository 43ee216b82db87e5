"""How long the dashboard and the tables take over a made-up register, beside a straight count by SQL.

    python bench/dashboard.py [ACTIVITIES]

Everything is in a temporary folder: a new SQLite database as `svod serve` makes it.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from random import Random

ROUNDS = 7
SCHOOLS = 600
KINDS = ("seminar", "training", "lecture", "round_table", "meeting", "exhibition", "class_hour")
TITLES = ("Дом без страха", "Слово лечит", "Равные права", "Тихий час", "Закон рядом", "Шаг к миру")
TEXT = "В школе прошёл семинар «Дом без страха» для родителей и педагогов, участвовали люди. "


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
        campaign, person = fill(number)
        measure(campaign, person, number)


def fill(number: int):  # type: ignore[no-untyped-def] # Django's models come without types
    from svod.register.models import Level, Organisation, Person, RoleAt
    from svod.register.services.organise import add_organisation
    from svod.register.services.start_campaign import start_campaign

    draw = Random(7)
    national = add_organisation(None, None, name="Республиканский комитет", level=Level.NATIONAL)
    campaign = start_campaign("sixteen_days", 2025, national, None)
    regions = [
        add_organisation(national, None, name=unit.names["ru"], level=Level.REGION, unit=unit.code)
        for unit in campaign.pack.geography.regions
    ]
    for number_of_school in range(SCHOOLS):
        region = Organisation.objects.get(pk=draw.choice(regions).pk)
        add_organisation(region, None, name=f"Школа № {number_of_school}", level=Level.PRIMARY, unit=region.unit)
    schools = list(Organisation.objects.filter(level=Level.PRIMARY))
    documents = make_documents(campaign, schools)
    make_activities(campaign, documents, number, draw)
    person = Person.objects.create_user("chief", "chief@example.org", "a long password")
    RoleAt.objects.create(person=person, organisation=national, role="reader")
    return campaign, person


def make_documents(campaign, schools):  # type: ignore[no-untyped-def]
    from django.utils import timezone

    from svod.register.models import Document, Submission

    now = timezone.now()
    submissions = Submission.objects.bulk_create(
        Submission(
            campaign=campaign,
            organisation=school,
            name=f"{place}.docx",
            sha256=f"{place:064}",
            size=9,
            state="read",
            read_at=now,
        )
        for place, school in enumerate(schools)
    )
    return Document.objects.bulk_create(
        Document(submission=one, position=0, source=one.name, format="docx", language="ru", text=TEXT * 40)
        for one in submissions
    )


def make_activities(campaign, documents, number, draw):  # type: ignore[no-untyped-def]
    from django.utils import timezone

    from svod.register.models import Activity, Person, ReportedTotal
    from svod.register.search import words_of

    now, person = timezone.now(), Person.objects.create_user("reviewer")
    words = {title: words_of([title, TEXT], "ru") for title in ("", *TITLES)}
    rows, told = [], {}
    for _ in range(number):
        document = draw.choice(documents)
        organisation = document.submission.organisation
        title, least = draw.choice(("", *TITLES)), draw.choice((None, 20, 45, 90, 301))
        day = campaign.first_day + timedelta(days=draw.randrange(16)) if draw.random() < 0.7 else None
        confirmed = draw.random() < 0.5
        row = Activity(
            campaign=campaign,
            organisation=organisation,
            document=document,
            start=0,
            end=40,
            kind=draw.choice(KINDS),
            title=title,
            first_day=day,
            last_day=day,
            region=organisation.unit,
            participants_least=least,
            participants_most=least if least != 301 else None,
            audience=draw.choice(((), ("parents",), ("pupils",))),
            count_most=draw.choice((1, 1, 1, None)),
            words=words[title],
            confidence=draw.random(),
            state="confirmed" if confirmed else "draft",
            decided_by=person if confirmed else None,
            decided_at=now if confirmed else None,
        )
        rows.append(row)
        told[document.pk] = told.get(document.pk, 0) + 1
    Activity.objects.bulk_create(rows, batch_size=500)
    ReportedTotal.objects.bulk_create(
        ReportedTotal(
            campaign=campaign,
            organisation=one.submission.organisation,
            document=one,
            start=0,
            end=40,
            measure="activities",
            region=one.submission.organisation.unit,
            value_least=told.get(one.pk, 0) + 1,
            value_most=None,
        )
        for one in documents[::2]
    )


def measure(campaign, person, number) -> None:  # type: ignore[no-untyped-def]
    from django.core.cache import cache
    from django.db import connection
    from django.test import Client

    from svod.register.totals import View, counted, ledger, part_of, reconciled

    client = Client(SERVER_NAME="localhost")
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    slug, part = campaign.slug, part_of(campaign, person)

    def straight() -> None:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT region, kind, COUNT(*), SUM(count_least) FROM register_activity GROUP BY region, kind"
            )
            cursor.fetchall()

    def page(address: str) -> Callable[[], None]:
        def ask() -> None:
            if client.get(f"/c/{slug}/{address}").status_code != 200:
                raise RuntimeError(address)

        return ask

    def anew(address: str) -> Callable[[], None]:
        def ask() -> None:
            cache.clear()
            page(address)()

        return ask

    print(f"{number} activities, median of {ROUNDS}, milliseconds: on the clock, and of the processor")
    for name, what in (
        ("straight SQL, by region and kind", straight),
        ("listed, honest bounds", lambda: ledger(counted(part, View.ALL)).whole),
        ("listed and reported, reconciled", lambda: reconciled(part, View.ALL)),
        ("dashboard, after a change", anew("dashboard/?view=all")),
        ("dashboard, once more", page("dashboard/?view=all")),
        ("table, first page, after a change", anew("activities/")),
        ("table, first page, once more", page("activities/")),
        ("table, last page, sorted by title", page(f"activities/?sort=title&page={number}")),
        ("table, a search", page("activities/?q=родителям")),
        ("organisations", page("organisations/")),
    ):
        print(f"  {name:36} {median(what, time.perf_counter):8.1f} {median(what, time.process_time):8.1f}")


def median(what: Callable[[], object], clock: Callable[[], float]) -> float:
    what()  # whatever is read once
    took = []
    for _ in range(ROUNDS):
        began = clock()
        what()
        took.append(1000 * (clock() - began))
    return sorted(took)[len(took) // 2]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
