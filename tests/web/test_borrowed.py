"""Django's words in our catalogues: they are Django's still, letter for letter."""

from pathlib import Path

import django
import pytest
from babel.messages.pofile import read_po

from svod.web.base.borrowed import SAID_OF_MANY, SAID_OF_ONE


@pytest.fixture(scope="module")
def djangos() -> set[str]:
    places = [Path(django.__file__).parent / place for place in ("conf", "contrib/auth")]
    catalogues = [(place / "locale/en/LC_MESSAGES/django.po").read_bytes() for place in places]
    messages = [message for one in catalogues for message in read_po(one.splitlines(keepends=True)) if message.id]
    return {message.id if isinstance(message.id, str) else message.id[0] for message in messages}


def test_each_is_said_by_django(djangos: set[str]) -> None:
    ones = {one._args[0] for one in SAID_OF_ONE}
    many = {one._kw["singular"] for one in SAID_OF_MANY}
    assert len(ones | many) == len(SAID_OF_ONE) + len(SAID_OF_MANY)
    assert ones | many <= djangos
