"""People who write to the bot: what Telegram delivers of what they do, as its documentation shows it."""

import itertools
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from tests.telegram.standin import BOT, Standin

NUMBERS = itertools.count(1000)
GROUP = {"id": -100500, "type": "supergroup", "title": "Рабочая группа"}


def moment() -> int:
    return int(datetime.now(UTC).timestamp())


@dataclass
class Writer:
    """Somebody with Telegram on their phone."""

    standin: Standin
    number: int = 42
    name: str = "Айгүл"
    language: str = "en"
    said: dict[int, dict[str, Any]] = field(default_factory=dict)

    @property
    def user(self) -> dict[str, Any]:
        return {"id": self.number, "is_bot": False, "first_name": self.name, "language_code": self.language}

    @property
    def chat(self) -> dict[str, Any]:
        return {"id": self.number, "type": "private", "first_name": self.name}

    def message(self, **content: Any) -> dict[str, Any]:
        number = next(NUMBERS)
        made = {"message_id": number, "date": moment(), "chat": self.chat, "from": self.user, **content}
        return self.said.setdefault(number, made)

    def writes(self, text: str, **content: Any) -> dict[str, Any]:
        return self._delivered(self.message(text=text, entities=entities(text), **content))

    def forwards(self, text: str, written: int = 0) -> dict[str, Any]:
        origin = {"type": "hidden_user", "sender_user_name": "Школа", "date": written or moment()}
        return self.writes(text, forward_origin=origin)

    def sends(self, data: bytes, name: str, size: int | None = None, **content: Any) -> dict[str, Any]:
        key = self._stored(data)
        given = {"file_id": key, "file_unique_id": key, "file_name": name, "file_size": size or len(data)}
        return self._delivered(self.message(document=given, **content))

    def shows(self, *photos: bytes, caption: str = "", album: str = "") -> list[dict[str, Any]]:
        """Photos; several come as an album, its caption with the first."""
        shown = []
        for place, data in enumerate(photos):
            key = self._stored(data)
            size = {"file_id": key, "file_unique_id": key, "width": 9, "height": 9, "file_size": len(data)}
            content = {"photo": [size], **({"caption": caption} if caption and not place else {})}
            content |= {"media_group_id": album} if album else {}
            shown.append({"message": self.message(**content)})
        self.standin.deliver(*shown)
        return shown

    def presses(self, label: str) -> None:
        """The button of that label under what the bot said last."""
        last = self.standin.sent(self.number)[-1].words
        buttons = [one for row in last["reply_markup"]["inline_keyboard"] for one in row]
        answered = self.said.get(last.get("reply_parameters", {}).get("message_id", 0))
        self.presses_data(next(one["callback_data"] for one in buttons if label in one["text"]), answered)

    def presses_data(self, data: str, answered: dict[str, Any] | None = None) -> None:
        """`answered` is the message that the one with the button answers."""
        on = {"message_id": next(NUMBERS), "date": moment(), "chat": self.chat, "from": BOT, "text": "?"}
        on |= {"reply_to_message": answered} if answered else {}
        query = {"id": str(next(NUMBERS)), "from": self.user, "chat_instance": "1", "message": on, "data": data}
        self.standin.deliver({"callback_query": query})

    def stops(self) -> None:
        of = {"user": BOT, "status": "kicked", "until_date": 0}
        was = {"user": BOT, "status": "member"}
        change = {"chat": self.chat, "from": self.user, "date": moment(), "old_chat_member": was, "new_chat_member": of}
        self.standin.deliver({"my_chat_member": change})

    def _stored(self, data: bytes) -> str:
        key = f"file{next(NUMBERS)}"
        self.standin.files[key] = data
        return key

    def _delivered(self, message: dict[str, Any]) -> dict[str, Any]:
        content = {"message": message}
        self.standin.deliver(content)
        return content


def entities(text: str) -> list[dict[str, Any]]:
    """As Telegram finds them: a command at the beginning, mentions anywhere; counted in UTF-16."""
    found, place = [], 0
    for word in text.split(" "):
        length = len(word.encode("utf-16-le")) // 2
        kind = "bot_command" if word.startswith("/") else "mention" if word.startswith("@") else ""
        if kind:
            found.append({"type": kind, "offset": place, "length": length})
        place += length + 1
    return found
