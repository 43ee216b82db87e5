"""Answers told as a text, and the activities that stand on it, each field on its answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from babel.dates import format_date

from svod.language.numbers import find_numbers
from svod.language.titles import bare
from svod.odk.answers import Answers, Values
from svod.odk.choices import terms_of
from svod.odk.questions import LARGEST, MOST_HELD
from svod.odk.values import Known, choice_in, day_in, number_in, terms_in
from svod.odk.words import said, told
from svod.packs import Pack
from svod.packs.pack import Term
from svod.records import Activity, Block, Bounds, Document, Evidence, NothingHeld, Period, Reading, Span

FORMAT = "answers"
ANSWERED = "form"  # the reason of what a person answered
SURE = 1.0


def tell(answers: Answers, pack: Pack, source: str, language: str = "ru", organisation: str = "") -> Reading:
    """The text in that language, which quotes what was answered; `organisation` where the form asked whose it is."""
    text = _Text()
    if organisation:
        text.line(told("organisation", language), organisation)
        text.end()
    told_ones = []
    known = {name: Known.of(terms) for name, terms in terms_of(pack).items()}
    for one in answers.activities:
        if kind := _kind(one, known["kind"], pack):
            told_ones.append(_Telling(one, kind, known, language).into(text))
        else:  # no activity can be made of it, and a person reads it all the same
            text.add("; ".join(one.values()))
            text.end()
    nothing = _nothing(answers, text, language) if not told_ones else None
    text.add(told("key", language).format(instance=answers.instance))
    text.end()
    whole = text.written
    digest = sha256(whole.encode()).hexdigest()
    document = Document(
        id=digest[:16],
        text=whole,
        source=source,
        format=FORMAT,
        sha256=digest,
        language=language,
        blocks=tuple(Block(one.start, one.end, "paragraph") for one in text.paragraphs),
    )
    activities = tuple(one.activity(document.id) for one in told_ones)
    held = (NothingHeld(Evidence(document.id, *nothing)),) if nothing else ()
    return Reading(document, activities, (), held)


def bounds_of(exactness: str, number: int, language: str) -> tuple[str, Bounds]:
    """A number in words, "не менее 50", and what the rules of language understand by them."""
    words: str = said()["numbers"][exactness][language].format(number=number)
    (mention,) = find_numbers(words)
    return words, mention.bounds


@dataclass(slots=True)
class _Text:
    """The text as it grows, paragraph by paragraph."""

    pieces: list[str] = field(default_factory=list)
    paragraphs: list[Span] = field(default_factory=list)
    length: int = 0
    begun: int = 0

    @property
    def written(self) -> str:
        return "".join(self.pieces).rstrip()

    def add(self, words: str) -> Span:
        start = self.length
        self.pieces.append(words)
        self.length += len(words)
        return Span(start, self.length)

    def line(self, label: str, value: str) -> Span:
        """On a line of its own: the place of the value."""
        if self.length > self.begun:
            self.add("\n")
        self.add(f"{label}: ")
        return self.add(value)

    def end(self) -> Span:
        """The paragraph that ends here."""
        done = Span(self.begun, self.length)
        self.paragraphs.append(done)
        self.add("\n\n")
        self.begun = self.length
        return done


@dataclass(slots=True)
class _Told:
    """An activity with the place of each field; its document has its name when the whole text is there."""

    fields: dict[str, object]
    sources: dict[str, Span]
    place: Span

    def activity(self, document: str) -> Activity:
        evidence = Evidence(document, *self.place)
        sources = tuple(self.sources.items())
        return Activity(evidence=evidence, sources=sources, confidence=SURE, reasons=(ANSWERED,), **self.fields)  # type: ignore[arg-type]


class _Telling:
    """One activity of the answers, told line by line."""

    def __init__(self, values: Values, kind: Term, known: Mapping[str, Known], language: str) -> None:
        self.values, self.kind, self.known, self.language = values, kind, known, language
        self.fields: dict[str, object] = {}
        self.sources: dict[str, Span] = {}

    def into(self, text: _Text) -> _Told:
        self._head(text)
        self._days(text)
        self._place(text)
        self._numbers(text)
        for name in ("audience", "partners", "themes", "materials"):
            self._several(name, text)
        return _Told(self.fields, self.sources, text.end())

    def _head(self, text: _Text) -> None:
        """ "Круглый стол «Семья без страха»"."""
        name = self.kind.names.get(self.language, self.kind.names["ru"])
        self._field("kind", self.kind.code, text.add(name[:1].upper() + name[1:]))
        known, unknown = terms_in(self.values.get("kind", ""), self.known["kind"])
        if unknown and not known:
            text.add(f" ({', '.join(unknown)})")
        if title := bare(self.values.get("title", "").strip())[:500]:
            text.add(" «")
            self._field("title", title, text.add(title))
            text.add("»")

    def _days(self, text: _Text) -> None:
        days = [day for name in ("first_day", "last_day") if (day := day_in(self.values.get(name, "")))]
        if days:
            first, last = min(days), max(days)
            words = " – ".join(format_date(day, "long", locale=self.language) for day in sorted({first, last}))
            self._field("date", Period(first, last), text.line(told("date", self.language), words))

    def _place(self, text: _Text) -> None:
        if place := self.values.get("place", "")[:200]:
            self._field("place", place, text.line(told("place", self.language), place))
        form = choice_in(self.values.get("format", ""), "format")
        if form:
            words = said()["choices"]["format"][form][self.language]
            self._field("online", form == "online", text.line(told("online", self.language), words))

    def _numbers(self, text: _Text) -> None:
        """A number that no question allows is told as it came, and counts as nothing: a person looks at it."""
        exactness = choice_in(self.values.get("people_said", ""), "people_said") or "exactly"
        for name, asked, how, most in (
            ("count", "count", "exactly", MOST_HELD),
            ("participants", "people", exactness, LARGEST),
        ):
            if answer := self.values.get(asked):
                number = number_in(answer, most)
                words, bounds = bounds_of(how, number, self.language) if number is not None else (answer, None)
                place = text.line(told(name, self.language), words)
                if bounds is not None and (name != "count" or bounds.least):
                    self._field(name, bounds, place)

    def _several(self, name: str, text: _Text) -> None:
        """Codes that the pack knows by their names; what it does not know stands as it came."""
        if not (answer := self.values.get(name)):
            return
        known, unknown = terms_in(answer, self.known[name])
        words = [one.names.get(self.language, one.names["ru"]) for one in known]
        place = text.line(told(name, self.language), ", ".join([*words, *unknown]))
        if known and name != "themes":  # an activity has no field for its themes: they stand in its words
            self._field(name, tuple(sorted(one.code for one in known)), place)

    def _field(self, name: str, value: object, place: Span) -> None:
        self.fields[name], self.sources[name] = value, place


def _nothing(answers: Answers, text: _Text, language: str) -> Span | None:
    """That nothing was held, with the reason where there is one; only where that is what was answered."""
    reason = answers.once.get("reason", "")
    if choice_in(answers.once.get("held", ""), "held") != "no":
        return None
    text.add(" ".join(filter(None, (told("nothing", language), reason))))
    return text.end()


def _kind(values: Values, known: Known, pack: Pack) -> Term | None:
    """What is none of the pack's kinds is of the one that has the rest, where there is one."""
    found, _unknown = terms_in(values.get("kind", ""), known)
    return found[0] if found else next((one for one in pack.kinds if one.rest), None)
