"""What a form or a phone's queue sends, for tests of the page where one tells."""

from typing import Any
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.register.test_photos import jpeg
from tests.world import TEXT, World


def held(world: World, **changed: Any) -> dict[str, Any]:
    told = {
        "organisation": world.school.pk,
        "key": uuid4(),
        "kind": "round_table",
        "title": "«Семья без страха»",
        "when": "yesterday",
        "place": " актовый  зал ",
        "people": "около 50",
        "audience": ["pupils", "parents"],
        "partners": ["police"],
    }
    return {"what": "held", **{f"held-{name}": value for name, value in {**told, **changed}.items()}}


def text(world: World, words: str = TEXT) -> dict[str, Any]:
    return {"what": "text", "text-organisation": world.school.pk, "text-key": uuid4(), "text-text": words}


def nothing(world: World) -> dict[str, Any]:
    return {"what": "nothing", "nothing-organisation": world.school.pk, "nothing-key": uuid4()}


def photo(data: bytes | None = None, name: str = "IMG_1.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, jpeg() if data is None else data, "image/jpeg")


def asked(client: Client, address: str, data: dict[str, Any]) -> Any:
    """As the queue sends it."""
    return client.post(address, data, headers={"Accept": "application/json"})
