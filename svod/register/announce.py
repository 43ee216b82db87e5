"""Tell other parts of the program what a worker has done, inside the transaction that keeps it.

What people do needs no telling: an `Operation` is saved.
"""

from django.db import models
from django.dispatch import Signal

announced = Signal()  # `what` was done to `row`


def announce(what: str, row: models.Model) -> None:
    announced.send(type(row), what=what, row=row)
