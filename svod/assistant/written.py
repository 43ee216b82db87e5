"""What was sent, as it is written down; what came of it, in words."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from svod.assistant.records import Consulted, Sent
from svod.records import Problem


def sent_fields(sent: Sent) -> dict[str, Any]:
    """As JSON takes it."""
    return {
        "key": sent.key,
        "at": sent.at.isoformat(timespec="seconds"),
        "host": sent.host,
        "model": sent.model,
        "own": sent.own,
        "document": sent.document,
        "source": sent.source,
        "span": list(sent.span),
        "sha256": sent.sha256,
        "characters": sent.characters,
        "masked": sent.masked,
        "outcome": sent.outcome,
        "tries": sent.tries,
        "tokens_in": sent.tokens_in,
        "tokens_out": sent.tokens_out,
        "cost": None if sent.cost is None else str(sent.cost),
        "currency": sent.currency,
    }


def problems_of(consulted: Consulted) -> list[Problem]:
    """What a person is to know: that the model was not heard, and where the two readings differ."""
    source, told = consulted.reading.document.source, list[Problem]()
    if consulted.failure:
        told.append(Problem("warning", "model_not_heard", source))
    if consulted.differences:
        told.append(Problem("look", "model_differs", source, (("count", str(len(consulted.differences))),)))
    return told


def failure_in_words(reason: str, language: str) -> str:
    """Why a model was not heard, or that it was: "ru", "kk" or "en"."""
    return _told()["failure"][reason][language]


def refusals_in_words(refused: Mapping[str, int], language: str) -> str:
    """ "the number is not in the quotation: 3; a repetition: 2" """
    return "; ".join(f"{_told()['refused'][reason][language]}: {count}" for reason, count in sorted(refused.items()))


@cache
def _told() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    return tomllib.loads(Path(__file__).with_name("told.toml").read_text(encoding="utf-8"))
