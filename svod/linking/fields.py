"""Two tellings compared field by field. Each rule looks at one field and answers a finding, or nothing where a side
is silent; their order is one list at the end."""

from collections.abc import Callable, Mapping

from svod.linking.findings import Finding, finding
from svod.linking.marks import Mark, apart
from svod.linking.places import may_hold
from svod.linking.rules import rules
from svod.linking.telling import Telling, is_common
from svod.linking.titles import common_meaning, is_known, similarity
from svod.records import Bounds

Rule = Callable[[Telling, Telling], Finding | None]


def are_singles(one: Telling, other: Telling) -> bool:
    """Whether each stands for one activity, not for several."""
    return one.count.most == 1 and other.count.most == 1


def titles(one: Telling, other: Telling) -> Finding | None:
    if not one.title or not other.title:
        return None
    alike = similarity(one.title, other.title)
    level = _level(alike, rules().titles)
    if level in ("same", "close"):
        if is_common(one) or is_common(other):
            return finding("title", "common", str(max(one.fashion, other.fashion)))
        return finding("title", level, f"{alike:.2f}")
    if one.title_language != other.title_language:
        return _translated(one, other)
    return finding("title", level, f"{alike:.2f}")


def _translated(one: Telling, other: Telling) -> Finding | None:
    """Titles in two languages: nothing to compare letter by letter, but their words may mean the same.

    Where all words are known, those that differ speak against it: «Мой папа – герой» is not «Менің анам – батыр».
    """
    shared = common_meaning(one.meaning, other.meaning)
    level = _level(shared, rules().meanings)
    if level != "translated" and is_known(one.meaning) and is_known(other.meaning):
        level = "foreign" if level == "different" else "unclear"
    return None if level == "different" else finding("title", level, f"{shared:.2f}")


def dates(one: Telling, other: Telling) -> Finding | None:
    if not one.first or not other.first:
        return None
    if (one.first, one.last) == (other.first, other.last):
        return finding("date", "same")
    gap = max(one.first, other.first) - min(one.last, other.last)
    return finding("date", "overlap" if gap <= 0 else "next_day" if gap == 1 else "different")


def regions(one: Telling, other: Telling) -> Finding:
    known = one.region is not None and other.region is not None
    return finding("region", "same" if known else "unknown")


def kinds(one: Telling, other: Telling) -> Finding:
    if one.kind == other.kind:
        return finding("kind", "same")
    return finding("kind", "alike", "/".join(sorted((one.kind, other.kind))))


def places(one: Telling, other: Telling) -> Finding | None:
    if not one.place[0] or not other.place[0]:
        return None
    unknown = not one.place[1] or not other.place[1]  # to the geography; then letters decide
    if one.place[0] == other.place[0] or (unknown and similarity(one.place[0], other.place[0]) >= rules().places):
        return finding("place", "same")
    return finding("place", "wider" if may_hold(one.place, other.place) else "different")


def institutions(one: Telling, other: Telling) -> Finding | None:
    """Schools by number or name; where neither side gives one, whether both speak of schools at all."""
    if apart(one.institutions, other.institutions):
        return finding("institution", "different")
    ours, theirs = (_named(telling) or telling.reporter for telling in (one, other))
    if any(name for _, name in ours & theirs):
        return finding("institution", "same")
    if apart(ours, theirs):
        return finding("institution", "reporter")
    sorts = [{sort for sort, _ in telling.institutions} for telling in (one, other)]
    if not all(sorts):
        return None
    if sorts[0].isdisjoint(sorts[1]):
        return finding("institution", "other_sort")
    return finding("institution", "alike") if sorts[0] == sorts[1] != {"school"} else None  # schools are everywhere


def _named(telling: Telling) -> frozenset[Mark]:
    return frozenset(mark for mark in telling.institutions if mark[1])


def organisers(one: Telling, other: Telling) -> Finding | None:
    if not one.organiser or not other.organiser:
        return None
    alike = similarity(one.organiser, other.organiser)
    level = _level(alike, rules().organisers)
    if level == "different" and one.organiser_language != other.organiser_language:
        return None
    if level == "different" and (_stands_over(one, other) or _stands_over(other, one)):
        return None
    if level == "different" and (one.organiser_numbers & other.organiser_numbers or _named(one) & _named(other)):
        level = "unclear"  # "СШ № 5" and "школа № 5 города Костаная"; a coach in the college «Энергия», and the college
    return finding("organiser", level, f"{alike:.2f}" if level == "unclear" else "")


def _stands_over(one: Telling, other: Telling) -> bool:
    """Whether an organisation above the other's only reports it: the head of a region's report holds for all below."""
    return one.organiser_level > other.organiser_level and not one.says_organiser


def groups(one: Telling, other: Telling) -> Finding | None:
    """Forms of a school, courses of a college, shifts."""
    if not one.groups or not other.groups:
        return None
    if apart(one.groups, other.groups):
        return finding("group", "different")
    return finding("group", "same") if one.groups & other.groups else None


def participants(one: Telling, other: Telling) -> Finding | None:
    if one.participants is None or other.participants is None:
        return None
    if not one.participants.overlaps(other.participants):
        return finding("participants", "different", f"{_print(one.participants)}/{_print(other.participants)}")
    if one.participants == other.participants:  # "более 80" in both, too
        is_large = one.participants.is_exact and one.participants.least >= rules().large
        level = "large" if is_large else "same"
        return finding("participants", level, str(one.participants.least))
    return finding("participants", "overlap")


def counts(one: Telling, other: Telling) -> Finding | None:
    if are_singles(one, other):
        return None
    if one.count == other.count and one.count.is_exact:
        return finding("count", "same", str(one.count.least))
    return finding("count", "overlap")


def audiences(one: Telling, other: Telling) -> Finding | None:
    if not one.audience or not other.audience:
        return None
    if not one.audience.isdisjoint(other.audience):
        return finding("audience", "shared")
    clear = (one.audience | other.audience) <= rules().apart
    return finding("audience", "different" if clear else "other")


RULES: tuple[Rule, ...] = (
    titles,
    dates,
    regions,
    kinds,
    places,
    institutions,
    organisers,
    groups,
    participants,
    counts,
    audiences,
)
FIELDS = (
    "title", "date", "region", "kind", "place", "institution", "organiser", "group", "participants", "count",
    "audience",
)  # fmt: skip


def _level(alike: float, thresholds: Mapping[str, float]) -> str:
    for level, least in thresholds.items():
        if alike >= least:
            return level
    return "different"


def _print(bounds: Bounds) -> str:
    if bounds.is_exact:
        return str(bounds.least)
    return f"{bounds.least}–{bounds.most}" if bounds.most is not None else f"{bounds.least}+"
