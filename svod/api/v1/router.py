"""One router for all nouns: an address that is read in one module is changed in another."""

from functools import partial
from types import SimpleNamespace

from ninja import Router

shared = Router()
METHODS = ("get", "post", "put", "patch", "delete")


def noun(name: str) -> SimpleNamespace:
    """The decorators by which a module adds its operations, under its noun."""
    return SimpleNamespace(**{how: partial(getattr(shared, how), tags=[name]) for how in METHODS})
