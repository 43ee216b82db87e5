"""A table's columns as they may leave the circle: what the guard finds in people's words is masked."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache

from svod.guard import find, mask, masked_name
from svod.register.models import Campaign, Released
from svod.web.activities.columns import Cell, Column, Exported

IN_WORDS = ("title", "place", "organiser", "quote")  # the columns that people wrote
NAMES = ("source",)

Told = Callable[[str], str]


def guarded(columns: list[Column], campaign: Campaign, language: str) -> Iterator[Exported]:
    """The columns of a file."""
    pack, released = campaign.pack, Released.of(campaign)

    @lru_cache(maxsize=20_000)  # the same place and organiser stand in row after row
    def told(text: str) -> str:
        return mask(text, find(text, "", pack), released, language).text

    def named(name: str) -> str:
        return masked_name(name, pack, released, language)

    for column in columns:
        by = told if column.code in IN_WORDS else named if column.code in NAMES else None
        yield from (_through(file, by) if by else file for file in column.files())


def _through(file: Exported, told: Told) -> Exported:
    def value(row: object, words: object) -> Cell:
        cell = file.value(row, words)
        return told(cell) if isinstance(cell, str) else cell

    return replace(file, value=value)
