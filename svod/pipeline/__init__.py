"""The way through all stages: a folder of submissions becomes a register, a report and its files.

`way.py` is that way, in one page; beside it stand what it is asked for, how far it is, and what it writes.
"""

from svod.pipeline.outputs import OUTPUTS, SENT, SLIDES
from svod.pipeline.wanted import AS_USUAL, Wanted
from svod.pipeline.way import NothingToRead, Outcome, consolidate, register_of
from svod.pipeline.year import year_of

__all__ = [
    "AS_USUAL",
    "OUTPUTS",
    "SENT",
    "SLIDES",
    "NothingToRead",
    "Outcome",
    "Wanted",
    "consolidate",
    "register_of",
    "year_of",
]
