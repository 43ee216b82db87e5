"""What tools/fuzz tries: files that are nearly right, texts made of pieces of texts; and what must hold of each."""

import random
import traceback
import zipfile
from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path

from svod.confined import Confined, Ended
from svod.extraction import explain, extract
from svod.guard import find, mask
from svod.packs import load
from svod.reading import File, Limits, message, read_path, read_whole
from svod.reading.errors import UnreadableSubmission
from svod.reading.normal import normalise
from svod.records import Document

ROOT = Path(__file__).parents[1]
SEEDS = (ROOT / "tests" / "reading" / "files", ROOT / "samples" / "reports")
LARGEST = 400_000  # bytes of a file to begin from
LIMITS = Limits(ocr_seconds=0.01, unpacked_bytes=64 * 1024 * 1024)
HEADS = (
    b"",
    b"PK\3\4",
    b"%PDF-1.4\n",
    b"{\\rtf1 ",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"<html>",
    b"From: a\nTo: b\n",
)
BYTES = (b"\0", b"\xff" * 4, b"\x7f\xff\xff\xff", b"<", b">", b"&#0;", b"&#x110000;", b"]]>", b"\\u-1?", b"\r\n\r\n")
BYTES += ("\u202e".encode(), "\ufeff".encode(), "№«»—".encode(), "ә".encode("cp1251", "replace"), b"9" * 400)
MARKS = ("\u202e", "\u2067", "\u2069", "\u200f", "\u200b", "\u00ad", "\ufeff", "\u0301", "\x00", "\u2028", "\U0001f54a")
SIGNS = (
    "«",
    "»",
    "„",
    "“",
    '"',
    "(",
    ")",
    "—",
    "–",
    "-",
    ".",
    ",",
    ";",
    ":",
    "№",
    "|",
    "\n",
    "\n\n",
    "\t",
    "…",
    "%",
    "/",
)
NUMBERS = (
    "0",
    "1",
    "45",
    "1.2.",
    "25.11.2025",
    "31.13.2025",
    "9" * 30,
    "½",
    "٣",
    "²",
    "1 000 000",
    "18:40",
    "II",
    "5-ші",
)


class Fault(Exception):  # noqa: N818 # what was promised and does not hold
    pass


def file(chance: random.Random) -> bytes:
    """A whole file with a few things changed; one that holds others is changed inside, or its checksums end it."""
    if chance.random() < 0.05:
        return chance.choice(HEADS) + chance.randbytes(chance.randrange(400))
    data = chance.choice(_seeds())
    if zipfile.is_zipfile(BytesIO(data)) and chance.random() < 0.8:
        return _changed_inside(data, chance)
    return _changed(data, chance)


def _changed_inside(data: bytes, chance: random.Random) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        members = [one for one in old.infolist() if not one.flag_bits & 1]
        changed = set(chance.sample(range(len(members)), min(len(members), chance.choice((1, 1, 1, 2, 3)))))
        for number, member in enumerate(members):
            content = old.read(member)
            new.writestr(member.filename, _changed(content, chance) if number in changed else content)
    return made.getvalue()


def _changed(data: bytes, chance: random.Random) -> bytes:
    content = bytearray(data)
    for _number in range(chance.choice((1, 1, 2, 4, 16))):
        start = chance.randrange(len(content) + 1)
        end = min(len(content), start + chance.choice((1, 1, 4, 40, 4000)))
        piece = bytes(content[start:end])
        other = bytes(content[chance.randrange(len(content) + 1) :][:40])
        drawn = (b"", piece * 2, piece[::-1], chance.choice(BYTES), chance.randbytes(len(piece)), other)
        content[start:end] = chance.choice(drawn)
    return bytes(content[: chance.randrange(len(content) + 1)] if chance.random() < 0.1 else content)


def text(chance: random.Random) -> bytes:
    """Pieces of real sentences, signs, numbers and marks; or one piece again and again."""
    if chance.random() < 0.2:
        return (_piece(chance) * chance.randrange(1, 400)).encode()
    glue = chance.choice((" ", " ", " ", "", "\n"))
    return glue.join(_piece(chance) for _number in range(chance.randrange(1, 60))).encode()


