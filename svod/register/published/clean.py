"""One activity as the public may know it, and what was kept back of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from svod.guard import Find, find
from svod.narration.safety import public
from svod.packs import Pack
from svod.records import Activity
from svod.register.published.words import LANGUAGES, words_of

TEXTS = ("title", "place")  # what of an activity is told in its own words
BY_RULE = frozenset({"official"})  # who speaks in office may be named


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
    """Cleans texts by the guard; `released` are the keys that a person let through. `held` gathers the rest."""

    pack: Pack
    released: frozenset[str]
    held: list[Held] = field(default_factory=list)

    def activity(self, number: int, activity: Activity, language: str) -> Activity:
        """Nothing that must not be told of it is left; a place that must not be known is gone altogether."""
        safe = replace(public(replace(activity, title=None, organiser=None)), title=activity.title)
        told = {name: getattr(safe, name) for name in TEXTS if getattr(safe, name)}
        return replace(safe, **{name: self.text(number, name, text, language) for name, text in told.items()})

    def text(self, number: int, name: str, text: str, language: str) -> str | None:
        """The text with what was found in it masked; None where it tells a story or a place of refuge."""
        finds = [one for one in find(text, language, self.pack) if not self._may_be_told(one)]
        self.held += (Held(number, name, text[one.start : one.end], one.kind, one.why, one.key) for one in finds)
        if any(one.kind in ("story", "refuge") for one in finds):
            return None
        return _masked(text, finds, language)

    def _may_be_told(self, one: Find) -> bool:
        return one.kind in BY_RULE or one.key in self.released


def _masked(text: str, finds: Iterable[Find], language: str) -> str:
    """The text with a word for each thing that was found in it."""
    word, out, done = words_of(language if language in LANGUAGES else "ru")["withheld"], "", 0
    for one in finds:
        out += text[done : one.start] + word
        done = one.end
    return out + text[done:]


def once(held: Iterable[Held]) -> Iterator[Held]:
    """Each thing that was found once: to release it is to release it everywhere."""
    seen: set[str] = set()
    for one in held:
        if one.key not in seen:
            seen.add(one.key)
            yield one
