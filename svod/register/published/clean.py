"""One activity as the public may know it, and what was kept back of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from svod.guard import find, mask, public
from svod.packs import Pack
from svod.records import Activity, Release

TEXTS = ("title", "place")  # what of an activity is told in its own words
WHOLE = ("story", "few", "refuge")  # what is left out with all that is said around it


@dataclass(frozen=True, slots=True)
class Held:
    """Something that was masked: where it stands, what kind of thing it is, and the key by which it is released."""

    source: int  # the register's number of the activity
    field: str
    text: str
    kind: str
    why: str
    key: str

    def as_json(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in ("source", "field", "text", "kind", "why", "key")}


@dataclass(slots=True)
class Cleaner:
    """Cleans texts by the guard; `released` is what somebody stood by. `held` gathers the rest."""

    pack: Pack
    released: tuple[Release, ...] = ()
    held: list[Held] = field(default_factory=list)

    def activity(self, number: int, activity: Activity, language: str) -> Activity:
        """Nothing that must not be told of it is left; a place that must not be known is gone altogether."""
        safe = replace(public(replace(activity, title=None, organiser=None), self.pack), title=activity.title)
        told = {name: getattr(safe, name) for name in TEXTS if getattr(safe, name)}
        return replace(safe, **{name: self.text(number, name, text, language) for name, text in told.items()})

    def text(self, number: int, name: str, text: str, language: str) -> str | None:
        """The text with what was found in it masked; None where it tells a story or a place of refuge."""
        masked = mask(text, find(text, language, self.pack), self.released, language)
        finds = [one.find for one in masked.masks]
        self.held += (Held(number, name, text[one.start : one.end], one.kind, one.why, one.key) for one in finds)
        return None if any(one.kind in WHOLE for one in finds) else masked.text


def once(held: Iterable[Held]) -> Iterator[Held]:
    """Each thing that was found once: to release it is to release it everywhere."""
    seen: set[str] = set()
    for one in held:
        if one.key not in seen:
            seen.add(one.key)
            yield one
