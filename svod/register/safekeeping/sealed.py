"""Encryption with age (age-encryption.org): to public keys. The secret key that opens it is never on this machine."""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pyrage

from svod.register.safekeeping.archive import CannotKeep

HEADER = b"age-encryption.org/v1"  # how a sealed file begins


def known(keys: Sequence[str]) -> list[pyrage.x25519.Recipient]:
    """Public keys as age understands them. Raises CannotKeep, which never repeats what was given."""
    try:
        return [pyrage.x25519.Recipient.from_str(key.strip()) for key in keys]
    except pyrage.RecipientError:
        raise CannotKeep("Not a public key of age: it begins with age1. `age-keygen` makes one.") from None


@contextmanager
def sealed(out: IO[bytes], to: Sequence[pyrage.x25519.Recipient]) -> Iterator[IO[bytes]]:
    """What to write into, so that `out` gets it sealed; nothing lies about unsealed meanwhile."""
    if not to:
        yield out
        return
    theirs, ours = os.pipe()
    with ThreadPoolExecutor(1) as pool:
        sealing = pool.submit(_seal, theirs, out, to)
        try:
            with os.fdopen(ours, "wb") as writer:
                yield writer
        except BrokenPipeError:
            pass  # the sealing ended early: it says why
        sealing.result()


def _seal(theirs: int, out: IO[bytes], to: Sequence[pyrage.x25519.Recipient]) -> None:
    with os.fdopen(theirs, "rb") as reader:
        pyrage.encrypt_io(reader, out, list(to))


def is_sealed(archive: Path) -> bool:
    with archive.open("rb") as stream:
        return stream.read(len(HEADER)) == HEADER


def opened(archive: Path, key: Path | None, into: Path) -> Path:
    """The archive itself where it is not sealed, else what it holds, written to `into`. Raises CannotKeep."""
    if not is_sealed(archive):
        return archive
    if key is None:
        raise CannotKeep("The backup is encrypted. Name the file with the secret key: --key FILE")
    with archive.open("rb") as stream, os.fdopen(os.open(into, os.O_WRONLY | os.O_CREAT, 0o600), "wb") as out:
        try:
            pyrage.decrypt_io(stream, out, _secrets(key))
        except pyrage.DecryptError as error:
            raise CannotKeep(f"The backup does not open with this key, or is damaged: {error}.") from None
        except OSError as error:
            if error.errno is not None:  # the machine's own; pyrage says damage to the content without a number
                raise
            raise CannotKeep(f"The backup is damaged or cut off: {error}.") from None
    return into


def _secrets(key: Path) -> list[pyrage.x25519.Identity]:
    """Those in a file that `age-keygen` wrote: one on a line, comments between them."""
    try:
        lines = [line.strip() for line in key.read_text(encoding="utf-8").splitlines()]
        found = [pyrage.x25519.Identity.from_str(line) for line in lines if line and not line.startswith("#")]
    except (OSError, UnicodeDecodeError, pyrage.IdentityError):
        found = []
    if not found:
        raise CannotKeep(f"{key} holds no secret key of age: a line that begins with AGE-SECRET-KEY-1.")
    return found
