"""The row at a table's head: what its columns hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from svod.extraction.lexicon.categories import HELD
from svod.extraction.lexicon.grammar import IN_ALL, words
from svod.extraction.lexicon.meaning import Entry
from svod.extraction.text.frame import Frame
from svod.extraction.text.scan import Mark
from svod.extraction.text.sentences import Sentence
from svod.extraction.text.signs import DASHES
from svod.records import Span

KIND = "kind"  # the role of a column whose cells say how many were held of one kind
QUANTITY, PEOPLE, COUNT, DONE = "quantity", "people", "count", "done"
NAME, ACTIVITY, DATE, PLACE, TITLE = "name", "activity", "date", "place", "title"
GROUP = "group"  # of a column that counts people of one group
GROUPED = frozenset({"", GROUP, PEOPLE})  # what stands below one head of all who came
CLASSES = tuple(words("of_a_school"))  # how what is no number of people begins
# Of what "количество" is, the first that is said.
OF_WHAT = (
    *(("audience", PEOPLE), ("measure.participants", PEOPLE), ("column.people", PEOPLE)),
    *(("measure.activities", COUNT), ("column.activity", COUNT), ("kind_formless", COUNT)),
)
NAMED = "column."
HOLDS = frozenset({"place", "organiser"})
BESIDE = words("beside_a_kind")  # what else a column may be called that counts one kind: "количество"
PARTED = words("parts_of_people")
SUBSET, SOME, ALL = "total.subset", "some", "all"


@dataclass(frozen=True, slots=True)
class Kind:
    """One that the head names: its words and their meaning."""

    mark: Mark
    entry: Entry


@dataclass(frozen=True, slots=True)
class Column:
    """What the head says of it: its role, "" where none is known; the `kind` of one that counts what was held; `whom` a
    column of people counts: "some" ("женщин"), "total.subset" ("из них женщин"), "all" ("всего"), "" of nobody.
    """

    role: str = ""
    kind: Kind | None = None
    whom: str = ""


def named(frame: Frame, sentence: Sentence, cells: list[Span]) -> list[Column]:
    """The columns that a row names; none where it tells something itself."""
    numbers = frame.numbers_of(sentence)
    if frame.dates_in(sentence.start, sentence.end) or any(number.role == "quantity" for number in numbers):
        return []  # "Школа № 7 | Родительское собрание | 110 чел."
    if any(frame.text[cell.start : cell.end].strip() in DASHES for cell in cells):
        return []  # "Аудан мектебі | бұрыш | – | –"
    columns = [_column(frame, cell) for cell in cells]
    roles = [column.role for column in columns]
    kinds = roles.count(KIND)
    if (
        sum(role not in ("", KIND, GROUP) for role in roles) >= 2
        or kinds >= 2
        or (kinds and not HOLDS.isdisjoint(roles))
    ):
        return _told_apart(columns)
    return []


def role_of(frame: Frame, cell: Span) -> str:
    """The role of what a heading's words name, "" where none is known."""
    column = _column(frame, cell)
    role = ACTIVITY if column.role == NAME else column.role
    return role if column.kind is None else ""


def _column(frame: Frame, cell: Span) -> Column:
    """The role that the words of a heading name: the first known phrase decides, but "количество" asks of what."""
    said = {category for mark in frame.marks_in(cell.start, cell.end) for category in mark.categories}
    roles = [role for role in map(_role, frame.marks_in(cell.start, cell.end)) if role]
    kind = _kind(frame, cell) if not roles or QUANTITY in roles else None
    if kind is not None:
        return kind
    whom = _whom(frame, cell, said)
    if QUANTITY in roles or (not roles and said & HELD and "measure.activities" in said):  # "проведено мероприятий"
        of_what = next((role for category, role in OF_WHAT if category in said), PEOPLE if whom == SOME else QUANTITY)
        return Column(of_what, whom=whom)
    if roles[:1] == [NAME]:
        whose = "organiser" if "organiser.head" in said else NAME  # "наименование школы"
        return Column(next((role for role in roles if role != NAME), whose))
    return Column(roles[0] if roles else GROUP if whom in (SOME, SUBSET) else "", whom=whom)


def _role(mark: Mark) -> str:
    return next((one.removeprefix(NAMED) for one in mark.categories if one.startswith(NAMED)), "")


