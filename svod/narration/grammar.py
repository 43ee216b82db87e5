"""What a language has to say itself. The parts of a report that all languages share are told in these words."""

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat

from svod.language.standing import is_unnamed
from svod.narration.company import again, as_well
from svod.narration.facts import Count, Item, Statement
from svod.narration.phrases import Phrases
from svod.narration.runs import Words, number, phrase, text_of, words
from svod.packs.pack import Unit
from svod.records import Bounds, Period

REGION = ("област", "облыс", "region")
WORD = re.compile(r"\w[\w-]*")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence stands in its section: what it says at its beginning, and which of equal phrasings it takes.

    `where` is the region, where it is still to be said; `before` the clause before it, `goes_on` where that is one of
    the same sentence.
    """

    turn: int
    where: str = ""
    before: Statement | None = None
    goes_on: bool = False
    with_year: bool = True
    planned: bool = False
    region: str = ""  # its name, told beside a town's where no heading above tells it

    def same_place(self, statement: Statement) -> bool:
        return bool(self.before and statement.place and statement.place == self.before.place)

    def same_organiser(self, statement: Statement) -> bool:
        """Whether the clause before was of the same one: "районная организация" of another district is another."""
        if self.before is None or not statement.organiser or statement.organiser != self.before.organiser:
            return False
        return statement.place == self.before.place or not is_unnamed(statement.organiser)

    def same_day(self, statement: Statement) -> bool:
        return bool(self.before and is_one_day(statement.date) and statement.date == self.before.date)


@dataclass(frozen=True, slots=True)
class Grammar(ABC):
    """A language of the report, with the phrases of one pack."""

    phrases: Phrases

    @property
    def language(self) -> str:
        return self.phrases.language

    def text(self, section: str, key: str) -> str:
        """A phrase of the narrator or of the pack."""
        return self.phrases.text(section, key)

    @abstractmethod
    def quoted(self, title: str) -> str:
        """The title in the language's quotation marks."""

    @abstractmethod
    def day(self, period: Period, *, with_year: bool) -> str:
        """When something was held, as it stands in a sentence: "5 декабря 2022 года", "on 5 December 2022"."""

    @abstractmethod
    def listed(self, parts: Sequence[Words]) -> Words:
        """ "А, Б и В"."""

    @abstractmethod
    def plural(self, noun: str) -> str:
        """The noun of several, in the nominative."""

    @abstractmethod
    def numbered(self, value: Bounds, noun: str) -> tuple[str, str]:
        """A number as it is printed, and the noun in the form that goes with it: "не менее 201", "мероприятия"."""

    def with_noun(self, count: Count, noun: str) -> Words:
        """The number and what is counted: "не менее 201 мероприятия"."""
        digits, form = self.numbered(count.value, noun)
        return phrase(number(digits, count.source), words(form, count.source))

    @abstractmethod
    def of_all(self, number: int, noun: str) -> str:
        """The noun of the number that a part is taken of: "из 20 регионов"."""

    @abstractmethod
    def within(self, count: Count, noun: str, country: str) -> Words:
        """In how many of a country's parts: "в 13 регионах Казахстана"."""

    @abstractmethod
    def held(self, count: Count) -> Words:
        """How many activities were held, as a clause."""

    def kinds(self, code: str) -> str:
        """The activities of a kind, several: "круглые столы"."""
        return self.plural(self.phrases.kind(code).many)

    def column(self, code: str) -> str:
        """A kind at the head of a table's column."""
        return self.phrases.kind(code).mass or self.kinds(code)

    def group(self, audience: str) -> str:
        """The people of an audience: "учащиеся"."""
        return self.plural(self.phrases.noun("audiences", audience))

    @abstractmethod
    def addressed(self, audience: str) -> str:
        """The same, as those to whom something is addressed: "учащимся"."""

    def guests(self, partner: str) -> str:
        """The people of a partner, several: "представители прокуратуры"."""
        return self.plural(self.phrases.noun("partners", partner))

    @abstractmethod
    def where(self, unit: Unit) -> str:
        """ "в Костанайской области"."""

    @abstractmethod
    def in_place(self, place: str) -> str:
        """ "в Рудном", for a place as its text names it."""

    @abstractmethod
    def says_the_same(self, statement: Statement, place: Place) -> bool:
        """Whether "им же" is said of who held it, since the clause before has named them."""

    def tells_the_place(self, statement: Statement, place: Place) -> bool:
        """Whether that is enough to say that it was at the same place, too."""
        return False

    @abstractmethod
    def in_company(self, statement: Statement) -> str:
        """The guests of the whole clause: "при участии психологов и юристов"."""

    @abstractmethod
    def phrases_and_verbs(self, items: Sequence[Item]) -> tuple[int, int]:
        """How many noun phrases the items of a clause make, and how many verbs these take."""

    def with_guests(self, statement: Statement, place: Place) -> str:
        """These guests within its setting, or "при их же участии"; "" where it has none."""
        if not statement.guests:
            return ""
        phrase = again(statement, place.before)
        return self.text("statement", phrase) if phrase else self.in_company(statement)

    def guests_by_verb(self, statement: Statement, place: Place) -> Iterator[str]:
        """What says before each verb of the clause who came there: nothing of the first one, behind its setting.

        "При их же участии" is said of all verbs behind it, the guests' names of the next one alone.
        """
        yield ""
        if not statement.guests or again(statement, place.before):
            yield from repeat("")
        phrase = as_well(statement)
        if phrase:
            yield self.text("statement", phrase)
            yield from repeat("")
        yield from repeat(self.in_company(statement))

    @abstractmethod
    def by(self, statement: Statement, place: Place) -> str:
        """The organiser within the setting of a clause, or "им же"; "" where it is not said there."""

    @abstractmethod
    def clause(self, statement: Statement, setting: str, place: Place, *, is_one_of_many: bool) -> Words:
        """What was held, after when, where and by whom; `is_one_of_many` where other clauses stand in the sentence."""

    @abstractmethod
    def summed_up(self, items: Sequence[Item], *, planned: bool) -> Words:
        """What is not told one by one, as a clause."""

    @abstractmethod
    def handed_out(self, materials: Sequence[str]) -> str:
        """What became of materials, as a clause; "" of none."""


def is_one_day(period: Period | None) -> bool:
    return period is not None and period.first == period.last


def names_the_region(text: str, unit: Unit, language: str) -> bool:
    """Whether the region need not be said again: "Костанайская областная организация", "профсоюз области Абай"."""
    if unit.names["ru"].startswith("область ") and not any(word in text.lower() for word in REGION):
        return False  # a region of a bare name: "Абай атындағы мектеп" is anywhere
    own = unit.names[language].removeprefix("область ").removeprefix("город ").split()[0].lower()
    stem = own[: max(4, len(own) - 3)]
    return any(word.startswith(stem) for word in WORD.findall(text.lower()))  # not "астана" in "бастауыш"


def enumerated(parts: Sequence[str], grammar: Grammar) -> str:
    return text_of(grammar.listed([words(part) for part in parts if part]))
