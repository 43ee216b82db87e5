"""Who gave a field its value by hand: one query for all cards of a page, none where everything is as it was read."""

from collections.abc import Sequence

from svod.register.models import Change
from svod.register.models.finding import Finding
from svod.register.services.correct import field_of
from svod.web.review.cards import Card

BY_HAND = {"typed", "corrected"}


def add_editors(cards: Sequence[Card]) -> None:
    by_hand = {_key(card.row): card for card in cards if BY_HAND.intersection(card.row.origins.values())}
    if not by_hand:
        return
    models, rows = zip(*by_hand, strict=True)
    changes = Change.objects.filter(model__in=set(models), row__in=set(rows), operation__verb="correct")
    for change in changes.select_related("operation__person").order_by("pk"):
        card = by_hand.get((change.model, change.row))
        for column in change.before or () if card else ():
            card.editors[field_of(column)] = str(change.operation.person)


def _key(row: Finding) -> tuple[str, int]:
    return row._meta.model_name or "", row.pk
