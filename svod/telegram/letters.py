"""Reminders that go by Telegram: what became of each is written down with its letter."""

from django.utils import timezone

from svod.register.models import Letter, Outgoing


def letter_ended(one: Outgoing, why_not: str) -> None:
    """Sent, or why not."""
    if one.letter is not None:
        one.letter.state = Letter.State.FAILED if why_not else Letter.State.SENT
        one.letter.failed_why, one.letter.ended_at = why_not[:500], timezone.now()
        one.letter.save(update_fields=["state", "failed_why", "ended_at"])
