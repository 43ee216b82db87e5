"""The kinds of activity of a pack: their names, what they are like, and what one teller calls so and another so."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from svod.language import LANGUAGES
from svod.packs.inherit import NOT_OURS
from svod.packs.pack import Term
from svod.packs.parts import read_term
from svod.packs.tables import Table
from svod.packs.traits import REST, TRAITS

SAID = frozenset({REST, "like", "traits"})  # keys that say what a kind is like
OF_A_KIND = ("closed", REST, "like", "traits", "alike")
NAMED = tuple(trait for trait in TRAITS if trait != REST)  # that one is said by a key of its own
Kinds = Mapping[str, Term]  # by code
Traits = Mapping[str, frozenset[str]]  # kind -> what it is like
NONE: Kinds = {}


def read_kinds(table: Table, known: Kinds = NONE, base: Kinds = NONE) -> tuple[Term, ...]:
    """Terms that also say what activities of that kind are like.

    `known` are those of other packs, of which one may be said to be like; `base` those of the pack that it extends: one
    that is only named anew stays what it is there. Raises PackError for what is no trait and no kind.
    """
    rows = {code: row.only(*LANGUAGES, "about", *OF_A_KIND) for code, row in table.tables()}
    terms = {code: _kind(code, row) for code, row in rows.items()}
    own = dict(terms)
    for code, row in rows.items():
        _all_known(row, "alike", own[code].alike, (*own, *known))
        if code in base and row.content.keys().isdisjoint(SAID):
            terms[code] = replace(own[code], traits=base[code].traits, rest=base[code].rest)
        elif "like" in row.content:
            likes = {**known, **own, **({code: known[code]} if code in known else {})}
            terms[code] = replace(own[code], traits=own[code].traits | _like(row, likes))
    return tuple(terms.values())


def traits_of(kinds: Iterable[Term], known: Kinds) -> Traits:
    """What its own kinds are like, and those that it does not count."""
    own = {kind.code: kind.traits for kind in kinds}
    return {**own, **{f"{code}{NOT_OURS}" if code in own else code: kind.traits for code, kind in known.items()}}


def alike(*kinds: Iterable[Term]) -> Mapping[str, frozenset[str]]:
    """Each kind with those that another teller may call it, whichever of the two says so."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for kind in (kind for some in kinds for kind in some):
        for other in kind.alike:
            found[kind.code].add(other)
            found[other].add(kind.code)
    return {code: frozenset(others) for code, others in found.items()}


def _kind(code: str, row: Table) -> Term:
    rest, named = row.is_so(REST), row.texts("traits")
    for trait in named:
        if trait not in NAMED:
            raise row.error("traits", f"expected some of {', '.join(NAMED)}, found {trait!r}")
    traits = frozenset((*named, REST) if rest else named)
    closed = row.is_so("closed")
    return replace(read_term(code, row), closed=closed, rest=rest, traits=traits, alike=row.texts("alike"))


def _like(row: Table, known: Kinds) -> frozenset[str]:
    """What the kind is like that this one says it is like; but for what makes that one the rest."""
    other = row.text("like")
    _all_known(row, "like", (other,), known)
    return known[other].traits - {REST}


def _all_known(row: Table, key: str, codes: Iterable[str], known: Iterable[str]) -> None:
    for code in codes:
        if code not in known:
            raise row.error(key, f"expected the code of a kind, found {code!r}")
