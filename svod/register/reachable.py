"""How a person is written to: by Telegram where they linked a chat and did not stop the bot, else by e-mail."""

from collections.abc import Collection

from django.conf import settings
from django.db.models import QuerySet

from svod.register.models import Chat, Letter, Person, TelegramBot


def can_write() -> bool:
    """Whether this installation can send a letter at all."""
    return settings.MAIL_WORKS or TelegramBot.at_work() is not None


def ways(people: Collection[Person]) -> dict[Person, str]:
    """By which way each of the people is written to; whom none reaches is left out.

    Without a mail server an address counts only where no bot is at work either: then it shows whom letters would reach.
    """
    bot = TelegramBot.at_work()
    linked = set(open_chats().values_list("person", flat=True)) if bot else set()
    by_mail = settings.MAIL_WORKS or bot is None
    found = {}
    for one in people:
        if one.pk in linked:
            found[one] = Letter.Way.TELEGRAM
        elif by_mail and one.email:
            found[one] = Letter.Way.MAIL
    return found


def turn_to_mail() -> None:
    """Send by mail the letters that wait for a bot that is gone."""
    if settings.MAIL_WORKS and TelegramBot.at_work() is None:
        waiting = Letter.objects.filter(way=Letter.Way.TELEGRAM, state=Letter.State.WAITING)
        waiting.exclude(person__email="").update(way=Letter.Way.MAIL)


def open_chats() -> QuerySet[Chat]:
    """Those of people; the one that was used last comes first."""
    return Chat.objects.filter(person__isnull=False, blocked_at=None).order_by("-seen_at")
