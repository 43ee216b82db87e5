"""What a campaign pack and a geography hold, once loaded. All of it is data: the files are TOML and text."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

Names = Mapping[str, str]  # language code -> name


@dataclass(frozen=True, slots=True)
class Term:
    """A code of the pack (a kind, an audience, a partner, a material, a theme) and its names by language."""

    code: str
    names: Names
    about: Names = field(default_factory=dict)
    serves: tuple[str, ...] = ()  # a theme's articles: "C190:9", "R206:23"
    closed: bool = False  # a kind for those concerned alone: its day and place to come are told to nobody else
    rest: bool = False  # the kind of what is of no other kind
    traits: frozenset[str] = frozenset()  # what a kind is like: see traits.toml
    alike: tuple[str, ...] = ()  # kinds that another teller may call what this one calls so
    undisclosed: bool = False  # a partner that nobody may find: its name and place are not told


@dataclass(frozen=True, slots=True)
class Contact:
    """Where to get help. `checked_on` is the day somebody made sure; None means not verified, and is said so."""

    number: str
    names: Names
    about: Names
    source: str
    checked_on: date | None
    channels: tuple[str, ...] = ()  # phone, text, qr, web
    warning: Names = field(default_factory=dict)
    urgent: bool = False  # to be called at once where a life is in danger


@dataclass(frozen=True, slots=True)
class Part:
    """A few sentences of a page, and the article they put in plain words, if any."""

    text: Names
    serves: str = ""  # "C190:9"


@dataclass(frozen=True, slots=True)
class Page:
    """What the public page explains in plain words: a convention, one's rights."""

    code: str
    names: Names
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer that may be chosen, or a group of those who answer."""

    code: str
    names: Names


@dataclass(frozen=True, slots=True)
class Question:
    """A question of a survey. `kind` is one (choice), several (choices), scale (1 to 5) or years (bands of them).

    `none` is what somebody ticks to whom none of several choices applies: it counts as an answer and is never shown.
    Where a report tells how many chose one of the codes `counts`, `told` names those people ("those who …", in the
    case that the language wants after "the share of") and `short` is the same on a chart.
    """

    code: str
    kind: str
    text: Names
    choices: tuple[Choice, ...]
    none: Names = field(default_factory=dict)
    counts: tuple[str, ...] = ()
    told: Names = field(default_factory=dict)
    short: Names = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Survey:
    """A short anonymous survey: who may be asked, and what. `about` is told above the questions."""

    code: str
    names: Names
    about: Names
    groups: tuple[Choice, ...]
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of the country's territory. `code` is ISO 3166-2 for the 20 top-level units; districts and towns are
    "KZ-39/kostanay-district", unique. `kind` is region, city (of the top level), district, town or village.

    `names` is the official name ("Костанайская область"), `short` the name without the kind of unit ("Костанай",
    for map labels and tables), `other` every other name met: old names, other spellings, adjectives, abbreviations
    ("ВКО", "Семей"), each in its dictionary form; `tile` is (column, row) on the tile map, `point` where a town
    lies, (north, east) in degrees.
    """

    code: str
    kind: str
    names: Names
    short: Names
    region: str  # ISO code of the top-level unit it lies in (itself for a region)
    other: tuple[str, ...] = ()
    tile: tuple[int, int] | None = None
    point: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Geography:
    """A country's units in official order, top-level units first.

    It equals itself alone, so that what follows from its thousands of names can be worked out once and kept.
    """

    country: str
    units: tuple[Unit, ...]
    institutions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # region -> names that tell it

    @property
    def regions(self) -> tuple[Unit, ...]:
        return tuple(unit for unit in self.units if unit.kind in ("region", "city"))


# A lexicon: section -> code -> phrases in dictionary form; e.g. lexicon["kind"]["round_table"] == ("круглый стол", …)
Lexicon = Mapping[str, Mapping[str, tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Glossary:
    """Beginnings of the words of titles: the meaning of each, by language; and the words that mean nothing alone."""

    meanings: Mapping[str, Mapping[str, str]] = field(default_factory=dict)  # language -> beginning -> meaning
    ignored: frozenset[str] = frozenset()


MOST_PEOPLE = 3000
# What a tab may show of the public pages of a campaign that says nothing else: nothing of what they are about.
NEUTRAL: Names = {"ru": "Календарь мероприятий", "kk": "Іс-шаралар күнтізбесі", "en": "Calendar of events"}


@dataclass(frozen=True, slots=True)
class Pack:
    """A campaign pack. `days` are (month, day) of the first and last day of the campaign in its year."""

    code: str
    names: Names
    short: Names
    first_day: tuple[int, int]
    last_day: tuple[int, int]
    aims: tuple[Names, ...]
    themes: tuple[Term, ...]
    kinds: tuple[Term, ...]
    audiences: tuple[Term, ...]
    partners: tuple[Term, ...]
    materials: tuple[Term, ...]
    indicators: tuple[Term, ...]
    contacts: tuple[Contact, ...]
    geography: Geography
    expected: tuple[str, ...]  # region codes that are to report
    lexicon: Mapping[str, Lexicon]  # language -> lexicon
    phrases: Mapping[str, Mapping[str, object]]  # language -> the narrator's phrases, as the file has them
    not_kept: Mapping[str, Lexicon] = field(default_factory=dict)  # the words of kinds that other campaigns count
    traits: Mapping[str, frozenset[str]] = field(default_factory=dict)  # kind -> what it is like, those among them
    alike: Mapping[str, frozenset[str]] = field(
        default_factory=dict
    )  # kind -> what another teller may call it, both ways
    message: Names = field(default_factory=dict)  # what the campaign wants everybody to know, one or two sentences
    about: Names = field(default_factory=dict)  # what it is, for those who never heard of it
    run_by: Names = field(default_factory=dict)  # who holds its activities, in the nominative plural
    neutral: Names = field(default_factory=lambda: NEUTRAL)  # what a tab or a history may show of its pages
    hashtag: Names = field(default_factory=dict)  # with its sign
    pages: tuple[Page, ...] = ()  # for the public, in the file's order
    surveys: tuple[Survey, ...] = ()
    glossary: Glossary = field(default_factory=Glossary)
    sector: str = ""  # the OECD's purpose code, "15180", by which aid is told apart: for IATI
    for_survivors: bool = False  # its public page speaks to those who suffered violence, and has a quick way out
    most_people: int = MOST_PEOPLE  # at one activity; where a text tells of more, a person is asked
    fingerprint: str = ""  # sha256 over every file it was loaded from

    def days(self, year: int) -> tuple[date, date]:
        """Its first and its last day in that year; what begins in December may end in the year after."""
        first, last = date(year, *self.first_day), date(year, *self.last_day)
        return first, last if last >= first else last.replace(year=year + 1)

    @property
    def rest(self) -> str:
        """The kind of what is of none of its kinds, the first one where none says so; "" where it has no kinds."""
        return next((kind.code for kind in sorted(self.kinds, key=lambda kind: not kind.rest)), "")

    @property
    def has_rest(self) -> bool:
        """Whether one of its kinds is for what is of no other."""
        return any(kind.rest for kind in self.kinds)

    def latest(self, today: date) -> int:
        """The year of the campaign that began last."""
        return today.year if today >= self.days(today.year)[0] else today.year - 1
