"""How long pages take over a register of a million activities, with the filters changing from one to the next.

    python bench/scale.py [--database sqlite|postgres] [--activities 1000000] [--data FOLDER]

Pages are asked for by Django's test client: all of the application, without the wire. `--data` keeps the register,
and takes it up again where it is there. For PostgreSQL, DATABASE_URL names an empty database, or the command runs
beside one of its own: tools/with-postgres python bench/scale.py --database postgres.
"""

import argparse
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any

ROUNDS = 40
EXPORT = "export"  # what --only names beside the pages


def main() -> None:
    options = options_of(__doc__)
    with register(options):
        measure(options)


@contextmanager
def register(options: argparse.Namespace) -> Iterator[None]:
    """The register that the options name, made where it is not there."""
    with _folder(options.data) as folder:
        os.environ.update(SVOD_DATA=folder, DJANGO_SETTINGS_MODULE="svod.settings.test")
        if options.database == "sqlite":
            os.environ["DATABASE_URL"] = f"sqlite:///{folder}/svod.sqlite3"
        elif "DATABASE_URL" not in os.environ:
            sys.exit("Name a database in DATABASE_URL, or run this beside tools/with-postgres.")
        import django

        django.setup()
        _prepare(options.activities)
        yield


def options_of(about: str | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--database", choices=("sqlite", "postgres"), default="sqlite")
    parser.add_argument("--activities", type=int, default=1_000_000)
    parser.add_argument("--data", default="", help="a folder that keeps the register")
    parser.add_argument("--only", default="", help="what has these words in its name")
    parser.add_argument("--who", default="national,regional,district,school", help="whose pages, separated by commas")
    return parser.parse_args()


@contextmanager
def _folder(kept: str) -> Iterator[str]:
    if kept:
        Path(kept).mkdir(parents=True, exist_ok=True)
        yield kept
    else:
        with tempfile.TemporaryDirectory(prefix="svod-bench-") as folder:
            yield folder


def _prepare(activities: int) -> None:
    from django.core.management import call_command

    from svod.register.models import Activity

    call_command("migrate", verbosity=0)
    if Activity.objects.exists():
        return
    from register_of import Maker, Size

    began = time.perf_counter()
    Maker(Size.of(activities)).fill()
    print(f"made in {time.perf_counter() - began:.0f} s", flush=True)


def measure(options: argparse.Namespace) -> None:
    from svod.register.models import Campaign, Person

    campaign = Campaign.objects.get()
    print(f"straight SQL count by region and kind: {_straight():.0f} ms")
    print("milliseconds: median and 95th percentile on the clock, then of this process's own processor time")
    people = {name: Person.objects.get(username=name) for name in options.who.split(",")}
    school = Person.objects.get(username="school")
    _warm_up(_signed_in(school), campaign, school)
    _ensure_rows(_signed_in(school), campaign)
    for name, person in people.items():
        client = _signed_in(person)
        _behind(campaign, name, person)
        for page, addresses in PAGES.items():
            if options.only in page:
                _report(client, campaign, name, page, addresses(campaign, person))
        for form in ("csv", "jsonl") if options.only in EXPORT and name == "national" else ():
            _export(client, campaign, form)
    print(f"memory of this process at its most: {_memory():.0f} MB")


def _signed_in(person: Any) -> Any:
    from django.test import Client

    client = Client(SERVER_NAME="localhost")
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def _warm_up(client: Any, campaign: Any, person: Any) -> None:
    """What a process reads once: code, the pack, templates. Of a small part, so that no sum is remembered by it. Python
    need not look through that again and again, as in the server."""
    from svod.web.serving.server import settle_down

    for addresses in PAGES.values():
        client.get(f"/c/{campaign.slug}/{next(iter(addresses(campaign, person)))}")
    settle_down()


def _ensure_rows(client: Any, campaign: Any) -> None:
    """A table that finds nothing is quick: its figures would say nothing."""
    pieces = client.get(f"/c/{campaign.slug}/activities/export.csv").streaming_content
    if sum(piece.count(b"\n") for piece in pieces) < 2:
        raise RuntimeError("The tables find no rows.")


def _behind(campaign: Any, name: str, person: Any) -> None:
    """What the worker does: count all that is kept anew where nothing is yet, one cell after a change, and draw."""
    from svod.register.models import Activity, Tally
    from svod.register.totals import part_of
    from svod.register.totals.keeping import catch_up, kept_in
    from svod.web.dashboard.later import draw_later

    part = part_of(campaign, person)
    book = kept_in(part)
    if book is None:
        return
    stale = Tally.objects.filter(book=book, is_stale=True).count()
    if stale:
        print(f"{name:10}{stale} cells counted from nothing in {_seconds(lambda: catch_up(book))}")
    one = part.activities().filter(state="draft", same_as=None).order_by("pk").first()
    Activity.objects.filter(pk=one.pk).update(planned=not one.planned)
    print(f"{name:10}one cell counted anew after a change in {_seconds(lambda: catch_up(book))}")
    drawing = (campaign.pk, list(part.paths), "", "ru")
    print(f"{name:10}dashboard drawn in the background in {_seconds(lambda: draw_later.func(*drawing))}", flush=True)


def _seconds(do: Callable[[], object]) -> str:
    began, cpu = time.perf_counter(), time.process_time()
    do()
    return f"{time.perf_counter() - began:.2f} s, {time.process_time() - cpu:.2f} s of the processor"


def _export(client: Any, campaign: Any, form: str) -> None:
    before, began, cpu = _memory(), time.perf_counter(), time.process_time()
    answer = client.get(f"/c/{campaign.slug}/activities/export.{form}?copies=all&planned=all")
    pieces = iter(answer.streaming_content)
    size = len(next(pieces))
    first = time.perf_counter() - began
    lines, size = 0, size
    for piece in pieces:
        lines, size = lines + piece.count(b"\n"), size + len(piece)
    took, worked = time.perf_counter() - began, time.process_time() - cpu
    print(f"export as {form}: first bytes after {first:.1f} s, {lines} rows, {size / 1e6:.0f} MB in {took:.0f} s")
    print(
        f"  {lines / took:.0f} rows/s, {worked:.0f} s of the processor; memory {before:.0f} MB, then {_memory():.0f} MB"
    )


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _straight() -> float:
    from django.db import connection

    began = time.perf_counter()
    with connection.cursor() as cursor:
        cursor.execute("SELECT region, kind, COUNT(*), SUM(count_least) FROM register_activity GROUP BY region, kind")
        cursor.fetchall()
    return 1000 * (time.perf_counter() - began)


def _report(client: Any, campaign: Any, name: str, page: str, addresses: Iterable[str]) -> None:
    took, worked = [], []
    for address in addresses:
        began, cpu = time.perf_counter(), time.process_time()
        answer = client.get(f"/c/{campaign.slug}/{address}")
        took.append((1000 * (time.perf_counter() - began), address))
        worked.append((1000 * (time.process_time() - cpu), address))
        if answer.status_code != 200:
            raise RuntimeError(f"{address}: {answer.status_code}")
    (half, most, _), (cpu_half, cpu_most, slowest) = _spread(took), _spread(worked)
    print(f"{name:10}{page:28}{half:9.1f}{most:9.1f}{cpu_half:9.1f}{cpu_most:9.1f}  {slowest}", flush=True)


def _spread(took: list[tuple[float, str]]) -> tuple[float, float, str]:
    """The median, what 95 of 100 stay below, and the slowest address."""
    took.sort()
    return took[len(took) // 2][0], took[int(len(took) * 0.95)][0], took[-1][1]


def _table(campaign: Any, person: Any) -> Iterator[str]:
    draw, pack = Random(5), campaign.pack
    for _ in range(ROUNDS):
        yield "activities/?" + "&".join(draw.sample(_filters(draw, pack), draw.randrange(1, 4)))


def _filters(draw: Random, pack: Any) -> list[str]:
    return [
        f"kind={draw.choice(pack.kinds).code}",
        f"region={draw.choice(pack.geography.regions).code}",
        f"audience={draw.choice(('pupils', 'parents', 'teachers', 'none'))}",
        f"on=2025-{draw.choice(('11-26', '11-29', '12-03', '12-09'))}",
        f"first=2025-12-0{draw.randrange(1, 9)}",
        f"state={draw.choice(('confirmed', 'draft'))}",
        "partner=police",
        "online=yes",
        "people=no",
        "planned=yes",
        "look=on",
        "copies=only",
    ]


def _search(campaign: Any, person: Any) -> Iterator[str]:
    words = "родителям школам лицеям полиция психологом семинары право Рудный Шу страх насилием «закон» мектептерінде"
    for word in words.split():
        yield f"activities/?q={word}"
        yield f"activities/?q={word}+педагогам"


def _sorted(campaign: Any, person: Any) -> Iterator[str]:
    for column in ("days", "people", "title", "region", "organisation", "kind", "confidence", "state"):
        yield f"activities/?sort={column}"
        yield f"activities/?sort=-{column}"


def _same(address: str) -> Callable[[Any, Any], Iterator[str]]:
    return lambda campaign, person: iter([address] * 7)


def _below(address: str) -> Callable[[Any, Any], Iterator[str]]:
    def addresses(campaign: Any, person: Any) -> Iterator[str]:
        from svod.register.models import Organisation

        path = person.roles.get().organisation.path
        rows = list(Organisation.objects.filter(path__startswith=path, depth__gt=1).values_list("pk", flat=True))
        return (address.format(one) for one in Random(6).choices(rows, k=10))

    return addresses


PAGES = {
    "dashboard": _same("dashboard/"),
    "table": _same("activities/"),
    "table, filters": _table,
    "table, search": _search,
    "table, sorted": _sorted,
    "coverage": _same("coverage/"),
    "organisations": _same("organisations/"),
    "an organisation": _below("organisations/{}/"),
    "inbox": _same("inbox/"),
}

if __name__ == "__main__":
    main()
