"""What Telegram delivered and is still to be done: kept at once, taken up in order, put off where the line fails."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from svod.register.models import Chat, Receipt, Update
from svod.telegram.said import continues

ALBUM_PAUSE = timedelta(seconds=1.5)  # the photos of an album come one by one: it is whole when none came for a while
PIECE = "text"  # as an album: a long text, which Telegram cuts into messages of 4,096 characters, mostly at a space
LEAST_OF_A_PIECE = 3500
FIRST_PAUSE, LONGEST_PAUSE = timedelta(seconds=0.5), timedelta(minutes=10)
MOST_ATTEMPTS = 5  # of what goes wrong here
MOST_FETCHES = 40  # of what the line does not give: some five hours
IN_ORDER = 4  # attempts for which the rest of a chat waits, a few seconds
KEPT_FOR = timedelta(days=30)  # numbers of what is done, where Telegram keeps nothing longer than a day; unlinked chats

Job = list[Update]


def keep(bot: int, bodies: Iterable[dict[str, Any]]) -> None:
    """Keep what came, before it is confirmed to Telegram. What came before is known by its number and left alone."""
    now = timezone.now()
    rows = [_row(bot, body, now) for body in bodies]
    with transaction.atomic():
        Update.objects.bulk_create(rows, ignore_conflicts=True)
        for album, chat in {(one.album, one.chat) for one in rows if one.album}:
            waiting = Update.objects.filter(bot=bot, album=album, chat=chat, state=Update.State.WAITING)
            waiting.update(not_before=now + ALBUM_PAUSE)


def next_job(bot: int) -> Job:
    """The first job that may be done now. In a chat one comes after another, unless the first has failed too often."""
    now, held_up = timezone.now(), set()
    waiting = Update.objects.filter(bot=bot, state=Update.State.WAITING)
    for one in waiting.iterator(chunk_size=20):
        if one.chat in held_up:
            continue
        if one.not_before <= now or one.not_before > now + LONGEST_PAUSE:  # the clock was put back
            return _whole(one, waiting)
        if one.attempts < IN_ORDER:
            held_up.add(one.chat)
    return []


def _whole(one: Update, waiting: QuerySet[Update]) -> Job:
    """The message with the rest of its album, or a piece of a long text with those that follow up to a short one."""
    if one.album != PIECE:
        return list(waiting.filter(chat=one.chat, album=one.album)) if one.album else [one]
    job = [one]
    for other in waiting.filter(chat=one.chat, number__gt=one.number).iterator(chunk_size=5):
        if job[-1].album != PIECE or not continues(job[-1].body, other.body):
            break
        job.append(other)
    return job


def done(job: Job) -> None:
    """Mark the job as done: what was said goes, that it came is remembered."""
    _of(job).update(state=Update.State.DONE, body=None)


def put_off(job: Job, most: int = MOST_ATTEMPTS) -> bool:
    """Put the job off for a while, longer each time; whether it will be tried again."""
    attempts = job[0].attempts + 1
    pause = min(FIRST_PAUSE * 2 ** min(attempts, 12), LONGEST_PAUSE)
    state = Update.State.WAITING if attempts < most else Update.State.FAILED
    _of(job).update(attempts=attempts, not_before=timezone.now() + pause, state=state)
    return state == Update.State.WAITING


def forget_old() -> None:
    long_ago = timezone.now() - KEPT_FOR
    Update.objects.filter(came_at__lt=long_ago).exclude(state=Update.State.WAITING).delete()
    Receipt.objects.filter(given_at__lt=long_ago, read_told=True).delete()
    Chat.objects.filter(person=None, seen_at__lt=long_ago).delete()


def _of(job: Job) -> Any:
    return Update.objects.filter(pk__in=[one.pk for one in job])


def _row(bot: int, body: dict[str, Any], now: datetime) -> Update:
    content = next((value for name, value in body.items() if name != "update_id" and isinstance(value, dict)), {})
    message = content.get("message", content)  # a press tells the message its button stands under
    chat = message.get("chat", {}).get("id", 0)
    album = content.get("media_group_id", "")
    if "message" in body and len(content.get("text", "")) >= LEAST_OF_A_PIECE:
        album = PIECE
    return Update(bot=bot, number=body["update_id"], body=body, chat=chat, album=album, not_before=now)
