"""A worker that reads submissions: `python -m svod.web.serving.reader NAME LIFELINE`."""

import logging
import os
import sys

import django

from svod.register.logs import say_last_words
from svod.web.serving import lifeline

COURTESY = 19  # the most there is. Who waits for an answer goes before what is read: the server's processes have 0


def run(name: str) -> None:
    """Read what waits, then what comes, until told to end."""
    from svod.register.heartbeat import beat_from_now_on
    from svod.register.queue import take_up_again, tidy_from_now_on
    from svod.register.relief import relieve_from_now_on, unlike_others
    from svod.register.rush import Rush
    from svod.register.worker import Reader

    name = unlike_others(name)
    beat_from_now_on()
    relieve_from_now_on(name)
    take_up_again(name)
    tidy_from_now_on()
    _learn_words()
    worker = Reader(name, Rush())
    worker.configure_signals()
    worker.run()


def _learn_words() -> None:
    """The lexicons of the campaigns under way, before the first file waits for them."""
    from svod.extraction import extract
    from svod.packs import PackError
    from svod.records import Document
    from svod.register.models import Campaign

    for campaign in Campaign.objects.all()[:4]:
        try:
            extract(Document("", "Собрание.", "", "txt", year=campaign.year), campaign.pack)
        except PackError as error:
            logging.getLogger("svod").warning("The pack of %s cannot be loaded: %s", campaign.slug, error)


def main() -> int:
    lifeline.hold(int(sys.argv[2]))
    os.nice(COURTESY)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "svod.settings.local")
    django.setup()
    say_last_words()
    from django.db import DatabaseError

    from svod.register.proof.broken import is_broken, told

    try:
        run(sys.argv[1])
    except DatabaseError as error:
        if not is_broken(error):
            raise
        logging.getLogger("svod").critical(told(error))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
