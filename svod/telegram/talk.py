"""Who speaks with the bot at this moment, and how they are answered."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from svod.language import LANGUAGES
from svod.register.models import Chat, Outgoing
from svod.telegram.reply import Reply
from svod.telegram.said import Said


@dataclass(frozen=True, slots=True)
class Talk:
    """`chat` is the sender's own, wherever they speak; `key` names what was said, for ever the same. What is to be said
    is gathered in `out`, until it is committed together with what it tells of."""

    said: Said
    chat: Chat
    key: str
    out: list[Outgoing] = field(default_factory=list)

    def say(self, reply: Reply, to_message: bool = False) -> None:
        """`to_message`: as an answer to what was said, which Telegram shows above it; in groups always."""
        quoted = self.said.message if to_message or not self.said.is_private else 0
        self.out.extend(to_be_said(self.said.to, reply, quoted))

    def replace(self, reply: Reply) -> None:
        """In place of the question whose button was pressed."""
        body = {"text": reply.text, "message_id": self.said.message, "reply_markup": reply.markup()}
        self.out.append(Outgoing(chat=self.said.to, method="edit", body=body))

    def confirm(self) -> None:
        """That a button was pressed: Telegram shows it as waiting until then."""
        self.out.append(Outgoing(chat=self.said.to, method="confirm", body={"callback_query_id": self.said.press}))


def to_be_said(to: int, reply: Reply, quoted: int = 0) -> Iterator[Outgoing]:
    pieces = list(reply.texts())
    for place, text in enumerate(pieces):
        body: dict[str, Any] = {"text": text}
        if quoted and not place:
            body["reply_parameters"] = {"message_id": quoted, "allow_sending_without_reply": True}
        if reply.buttons and place == len(pieces) - 1:
            body["reply_markup"] = reply.markup()
        yield Outgoing(chat=to, method="say", body=body)


def chat_of(said: Said) -> Chat:
    """The sender's, made where they write for the first time."""
    chat, _made = Chat.objects.select_related("person", "organisation").get_or_create(
        number=said.sender, defaults={"name": said.name, "language": spoken(said.language)}
    )
    chat.name, chat.blocked_at, chat.seen_at = said.name, None, timezone.now()
    chat.save(update_fields=["name", "blocked_at", "seen_at"])
    return chat


def spoken(language: str) -> str:
    return language if language in LANGUAGES else ""


def language_of(chat: Chat) -> str:
    """What they chose last, here or by linking; before that what their Telegram is in."""
    return chat.language or "ru"
