"""Whose sitting it was: "состоялось заседание методического совета" was held by the council."""

from svod.extraction.holders.heads import HOLDERS
from svod.extraction.holders.names import extent, first_adjective, nominative
from svod.extraction.lexicon.grammar import words
from svod.extraction.mentions.mention import Mention
from svod.language.fold import fold
from svod.records import Span

SITTING = tuple(words("sitting"))
NAMELESS = words("nameless")


def holder_of_a_sitting(mention: Mention) -> tuple[str | None, Span | None]:
    """The body behind "заседание", whether the lexicon knows its sittings or only the body."""
    if mention.is_verb or "sitting" not in mention.traits or not mention.entry.phrase.startswith(SITTING):
        return None, None
    frame, clause, mark = mention.frame, mention.clause, mention.mark
    if mark.last > mark.first and " " in mention.entry.phrase and frame.words.words[mark.first].startswith(SITTING):
        span = Span(frame.words.starts[mark.first + 1], extent(frame, clause, mark).end)
    else:
        behind = [head for head in clause.marks if head.first > mark.last and head.categories & HOLDERS]
        head = behind[0] if behind else None
        if head is None or "g" not in head.meaning.cases_in(HOLDERS):
            return None, None
        if first_adjective(frame, clause, head) != mark.last + 1 or frame.breaks_at(mark.last + 1, mark.end):
            return None, None
        span = Span(frame.words.starts[mark.last + 1], extent(frame, clause, head).end)
    quotes = frame.quotes_in(span.start, span.end)  # "заседание комиссии «Дети и взрослые»": what it was called
    said = frame.text[span.start : quotes[0].start if quotes else span.end].rstrip()
    return (None, None) if fold(said) in NAMELESS else (nominative(said, "ru", "g"), span)
