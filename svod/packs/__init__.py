"""Campaign packs: one folder each, TOML and text only, and one loader."""

from svod.packs.load import available, load
from svod.packs.pack import Contact, Geography, Lexicon, Pack, Term, Unit
from svod.packs.tables import PackError

__all__ = ["Contact", "Geography", "Lexicon", "Pack", "PackError", "Term", "Unit", "available", "load"]
