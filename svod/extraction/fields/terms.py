"""What a cell of a table names, where there is no sentence to tell who did what."""

from svod.extraction.lexicon.kept import lexicon_of
from svod.extraction.lexicon.words import split_words
from svod.extraction.text.quotes import find_quotes
from svod.extraction.text.scan import scan
from svod.packs import Pack


def named(text: str, category: str, pack: Pack) -> tuple[str, ...]:
    """The pack's codes of that category ("audience", "partner", …) that the words name, sorted."""
    lexicon = lexicon_of(pack)
    words = split_words(text, lexicon)
    marks = scan(words, lexicon, find_quotes(text, words.signs))
    return tuple(sorted({entry.code for mark in marks for entry in mark.entries if entry.category == category}))
