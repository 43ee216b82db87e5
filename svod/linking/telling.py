"""A telling: one mention of an activity, prepared for comparison. What identical texts say is one telling."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from typing import NamedTuple

from svod.language.kk.letters import is_kazakh
from svod.language.standing import standing
from svod.linking.marks import Mark, groups, institutions, is_wider
from svod.linking.names import numbers, plain
from svod.linking.places import Place, gazetteer, locate
from svod.linking.rules import rules
from svod.linking.titles import Dictionary, Meaning
from svod.packs.pack import Pack
from svod.records import Activity, Bounds, Document, Reading

Key = tuple[str, int, int, str, str]
_HEAD = 200  # letters at a text's beginning, where it says whose it is


@dataclass(slots=True, eq=False)  # not frozen: there is one of each mention, and to set what is frozen takes a call
class Telling:
    """`text` names the submission's text, the same for copies of it; `members` are the mentions in each copy.

    `alike` are the kinds that another teller may call it. Names are folded, "" where the mention gives none. `first`
    and `last` are ordinals of days, 0 without a date. `fashion` is how many submissions of the region tell one of that
    title. `institutions` and `groups` are what the mention's own words name: school 5, form 7а; `reporter` is the
    one that the head names. `organiser_level` is how high the organiser stands; where the mention `says_organiser`, its
    own words name it, not the text around it.
    """

    text: int
    members: tuple[Activity, ...]
    kind: str
    alike: frozenset[str]
    region: str | None
    title: str
    title_language: str
    title_numbers: frozenset[str]
    meaning: Meaning
    fashion: int
    first: int
    last: int
    place: Place
    institutions: frozenset[Mark]
    reporter: frozenset[Mark]
    organiser: str
    organiser_language: str
    organiser_numbers: frozenset[str]
    organiser_level: int
    says_organiser: bool
    participants: Bounds | None
    count: Bounds
    audience: frozenset[str]
    groups: frozenset[Mark]


def order(activity: Activity) -> Key:
    """Where a mention stands among all, whatever the order of the submissions."""
    evidence = activity.evidence
    return (evidence.document, evidence.start, evidence.end, activity.kind, activity.title or "")


def tellings(readings: Sequence[Reading], pack: Pack) -> list[Telling]:
    """Every mention of every submission, copies of one text together, in the order of the texts' own words.

    Neither the order nor the ids of the submissions decide it, so that what is decided by it stays when copies come.
    """
    groups = list(_copies(readings))
    around = _Around(
        fashion=_fashion(groups),
        place_of=cache(partial(locate, known=gazetteer(pack))),
        alike=pack.alike,
        dictionary=Dictionary(pack.glossary),
        documents={reading.document.id: reading.document for reading in readings},
    )
    return [_prepare(text, members, around) for text, members in groups]


@dataclass(frozen=True, slots=True)
class _Around:
    """What all mentions are prepared with."""

    fashion: Mapping[tuple[str | None, str], int]
    place_of: Callable[[str | None, str | None], Place]
    alike: Mapping[str, frozenset[str]]
    dictionary: Dictionary
    documents: Mapping[str, Document]


def _copies(readings: Sequence[Reading]) -> Iterator[tuple[int, list[Activity]]]:
    """The mentions that copies of one text share: the n-th of that form and title in each of them."""
    texts: dict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        # A copy in another format may break its lines elsewhere. A text without words is a copy of nothing.
        texts[" ".join(reading.document.text.split()) or reading.document.id].append(reading)
    for number, (_, copies) in enumerate(sorted(texts.items(), key=lambda item: item[0])):
        shared: dict[tuple[str, str, bool, int], list[Activity]] = defaultdict(list)
        for copy in copies:
            met: Counter[tuple[str, str, bool]] = Counter()
            for activity in sorted(copy.activities, key=order):
                name = (activity.kind, plain(activity.title), activity.planned)
                shared[(*name, met[name])].append(activity)
                met[name] += 1
        for _, members in sorted(shared.items(), key=lambda item: item[0]):
            yield number, list(dict.fromkeys(sorted(members, key=order))) if len(members) > 1 else members


def _fashion(groups: Sequence[tuple[int, list[Activity]]]) -> Mapping[tuple[str | None, str], int]:
    texts: dict[tuple[str | None, str], set[int]] = defaultdict(set)
    for text, members in groups:
        texts[members[0].region, plain(members[0].title)].add(text)
    return {title: len(tellers) for title, tellers in texts.items()}


def _prepare(text: int, members: list[Activity], around: _Around) -> Telling:
    activity = members[0]
    document = around.documents[activity.evidence.document]
    said = _said(activity, document)
    title, organiser, of_text = plain(activity.title), plain(said.organiser), document.language or "ru"
    title_language = around.dictionary.language(activity.title, of_text)
    return Telling(
        text=text,
        members=tuple(members),
        kind=activity.kind,
        alike=around.alike.get(activity.kind, frozenset()),
        region=activity.region,
        title=title,
        title_language=title_language,
        title_numbers=numbers(title),
        meaning=around.dictionary.meaning(title, title_language),
        fashion=around.fashion[activity.region, title],
        first=activity.date.first.toordinal() if activity.date else 0,
        last=activity.date.last.toordinal() if activity.date else 0,
        place=around.place_of(activity.region, activity.place),
        institutions=said.institutions,
        reporter=said.reporter,
        organiser=organiser,
        organiser_language=_language(said.organiser, of_text),
        organiser_numbers=numbers(organiser),
        organiser_level=standing(said.organiser or ""),
        says_organiser=_says_organiser(activity),
        participants=activity.participants,
        count=activity.count,
        audience=frozenset(activity.audience),
        groups=said.groups,
    )


class _Said(NamedTuple):
    """Who and whom a mention's own words name, beside what extraction reads of them."""

    organiser: str | None
    institutions: frozenset[Mark]
    reporter: frozenset[Mark]
    groups: frozenset[Mark]


def _said(activity: Activity, document: Document) -> _Said:
    """ "СШ № 7. Приняли участие в городском форуме": the head names who reports, not who held it."""
    words = document.text[activity.evidence.start : activity.evidence.end]
    if is_wider(words):
        organiser = activity.organiser if _says_organiser(activity) else None
        return _Said(organiser, institutions(f"{organiser or ''}\n{words}"), frozenset(), groups(words))
    own = institutions(f"{activity.organiser or ''}\n{words}")
    return _Said(activity.organiser, own, _reporter(document.text[:_HEAD]), groups(words))


def _says_organiser(activity: Activity) -> bool:
    """Whether the mention itself names who held it."""
    start, end = activity.source("organiser")
    return activity.evidence.start <= start and end <= activity.evidence.end


@lru_cache(maxsize=1 << 8)  # the head of a report is asked for each of its mentions, which come one after another
def _reporter(head: str) -> frozenset[Mark]:
    """The one institution that the head of a report names."""
    named = frozenset(mark for mark in institutions(head) if mark[1])
    return named if len(named) == 1 else frozenset()


def _language(name: str | None, of_document: str) -> str:
    """Which language a name is in: a Kazakh letter decides, else the document does."""
    if name and is_kazakh(name):
        return "kk"
    return "ru" if of_document == "mixed" else of_document


def is_common(telling: Telling) -> bool:
    """Whether so many submissions of the region use the title that it names no single activity."""
    return telling.fashion >= rules().common_title_from
