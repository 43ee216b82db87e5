"""Activities on their way: what later sentences may still add to them, and when two tellings are one."""

from dataclasses import dataclass, replace
from typing import Any

from svod.extraction.verdicts import Mention
from svod.records import Activity, Bounds, Span

ONE = Bounds(1, 1)
NEAR = 6  # activities back


@dataclass(slots=True)
class Found:
    """An activity and the mention it was read from."""

    mention: Mention
    activity: Activity

    @property
    def line(self) -> int:
        return self.mention.sentence.line

    def say(self, name: str, value: Any, span: Span) -> None:
        """Set a field and the place that says it."""
        sources = tuple(source for source in self.activity.sources if source[0] != name)
        self.activity = replace(self.activity, **{name: value, "sources": (*sources, (name, span))})

    def add_codes(self, name: str, codes: Any) -> None:
        """Add to audience, partners or materials."""
        together = {*getattr(self.activity, name), *codes}
        self.activity = replace(self.activity, **{name: tuple(sorted(together))})


def told_before(new: Found, found: list[Found]) -> Found | None:
    """The same activity among those told just before.

    It has the same title; or it is single and untitled, of the same kind, with nothing of its own that differs.
    """
    for old in reversed(found[-NEAR:]):
        if old.activity.kind != new.activity.kind or (new.activity.planned and not old.activity.planned):
            continue
        if _same_title(old.activity, new.activity) or _points_at(new, old):
            return old
    return None


def _same_title(old: Activity, new: Activity) -> bool:
    return bool(old.title and new.title and old.title.casefold() == new.title.casefold())


def _points_at(new: Found, old: Found) -> bool:
    return (
        new.activity.title is None
        and new.activity.count == ONE == old.activity.count
        and new.line - old.line <= 1
        and new.mention.sentence != old.mention.sentence
        and new.mention.listed_after is None
        and not _differ(old.activity, new.activity)
    )


def _differ(old: Activity, new: Activity) -> bool:
    if new.date is not None and old.date is None:
        return True
    for name in ("date", "region", "place", "participants", "organiser"):
        one, other = getattr(old, name), getattr(new, name)
        if one is not None and other is not None and one != other:
            return True
    return False


def tell_again(old: Found, new: Found) -> None:
    """Make of two tellings the fuller one; what was planned and then held is told where it was held."""
    if old.activity.planned and not new.activity.planned:
        old.activity, old.mention = _fill(new.activity, old.activity), new.mention
    else:
        old.activity = _fill(old.activity, new.activity)


def _fill(first: Activity, second: Activity) -> Activity:
    """The first, its gaps filled from the second; it keeps its evidence."""
    gaps = {
        name: getattr(second, name)
        for name in ("date", "region", "place", "organiser", "participants")
        if getattr(first, name) is None
    }
    known = {name for name, _ in first.sources}
    return replace(
        first,
        **gaps,
        audience=tuple(sorted({*first.audience, *second.audience})),
        partners=tuple(sorted({*first.partners, *second.partners})),
        materials=tuple(sorted({*first.materials, *second.materials})),
        online=first.online or second.online,
        sources=(*first.sources, *(source for source in second.sources if source[0] not in known)),
    )
