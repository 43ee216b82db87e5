"""What a person should look at first."""

from django.db.models import Q

from svod.register.models import Campaign, Resemblance, State
from svod.register.models.finding import UNCERTAIN


def needs_a_look() -> Q:
    """Drafts that were read with little confidence, or that may be another's telling and nobody has decided."""
    return Q(state=State.DRAFT) & Q(confidence__lt=UNCERTAIN) | is_paired()


def is_paired() -> Q:
    """Drafts that need a look only because they may be another's telling. The pairs are looked up once for all rows."""
    pairs = Resemblance.objects.filter(decision=Resemblance.Decision.OPEN)
    paired = pairs.values("one").union(pairs.values("other"))
    return Q(state=State.DRAFT, confidence__gte=UNCERTAIN, pk__in=paired)


def outside(campaign: Campaign) -> Q:
    """What was held wholly before or after the campaign's own days: whether that is part of it a person says."""
    return Q(last_day__lt=campaign.first_day) | Q(first_day__gt=campaign.last_day)


def unanswered() -> Q:
    return ~Q(question="") & Q(answer="")


def answered() -> Q:
    return ~Q(question="") & ~Q(answer="")
