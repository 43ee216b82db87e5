"""Reports that come all at once: phones tell over HTTP to a `svod serve` of its own, at a fixed rate and then as fast
as they are answered; the server is killed with -9 while they tell, and all that was answered "received" is looked for.

python bench/intake.py [--rate 100] [--seconds 30] [--phones 48]                            on SQLite
SVOD_SYNC=on tools/with-postgres python bench/intake.py                                     on PostgreSQL
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tools"))

from commits import bare_commits
from handing_in import Service, make_world
from phones import Line, Phone, Sent, digest, make_photos, submissions, tell
from spent import cores, memory

WARM_UP, AS_FAST = 5.0, 10.0  # seconds


def main() -> int:
    words = _words()
    with tempfile.TemporaryDirectory(prefix="svod-bench-", ignore_cleanup_errors=True) as data:
        service = Service(data)
        slug, region = make_world(data)
        phones = make_phones(words.phones, region)
        photos = make_photos(Path(data), int(words.rate * words.seconds / 10) + 100)
        service.start()
        time.sleep(5)  # the readers have learnt the words
        try:
            return measure(words, service, [Line(service.port, slug, phone) for phone in phones], photos)
        finally:
            service.end()


def _words() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rate", type=float, default=100)
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--phones", type=int, default=48)
    return parser.parse_args()


def make_phones(number: int, region: int) -> list[Phone]:
    """As many schools, each with a reporter who is signed in."""
    from django.test import Client

    from svod.register.models import Level, Organisation, Person, Role, RoleAt
    from svod.register.services.organise import add_organisation

    phones, above = [], Organisation.objects.get(pk=region)
    for one in range(number):
        above.refresh_from_db()
        school = add_organisation(above, None, name=f"Школа № {one + 1}", level=Level.PRIMARY, unit="KZ-39")
        person = Person.objects.create_user(f"reporter-{one}")
        RoleAt.objects.create(person=person, organisation=school, role=Role.REPORTER)
        client = Client()
        client.force_login(person)
        phones.append(Phone(client.cookies["sessionid"].value, school.pk))
    return phones


def measure(words: argparse.Namespace, service: Service, lines: list[Line], photos: list[Path]) -> int:
    from django.db import connection

    what = submissions(1, photos)
    tell(lines, submissions(2, []), WARM_UP, 20)
    before = bare_commits(Path(service.data))
    begun = cores(service)
    steady, used = tell(lines, what, words.seconds, words.rate), memory(service)
    worked = {name: spent - begun.get(name, 0.0) for name, spent in cores(service).items()}
    fast = tell(lines, what, AS_FAST, None)
    bare = (before + bare_commits(Path(service.data))) / 2
    print(f"{connection.vendor}; {len(lines)} phones, one of ten submissions with a photo of 1 MB")
    print(f"bare insert and commit, one after another: {bare:.0f} a second")
    wrong = show(f"at {words.rate:.0f} a second", steady, words.seconds, bare)
    wrong += show("as fast as answered", fast, AS_FAST, bare)
    each = ", ".join(f"{name} {spent * 1000 / len(steady):.1f}" for name, spent in sorted(worked.items()))
    print(f"milliseconds of a core for each: {each}; memory of all its processes: {used} MB")
    print(f"all that was to be read was read {until_read():.1f} s after the last was received")
    cut = told_while_killed(service, lines, what)
    received = [one for one in (*steady, *fast, *cut) if one.number]
    lost = missing(received)
    print(f'{len(received)} answered "received"; the server was killed with -9 while the last {len(cut)} were told:')
    print(", ".join(f"{count} {name}" for name, count in lost.items()) or "each is there with its bytes, once")
    return int(bool(wrong or lost))


def show(name: str, told: list[Sent], seconds: float, bare: float) -> int:
    """A line of figures; how many failed."""
    took = sorted(one.took * 1000 for one in told)
    lasted = max(one.due + one.took for one in told) - min(one.due for one in told)
    received = [one for one in told if one.number and (one.photo_received or not one.photo)]
    p = statistics.quantiles(took, n=100)
    rate, photos = len(received) / lasted, sum(one.photo_received for one in told)
    print(f"{name}: {len(received)} of {len(told)} received in {lasted:.1f} s, {rate:.0f} a second ", end="")
    print(f"({rate / bare:.2f} of the bare rate), {photos} photos; ", end="")
    print(f"p50 {p[49]:.0f}, p95 {p[94]:.0f}, p99 {p[98]:.0f}, longest {took[-1]:.0f} ms")
    for failure, count in Counter(text for one in told for text in one.failures).most_common(5):
        print(f"  {count} times {failure}")
    return len(told) - len(received)


def until_read() -> float:
    """How long nothing more comes until the readers have nothing left, in seconds."""
    from svod.register.models import Submission
    from svod.register.models.submission import WAITING

    begun = time.monotonic()
    while Submission.objects.filter(state__in=WAITING).exists():
        time.sleep(0.2)
    return time.monotonic() - begun


def told_while_killed(service: Service, lines: list[Line], what) -> list[Sent]:
    """Five seconds of telling; after two of them every process of the server is killed."""
    import threading

    def kill() -> None:
        time.sleep(2)
        service.end()

    killer = threading.Thread(target=kill)
    killer.start()
    told = tell(lines, what, 5, 50)
    killer.join()
    return told


def missing(received: list[Sent]) -> Counter:
    """What is wrong with submissions that were answered "received"."""
    from django.core.files.storage import default_storage

    from svod.register.models import Photo, Submission

    rows, wrong = Submission.objects.in_bulk([one.number for one in received]), Counter()
    if len({one.number for one in received}) != len(received):
        wrong["under one number"] += 1
    photos = set(Photo.objects.values_list("submission", "sent_sha256"))
    for one in received:
        row = rows.get(one.number)
        if row is None:
            wrong["lost"] += 1
            continue
        with row.file.open() as kept:
            data = kept.read()
        wrong["file differs"] += digest(data) != row.sha256 or len(data) != row.size
        wrong["not what was told"] += one.text not in data
        wrong["photo lost"] += one.photo_received and (row.pk, digest(one.photo)) not in photos
    for place in Photo.objects.values_list("file", flat=True):
        with default_storage.open(place) as kept:
            wrong["photo differs"] += digest(kept.read()) != Path(place).name
    return +wrong


if __name__ == "__main__":
    sys.exit(main())
