"""What other submissions tell of the activities on a page, as far as the person may see it: copies that count as one of
them, what one of them counts as, and what resembles them."""

from collections.abc import Iterable, Mapping

from django.db.models import F, Q
from django.db.models.functions import Substr

from svod.register.models import Activity, Campaign, Person, Resemblance
from svod.register.permissions import visible
from svod.register.services.apart import told_apart
from svod.web.base.waterfall import waterfall
from svod.web.review.cards import Card, Likely

Cards = Mapping[int, Card]  # by the key of their activity


def add_tellings(cards: Cards, campaign: Campaign, person: Person) -> None:
    """Add to each card what belongs to it, in a handful of queries for all of them."""
    pairs = _pairs(list(cards), campaign, person)
    copies = visible(Activity.objects.filter(same_as__in=cards), person).values_list("pk", "same_as")
    known = others({key for pair in pairs for key in (pair.one_id, pair.other_id)} | {key for key, _ in copies})
    for pair in pairs:
        for mine, other in ((pair.one_id, pair.other_id), (pair.other_id, pair.one_id)):
            if mine in cards and cards[mine].same_as is None and other in known:
                found = known[other]
                cards[mine].likely.append(Likely(found, found.said, waterfall(pair, cards[mine].pack), pair))
    for key, head in copies:
        cards[head].copies.append(Likely(known[key], known[key].said))
    _add_heads(cards, person)


def _pairs(keys: list[int], campaign: Campaign, person: Person) -> list[Resemblance]:
    """The pairs that nobody has decided on, the most alike first."""
    seen = visible(Activity.objects.filter(campaign=campaign), person).values("pk")
    pairs = Resemblance.objects.filter(Q(one__in=keys, other__in=seen) | Q(other__in=keys, one__in=seen))
    asked = list(pairs.filter(decision=Resemblance.Decision.OPEN).order_by("-score"))
    apart = told_apart((pair.one_id, pair.other_id) for pair in asked)
    return [pair for pair in asked if (pair.one_id, pair.other_id) not in apart]


def others(keys: Iterable[int]) -> dict[int, Activity]:
    """The activities with the words they stand on (`said`), without their whole texts."""
    length = F("end") - F("start")
    rows = Activity.objects.filter(pk__in=keys).annotate(said=Substr("document__text", F("start") + 1, length))
    known = rows.select_related("organisation", "document__submission").defer("document__text", "document__blocks")
    return {row.pk: row for row in known}


def _add_heads(cards: Cards, person: Person) -> None:
    heads = {card.same_as.pk for card in cards.values() if card.same_as}
    seen = visible(Activity.objects.filter(pk__in=heads), person).select_related("organisation")
    known = {one.pk: one for one in seen}
    for card in cards.values():
        card.head = known.get(card.same_as.pk) if card.same_as else None
