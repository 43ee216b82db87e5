"""The guide's lesson on the API: each request it shows is sent as it stands there."""

import re
import shlex
from pathlib import Path

import pytest
from django.test import Client

from svod.api.scopes import SCOPES
from svod.api.tokens import make_token
from tests.world import World

GUIDE = Path(__file__).parents[2] / "docs" / "guide"
REQUESTS = re.compile(r"^```sh\n(curl .*?)^```$", re.MULTILINE | re.DOTALL)
HOST = "https://svod.example.org"


def requests(language: str) -> list[str]:
    return REQUESTS.findall((GUIDE / language / "api.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize("place", range(len(requests("en"))))
def test_each_request_is_answered(world: World, place: int) -> None:
    world.submission()
    person = world.people["reviewer"]
    _token, secret = make_token(person, "a lesson", SCOPES, world.kostanay, 7, person)
    filled = {"$TOKEN": secret, "<campaign>": world.campaign.slug, "<organisation>": str(world.rudny.pk)}
    written = re.sub(r"\$TOKEN|<\w+>", lambda gap: filled[gap[0]], requests("en")[place])
    answer = sent(shlex.split(written))
    assert answer.status_code in (200, 201), answer.content.decode()


def sent(words: list[str]) -> object:
    """What curl would do with these words."""
    told = {"-X": ["GET"], "-d": [""], "-H": []}
    address = ""
    for word, after in zip(words[1:], [*words[2:], ""], strict=True):
        if word in told:
            told[word].append(after)
        elif word.startswith(HOST):
            address = word.removeprefix(HOST)
    headers = dict(line.split(": ", 1) for line in told["-H"])
    kind = headers.pop("Content-Type", "")
    return Client().generic(told["-X"][-1], address, told["-d"][-1], content_type=kind, headers=headers)


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_each_language_shows_the_same_requests(language: str) -> None:
    assert requests(language) == requests("en")
    assert len(requests("en")) == 3
