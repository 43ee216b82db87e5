"""Where somebody is named: every column that holds words of people, read by the guard.

The guard gives one key to a person, however a text declines or shortens the name, so what is looked for is a key.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Q
from django.db.models.functions import Cast

from svod.guard import find
from svod.packs import Pack, load
from svod.register.models import Campaign

STEM = 4  # letters of a word that its forms share: enough for the database to leave most rows out
GROUP = 3  # digits that people write together: "701", "234"
AROUND = 60  # characters shown around a place

# The columns in which words of people stand. A test asks that no other text column of the register is forgotten.
WORDS: dict[str, tuple[str, ...]] = {
    "Document": ("text", "source"),
    "Submission": ("name", "set_aside_why"),
    "Activity": ("title", "place", "organiser", "question", "answer", "number_reason"),
    "ReportedTotal": ("place", "question", "answer", "number_reason"),
    "Operation": ("note",),
    "Signature": ("reopened_why",),
    "Plan": ("remark",),
    "PlannedActivity": ("title", "place", "responsible"),
    "Chat": ("name",),
    "Incoming": ("sender", "sender_name", "name", "text", "refused_why"),
    "Material": ("title", "about"),
    "PieceRequest": ("note", "answer"),
    "PieceMove": ("why",),
    "Letter": ("note", "text"),
    "Passage": ("text", "machine"),
    "Comment": ("text",),
    "Recommendation": ("who", "text"),
    "Illustration": ("caption", "consent"),
    "Report": ("title",),
    "Expected": ("excused_why",),
    "Edition": ("withdrawn_why",),
    "Publication": ("taken_down_why",),
    "Released": ("reason",),
    "Survey": ("discarded_why",),
}
STRUCTURES: dict[str, tuple[str, ...]] = {
    "Change": ("before", "after"),
    "Document": ("left_out",),
    "Passage": ("known", "groups"),
    "PlanSheet": ("rows",),
    "ActivityTable": ("rows",),
    "Edition": ("tree", "texts"),
    "Resemblance": ("findings",),
    "Publication": ("content", "held"),
    "Submission": ("problems",),
    "Incoming": ("grounds",),
    "Chat": ("form",),
    "Update": ("body",),
    "Outgoing": ("body",),
}


@dataclass(frozen=True, slots=True)
class Trace:
    """A row's column that names the person, and the words around the first place."""

    model: str
    row: int
    column: str
    quote: str


@dataclass(frozen=True)
class Sought:
    """Whom or what to look for: the guard's keys of the words, and the stems a text must have to be read at all.

    The geographies of the packs tell towns from people.
    """

    keys: frozenset[str]
    stems: tuple[str, ...]
    packs: tuple[Pack, ...]

    @property
    def is_somebody(self) -> bool:
        """Whether the words are a name or a number that can be looked for."""
        return bool(self.keys and self.stems)

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where in the text they are named."""
        if not any(stem in text.casefold() for stem in self.stems):
            return []
        finds = chain.from_iterable(find(text, "", pack) for pack in self.packs)
        return sorted({(one.start, one.end) for one in finds if one.key in self.keys})


def sought(words: str) -> Sought:
    """In the register as it is. No key where the guard sees neither a name nor a number in the words."""
    packs = _packs()
    keys = frozenset(one.key for pack in packs for one in find(words, "", pack) if one.key)
    letters = (part[:STEM].casefold() for part in re.findall(r"[^\W\d_]+", words) if len(part) >= STEM)
    digits = (part[:STEM] for part in re.findall(r"\d+", words) if len(part) >= GROUP)
    return Sought(keys, tuple(dict.fromkeys((*letters, *digits))), packs)


def _packs() -> tuple[Pack, ...]:
    """Of all campaigns that were ever held."""
    codes = Campaign.objects.order_by("pack_code").values_list("pack_code", flat=True).distinct()
    return tuple(map(load, codes))


def traces(who: Sought) -> Iterator[Trace]:
    """Each column of each row that names them."""
    for row, column, _spans in named(who, WORDS, lambda value: value):
        yield _trace(row, column, getattr(row, column), who)
    for row, column, _spans in named(who, STRUCTURES, lambda value: "\n".join(strings(value))):
        yield _trace(row, column, "\n".join(strings(getattr(row, column))), who)


def named(
    who: Sought, where: dict[str, tuple[str, ...]], words: Callable[[Any], str]
) -> Iterator[tuple[models.Model, str, list[tuple[int, int]]]]:
    """The rows and columns; the database leaves out what has none of the stems."""
    for name, columns in where.items():
        for row in _candidates(apps.get_model("register", name), columns, who.stems):
            for column in columns:
                spans = who.spans(words(getattr(row, column)))
                if spans:
                    yield row, column, spans


def _candidates(model: type[models.Model], columns: Sequence[str], stems: Sequence[str]) -> Iterator[models.Model]:
    """Case is left to Python: SQLite folds no Cyrillic letter."""
    asked = Q(pk__in=())
    cast = {f"{column}_text": Cast(column, models.TextField()) for column in columns}
    spelled = {form for stem in stems for form in (stem, stem.capitalize(), stem.upper())}
    for column in cast:
        for form in spelled | {_escaped(one) for one in spelled}:
            asked |= Q(**{f"{column}__contains": form})
    return model._base_manager.annotate(**cast).filter(asked).order_by("pk").iterator(chunk_size=200)


def _escaped(text: str) -> str:
    """As JSON may keep it: SQLite's JSON columns hold \\u escapes."""
    return text.encode("ascii", "backslashreplace").decode()


def strings(value: Any) -> Iterator[str]:
    """Every text inside a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from strings(one)


def _trace(row: models.Model, column: str, text: str, who: Sought) -> Trace:
    start, end = who.spans(text)[0]
    return Trace(row._meta.object_name or "", row.pk, column, text[max(0, start - AROUND) : end + AROUND])
