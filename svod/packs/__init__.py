"""Campaign packs: one folder each, TOML and text only, and one loader."""

from svod.packs.found import available, own
from svod.packs.load import load
from svod.packs.pack import Choice, Contact, Geography, Lexicon, Pack, Question, Survey, Term, Unit
from svod.packs.tables import PackError

__all__ = [
    "Choice",
    "Contact",
    "Geography",
    "Lexicon",
    "Pack",
    "PackError",
    "Question",
    "Survey",
    "Term",
    "Unit",
    "available",
    "load",
    "own",
]
