"""Quotations of one list, which name activities of one kind together."""

import re

from svod.extraction.lexicon.categories import VERBAL
from svod.extraction.lexicon.grammar import AND
from svod.extraction.text.frame import Frame
from svod.language.fold import fold_phrase
from svod.records import Span

LISTED = 6  # characters: ", и "
IN_BRACKETS = re.compile(r"\([^()\n]{1,40}\)")  # «А» (5 класс), «Б» (6 класс)
# «А», 3–4-сыныптарда «Б» атты сабақтар
CLASSES = re.compile(r"\d[\d\s,–-]*-?\s?(?:сынып\w*|класс\w*)")
WHOSE_BEHIND = re.compile(r"\s?[–—-]\s[^«»“”;:!?\n()]{2,60}[,;]\s(?:[аи]\s)?")
WHOSE_BEFORE = re.compile(
    r"(?:\s\([^()\n]{1,40}\))?,\s(?:[аи]\s)?(?:в|во|для|с|со|у|среди)\s[^«»“”;:!?\n(),]{2,50}\s[–—-]\s"
)
# What tells of something else.
OTHERS = frozenset({"kind", "kind_formless", "material", "title.marker", "organiser.marker", "partner.marker"})
TELLING_MORE = VERBAL | OTHERS
BEHIND_IN_BRACKETS = re.compile(r"\s\([^()\n]{1,40}\)")


def lists_of(frame: Frame, quotes: list[Span]) -> list[list[Span]]:
    """The quotations, those of one list together."""
    groups: list[list[Span]] = []
    for quote in quotes:
        if groups and _continues_list(frame, groups[-1][-1], quote):
            groups[-1].append(quote)
        else:
            groups.append([quote])
    return groups


def _continues_list(frame: Frame, one: Span, other: Span) -> bool:
    """«А», «Б» и «В»: nothing but commas and conjunctions between them."""
    between = frame.text[one.end : other.start]
    if len(between) > LISTED:
        between = CLASSES.sub("", IN_BRACKETS.sub("", between))
    between = between.strip(" ,;\t-–—")
    if len(between) <= 5 and all(word in AND for word in fold_phrase(between).split()):
        return True
    return _tells_only_whose(frame, one, other)


def _tells_only_whose(frame: Frame, one: Span, other: Span) -> bool:
    """ "«А» — СШ № 28, «Б» – лицей № 3", "в 7 классах «А», а в 8–9 классах – «Б»": between the names whose they are."""
    if WHOSE_BEHIND.fullmatch(frame.text, one.end, other.start) is None and (
        WHOSE_BEFORE.fullmatch(frame.text, one.end, other.start) is None
    ):
        return False
    return frame.said(one.end, other.start).isdisjoint(TELLING_MORE)


def others_follow(frame: Frame, quote: Span) -> bool:
    """ "«А» и другие", "«А» (64 участника) и другие" """
    is_aside = frame.text.startswith("(", quote.end + 1)
    aside = BEHIND_IN_BRACKETS.match(frame.text, quote.end) if is_aside else None
    quote = Span(quote.start, aside.end()) if aside else quote
    index = frame.word_index(quote.end)
    return "title.others" in frame.said_at(index) and frame.words.starts[index] - quote.end < 8
