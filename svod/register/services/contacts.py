"""Help contacts that somebody has to make sure of again."""

from datetime import timedelta

from django.utils import timezone

from svod.packs.pack import Contact
from svod.register.models import Campaign

CHECKED_FOR = timedelta(days=90)


def to_check(campaign: Campaign) -> list[Contact]:
    """Those that nobody has rung lately, as far as the pack says."""
    since = timezone.localdate() - CHECKED_FOR
    return [one for one in campaign.pack.contacts if one.checked_on is None or one.checked_on < since]
