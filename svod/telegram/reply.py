"""A reply of the bot, with its buttons."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

LONGEST = 4000  # characters in one message; Telegram takes 4,096
IN_A_ROW = 2


@dataclass(frozen=True, slots=True)
class Button:
    label: str
    data: str  # at most 64 bytes


@dataclass(frozen=True, slots=True)
class Reply:
    text: str
    buttons: tuple[tuple[Button, ...], ...] = ()

    def markup(self) -> dict[str, Any]:
        """As Telegram wants the buttons."""
        rows = [[{"text": one.label, "callback_data": one.data} for one in row] for row in self.buttons]
        return {"inline_keyboard": rows}

    def texts(self) -> Iterator[str]:
        """In pieces that are not too long, cut between lines where there are any."""
        left = self.text
        while len(left) > LONGEST:
            end = left.rfind("\n", 1, LONGEST)
            end = end if end > 0 else LONGEST
            yield left[:end]
            left = left[end:].lstrip("\n")
        yield left


def rows(buttons: Iterable[Button], width: int = IN_A_ROW) -> tuple[tuple[Button, ...], ...]:
    listed = tuple(buttons)
    return tuple(listed[start : start + width] for start in range(0, len(listed), width))
