"""What a person tells field by field, and the text that is made of it: what their activity stands on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import get_language, gettext as _

from svod.packs import Pack
from svod.packs.pack import Term


@dataclass(frozen=True, slots=True)
class Held:
    """An activity as it is told. `people` is the number as they say it: "about 50"."""

    kind: str
    title: str = ""
    day: date | None = None
    place: str = ""
    people: str = ""
    audience: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Composed:
    """The text, where in it each field stands, and where what was told ends; what follows names this telling, so that
    no two are the same text."""

    text: str
    end: int
    sources: dict[str, list[int]]

    @property
    def name(self) -> str:
        return self.text.partition("\n")[0]


def compose(held: Held, pack: Pack, key: UUID) -> Composed:
    """Make the text in the person's language: "Круглый стол «Семья без страха»", then a line for each field."""
    text, sources = "", {}
    for field, before, value, after in _parts(held, pack):
        text += before
        sources[field] = [len(text), len(text) + len(value)]
        text += value + after
    return Composed(f"{text}\n\n{_last_line(key)}", len(text), sources)


def compose_nothing(reason: str, key: UUID) -> Composed:
    """Make the text that says that nothing was held."""
    text = " ".join(filter(None, (_("No activity was held."), reason)))
    return Composed(f"{text}\n\n{_last_line(key)}", len(text), {})


def _parts(held: Held, pack: Pack) -> Iterator[tuple[str, str, str, str]]:
    """Each field that was told: its name, what stands before it, its words, what stands after."""
    kind = _names(pack.kinds, (held.kind,))
    yield "kind", "", kind[:1].upper() + kind[1:], ""
    if held.title:
        yield "title", " «", held.title, "»"
    for field, label, value in (
        ("date", _("When"), date_format(held.day) if held.day else ""),
        ("place", _("Where"), held.place),
        ("participants", _("How many people came"), held.people),
        ("audience", _("Who came"), _names(pack.audiences, held.audience)),
        ("partners", _("Together with"), _names(pack.partners, held.partners)),
    ):
        if value:
            yield field, f"\n{label}: ", value, ""


def _names(terms: Iterable[Term], codes: tuple[str, ...]) -> str:
    language = get_language() or "ru"
    return ", ".join(term.names.get(language, term.names["ru"]) for term in terms if term.code in codes)


def _last_line(key: UUID) -> str:
    return _("Told in Svod, number %(key)s.") % {"key": key}
