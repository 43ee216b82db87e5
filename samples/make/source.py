"""The submissions as they were written: one TOML file each, its text and what a careful reader takes from it."""

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
SAMPLES = HERE.parent
REPORTS = SAMPLES / "reports"
YEAR = 2025
INSIDE = " › "  # between an archive or a letter and what it holds
DELETED = re.compile(r"\[-(.*?)-\]")
INSERTED = re.compile(r"\{\+(.*?)\+\}")
SETS = ("audience", "partners", "materials")
ACTIVITY: dict[str, Any] = {
    "kind": None,
    "title": None,
    "date": None,
    "region": None,
    "place": None,
    "organiser": None,
    "audience": "",
    "participants": None,
    "count": "1",
    "partners": "",
    "materials": "",
    "online": False,
    "planned": False,
    "evidence": None,
}


@dataclass(frozen=True, slots=True)
class Block:
    """A line of the text and its role: heading, paragraph, bullet, number or row."""

    role: str
    text: str

    @property
    def cells(self) -> list[str]:
        return [cell.strip() for cell in self.text.split("|")]


@dataclass(frozen=True, slots=True)
class Submission:
    """One TOML file. `path` is where it is built; " › " in it leads into an archive or a letter."""

    path: str
    lang: str
    body: str
    region: str | None = None
    place: str | None = None
    header: str = ""  # of every page; not part of the text
    footer: str = ""
    encoding: str = ""  # of a plain text
    chat: str = ""  # android or iphone: the body is the exported file itself
    scan: bool = False  # a PDF that holds only a picture
    problem: str = ""  # truncated or empty: nobody can read it
    copies: tuple[str, ...] = ()  # the same bytes under other names
    letter: dict[str, str] = field(default_factory=dict)
    said: tuple[dict[str, Any], ...] = ()
    totals: tuple[dict[str, Any], ...] = ()

    @property
    def container(self) -> str:
        return self.path.split(INSIDE)[0]

    @property
    def name(self) -> str:
        return self.path.split(INSIDE)[-1]

    @property
    def is_scan(self) -> bool:
        return self.scan or self.path.endswith(".png")

    @property
    def verbatim(self) -> bool:
        """Whether the body is the file's text itself, without marks for headings, lists and tables."""
        return bool(self.encoding or self.chat or self.letter)

    @property
    def blocks(self) -> list[Block]:
        return [read_block(line) for line in self.body.splitlines() if line.strip()]

    @property
    def text(self) -> str:
        """The plain text, changes accepted, bullets as dashes, cells apart by " | "."""
        if self.problem:
            return ""
        if self.verbatim:
            return self.body.strip()
        return "\n".join(plain(block) for block in self.blocks)

    def expected(self) -> dict[str, Any]:
        """The line of expected.jsonl."""
        return {
            "id": self.path,
            "lang": self.lang,
            "year": YEAR,
            "text": self.text,
            "activities": [self._activity(told) for told in self.told()],
            "totals": [self._total(total) for total in self.totals],
        }

    def told(self) -> list[dict[str, Any]]:
        """Each activity as written, what its sentence shares filled in."""
        return [{**without(said, "held"), **held} for said in self.said for held in said["held"]]

    def _activity(self, told: dict[str, Any]) -> dict[str, Any]:
        filled = {**ACTIVITY, "region": self.region, "place": self.place, **without(told, "same")}
        sets = {name: sorted(filled[name].split()) for name in SETS}
        return {**filled, **sets, "participants": bounds(filled["participants"]), "count": bounds(filled["count"])}

    def _total(self, total: dict[str, Any]) -> dict[str, Any]:
        return {"kind": None, "region": self.region, **total, "value": bounds(total["value"])}


def read_submissions() -> list[Submission]:
    """Every submission, in the order of its paths."""
    files = (HERE / "submissions").glob("*.toml")
    return sorted((read_submission(file) for file in files), key=lambda submission: submission.path)


def read_submission(file: Path) -> Submission:
    fields = tomllib.loads(file.read_text(encoding="utf-8"))
    for name in ("said", "totals", "copies"):
        fields[name] = tuple(fields.get(name, ()))
    return Submission(**fields)


def read_block(line: str) -> Block:
    if line.startswith("# "):
        return Block("heading", line[2:])
    if line.startswith("- "):
        return Block("bullet", line[2:])
    if line.startswith("|"):
        return Block("row", line.strip()[1:-1])
    if match := re.match(r"\d+\. ", line):
        return Block("number", line[match.end() :])
    return Block("paragraph", line)


def plain(block: Block) -> str:
    if block.role == "row":
        return " | ".join(block.cells)
    return accept(f"- {block.text}" if block.role == "bullet" else block.text)


def accept(text: str) -> str:
    """The text with its tracked changes accepted."""
    return INSERTED.sub(r"\1", DELETED.sub("", text))


def bounds(written: str | None) -> list[int | None] | None:
    """ "45" is [45, 45], "301+" [301, null], "90-110" [90, 110]."""
    if written is None:
        return None
    if written.endswith("+"):
        return [int(written[:-1]), None]
    least, _, most = written.partition("-")
    return [int(least), int(most or least)]


def without(fields: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if key != name}
