"""Who held it, told beside the sentence: "…, организатор — школа № 5", "… (organiser: the college)"."""

import re

from svod.extraction.holders.heads import HOLDERS, head_cases
from svod.extraction.lexicon.grammar import words
from svod.extraction.mentions.mention import Mention
from svod.extraction.text.scan import Mark
from svod.records import Span

CALLED = words("organiser_nouns")
SIGN = re.compile(r"\s*[—–:-]\s*(?=[«„“\"№\w])")
STOPS = frozenset(",;\n")
PARTS, FEW = frozenset(",;()\n"), 4  # signs, and words from the word for who held it to their name's head
LONGEST = 140  # characters of a name


def organiser_beside(mention: Mention) -> tuple[str | None, Span | None]:
    """The name behind the word for who held it, as it stands in the text."""
    frame, sentence = mention.frame, mention.sentence
    if "organiser.marker" not in frame.said_in(sentence):
        return None, None
    for mark in frame.marks_in(mention.mark.end, sentence.end):
        if "organiser.marker" in mark.categories and frame.words.words[mark.last] in CALLED and not mark.quoted:
            sign = SIGN.match(frame.text, mark.end)
            start = sign.end() if sign is not None else mark.end + 1 if _is_followed_by_one(mention, mark) else -1
            if start >= 0:
                span = Span(start, _end(mention, mark, start))
                name = " ".join(frame.text[span.start : span.end].split())
                return (name[:1].upper() + name[1:], span) if 1 < len(name) < LONGEST else (None, None)
    return None, None


def _is_followed_by_one(mention: Mention, called: Mark) -> bool:
    """ "…, организатор районный совет ветеранов, …": who it was right behind the word, in the nominative."""
    frame, before = mention.frame, mention.frame.text[: called.start].rstrip()[-1:]
    if mention.language != "ru" or before not in (",", "(", ";") or frame.words.gap(called.last + 1) != " ":
        return False
    head = next(iter(frame.marks_in(called.end, mention.sentence.end)), None)
    if head is None or head.categories.isdisjoint(HOLDERS) or head.first - called.last > FEW:
        return False
    return "n" in head_cases(head) and PARTS.isdisjoint(frame.text[called.end : head.start])


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
