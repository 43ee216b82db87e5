"""A title that a Kazakh sentence only points at: "«Біз біргеміз». Бүгін осындай атаумен кеш өтті"."""

from itertools import pairwise

from svod.extraction.lexicon.grammar import words
from svod.extraction.mentions.mention import Mention
from svod.extraction.text.frame import Frame
from svod.extraction.text.sentences import Sentence
from svod.records import Span

SO, NAMED = words("pointing_at_a_name"), words("by_a_name")
NEAR = 2  # lines from a headline to what points at it
LONGEST = 120  # characters of a headline
HELD = frozenset({"held", "planned"})


def told_above(frame: Frame, sentence: Sentence, mentions: list[Mention]) -> tuple[int, Span] | None:
    """The only mention of the sentence that is told, and the name above it that the sentence points at."""
    if mentions[0].language != "kk" or sentence.start == 0 or not _points(frame, sentence):
        return None
    told = [number for number, mention in enumerate(mentions) if mention.verdict.status in HELD]
    name = _quoted(frame, sentence) or _headline(frame, sentence)
    return (told[0], name) if name is not None and len(told) == 1 else None


def _points(frame: Frame, sentence: Sentence) -> bool:
    """ "Осындай атаумен", "жоғарыдағы тақырыппен" """
    seen = frame.words_in(sentence.start, sentence.end)
    return any(so in SO and named in NAMED for so, named in pairwise(seen))


def _quoted(frame: Frame, sentence: Sentence) -> Span | None:
    """The quotation that the sentence right before is all of, or speaks of; one that names an activity is its own."""
    before = frame.sentences[frame.sentences.index(sentence) - 1]
    quotes = frame.quotes_in(before.start, before.end)
    return quotes[-1] if quotes and "kind" not in frame.said(before.start, before.end) else None


def _headline(frame: Frame, sentence: Sentence) -> Span | None:
    first = frame.sentences[0]
    near = 0 < sentence.line - first.line <= NEAR and first.end - first.start <= LONGEST
    return Span(first.start, first.end) if near and frame.text[first.end - 1] not in ".:;" else None
