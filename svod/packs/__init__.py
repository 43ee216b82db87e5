"""Campaign packs: one folder each, TOML and text only, and one loader."""

from svod.packs.load import PackError, available, load
from svod.packs.pack import Contact, Geography, Lexicon, Pack, Term, Unit

__all__ = ["Contact", "Geography", "Lexicon", "Pack", "PackError", "Term", "Unit", "available", "load"]