def _piece(chance: random.Random) -> str:
    kind = chance.random()
    if kind < 0.6:
        words = chance.choice(_sentences()).split(" ")
        start = chance.randrange(len(words))
        return " ".join(words[start : start + chance.randrange(1, 12)])
    if kind < 0.9:
        return chance.choice(chance.choice((SIGNS, NUMBERS, MARKS)))
    return chr(chance.choice((chance.randrange(0x250), chance.randrange(0x400, 0x530), chance.randrange(0xD800))))


def reads(data: bytes, folder: Path) -> None:
    """Whatever the bytes, there are documents whose positions hold, or problems in words."""
    path = folder / "a"
    path.write_bytes(data)
    for outcome in read_path(path, limits=LIMITS):
        if isinstance(outcome, Document):
            _hold(outcome)
        elif not message(outcome, "ru"):
            raise Fault(f"no words for {outcome.code}")


def _hold(document: Document) -> None:
    blocks, length = document.blocks, len(document.text)
    if not all(0 <= one.start < one.end <= length for one in blocks):
        raise Fault("a block outside its text")
    if not all(one.end < other.start for one, other in pairwise(blocks)):
        raise Fault("blocks that overlap")
    if normalise(document.text) != document.text:
        raise Fault("a text that is not normal")


def is_contained(data: bytes, folder: Path) -> bool:
    """Whether a file that ends the process it is read in is told as unreadable where readers are confined: a library's
    fault in its own language costs that file and nothing else."""
    path = folder / "a"
    path.write_bytes(data)
    confined = Confined()
    try:
        confined(read_whole, File(path))
    except Ended:
        return True
    finally:
        confined.close()
    return True


def falls(data: bytes, folder: Path) -> None:
    """A reader's own mistakes, which read_path would tell as a damaged file: no error begins in our own lines."""
    from svod.reading.content import blocks_of
    from svod.reading.detect import FORMATS, detect
    from svod.reading.limits import Meter
    from svod.reading.submission import _reader

    try:
        kind = detect(data)
        if FORMATS[kind].reader != "image":
            blocks_of(_reader(kind, data, Meter(LIMITS)).pieces)
    except UnreadableSubmission:
        pass
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        if f"{ROOT}/svod/" in last.filename:
            raise Fault(f"{type(error).__name__} at {Path(last.filename).name}:{last.lineno}") from error


def extracts(data: bytes, folder: Path) -> None:
    """Every place lies in the text, reading twice gives the same, and an explanation can be written."""
    words = normalise(data.decode("utf-8", "replace"))
    document = Document("a", words, "a.txt", "txt", language="mixed", year=2025)
    reading = extract(document, _pack())
    for one in (*reading.activities, *reading.totals):
        if not 0 <= one.evidence.start < one.evidence.end <= len(words):
            raise Fault("an evidence outside its text")
    if extract(document, _pack()) != reading:
        raise Fault("another reading of the same text")
    explain(document, _pack())


def guards(data: bytes, folder: Path) -> None:
    """What is found lies in the text; of what is masked nothing that was found stands in what is told."""
    words = normalise(data.decode("utf-8", "replace"))
    finds = find(words, "ru", _pack())
    if not all(0 <= one.start < one.end <= len(words) for one in finds):
        raise Fault("a find outside its text")
    mask(words, finds, (), "ru")


CONFINED = ("reading", "readers")
Check = Callable[[bytes, Path], None]
TARGETS: dict[str, tuple[Callable[[random.Random], bytes], Check]] = {
    "reading": (file, reads),
    "readers": (file, falls),
    "extraction": (text, extracts),
    "guard": (text, guards),
}


def warm_up() -> None:
    """Learn once what each process needs."""
    extracts("Прошёл семинар. Өтті. It was held.".encode(), ROOT)
    guards(b"a", ROOT)


@cache
def _pack():
    return load("sixteen_days")


@cache
def _seeds() -> tuple[bytes, ...]:
    return tuple(data for path in _paths() if 0 < len(data := path.read_bytes()) <= LARGEST)


def _paths() -> Iterator[Path]:
    for folder in SEEDS:
        yield from sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".py")


@cache
def _sentences() -> tuple[str, ...]:
    """Of the samples."""
    texts = (one.text for path in _paths() for one in read_path(path, limits=LIMITS) if isinstance(one, Document))
    return tuple(line for one in texts for line in one.split("\n") if line)
