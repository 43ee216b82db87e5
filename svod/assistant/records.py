"""What goes to a model and what comes of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from svod.records import Reading, Span

ASKED = "asked"  # written down before the first byte leaves; what is still so was cut off
ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of whole sentences that is sent at once: [start, end) of the text as it may leave, and what it is."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Sent:
    """What was sent to whom, when, and what it cost. Of the text only the hash, and its place in the document.

    `sha256` is of the text as it was sent, `masked` how many pieces of it were masked, `tries` how often it was sent.
    `outcome` is "asked", "answered", or why there is no answer: a key of `told.toml`.
    """

    key: str
    at: datetime
    host: str
    model: str
    own: bool
    document: str  # Document.id
    source: str
    span: Span  # in the document's own text
    sha256: str
    characters: int
    masked: int
    outcome: str = ASKED
    tries: int = 0
    tokens_in: int | None = None
    tokens_out: int | None = None
    cost: Decimal | None = None
    currency: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """Where the two readings part, at that place: what the built-in one says and what the model does.

    Both are codes, numbers or days that the core has read; "" where one says nothing.
    """

    field: str
    place: Span
    built_in: str
    model: str


@dataclass(frozen=True, slots=True)
class Rejected:
    """A claim whose words stand in the text while a number or the day that it tells does not: refused, and not silence.

    What it told stays hidden; `field` names it.
    """

    kind: str
    place: Span
    field: str


@dataclass(frozen=True, slots=True)
class Consulted:
    """A reading after a model was asked. Where `failure` is not "", some of the document was read by the core alone.

    `refused` counts what the model said and nobody will see, by reason.
    """

    reading: Reading
    differences: tuple[Difference, ...] = ()
    refused: Mapping[str, int] = field(default_factory=dict)
    sent: tuple[Sent, ...] = ()
    failure: str = ""
