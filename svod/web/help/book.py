"""The guide: its pages, read once from Markdown. Nothing of an installation is in any of them."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.utils.safestring import SafeString

from svod.language import LANGUAGES
from svod.web.help.drawing import Section, drawn
from svod.web.help.place import DOCS, GUIDE

PAGES = (
    "start",
    "tell",
    "office",
    "review",
    "head",
    "coordinator",
    "rules",
    "administrator",
    "programs",
    "api",
    "campaign-pack",
)  # in the order of reading


@dataclass(frozen=True, slots=True)
class Page:
    """A page in one language: what it is called, what it is about in its first paragraph, and its parts."""

    language: str
    name: str
    title: str
    about: str
    html: SafeString
    sections: tuple[Section, ...]

    @property
    def parts(self) -> list[Section]:
        """What its list of contents names."""
        return [one for one in self.sections if one.depth == 2]


@cache
def page(language: str, name: str) -> Page | None:
    """None where there is no such page."""
    return _read(GUIDE / language / f"{name}.md", language) if language in LANGUAGES and name in PAGES else None


def pages(language: str) -> list[Page]:
    return [found for name in PAGES if (found := page(language, name))]


@cache
def reference(name: str) -> Page | None:
    """The project's own docs, in English; None where there is none of that name."""
    return _read(DOCS / f"{name}.md", "en") if name in reference_names() else None


def references() -> list[Page]:
    """By their titles."""
    return sorted(
        (found for name in reference_names() if (found := reference(name))), key=lambda one: one.title.lower()
    )


@cache
def reference_names() -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in DOCS.glob("*.md")))


def _read(path: Path, language: str) -> Page:
    made = drawn(path.read_text(encoding="utf-8"), path.parent.relative_to(DOCS).as_posix())
    return Page(language, path.stem, made.title, made.about, made.html, made.sections)
