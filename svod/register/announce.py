"""Tell other parts of the program what a worker has done, inside the transaction that keeps it.

What people do needs no telling: an `Operation` is saved. It is at one organisation: what goes from there to another one
is announced there as well.
"""

from django.db import models
from django.dispatch import Signal

from svod.register.models import Organisation

announced = Signal()  # `what` was done to `row`; where it is not the row's own place, `at`, beside that of an operation


def announce(what: str, row: models.Model) -> None:
    announced.send(type(row), what=what, row=row)


def announce_beside(what: str, row: models.Model, at: Organisation, beside: Organisation) -> None:
    """What an operation at `beside` did to the row concerns another organisation, too."""
    announced.send(type(row), what=what, row=row, at=at, beside=beside)
