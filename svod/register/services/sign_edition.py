"""Somebody stands behind a frozen version; and stands behind it no longer, which stays on record."""

from django.utils import timezone

from svod.publishing.quotes import printable
from svod.register.errors import NotFrozen, NotHeld, ReasonNeeded, SignedAlready
from svod.register.history import operation
from svod.register.models import Edition, Person


def sign_edition(edition: Edition, person: Person) -> None:
    """Sign the version. Raises NotFrozen before its files are there, and SignedAlready."""
    report = edition.report
    with operation("report_sign", person, report.campaign, report.organisation, note=str(edition)) as deed:
        ensure_signable(Edition.objects.select_for_update(no_key=True).get(pk=edition.pk))
        deed.update(edition, signed_by=person, signed_at=timezone.now())


def ensure_signable(edition: Edition) -> None:
    """Raise NotFrozen before the version's files are there, and SignedAlready."""
    if not edition.is_ready:
        raise NotFrozen()
    if edition.signed_at:
        raise SignedAlready()


def withdraw_edition(edition: Edition, person: Person, why: str) -> None:
    """Withdraw the signature. Raises ReasonNeeded, and NotHeld where there is none."""
    why = printable(why).strip()[:500]
    if not why:
        raise ReasonNeeded()
    report = edition.report
    with operation("report_withdraw", person, report.campaign, report.organisation, note=why) as deed:
        if not Edition.objects.select_for_update(no_key=True).get(pk=edition.pk).holds:
            raise NotHeld()
        deed.update(edition, withdrawn_by=person, withdrawn_at=timezone.now(), withdrawn_why=why)
