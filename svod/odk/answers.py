"""The answers of one filled-in form, whichever way they came: from a phone, or in an export."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Values = Mapping[str, str]  # by the question's name; of several choices the codes or names stand apart as they came


@dataclass(frozen=True, slots=True)
class Answers:
    """`instance` is what the phone calls it: sent or exported again, it is the same. `once` are the answers of the
    whole form, `activities` those of each activity that was held; what was not answered is in neither."""

    instance: str
    once: Values = field(default_factory=dict)
    activities: tuple[Values, ...] = ()

    @property
    def photos(self) -> tuple[str, ...]:
        """The names of the pictures that belong to it."""
        return tuple(one["photo"] for one in self.activities if "photo" in one)


class NoAnswers(ValueError):  # noqa: N818 # what somebody sent, not a fault of ours
    """What came is no filled-in form of ours; `code` says why."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)
