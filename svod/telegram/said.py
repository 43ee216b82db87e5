"""What somebody said to the bot, as far as it matters here."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from telegram import Message, MessageEntity, Update, User

ENDS = (".", "!", "?", ":", ";", "…", "»")
SOON = 3  # seconds between the pieces of a text


@dataclass(frozen=True, slots=True)
class Sent:
    """A file at Telegram, not fetched yet."""

    key: str
    name: str
    size: int
    is_photo: bool


@dataclass(frozen=True, slots=True)
class Said:
    """`to` is where it was said and is answered, `sender` who said it: the same number where they are alone with the
    bot. A press of a button has `pressed`, and `press` by which it is confirmed."""

    to: int
    sender: int
    name: str
    language: str
    message: int
    at: datetime  # when it was written, also by another who did not forward it
    text: str = ""
    files: tuple[Sent, ...] = ()
    album: str = ""
    forwarded: bool = False
    edited: bool = False
    command: str = ""
    argument: str = ""
    pressed: str = ""
    press: str = ""
    on: str = ""  # the text that the button's own answers
    left: bool = False  # they stopped the bot

    @property
    def is_private(self) -> bool:
        return self.to == self.sender


def hear(body: dict[str, Any], bot: int, bot_name: str) -> Said | None:
    """None where it is not said to the bot: in a group everything that neither names it nor answers it."""
    update = Update.de_json(body, None)
    if update.callback_query is not None:
        return _pressed(update)
    if update.my_chat_member is not None:
        return _left(update)
    message = update.message or update.edited_message
    if message is None or message.from_user is None or message.from_user.is_bot:
        return None
    said = _said(message, message.from_user, edited=update.edited_message is not None)
    if message.chat.type == "private":
        return said
    return _in_a_group(said, message, bot, bot_name)


def together(said: Sequence[Said]) -> Said:
    """The photos of an album as one, with the words of all; the pieces of a long text as one text."""
    text = ""
    for one in said:
        text += (_gap(text) if text and one.text else "") + one.text
    return replace(said[0], text=text, files=tuple(file for one in said for file in one.files))


def _gap(before: str) -> str:
    """A piece may end in the middle of a sentence."""
    return "\n" if before.endswith(ENDS) else " "


def continues(before: dict[str, Any], after: dict[str, Any]) -> bool:
    """Whether the second is a plain text that the same person sent right after the first, or forwarded with it."""
    one, other = before.get("message", {}), after.get("message", {})
    plain = "text" in other and not other["text"].startswith("/")
    alike = ("forward_origin" in one) == ("forward_origin" in other)
    by_same = one.get("from", {}).get("id") == other.get("from", {}).get("id")
    return plain and alike and by_same and other.get("date", 0) - one.get("date", 0) <= SOON


def _said(message: Message, sender: User, edited: bool = False) -> Said:
    command, argument = _command(message)
    return Said(
        to=message.chat.id,
        sender=sender.id,
        name=sender.full_name[:300],
        language=(sender.language_code or "")[:2],
        message=message.message_id,
        at=message.forward_origin.date if message.forward_origin else message.date,
        text=(message.text or message.caption or "").strip(),
        files=tuple(_files(message)),
        album=message.media_group_id or "",
        forwarded=message.forward_origin is not None,
        edited=edited,
        command=command,
        argument=argument,
    )


def _files(message: Message) -> Iterable[Sent]:
    if message.photo:
        largest = message.photo[-1]
        yield Sent(largest.file_id, f"{message.message_id}.jpg", largest.file_size or 0, True)
    elif message.document is not None:
        name = (message.document.file_name or f"{message.message_id}").strip()
        yield Sent(message.document.file_id, name, message.document.file_size or 0, False)


def _command(message: Message) -> tuple[str, str]:
    """ "/start CODE", "/help@svod_bot": the command and what follows it."""
    opening = [one for one in message.entities if one.type == MessageEntity.BOT_COMMAND and one.offset == 0]
    if not opening or not message.text:
        return "", ""
    named = message.parse_entity(opening[0])
    return named[1:].partition("@")[0].lower(), message.text[len(named) :].strip()


def _in_a_group(said: Said, message: Message, bot: int, bot_name: str) -> Said | None:
    """What names the bot in answer to another's message hands that one in."""
    answered = message.reply_to_message
    named = [one for one in _names(message) if one.lower().endswith(f"@{bot_name.lower()}")]
    answers_bot = answered is not None and answered.from_user is not None and answered.from_user.id == bot
    if not named and not answers_bot:
        return None
    for one in named:
        said = replace(said, text=said.text.replace(one, "", 1).strip())
    if answered is None or answers_bot or said.text or said.files or said.command:
        return said
    other = _said(answered, message.from_user or User(0, "", False))
    return replace(said, text=other.text, files=other.files, forwarded=True)


def _names(message: Message) -> Iterable[str]:
    """The mentions and commands in it, as they stand there."""
    kinds: list[str | None] = [MessageEntity.MENTION, MessageEntity.BOT_COMMAND]
    yield from message.parse_entities(kinds).values()
    yield from message.parse_caption_entities(kinds).values()


def _pressed(update: Update) -> Said | None:
    query = update.callback_query
    if query is None or query.message is None or query.data is None:
        return None
    answered = query.message.reply_to_message if isinstance(query.message, Message) else None
    return Said(
        to=query.message.chat.id,
        sender=query.from_user.id,
        name=query.from_user.full_name[:300],
        language=(query.from_user.language_code or "")[:2],
        message=query.message.message_id,
        at=query.message.date,
        pressed=query.data,
        press=query.id,
        on=(answered.text or "") if answered else "",
    )


def _left(update: Update) -> Said | None:
    change = update.my_chat_member
    if change is None or change.chat.type != "private" or change.new_chat_member.status not in ("kicked", "left"):
        return None
    who = change.from_user
    return Said(who.id, who.id, who.full_name[:300], (who.language_code or "")[:2], 0, change.date, left=True)
