"""Open a survey of the pack: from then on everybody who has its address may answer."""

from collections.abc import Callable
from datetime import date

from django.db import IntegrityError, transaction
from django.utils import timezone

from svod.register.errors import AskedAlready
from svod.register.history import operation
from svod.register.models import Campaign, Organisation, Person, Survey


def open_survey(
    campaign: Campaign,
    organisation: Organisation,
    code: str,
    wave: str,
    last_day: date,
    person: Person,
    address: Callable[[str], str],
) -> Survey:
    """Open a survey, of which the worker makes the posters. `address` makes the link of a token.

    Raises AskedAlready.
    """
    from svod.register.tasks import print_posters

    made = Survey(campaign=campaign, organisation=organisation, code=code, wave=wave, last_day=last_day)
    made.first_day, made.link = timezone.localdate(), address(made.token)
    try:
        with operation("open_survey", person, campaign, organisation, note=str(made)) as deed:
            deed.create(made)
            transaction.on_commit(lambda: print_posters.enqueue(made.pk))
    except IntegrityError as error:
        raise AskedAlready from error
    return made
