"""`svod restore`: `python -m svod.web.serving.restore FILE DATA [--key FILE]`."""

import argparse
import os
import sys
from pathlib import Path

from svod.register.safekeeping.archive import CannotKeep, Manifest, told
from svod.register.safekeeping.restore import clear, ensure_it_fits, fill_database, hand_over, put_in_place, stage


def main() -> int:
    parser = argparse.ArgumentParser("svod restore")
    parser.add_argument("file", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("--key", type=Path)
    words = parser.parse_args()
    try:
        made = _restore(words.file, words.data.absolute(), words.key)
    except CannotKeep as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(f"{words.data} holds {told(made)}\n")
    sys.stdout.write(f"Look at it with: svod check --data {words.data}\n")
    return 0


def _restore(archive: Path, data: Path, key: Path | None) -> Manifest:
    staged, manifest = stage(archive, data, key)
    try:
        ensure_it_fits(manifest)
        _start_django(staged)
        fill_database(staged, manifest)
        hand_over(staged)
        put_in_place(staged, data)
    except BaseException:
        clear(data)
        raise
    return manifest


def _start_django(staged: Path) -> None:
    """On what is not in place yet; so nothing is written to where it will be used."""
    import django

    os.environ["SVOD_DATA"] = str(staged)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "svod.settings.local")
    django.setup()


if __name__ == "__main__":
    sys.exit(main())
