"""`svod check`: `python -m svod.web.serving.check`."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import django

from svod.web.serving.prepare import CannotServe, ensure_register

if TYPE_CHECKING:
    from svod.register.proof.flaw import Flaw

SHOWN = 20  # flaws of one kind


def main() -> int:
    try:
        ensure_register(Path(os.environ["SVOD_DATA"]))
    except CannotServe as error:
        sys.stderr.write(f"{error}\n")
        return 1
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "svod.settings.local")
    django.setup()
    from django.utils import translation

    from svod.register.proof.prove import prove

    with translation.override("en"):  # what the terminal is told
        found = sum(_say(name, flaws) for name, flaws in prove())
    sys.stdout.write("Nothing is wrong.\n" if not found else f"{found} flaws.\n" if found > 1 else "1 flaw.\n")
    return int(bool(found))


def _say(name: str, flaws: "Iterator[Flaw]") -> int:
    """How many there are; the first ones are shown, each way to mend once."""
    number, last = 0, ""
    for flaw in flaws:
        if number == 0:
            sys.stdout.write(f"{name}: wrong\n")
        if number < SHOWN:
            mend = f"\n    {flaw.mend}" if flaw.mend != last else ""
            sys.stdout.write(f"  {flaw.where}: {flaw.what}{mend}\n")
        number, last = number + 1, flaw.mend
    if number > SHOWN:
        sys.stdout.write(f"  and {number - SHOWN} more\n")
    if not number:
        sys.stdout.write(f"{name}: as it should be\n")
    sys.stdout.flush()
    return number


if __name__ == "__main__":
    sys.exit(main())
