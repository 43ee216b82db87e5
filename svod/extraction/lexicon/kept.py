"""Compiled lexicons on disk, each under the fingerprint of everything it came from: inflecting takes seconds."""

import fcntl
import hashlib
import marshal
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

from svod.extraction.lexicon.grammar import DATA
from svod.extraction.lexicon.kinds import Kinds
from svod.extraction.lexicon.table import Lexicon
from svod.packs import Pack

if TYPE_CHECKING:  # compiling is needed only where nothing is kept: it is imported there
    from svod.extraction.lexicon.compile import Table

OF_THE_TABLE = ("compile.py", "compile_verbs.py", "numbered.py", "table.py", "forms.py", "meaning.py", "pieces.py")
KEPT = 8  # compiled tables of one pack: several versions of Svod, or of a pack being written, may take turns
PATIENCE, PAUSE = 120, 0.05  # seconds: compiling takes ten, on a slow machine
_KEPT: dict[str, Lexicon] = {}


def lexicon_of(pack: Pack) -> Lexicon:
    """The compiled lexicon of a campaign pack, from the cache where it is there."""
    if pack.fingerprint not in _KEPT:
        _KEPT[pack.fingerprint] = Lexicon(_table(pack), Kinds(pack.traits))
    return _KEPT[pack.fingerprint]


def _table(pack: Pack) -> "Table":
    path = cache_folder() / f"{pack.code}-{_key(pack)}.lexicon"
    table = _read(path)
    if table is not None:
        return table
    with _one_at_a_time(path.parent):
        return _read(path) or _compiled(pack, path)


def _compiled(pack: Pack, path: Path) -> "Table":
    from svod.extraction.lexicon.compile import compile_table

    table = compile_table(pack)
    _write(path, table)
    return table


@contextmanager
def _one_at_a_time(folder: Path) -> Iterator[None]:
    """Of processes that begin together one compiles, the others wait for it; each for itself where nothing is kept, or
    where the first takes so long that it may have been stopped amid it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / "compiling.lock").open("w")
    except OSError:
        yield
        return
    with lock:
        given_up = time.monotonic() + PATIENCE
        while not _is_ours(lock) and time.monotonic() < given_up:
            time.sleep(PAUSE)
        yield


def _is_ours(lock: IO[str]) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def cache_folder() -> Path:
    """Where compiled lexicons are kept: the user's cache folder. They hold no word of any report."""
    if sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return base / "svod"


def _key(pack: Pack) -> str:
    """A hash over all that the table comes from: the pack, the languages' data and rules, the compiler, Python."""
    digest = hashlib.sha256(f"{pack.fingerprint} {sys.version_info[:2]}".encode())
    own = (Path(__file__).with_name(name) for name in OF_THE_TABLE)
    for path in sorted((*DATA.rglob("*.toml"), *DATA.rglob("*.py"), *own)):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:20]


def _read(path: Path) -> "Table | None":
    try:
        table: Table = marshal.loads(path.read_bytes())  # noqa: S302 our own file, as private as a .pyc
    except (OSError, ValueError, EOFError, TypeError):
        return None
    return table if isinstance(table, dict) and "at_the_end" in table else None


def _age(path: Path) -> float:
    return -path.stat().st_mtime


def _write(path: Path, table: "Table") -> None:
    """Beside its place first, then moved there, so that a second process never reads half a file."""
    half = path.with_suffix(f".{os.getpid()}")
    try:
        half.write_bytes(marshal.dumps(table))  # type: ignore[arg-type]  # a TypedDict is a dict of such things
        half.replace(path)
        kept = sorted(path.parent.glob(f"{path.name.rpartition('-')[0]}-*.lexicon"), key=_age)
        for old in kept[KEPT:]:
            old.unlink(missing_ok=True)
    except OSError:
        return  # a home that cannot be written to costs time, nothing else
