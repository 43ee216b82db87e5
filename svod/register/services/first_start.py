"""The first start: who finds nobody in the register makes its administrator, by a link that only the terminal shows."""

import hashlib
import hmac
import secrets
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings

from svod.packs import Pack, load
from svod.register.history import operation
from svod.register.models import Level, Organisation, Person, Role, RoleAt
from svod.register.services.enrol import enrol
from svod.register.services.organise import add_organisation
from svod.register.services.start_campaign import start_campaign


def first_start_link(base_url: str) -> str | None:
    """The one-time link, a new one at each call; None where somebody is there already."""
    if Person.objects.exists():
        return None
    token = secrets.token_urlsafe(32)
    place = _place()
    place.parent.mkdir(parents=True, exist_ok=True)
    place.touch(mode=0o600)
    place.write_text(_hashed(token), encoding="ascii")
    return f"{base_url.rstrip('/')}/welcome/{token}/"


def is_first_start(token: str) -> bool:
    """Whether the token is the one printed last, and nobody was quicker."""
    try:
        kept = _place().read_text(encoding="ascii")
    except FileNotFoundError:
        return False
    return hmac.compare_digest(kept, _hashed(token)) and not Person.objects.exists()


@dataclass
class Beginning:
    """What the first administrator says."""

    organisation: str
    pack: str
    year: int
    username: str
    password: str
    email: str = ""
    language: str = ""
    regions: bool = True
    names: dict[str, str] = field(default_factory=dict)


def begin(token: str, told: Beginning) -> Person | None:
    """Make the organisations, the campaign and the administrator, or nothing; None where the token no longer holds."""
    if not is_first_start(token):
        return None
    place = _place()
    claimed = place.with_name(f"{place.name}-used")
    try:
        place.rename(claimed)  # of two that come at once, one finds it
    except FileNotFoundError:
        return None
    try:
        person = _make(told)
    except BaseException:
        claimed.rename(place)
        raise
    claimed.unlink()
    return person


def _make(told: Beginning) -> Person:
    with operation("first_start", None, note=told.organisation) as deed:
        person = enrol(told.username, told.password, email=told.email, language=told.language, **told.names)
        national = add_organisation(None, person, name=told.organisation, level=Level.NATIONAL)
        deed.create(RoleAt(person=person, organisation=national, role=Role.ADMINISTRATOR, given_by=person))
        if told.regions:
            add_regions(national, load(told.pack), person)
        start_campaign(told.pack, told.year, national, person)
        deed.operation.person = person
        deed.operation.save(update_fields=["person"])
    return person


def add_regions(national: Organisation, pack: Pack, person: Person | None) -> None:
    """Make an organisation for each top-level unit of the pack's country, under the unit's name."""
    for unit in pack.geography.regions:
        name, kazakh, short = unit.names["ru"], unit.names.get("kk", ""), unit.short["ru"]
        add_organisation(national, person, name=name, name_kk=kazakh, short=short, level=Level.REGION, unit=unit.code)


def _place() -> Path:
    return settings.DATA / "welcome"


def _hashed(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
