"""A Kazakh list of kinds: its last one has the case of all of them, and what governs them stands behind it."""

from svod.extraction.lexicon.categories import VERBAL
from svod.extraction.lexicon.grammar import AND, is_adjective
from svod.extraction.mentions.mention import Mention
from svod.extraction.text.scan import Mark

NOUN = frozenset({"place", "partner", "audience", "online.word", "organiser.head", "material", "kind"})


def mark_after(mention: Mention, mark: Mark) -> Mark | None:
    """The mark of the next word; adjectives and numbers between them are passed over: "семинардың негізгі мақсаты"."""
    frame = mention.frame
    for index in range(mark.last + 1, min(mark.last + 4, len(frame.words))):
        if frame.words.starts[index] >= mention.sentence.end or not frame.words.gap(index).isspace():
            return None
        at = frame.mark_at[index]
        if at is not None:
            return at
        if not is_adjective(frame.words.words[index]):
            return None
    return None


def last_of_list(mention: Mention) -> Mark:
    """The last kind of the list that the mention stands in: its case and what follows it hold for all of them."""
    last = mention.mark
    for mark in mention.frame.marks_in(mention.mark.end, mention.clause.end):
        if mark.quoted:
            continue
        if not mark.categories.isdisjoint(VERBAL) or ("title.marker" in mark.categories and mark.first - last.last > 9):
            break
        if "kind" not in mark.categories:
            if mark.categories.isdisjoint(NOUN | {"title.marker", "title.carrier"}):
                break
            continue
        if not _joined(mention, last, mark):
            break
        if not _is_what_for(mention, mark):
            last = mark
    return last


def _is_what_for(mention: Mention, mark: Mark) -> bool:
    """ "8 дәріс және «Жылы ұя» жобасы бойынша 4 тренинг": of a list's next item, and none of its own."""
    after = mark_after(mention, mark)
    if after is None or "reference.after" not in after.categories:
        return False
    return bool(mention.frame.kinds_in(after.end, mention.clause.end))


def _joined(mention: Mention, one: Mark, other: Mark) -> bool:
    frame = mention.frame
    between = frame.text[one.end : other.start]
    return between[:1] == "," or frame.words.words[one.last + 1] in AND
