"""Make the public file, look at it, let it out at its time, take it down."""

import logging
from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from svod.language import LANGUAGES
from svod.register.errors import NotReadyToPublish, ReasonNeeded
from svod.register.history import operation
from svod.register.models import Campaign, Person, Publication, Released, Resemblance, State
from svod.register.services.keep import keep

log = logging.getLogger(__name__)

COUNTS = {"state": State.CONFIRMED, "planned": False, "same_as": None}


def draw_up(campaign: Campaign, person: Person) -> Publication:
    """Have the worker make a new file. Nobody else sees it before somebody has looked at it and publishes it."""
    from svod.register.tasks import fill_publication

    made = Publication(campaign=campaign, made_by=person)
    with operation("draw_up", person, campaign, campaign.organisation) as deed:
        deed.create(made)
        transaction.on_commit(lambda: fill_publication.enqueue(made.pk))
    return made


def fill(key: int) -> None:
    """Make the content of that file, once. What goes wrong is noted there: somebody waits for it."""
    made = Publication.objects.select_related("campaign__organisation").filter(pk=key, state="waiting").first()
    if made is None:
        return
    try:
        _fill(made)
    except Exception:
        log.exception("publication %s could not be made", key)
        Publication.objects.filter(pk=key).update(state=Publication.State.FAILED)


def _fill(made: Publication) -> None:
    from svod.register.published.clean import Cleaner, once
    from svod.register.published.content import content

    cleaner = Cleaner(made.campaign.pack, Released.of(made.campaign))
    made.content = content(made.campaign, cleaner)
    made.held = [one.as_json() for one in once(cleaner.held)]
    made.files = _files(made)
    made.state = Publication.State.READY
    made.save(update_fields=["content", "held", "files", "state"])


def _files(made: Publication) -> dict[str, str]:
    """Open data as Parquet, what is made in each language, photos, and files of materials, each under the hash of its
    bytes."""
    from svod.register.published.content import chosen_photos
    from svod.register.published.materials import files_of
    from svod.register.published.parquet import as_parquet
    from svod.register.published.tables import PARQUET

    kept = {PARQUET: keep(BytesIO(as_parquet(made.content))).place}
    shown = {one["name"] for one in made.content["photos"]}
    photos = {f"photo-{row.photo_id}.jpg": row.photo.file.name for row in chosen_photos(made.campaign)}
    photos = {name: place for name, place in photos.items() if name in shown}
    pictures = {name: _bytes(place) for name, place in photos.items()}
    for language in LANGUAGES:
        kept |= {name: keep(BytesIO(data)).place for name, data in _in_language(made, language, pictures).items()}
    kept |= photos
    told = {one["file"] for material in made.content["materials"] for one in material["versions"]}
    return kept | {name: place for name, place in files_of(made.campaign).items() if name in told}


def _in_language(made: Publication, language: str, pictures: Mapping[str, bytes]) -> dict[str, bytes]:
    """The diary as a PDF, the press release as a document, the picture of shared links."""
    from svod.publishing import write_docx, write_pdf
    from svod.register.published.diary import diary, no_sources
    from svod.register.published.picture import share_picture
    from svod.register.published.press import release

    given = (made.content, made.campaign.pack, made.campaign.year, language)
    with TemporaryDirectory() as folder:
        album, text = Path(folder, f"diary-{language}.pdf"), Path(folder, f"press-{language}.docx")
        write_pdf(diary(*given, pictures), no_sources(), album)
        told = release(made.content["press"][language], made.campaign.pack, language, made.content["press_contact"])
        write_docx(told, no_sources(), text)
        files = {path.name: path.read_bytes() for path in (album, text)}
    return files | {f"share-{language}.png": share_picture(*given)}


def _bytes(place: str) -> bytes:
    with default_storage.open(place) as file:
        data: bytes = file.read()
    return data


def release(campaign: Campaign, key: str, kind: str, reason: str, person: Person) -> None:
    """Let something the guard found be told, from the next file on. Raises ReasonNeeded."""
    if not reason.strip():
        raise ReasonNeeded
    with operation("release", person, campaign, campaign.organisation, note=reason) as deed:
        if not Released.objects.filter(campaign=campaign, key=key).exists():
            deed.create(Released(campaign=campaign, key=key, kind=kind, reason=reason.strip()[:500], person=person))


def publish(made: Publication, shown_from: datetime | None, person: Person) -> None:
    """Show the file from that time on, or at once.

    Raises NotReadyToPublish for one that is not made or was taken down.
    """
    with operation("publish", person, made.campaign, made.campaign.organisation) as deed:
        now = Publication.objects.select_for_update().get(pk=made.pk)
        if now.state != Publication.State.READY or now.taken_down_at is not None:
            raise NotReadyToPublish
        deed.update(made, shown_from=shown_from or timezone.now(), published_by=person)


def take_down(made: Publication, why: str, person: Person) -> None:
    """Show nothing of the campaign from this moment on. Raises ReasonNeeded."""
    if not why.strip():
        raise ReasonNeeded
    with operation("take_down", person, made.campaign, made.campaign.organisation, note=why) as deed:
        deed.update(made, taken_down_at=timezone.now(), taken_down_by=person, taken_down_why=why.strip()[:500])


def undecided(campaign: Campaign) -> QuerySet[Resemblance]:
    """Pairs of confirmed activities that are surely told twice and that nobody has decided on: each counts as two."""
    here = {f"{side}__{what}": value for side in ("one", "other") for what, value in COUNTS.items()}
    rows = Resemblance.objects.filter(decision=Resemblance.Decision.OPEN, certain=True, one__campaign=campaign, **here)
    return rows.select_related("one", "other").order_by("pk")


def shown(campaign: Campaign) -> Publication | None:
    """The file that the public sees: the last one whose time has come, None if that one was taken down."""
    due = Publication.objects.filter(campaign=campaign, shown_from__lte=timezone.now())
    last = due.order_by("-shown_from", "-pk").first()
    return last if last is not None and last.is_shown else None
