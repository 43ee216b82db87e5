"""A telling: one mention of an activity, prepared for comparison. What identical texts say is one telling."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from svod.linking.names import is_kazakh, numbers, plain
from svod.linking.rules import rules
from svod.packs.pack import Pack
from svod.records import Activity, Bounds, Reading

Key = tuple[str, int, int, str, str]


@dataclass(frozen=True, slots=True)
class Telling:
    """`text` names the submission's text, the same for copies of it; `members` are the mentions in each copy.

    Names are folded, "" where the mention gives none; `place` is a unit's code where the geography knows it.
    `first` and `last` are ordinals of days, 0 without a date. `fashion` is how many submissions of the region tell
    an activity of that title.
    """

    text: int
    members: tuple[Activity, ...]
    kind: str
    region: str | None
    title: str
    title_language: str
    title_numbers: frozenset[str]
    fashion: int
    first: int
    last: int
    place: str
    organiser: str
    organiser_language: str
    organiser_numbers: frozenset[str]
    participants: Bounds | None
    count: Bounds
    audience: frozenset[str]


def order(activity: Activity) -> Key:
    """Where a mention stands among all, whatever the order of the submissions."""
    evidence = activity.evidence
    return (evidence.document, evidence.start, evidence.end, activity.kind, activity.title or "")


def tellings(readings: Sequence[Reading], pack: Pack) -> list[Telling]:
    """Every mention of every submission, copies of one text together, in the order of the texts' own words.

    Neither the order nor the ids of the submissions decide it, so that what is decided by it stays when copies come.
    """
    groups = list(_copies(readings))
    fashion = _fashion(groups)
    places = _gazetteer(pack)
    languages = {reading.document.id: reading.document.language for reading in readings}
    return [_prepare(text, members, fashion, places, languages) for text, members in groups]


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
            yield number, list(dict.fromkeys(sorted(members, key=order)))


def _fashion(groups: Sequence[tuple[int, list[Activity]]]) -> Mapping[tuple[str | None, str], int]:
    texts: dict[tuple[str | None, str], set[int]] = defaultdict(set)
    for text, members in groups:
        texts[members[0].region, plain(members[0].title)].add(text)
    return {title: len(tellers) for title, tellers in texts.items()}


def _gazetteer(pack: Pack) -> Mapping[tuple[str, str], str]:
    """(region, folded name) -> the unit's code; names that two units of a region share are left to their letters."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for unit in pack.geography.units:
        for name in (*unit.names.values(), *unit.short.values(), *unit.other):
            found[unit.region, plain(name)].add(unit.code)
    return {name: next(iter(codes)) for name, codes in found.items() if len(codes) == 1}


def _prepare(
    text: int,
    members: list[Activity],
    fashion: Mapping[tuple[str | None, str], int],
    places: Mapping[tuple[str, str], str],
    languages: Mapping[str, str | None],
) -> Telling:
    activity = members[0]
    title, organiser, place = plain(activity.title), plain(activity.organiser), plain(activity.place)
    language = languages[activity.evidence.document] or "ru"
    where = places.get((activity.region or "", place), place)
    return Telling(
        text=text,
        members=tuple(members),
        kind=activity.kind,
        region=activity.region,
        title=title,
        title_language=_language(activity.title, language),
        title_numbers=numbers(title),
        fashion=fashion[activity.region, title],
        first=activity.date.first.toordinal() if activity.date else 0,
        last=activity.date.last.toordinal() if activity.date else 0,
        place="" if where == activity.region else where,  # a region named as the place says nothing closer
        organiser=organiser,
        organiser_language=_language(activity.organiser, language),
        organiser_numbers=numbers(organiser),
        participants=activity.participants,
        count=activity.count,
        audience=frozenset(activity.audience),
    )


def _language(name: str | None, of_document: str) -> str:
    """Which language a name is in: a Kazakh letter decides, else the document does."""
    if name and is_kazakh(name):
        return "kk"
    return "ru" if of_document == "mixed" else of_document


def is_common(telling: Telling) -> bool:
    """Whether so many submissions of the region use the title that it names no single activity."""
    return telling.fashion >= rules().common_title_from
