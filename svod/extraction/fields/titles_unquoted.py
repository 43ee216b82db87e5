"""A title without quotation marks: "классный час на тему: Права ребёнка", "на тему Прорыв блокады", "тақырыбы Ар"."""

import re
from collections.abc import Sequence

from svod.extraction.lexicon.grammar import grammar, words
from svod.extraction.mentions.mention import Mention
from svod.extraction.text.frame import Frame
from svod.extraction.text.scan import Mark
from svod.records import Span

BEGINS = re.compile(r"(?P<colon>\s?[:–—-])?\s?(?=[А-ЯЁA-ZӘҒҚҢӨҰҮҺІ][а-яёa-zәғқңөұүһі]+)")
# Where it ends: with its sentence, before a bracket or a dash, before a comma with what is no part of a name.
AFTER_A_NAME = "|".join(map(re.escape, grammar("ru")["after_a_name"]))
ENDS = re.compile(rf"[.;(\n|]|\s[–—-]\s|,\s(?=\d|{AFTER_A_NAME})")
ENDS_KK = re.compile(r"[.;(\n|]|\s[–—-]\s|,\s(?=[\da-zа-яәғқңөұүһі])")
LONGEST, SHORTEST = 110, 2  # characters; words of one that no colon begins
OBLIQUE, THEMES = tuple(words("oblique_beginnings")), words("theme_words")


def unquoted_title(frame: Frame, end: int, mentions: Sequence[Mention]) -> tuple[int, Span] | None:
    """The mention that a word for a theme gives its name, and where the name stands."""
    for index, mention in enumerate(mentions):
        in_kazakh = mention.language == "kk"  # its theme may stand in a later clause: "семинар өтті, тақырыбы …"
        said = frame.said_in(mention.sentence) if in_kazakh else mention.clause.said
        if mention.language == "en" or "title.marker" not in said:
            continue
        following = mentions[index + 1].mark.start if index + 1 < len(mentions) else end
        for mark in frame.marks_in(mention.mark.end, min(following, end)):
            span = behind_a_theme(frame, mark, end) if "title.marker" in mark.categories else None
            if span is not None:
                return index, span
    return None


def behind_a_theme(frame: Frame, marker: Mark, end: int) -> Span | None:
    """The name behind "тема" and the like, None where none stands there."""
    begins = BEGINS.match(frame.text, marker.end)
    if begins is None or frame.words.words[marker.last] not in THEMES:
        return None
    ends = ENDS_KK if frame.language_at(marker.start) == "kk" else ENDS
    stop = ends.search(frame.text, begins.end(), end)
    span = Span(begins.end(), stop.start() if stop is not None else end)
    said = frame.words_in(span.start, span.end)
    if span.end - span.start > LONGEST or not said or (begins["colon"] is None and not _names(said)):
        return None
    return span


def _names(said: Sequence[str]) -> bool:
    """ "На тему Прорыв блокады", not "на тему Великой Отечественной войны"."""
    return len(said) >= SHORTEST and not said[0].endswith(OBLIQUE)
