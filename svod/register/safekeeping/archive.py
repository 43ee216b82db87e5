"""A backup is one tar file: the database, the files, and last of all the manifest with the size and hash of each.

The manifest has a hash too, in the form of `sha256sum`: whoever has tar can look into a backup without Svod.
"""

import hashlib
import json
import os
import re
import tarfile
import time
from dataclasses import asdict, dataclass, field
from io import BytesIO
from pathlib import Path
from typing import IO, Any

FORMAT = 1
MANIFEST, PROOF = "manifest.json", "manifest.json.sha256"
DATABASES = {"sqlite": "svod.sqlite3", "postgresql": "database.dump"}
FILES, PACKS = "files", "packs"
ALONG = rf"secret|demo\.json|{PACKS}(?:/[\w-][\w.-]*)+\.toml"
OURS = re.compile(rf"(?:{'|'.join(map(re.escape, DATABASES.values()))}|{ALONG}|{FILES}(?:/[\w-][\w.-]*)+)")
PIECE = 1024 * 1024


class CannotKeep(Exception):  # noqa: N818 # what is said to the person who asked for it
    """A backup that cannot be made, or put back, and why."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds. `counts` are the rows of each table, `members` [size, sha256] by name; `missing` are files
    that the database names and the data folder did not have."""

    svod: str
    made_at: str
    database: str
    migrations: list[str]
    counts: dict[str, int]
    missing: list[str] = field(default_factory=list)
    members: dict[str, list[Any]] = field(default_factory=dict)
    format: int = FORMAT


def told(manifest: Manifest) -> str:
    """What is in it, in a line for people."""
    files = [size for name, (size, _hash) in manifest.members.items() if name.startswith(f"{FILES}/")]
    rows = ("activity", "submission", "person")
    activities, submissions, people = (manifest.counts.get(f"register_{name}", 0) for name in rows)
    return (
        f"the register of {manifest.made_at[:16].replace('T', ' ')} UTC by Svod {manifest.svod}: "
        f"{activities:,} activities, {submissions:,} submissions, {people:,} people, "
        f"{len(files):,} files of {sum(files) / 1e6:,.1f} MB."
    )


class Packer:
    """Writes members one after another; each is hashed as it is written."""

    def __init__(self, out: IO[bytes]) -> None:
        self._tar = tarfile.TarFile(fileobj=_Counting(out), mode="w", format=tarfile.PAX_FORMAT)  # type: ignore[arg-type]
        self.members: dict[str, list[Any]] = {}

    def add(self, name: str, path: Path) -> None:
        """Raises FileNotFoundError where somebody deleted it meanwhile."""
        with path.open("rb") as stream:
            self.add_stream(name, stream, os.fstat(stream.fileno()).st_size)

    def add_stream(self, name: str, stream: IO[bytes], size: int) -> None:
        told = _Hashing(stream)
        self._tar.addfile(_header(name, size), told)  # type: ignore[arg-type] # it only reads
        self.members[name] = [size, told.digest.hexdigest()]

    def close(self, manifest: Manifest) -> None:
        data = json.dumps(asdict(manifest), ensure_ascii=False, indent=1, sort_keys=True).encode()
        proof = f"{hashlib.sha256(data).hexdigest()}  {MANIFEST}\n".encode()
        for name, content in ((MANIFEST, data), (PROOF, proof)):
            self._tar.addfile(_header(name, len(content)), BytesIO(content))
        self._tar.close()


class _Counting:
    """What tarfile writes into: it asks how far it has come, which a pipe does not say."""

    def __init__(self, out: IO[bytes]) -> None:
        self._out, self._written = out, 0

    def write(self, piece: bytes) -> int:
        self._written += self._out.write(piece)
        return len(piece)

    def tell(self) -> int:
        return self._written


class _Hashing:
    def __init__(self, stream: IO[bytes]) -> None:
        self._stream, self.digest = stream, hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        piece = self._stream.read(size)
        self.digest.update(piece)
        return piece


def _header(name: str, size: int) -> tarfile.TarInfo:
    header = tarfile.TarInfo(name)
    header.size, header.mode, header.mtime = size, 0o600, int(time.time())
    return header


def unpack(stream: IO[bytes], folder: Path) -> Manifest:
    """All members, below the folder; the manifest. Raises CannotKeep for what is not whole to the last byte."""
    written: dict[str, list[Any]] = {}
    told: dict[str, bytes] = {}
    try:
        with tarfile.open(fileobj=stream, mode="r|") as tar:
            for header in tar:
                member = tar.extractfile(header)
                if member is None or header.name in written:
                    raise CannotKeep(f"This is no backup of Svod: {header.name} does not belong in one.")
                if header.name in (MANIFEST, PROOF):
                    told[header.name] = member.read()
                elif OURS.fullmatch(header.name):
                    written[header.name] = _written(member, folder / header.name)
                else:
                    raise CannotKeep(f"This is no backup of Svod: {header.name} does not belong in one.")
    except (tarfile.TarError, EOFError) as error:
        raise CannotKeep(f"The backup is damaged or cut off: {error}. {ANOTHER}") from None
    manifest = _proven(told)
    _compare(manifest, written)
    return manifest


ANOTHER = "Nothing was put in place. Take another copy of it, or an older backup."


def _written(member: IO[bytes], path: Path) -> list[Any]:
    path.parent.mkdir(parents=True, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        while piece := member.read(PIECE):
            digest.update(piece)
            size += len(piece)
            out.write(piece)
    return [size, digest.hexdigest()]


def _proven(told: dict[str, bytes]) -> Manifest:
    """The manifest, if all of it is there as it was written."""
    data, proof = told.get(MANIFEST), told.get(PROOF)
    if data is None or proof is None:
        raise CannotKeep(f"The backup is cut off: it ends before its manifest. {ANOTHER}")
    if proof.decode(errors="replace").split() != [hashlib.sha256(data).hexdigest(), MANIFEST]:
        raise CannotKeep(f"The backup is damaged: its manifest is not as it was written. {ANOTHER}")
    kept = json.loads(data)
    if kept["format"] > FORMAT:
        raise CannotKeep(f"Svod {kept['svod']} made this backup, in a form not known here. Install that version.")
    return Manifest(**kept)


def _compare(manifest: Manifest, written: dict[str, list[Any]]) -> None:
    wrong = sorted(name for name, told in manifest.members.items() if written.get(name) != told)
    if wrong or written.keys() != manifest.members.keys():
        names = ", ".join(wrong[:3] or sorted(written.keys() - manifest.members.keys())[:3])
        raise CannotKeep(f"The backup is damaged: not as it was written: {names}. {ANOTHER}")
