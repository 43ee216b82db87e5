"""One more of what was told before: said so, lest a reader take two activities for one told twice."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from svod.narration.facts import Item, Statement
from svod.records.bounds import ONE

NEAR = 6  # noun phrases back: a reader still thinks of what was told there


def with_further(clauses: Iterable[Statement]) -> Iterator[Statement]:
    """The clauses of one section, marked where a noun phrase tells one more of what an earlier clause told."""
    told: list[Item] = []
    for clause in clauses:
        yield replace(clause, items=tuple(replace(item, again=_is_further(item, told)) for item in clause.items))
        told += clause.items


def _is_further(item: Item, told: list[Item]) -> bool:
    """Whether its title, or an untitled single one of its kind, has been told: "ещё один семинар «А»".

    Of "96 классных часов" nobody knows that they are other ones than those that were told, nor of one that is told
    behind "прошли классные часы" that it is none of them.
    """
    if item.count.least > 1 and len(item.titles) < 2:
        return False
    if not item.titles:
        return any(before.kind == item.kind and before.count == item.count == ONE for before in told[-NEAR:])
    titles = {title.title.casefold() for title in item.titles}
    return any(
        before.kind == item.kind and not titles.isdisjoint(title.title.casefold() for title in before.titles)
        for before in told
    )
