"""Every file that the database names is there, with the bytes it came with."""

from collections.abc import Iterator
from itertools import groupby

from django.core.files.storage import default_storage

from svod.register.proof.flaw import Flaw
from svod.register.safekeeping.named import Named, named_files
from svod.register.services.keep import digest

AGAIN = "Copy this one file from a backup: it is named by its place below files/ there."


def files() -> Iterator[Flaw]:
    """Each file is read once, whoever names it."""
    named = sorted(named_files(), key=lambda one: (one.place, one.model, one.row))
    for place, some in groupby(named, key=lambda one: one.place):
        yield from _of(place, list(some))


def _of(place: str, named: list[Named]) -> Iterator[Flaw]:
    who = ", ".join(f"{one.model} {one.row}" for one in named[:3])
    try:
        with default_storage.open(place) as stream:
            sha256, size = digest(stream)
    except OSError as error:
        yield Flaw(
            f"file {place}", f"It cannot be read: {error.strerror or 'it is not there'}. It belongs to {who}.", AGAIN
        )
        return
    if any((one.sha256 and one.sha256 != sha256) or one.size not in (None, size) for one in named):
        yield Flaw(f"file {place}", f"Its bytes are not those that came. It belongs to {who}.", AGAIN)
