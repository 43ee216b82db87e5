"""Exports of KoboToolbox and ODK Central, told by their columns: with XML names or labels, in any of the languages."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from svod.language import LANGUAGES
from svod.language.fold import fold
from svod.odk.answers import Answers, Values
from svod.odk.instance import LONGEST, instance_key
from svod.odk.questions import ACTIVITY, EACH, IN_ACTIVITY, ONCE, SEVERAL, WHETHER, WHOSE
from svod.odk.tables import Table, tables_of
from svod.odk.words import said
from svod.reading.errors import UnreadableSubmission
from svod.reading.limits import Limits

INSTANCE = (
    "meta/rootuuid",
    "_uuid",
    "key",
    "meta-instanceid",
    "meta/instanceid",
    "instanceid",
)  # the first that is there
KEYS = ("key", "_index")  # of a row to which those of a repeat point
PARENTS = ("parent_key", "_parent_index")
ENDINGS = (".xlsx", ".csv", ".zip")
TRUE = ("1", "true", "yes")
_NUMBERED = re.compile(rf"{IN_ACTIVITY}\[(\d+)\]/(.+)", re.I)  # a repeat beside the others, as Ona writes it
_GROUP = re.compile(r"[/-]")


def answers_in(path: Path) -> tuple[Answers, ...] | None:
    """Those of a file; None where it is no export of our form, and the other readers try it."""
    if path.suffix.lower() not in ENDINGS or path.stat().st_size > Limits().file_bytes:
        return None
    try:
        return read_export(path.read_bytes())
    except UnreadableSubmission:
        return None


def read_export(data: bytes) -> tuple[Answers, ...] | None:
    """The answers in the order of the file; None where it is no export of our form. Raises UnreadableSubmission."""
    sheets = [_Sheet(one) for one in tables_of(data, _may_be_ours)]
    main = next((one for one in sheets if one.is_main), None)
    if main is None:
        return None
    below: dict[str, list[Values]] = defaultdict(list)
    for sheet in sheets:
        if sheet is not main and sheet.parent is not None:
            for row in sheet.table.rows:
                below[row[sheet.parent]].append(sheet.values(row, EACH))
    return tuple(_answers(main, row, below) for row in main.table.rows if main.instance_of(row))


def _may_be_ours(head: Sequence[str]) -> bool:
    """Whether something in it names an answer, or the one that a row belongs to."""
    return not {cell.lower() for cell in head}.isdisjoint((*INSTANCE, *PARENTS))


def _answers(main: "_Sheet", row: tuple[str, ...], below: Mapping[str, list[Values]]) -> Answers:
    """The activities of the repeat's own table, or those in the same row."""
    beside = below.get(row[main.key], []) if main.key is not None else []
    activities = [one for one in (*beside, *main.numbered(row)) if one]
    return Answers(main.instance_of(row), main.values(row, ONCE), tuple(activities))


@dataclass(slots=True)
class _Sheet:
    """A table whose columns are understood: `columns` are questions by place, `options` the choices of one that are
    exported each in a column, by place as (question, choice)."""

    table: Table
    columns: dict[int, str] = field(default_factory=dict)
    options: dict[int, tuple[str, str]] = field(default_factory=dict)
    repeats: dict[int, tuple[int, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for place, head in enumerate(self.table.head):
            if found := _NUMBERED.fullmatch(head):
                if (name := _question(found[2])) in EACH:
                    self.repeats[place] = int(found[1]), name
            elif option := _option(head):
                self.options[place] = option
            elif (name := _question(head)) and name not in self.columns.values():
                self.columns[place] = name

    @property
    def is_main(self) -> bool:
        return "held" in self.columns.values() and self._first(INSTANCE) is not None

    @property
    def key(self) -> int | None:
        return self._first(KEYS)

    @property
    def parent(self) -> int | None:
        return self._first(PARENTS) if "kind" in self.columns.values() else None

    def instance_of(self, row: tuple[str, ...]) -> str:
        place = self._first(INSTANCE)
        return instance_key(row[place]) if place is not None else ""

    def values(self, row: tuple[str, ...], names: Iterable[str]) -> Values:
        found = {name: row[place] for place, name in self.columns.items() if name in names and row[place].strip()}
        chosen: dict[str, list[str]] = defaultdict(list)
        for place, (name, choice) in self.options.items():
            if name in names and row[place].strip().lower() in TRUE:
                chosen[name].append(choice)
        listed = {name: ", ".join(choices) for name, choices in chosen.items()}
        return {name: " ".join(value.split())[:LONGEST] for name, value in {**listed, **found}.items()}

    def numbered(self, row: tuple[str, ...]) -> list[Values]:
        found: dict[int, dict[str, str]] = defaultdict(dict)
        for place, (number, name) in self.repeats.items():
            if row[place].strip():
                found[number][name] = " ".join(row[place].split())[:LONGEST]
        return [found[number] for number in sorted(found)]

    def _first(self, names: Iterable[str]) -> int | None:
        heads = {head.lower(): place for place, head in reversed(list(enumerate(self.table.head)))}
        return next((heads[name] for name in names if name in heads), None)


def _question(head: str) -> str:
    """The question that heads a column, by its name or its label, with its groups before it or without."""
    named = _named()
    for text in (head, *(head[cut.end() :] for cut in _GROUP.finditer(head))):
        if name := named.get(_plain(text)):
            return name
    return ""


def _option(head: str) -> tuple[str, str] | None:
    """ "activities/audience/pupils" or "Кто пришёл?/учащиеся": a choice that has a column of its own."""
    before, _bar, choice = head.rpartition("/")
    name = _question(before) if before else ""
    return (name, choice) if name in SEVERAL and choice else None


def _named() -> Mapping[str, str]:
    names = [one.name for one in (*WHOSE, *WHETHER, *ACTIVITY)]
    labels = {_plain(said()["questions"][name][code]): name for name in names for code in LANGUAGES}
    return {**labels, **{name: name for name in names}}


def _plain(text: str) -> str:
    return " ".join(fold(text).strip(" .:*?").split())
