"""The interface's translations, compiled when they are first needed.

The catalogues (`svod/locale/<language>/LC_MESSAGES/django.po`) are what people write. What gettext reads is made from
them by Babel and kept with the data, in a folder named by the content it came from: never stale, nothing to build.
"""

import hashlib
import os
from pathlib import Path
from tempfile import TemporaryDirectory

CATALOGUE = "LC_MESSAGES/django"


def compiled(catalogues: Path, kept: Path) -> Path:
    """The folder with the compiled catalogues, below `kept`. Raises OSError where it cannot be written."""
    sources = sorted(catalogues.glob(f"*/{CATALOGUE}.po"))
    digest = hashlib.sha256()
    for source in sources:
        digest.update(source.parts[-3].encode() + source.read_bytes())
    folder = kept / digest.hexdigest()[:16]
    if not folder.is_dir():
        kept.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=kept, prefix=".") as unfinished:
            for source in sources:
                _compile(source, Path(unfinished, "made", source.parts[-3], f"{CATALOGUE}.mo"))
            try:
                Path(unfinished, "made").replace(folder)
            except OSError:  # another process was faster: its folder is the same
                if not folder.is_dir():
                    raise
    return folder


def _compile(source: Path, target: Path) -> None:
    from babel.messages.mofile import write_mo  # only where something is to be compiled
    from babel.messages.pofile import read_po

    target.parent.mkdir(parents=True)
    with source.open("rb") as text, target.open("wb") as binary:
        write_mo(binary, read_po(text))
        os.fsync(binary.fileno())
