"""A submission's text and the places in it."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple


class Span(NamedTuple):
    """A stretch of a text: [start, end), counted in Unicode code points."""

    start: int
    end: int


class Evidence(NamedTuple):
    """The place in a document's text that says so: [start, end) in code points."""

    document: str  # Document.id
    start: int
    end: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


Role = Literal["heading", "paragraph", "item", "row", "message", "header"]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a document with one role. Blocks do not overlap and stand in the order of the text.

    `author` and `on` are known for chat messages and e-mails: who wrote it and on which day.
    """

    start: int
    end: int
    role: Role
    author: str | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A submission's text. `text` never changes once read: evidence counts positions in it.

    `id` is stable for the same source and bytes. `source` is the path a person knows, with " › " between an
    archive or letter and what it holds: "Костанай/отчёты.zip › отчёт.docx". `format` is the reader's code, as
    "docx" or "whatsapp". `sha256` is of the source's bytes.
    """

    id: str
    text: str
    source: str = ""
    format: str = "txt"
    sha256: str = ""
    language: str | None = None  # ru, kk, en, mixed; None where the reader cannot tell
    year: int | None = None  # the campaign's year
    blocks: tuple[Block, ...] = field(default=())
    region: str | None = None  # of who handed it in; meant where the text names none, or a district that several have

    def quote(self, evidence: "Evidence | Span") -> str:
        """The words at that place."""
        return self.text[evidence.start : evidence.end]
