"""`svod doctor`: `python -m svod.web.serving.doctor [--language LANGUAGE]`."""

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import django

from svod.language import LANGUAGES
from svod.web.serving.prepare import CannotServe, ensure_not_lost, ensure_register

if TYPE_CHECKING:
    from svod.web.doctor.finding import Finding


def main() -> int:
    parser = argparse.ArgumentParser("svod doctor")
    parser.add_argument("--language", choices=LANGUAGES, default=_language_of_terminal())
    words = parser.parse_args()
    try:
        ensure_not_lost(Path(os.environ["SVOD_DATA"]))
        ensure_register(Path(os.environ["SVOD_DATA"]))
        _begin()
    except CannotServe as error:
        sys.stderr.write(f"{error}\n")
        return 1
    from django.utils import translation

    with translation.override(words.language):
        return _say_all()


def _language_of_terminal() -> str:
    told = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return told[:2] if told[:2] in LANGUAGES else "en"


def _begin() -> None:
    """Raises CannotServe where the settings cannot be read: no translation is there yet to say it in."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "svod.settings.local")
    from django.core.exceptions import ImproperlyConfigured

    try:
        django.setup()
    except (ImproperlyConfigured, ValueError, OSError) as error:
        raise CannotServe(f"The settings cannot be used: {error}") from None


def _say_all() -> int:
    from django.utils.translation import gettext as _, ngettext

    from svod.web.doctor.examine import examine
    from svod.web.doctor.finding import GOOD, LOOK, WRONG

    marks = {GOOD: _("In order"), LOOK: _("Look at this"), WRONG: _("Wrong")}
    found: list[Finding] = []
    for one in examine():
        found.append(one)
        todo = f"\n    {one.todo}" if one.todo else ""
        sys.stdout.write(f"{marks[one.state]}: {one.what}{todo}\n")
        sys.stdout.flush()
    bad, doubtful = (sum(one.state == state for one in found) for state in (WRONG, LOOK))
    if bad:
        sys.stdout.write(ngettext("%(n)s thing is wrong.", "%(n)s things are wrong.", bad) % {"n": bad} + "\n")
    if doubtful:
        told = ngettext("%(n)s thing to look at.", "%(n)s things to look at.", doubtful)
        sys.stdout.write(told % {"n": doubtful} + "\n")
    if not bad and not doubtful:
        sys.stdout.write(_("Nothing is wrong.") + "\n")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
