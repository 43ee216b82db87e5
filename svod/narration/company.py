"""What activities of a clause share: the people of a noun phrase, and the guests whom a phrase may point back at."""

from collections.abc import Iterable, Sequence
from operator import attrgetter

from svod.narration.facts import Item, Statement


def particulars(item: Item) -> tuple[object, ...]:
    """What items must share to be told together; without any, or with a number of people, one stands alone."""
    if item.participants or item.is_plain:
        return (id(item),)
    return item.audience, item.partners, item.materials, item.online


def together(items: Iterable[Item]) -> list[tuple[Item, ...]]:
    """The items by what they share; plain ones close the list, lest they seem to share what another has."""
    groups: dict[tuple[object, ...], list[Item]] = {}
    for item in sorted(items, key=attrgetter("is_plain")):
        groups.setdefault(particulars(item), []).append(item)
    return [tuple(alike) for alike in groups.values()]


def again(clause: Statement, before: Statement | None) -> str:
    """The phrase that points at the clause's guests as those of the clause it goes on with; "" where none does."""
    if before is None or not clause.continued or clause.guests != (before.guests or _alone(before)):
        return ""
    return _pointing(clause.guests, before.items, clause.items)


def as_well(clause: Statement) -> str:
    """The phrase that says of a further verb that its guests were there, too; "" where their names must."""
    return _pointing(clause.guests, clause.items)


def _alone(clause: Statement) -> tuple[str, ...]:
    return clause.items[0].partners if len(clause.items) == 1 else ()


def _pointing(guests: Sequence[str], named: Sequence[Item], others: Sequence[Item] = ()) -> str:
    """ "При их же участии", or "при участии тех же партнёров" where "their" might be other people who were named.

    Nobody where no text tells of them all, for the psychologists of another school are others; nor where one name says
    it as briefly.
    """
    texts = [{evidence.document for evidence in item.source.evidences} for item in (*named, *others)]
    if len(guests) < 2 or not set.intersection(*texts):
        return ""
    return "same_partners" if any(item.audience or item.participants for item in named) else "same_guests"
