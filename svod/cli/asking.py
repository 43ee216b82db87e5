"""The options of asking a language model, and where what is sent to it is written down."""

import json
import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from svod.packs import Pack

if TYPE_CHECKING:
    from svod.assistant import Assistant, Consulted, Sent

KEY = "SVOD_MODEL_KEY"  # never among the words of a command: these are seen by everybody on the computer
OPTIONS = (
    click.option("--model", metavar="NAME", help="Ask this language model as well."),
    click.option(
        "--endpoint", metavar="URL", help=f"Where it is asked, OpenAI-compatible; its key is taken from {KEY}."
    ),
    click.option("--own", is_flag=True, help="The endpoint stands in the house: send texts unmasked."),
    click.option(
        "--seconds", type=click.FloatRange(1, 3600), default=60, show_default=True, help="How long it may take."
    ),
    click.option("--price-in", default="0", metavar="PRICE", help="For a million tokens sent."),
    click.option("--price-out", default="0", metavar="PRICE", help="For a million tokens answered."),
    click.option("--currency", default="USD", show_default=True, help="Of the prices."),
)


@dataclass(frozen=True, slots=True)
class Asking:
    """What was said of a model; nothing, where none is wanted."""

    model: str | None
    endpoint: str | None
    own: bool
    seconds: float
    price_in: str
    price_out: str
    currency: str

    def assistant(self, pack: Pack, record: Path) -> "Assistant | None":
        """Asks it, and writes what is sent into `record` before it is sent. None where no model is wanted."""
        if not self.model and not self.endpoint:
            return None
        if not self.model or not self.endpoint:
            raise click.UsageError("--model and --endpoint are given together.")
        from svod.assistant import Assistant, BadEndpoint, endpoint_at  # most commands ask nobody

        terms = {"price_in": self.price_in, "price_out": self.price_out, "currency": self.currency}
        try:
            endpoint = endpoint_at(
                self.endpoint, self.model, key=os.environ.get(KEY, ""), own=self.own, seconds=self.seconds, **terms
            )
        except BadEndpoint as reason:
            raise click.UsageError(f"--endpoint: {reason}") from None
        return Assistant(endpoint, pack, _Record(record, pack).keep)


@dataclass(frozen=True, slots=True)
class _Record:
    """A file that only grows, a line for each: what is about to be sent, and what came of it. It may lie beside what is
    passed on, so the names of files name nobody in it."""

    path: Path
    pack: Pack

    def keep(self, sent: "Sent") -> None:
        from svod.assistant import sent_fields
        from svod.guard import masked_name

        told = sent_fields(replace(sent, source=masked_name(sent.source, self.pack)))
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(told, ensure_ascii=False) + "\n")


def asking_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds the options; the command is given them as one, `asking`."""

    @wraps(command)
    def called(*args: Any, **given: Any) -> Any:
        said = {name: given.pop(name) for name in Asking.__slots__}
        return command(*args, asking=Asking(**said), **given)

    for option in reversed(OPTIONS):
        called = option(called)
    return called


def consulted_fields(consulted: "Consulted") -> dict[str, Any]:
    """What came of asking a model: why it was not heard, if so, what of its answer was refused, where it differs."""
    return {
        "failure": consulted.failure or None,
        "parts_sent": len(consulted.sent),
        "refused": dict(consulted.refused),
        "differences": [
            {"field": one.field, "span": list(one.place), "built_in": one.built_in, "model": one.model}
            for one in consulted.differences
        ],
    }
