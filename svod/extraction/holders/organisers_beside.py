"""Who held it, told beside the sentence: "…, организатор — школа № 5", "… (organiser: the college)"."""

import re

from svod.extraction.lexicon.grammar import words
from svod.extraction.mentions.mention import Mention
from svod.extraction.text.scan import Mark
from svod.records import Span

CALLED = words("organiser_nouns")
SIGN = re.compile(r"\s*[—–:-]\s*(?=[«„“\"№\w])")
STOPS = frozenset(",;\n")
LONGEST = 140  # characters of a name


def organiser_beside(mention: Mention) -> tuple[str | None, Span | None]:
    """The name behind the word for who held it, as it stands in the text."""
    frame, sentence = mention.frame, mention.sentence
    if "organiser.marker" not in frame.said_in(sentence):
        return None, None
    for mark in frame.marks_in(mention.mark.end, sentence.end):
        if "organiser.marker" in mark.categories and frame.words.words[mark.last] in CALLED and not mark.quoted:
            sign = SIGN.match(frame.text, mark.end)
            if sign is not None:
                span = Span(sign.end(), _end(mention, mark, sign.end()))
                name = " ".join(frame.text[span.start : span.end].split())
                return (name[:1].upper() + name[1:], span) if 1 < len(name) < LONGEST else (None, None)
    return None, None


def _end(mention: Mention, mark: Mark, start: int) -> int:
    """Where the name ends: with its brackets, before a comma, with the sentence; never inside a quotation."""
    frame = mention.frame
    closing = frame.text[mark.start - 1] == "("
    at = start
    while at < mention.sentence.end:
        quote = frame.quote_around(at)
        if quote is not None:
            at = quote.end
            continue
        if frame.text[at] in STOPS or (closing and frame.text[at] == ")"):
            return at
        at += 1
    return start + len(frame.text[start : mention.sentence.end].rstrip(". "))
