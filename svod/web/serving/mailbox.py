"""Fetches reports that come by e-mail, every minute: `python -m svod.web.serving.mailbox LIFELINE`.

`svod mail` runs it without a lifeline: once, or on and on with --watch.
"""

import os
import sys
import time

import django

from svod.register.logs import say_last_words
from svod.web.serving import lifeline

PAUSE = 60  # seconds between two looks


def run(watch: bool) -> str:
    """Look once, or until told to end; what is wrong with the mailbox, "" where nothing is."""
    from django.conf import settings
    from django.db import close_old_connections

    from svod.register.lease import Lease
    from svod.register.mailbox.fetch import fetch
    from svod.register.models import Mailbox

    alone = Lease("mailbox")
    while True:
        if watch and not alone.take():  # another machine fetches; where it is gone, this one will
            time.sleep(PAUSE / 4)
            continue
        done = fetch(settings.MAILBOX)
        if done.received or done.held:
            sys.stdout.write(f"By e-mail: {done.received} received, {done.held} held back.\n")
            sys.stdout.flush()
        if not watch:
            return str(Mailbox.Trouble(done.trouble).label) if done.trouble else ""
        close_old_connections()
        time.sleep(PAUSE)


def main() -> int:
    if not os.environ.get("SVOD_MAILBOX"):
        sys.stderr.write("No mailbox is named. Set SVOD_MAILBOX=imaps://user:password@host/INBOX\n")
        return 1
    words = sys.argv[1:]
    if words and words[0].isdigit():
        lifeline.hold(int(words[0]))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "svod.settings.local")
    django.setup()
    say_last_words()
    from django.utils import translation

    with translation.override("en"):  # what the terminal is told
        trouble = run(watch=bool(words))
    if trouble:
        sys.stderr.write(f"{trouble}\n")
    return int(bool(trouble))


if __name__ == "__main__":
    sys.exit(main())
