"""What number each table and picture bears, and how deep each heading stands: the same in every format."""

from collections import Counter
from collections.abc import Mapping

from svod.records import BarChart, Heading, Report, Table, TileMap


def numbers(report: Report) -> Mapping[int, int]:
    """By the block's `id()`: its number among the tables, or among the pictures."""
    counts: Counter[str] = Counter()
    found: dict[int, int] = {}
    for block in report.blocks:
        if isinstance(block, (Table, BarChart, TileMap)):
            kind = "table" if isinstance(block, Table) else "figure"
            counts[kind] += 1
            found[id(block)] = counts[kind]
    return found


def levels(report: Report) -> Mapping[int, int]:
    """By the heading's `id()`: its level from 1, with none skipped, as screen readers need it."""
    found: dict[int, int] = {}
    level = 0
    for block in (*report.blocks, *report.closing):
        if isinstance(block, Heading):
            level = max(1, min(block.level, level + 1))
            found[id(block)] = level
    return found
