"""`svod backup`: `python -m svod.web.serving.backup FILE [--recipient KEY]…`."""

import argparse
import os
import sys
from pathlib import Path

import django

from svod.register.safekeeping.archive import CannotKeep, Manifest, told
from svod.web.serving.prepare import CannotServe, ensure_register


def main() -> int:
    parser = argparse.ArgumentParser("svod backup")
    parser.add_argument("file", type=Path)
    parser.add_argument("--recipient", action="append", default=[])
    words = parser.parse_args()
    try:
        ensure_register(Path(os.environ["SVOD_DATA"]))
        made = _back_up(words.file.absolute(), words.recipient)
    except (CannotServe, CannotKeep) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(f"{words.file} holds {told(made)}\n")
    if words.recipient:
        sys.stdout.write("It is encrypted: only the secret key opens it.\n")
    if made.missing:
        lines = "".join(f"  {place}\n" for place in made.missing[:10])
        sys.stderr.write(f"{len(made.missing)} files that the register names are not there:\n{lines}")
    return int(bool(made.missing))


def _back_up(target: Path, recipients: list[str]) -> Manifest:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "svod.settings.local")
    django.setup()
    from svod.register.safekeeping.backup import back_up

    return back_up(target, recipients)


if __name__ == "__main__":
    sys.exit(main())
