"""What a cell of a table names, where there is no sentence to tell who did what."""

from svod.extraction.lexicon.table import lexicon_of
from svod.extraction.lexicon.words import split_words
from svod.extraction.text.quotes import find_quotes
from svod.extraction.text.scan import forms_of, scan
from svod.packs import Pack


def named(text: str, category: str, pack: Pack) -> tuple[str, ...]:
    """The pack's codes of that category ("audience", "partner", …) that the words name, sorted."""
    words, lexicon = split_words(text), lexicon_of(pack)
    marks = scan(words, forms_of(words, lexicon), lexicon, find_quotes(text))
    return tuple(sorted({entry.code for mark in marks for entry in mark.entries if entry.category == category}))
