"""The key that signs sessions: drawn once, kept beside the data, readable by its owner only."""

import os
import secrets
from pathlib import Path


def kept_secret(path: Path) -> str:
    """The key in that file; made where there is none. Two processes that start together agree on the first one's."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        half = path.with_name(f".{path.name}-{os.getpid()}")
        half.touch(mode=0o600)
        half.write_text(secrets.token_urlsafe(50), encoding="ascii")
        try:
            path.hardlink_to(half)  # unlike a rename, it fails where somebody was faster
        except FileExistsError:
            pass
        finally:
            half.unlink()
    return path.read_text(encoding="ascii").strip()
