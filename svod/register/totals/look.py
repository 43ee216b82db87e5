"""What a person should look at first."""

from django.db.models import Exists, OuterRef, Q

from svod.register.models import Resemblance, State

UNCERTAIN = 0.7  # below it the machine itself would rather be asked


def needs_a_look() -> Q:
    """Drafts that were read with little confidence, or that may be another's telling and nobody has decided."""
    open_pairs = Resemblance.objects.filter(decision=Resemblance.Decision.OPEN)
    pair = Exists(open_pairs.filter(one=OuterRef("pk"))) | Exists(open_pairs.filter(other=OuterRef("pk")))
    return Q(state=State.DRAFT) & (Q(confidence__lt=UNCERTAIN) | Q(pair))


def unanswered() -> Q:
    return ~Q(question="") & Q(answer="")


def answered() -> Q:
    return ~Q(question="") & ~Q(answer="")