def _whom(frame: Frame, cell: Span, said: set[str]) -> str:
    """ "Учащиеся", "кол-во жен.", "из них родителей", "всего"; not "Класс", "Группа" """
    seen = frame.words_in(cell.start, cell.end)
    if any(word.startswith(CLASSES) for word in seen):
        return ""
    if seen and IN_ALL.issuperset(seen):
        return ALL
    if "audience" in said or not PARTED.isdisjoint(seen[-1:]):
        return SUBSET if SUBSET in said else SOME
    return ""


def _kind(frame: Frame, cell: Span) -> Column | None:
    """ "Круглые столы", "Количество флешмобов": a kind, and nothing else but that it is counted."""
    named = [(mark, mark.meaning.entry("kind")) for mark in frame.marks_in(cell.start, cell.end) if not mark.quoted]
    kinds = [Kind(mark, entry) for mark, entry in named if entry is not None]
    if len(kinds) != 1:
        return None
    mark = kinds[0].mark
    rest = (*frame.words_in(cell.start, mark.start), *frame.words_in(mark.end, cell.end))
    return Column(KIND, kinds[0]) if BESIDE.issuperset(rest) else None


def _told_apart(columns: list[Column]) -> list[Column]:
    """ "Количество | Охват": a bare quantity beside a column of people counts what was held. "Форма | Название": a bare
    name beside a column of what was held is its title; alone it says what was held."""
    roles = {column.role for column in columns}
    is_count = PEOPLE in roles and KIND not in roles
    told = {NAME: Column(TITLE if ACTIVITY in roles and TITLE not in roles else ACTIVITY)}
    if is_count:
        told[QUANTITY] = Column(COUNT)
    return _summed([told.get(column.role, column) if column.kind is None else column for column in columns])


def _summed(columns: list[Column]) -> list[Column]:
    """ "Охват женщин | Охват мужчин": each column counts a group of those who came, unless "Итого" counts them all.
    "Учащиеся | из них девочек | родители": who is counted already is no group."""
    people = [column for column in columns if column.role == PEOPLE]
    groups = [column for column in columns if column.role == GROUP]
    if not groups and len(people) < 2:
        return columns
    within = any(column.whom == SOME for column in (*people, *groups))

    def told(column: Column) -> Column:
        if column.whom == ALL and column.role == "" and groups and not people:
            return Column(PEOPLE, whom=ALL)
        if column.role == PEOPLE and column.whom and len(people) > 1:
            return Column("" if within and column.whom == SUBSET else GROUP, whom=column.whom)
        return Column() if within and column.role == GROUP and column.whom == SUBSET else column

    return [told(column) for column in columns]


def below(head: Sequence[Column], columns: Sequence[Column]) -> list[Column]:
    """The columns of a head of two rows: below "Лекции", which is as wide as both, stand "количество | охват"."""
    told: list[Column] = []
    over = Column()
    for above, column in zip_longest(head, columns, fillvalue=Column()):
        over = above if above.role else over
        if over.kind is not None and column.role in (QUANTITY, COUNT):
            told.append(over)
        else:
            told.append(column if column.role or not above.role else above)
    return _summed(told)


def groups_below(frame: Frame, head: Sequence[Column], cells: Sequence[Span]) -> list[Column]:
    """The columns where below "Участники", as wide as all of them, stand "учащиеся | родители"; [] below all else."""
    columns = [_column(frame, cell) for cell in cells]
    said = [column for column, cell in zip(columns, cells, strict=True) if frame.words_in(cell.start, cell.end)]
    are_groups = GROUP in (column.role for column in said) and all(column.role in GROUPED for column in said)
    return below(head, columns) if are_groups and not frame.numbers_in(cells[0].start, cells[-1].end) else []


def beside(columns: Sequence[Column]) -> frozenset[int]:
    """The places of kinds of which the next column says how many came: "Лекции | охват | Беседы | охват"."""
    roles = [column.role for column in columns]
    pairs = [place for place, role in enumerate(roles[:-1]) if role == KIND and roles[place + 1] in (PEOPLE, QUANTITY)]
    return frozenset(pairs) if len(pairs) > 1 or roles.count(KIND) == 1 else frozenset()
