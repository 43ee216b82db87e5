"""What looks into the mailbox: `svod mail`, and a child of `svod serve`."""

from typing import Any

import pytest
from django.utils import translation

from svod.register.models import Incoming
from svod.web.__main__ import _collectors
from svod.web.serving import mailbox
from tests.register.mailbox.conftest import Post, letter
from tests.world import World


def test_it_works(post: Post, world: World, settings: Any, capsys: pytest.CaptureFixture[str]) -> None:
    settings.MAILBOX = post.place
    post.deliver(letter())
    assert mailbox.run(watch=False) == ""
    assert capsys.readouterr().out == "By e-mail: 0 received, 1 held back.\n"
    assert Incoming.objects.get().state == "held"


def test_trouble_is_told(post: Post, world: World, settings: Any) -> None:
    settings.MAILBOX = post.place._replace(folder="нет такой")
    with translation.override("en"):
        assert mailbox.run(watch=False) == "There is no such folder in the mailbox."


def test_serve_tends_it_where_a_mailbox_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SVOD_MAILBOX", raising=False)
    assert "mail" not in [child.name for child in _collectors(0)]
    monkeypatch.setenv("SVOD_MAILBOX", "imaps://a:b@imap.example.org")
    assert "mail" in [child.name for child in _collectors(0)]
