"""The deeds of tools/drills: how each is done, and how one sees that it was."""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection

from svod.register.models import Activity, Campaign, Level, Organisation, Person, Signature, Submission
from svod.register.safekeeping.archive import unpack
from svod.register.safekeeping.backup import back_up
from svod.register.services.confirm import confirm
from svod.register.services.merge import merge
from svod.register.services.organise import add_organisation
from svod.register.services.read import read
from svod.register.services.sign import sign
from svod.register.services.start_campaign import start_campaign
from svod.register.services.submit import submit

SEEDED = 60  # pairs of activities: more than a round needs
SCHOOLS = 60


@dataclass(frozen=True)
class Deed:
    """`do` is done by number, and `holds` says whether that one was; `halves` counts what lies about half done. `lasts`
    is how many seconds one takes at most, and `needs` how many bytes a few of them: a blow falls within."""

    name: str
    do: Callable[[int], object]
    holds: Callable[[int], bool]
    lasts: float = 0.05
    needs: int = 600_000
    halves: Callable[[], int] = lambda: 0


def make_register(tables: Path | None) -> None:
    """With the tables of an empty one that was made before, or made now, which takes some seconds."""
    if tables is None:
        call_command("migrate", verbosity=0)
    else:
        shutil.copyfile(tables, connection.settings_dict["NAME"])
    national = add_organisation(None, None, name="Республиканский комитет", level=Level.NATIONAL)
    region = add_organisation(national, None, name="Областная организация", level=Level.REGION, unit="KZ-39")
    for number in range(1, SCHOOLS + 1):
        add_organisation(region, None, name=f"Школа № {number}", level=Level.PRIMARY, unit="KZ-39/rudny")
    Person.objects.create_user("drill", "drill@example.org", "a long password")
    start_campaign("sixteen_days", 2025, national, None)
    read(_submitted("seeded", "\n".join(_text(number) for number in range(SEEDED))))


def _submitted(name: object, text: str) -> Submission:
    stream, place = BytesIO(text.encode()), (Campaign.objects.get(), _school(1), Person.objects.get())
    return submit(stream, f"{name}.txt", *place)


def _text(number: int) -> str:
    return (
        f"28 ноября 2025 года в школе состоялся круглый стол «Беседа {number}», участвовали 45 учащихся.\n"
        f"29 ноября 2025 года прошёл семинар «Занятие {number}» для 20 родителей.\n"
    )


def _school(number: int) -> Organisation:
    return Organisation.objects.get(name=f"Школа № {number}")


def _submit(number: int) -> None:
    _submitted(number, _text(number))


def _is_kept(number: int) -> bool:
    row = Submission.objects.filter(name=f"{number}.txt").first()
    return row is not None and sha256(Path(row.file.path).read_bytes()).hexdigest() == row.sha256


def _read(number: int) -> None:
    read(_submitted(number, _text(number)))


def _is_read(number: int) -> bool:
    row = Submission.objects.filter(name=f"{number}.txt", state="read").first()
    return (
        row is not None
        and row.documents.count() == 1
        and Activity.objects.filter(document__submission=row).count() == 2
    )


def _seeded(number: int) -> Activity:
    known = Activity.objects.select_related("campaign", "organisation", "document")
    return known.filter(document__submission__name="seeded.txt").order_by("pk")[number]


def _confirm(number: int) -> None:
    confirm([_seeded(number)], Person.objects.get())


def _merge(number: int) -> None:
    merge(_seeded(2 * number), _seeded(2 * number + 1), Person.objects.get())


def _sign(number: int) -> None:
    """Each time another school's part, in which nothing is left to check."""
    sign(Campaign.objects.get(), _school(number + 2), Person.objects.get())


def _is_signed(number: int) -> bool:
    return Signature.objects.filter(organisation__name=f"Школа № {number + 2}").count() == 1


def _archive(number: int) -> Path:
    return settings.DATA / "kept" / f"{number}.tar"


def _back_up(number: int) -> None:
    _archive(number).parent.mkdir(exist_ok=True)
    back_up(_archive(number))


def _restores(number: int) -> bool:
    """Every byte of it is proven."""
    if not _archive(number).exists():
        return False
    with tempfile.TemporaryDirectory() as folder, _archive(number).open("rb") as stream:
        unpack(stream, Path(folder))
    return True


def _left_behind() -> int:
    """The room of a backup that was killed: the next one has cleared it away."""
    return int((settings.DATA / ".backup").exists())


DEEDS = {
    deed.name: deed
    for deed in (
        Deed("submit", _submit, _is_kept),
        Deed("read", _read, _is_read, 0.1),
        Deed("confirm", _confirm, lambda number: _seeded(number).state == "confirmed"),
        Deed("merge", _merge, lambda number: _seeded(2 * number + 1).same_as_id == _seeded(2 * number).pk),
        Deed("sign", _sign, _is_signed),
        Deed("backup", _back_up, _restores, 0.3, 20_000_000, _left_behind),
    )
}
