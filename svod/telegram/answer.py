"""Decide what is done with what somebody said."""

from collections.abc import Callable

from django.db import transaction
from django.utils import timezone, translation

from svod.register.models import Outgoing, Update
from svod.telegram import asking, commands, jobs, words
from svod.telegram.handing_in import Files, hand_in
from svod.telegram.said import Said, hear, together
from svod.telegram.talk import Talk, chat_of, language_of


def heard(job: jobs.Job, bot: int, bot_name: str) -> Said | None:
    said = [one for one in (hear(update.body, bot, bot_name) for update in job) if one is not None]
    return together(said) if said else None


def answer(job: jobs.Job, said: Said | None, files: Files) -> None:
    """What is to be said is committed together with that it is done.

    A report comes before: keeping it and drawing its photos takes a while, in which others may write. Where the process
    dies in between it is taken in again, which its key makes the same one.
    """
    if said is None:
        jobs.done(job)
        return
    talk = _talk(job[0], said)
    with translation.override(language_of(talk.chat)):
        deed = _deed(talk)
        if deed is None:
            hand_in(talk, files)
        with transaction.atomic():
            if deed is not None:
                deed(talk)
            Outgoing.objects.bulk_create(talk.out)
            jobs.done(job)


def give_up(job: jobs.Job, said: Said, *, fetching: bool) -> None:
    """Give a job up that was tried often enough, and tell the sender. What was said stays for whoever runs Svod."""
    talk = _talk(job[0], said)
    with translation.override(language_of(talk.chat)):
        talk.say(words.not_fetched() if fetching else words.not_done(), to_message=True)
        Outgoing.objects.bulk_create(talk.out)


def _talk(update: Update, said: Said) -> Talk:
    name = f"album:{said.album}" if said.album else str(said.message)
    return Talk(said, chat_of(said), f"{update.bot}:{said.to}:{name}")


def _deed(talk: Talk) -> Callable[[Talk], None] | None:
    """What is done with it; None where it is something to hand in."""
    said = talk.said
    if said.left:
        return _block
    if said.pressed:
        return commands.press
    if said.edited:
        return _say_of_edited
    if said.command and not said.forwarded:
        return commands.obey
    return asking.take if asking.is_answer(talk) else None


def _block(talk: Talk) -> None:
    talk.chat.blocked_at = timezone.now()
    talk.chat.save(update_fields=["blocked_at"])


def _say_of_edited(talk: Talk) -> None:
    talk.say(words.edited(), to_message=True)
