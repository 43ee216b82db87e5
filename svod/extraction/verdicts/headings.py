"""A heading names what stands below it, and tells of nothing that was held."""

import re

from svod.extraction.mentions.mention import Mention, Verdict
from svod.extraction.mentions.rule import rule

NUMBERING = re.compile(r"[\s\d.)•*–—-]*")
CAPITAL_NUMBERING = re.compile(r"[\s\d.)•*IVX–—-]*")
HEADING = 70  # characters of the text around a heading: what is longer is a paragraph


@rule(language="ru", is_verb=False, is_plural=True, is_listed=False)
def heading_in_capitals(mention: Mention) -> Verdict | None:
    """ "II. ЛЕКЦИИ И БЕСЕДЫ", "I. КРУГЛЫЕ СТОЛЫ (3)": what stands below it."""
    frame, sentence = mention.frame, mention.sentence
    line = frame.text[sentence.start : sentence.end]
    if not line.isupper() or len(line) > HEADING or mention.clause.verbs:
        return None
    if frame.quotes_in(sentence.start, sentence.end) or frame.dates_in(sentence.start, sentence.end):
        return None
    below = frame.text[sentence.end : sentence.end + 1] == "\n"
    opens = not CAPITAL_NUMBERING.sub("", line[: mention.mark.start - sentence.start], count=1).strip()
    return Verdict("none", 0.6, "heading") if below and opens else None


@rule()
def heading(mention: Mention) -> Verdict | None:
    """ "1. Разъяснительная работа" alone on its line, with prose below it."""
    frame, sentence, behind = mention.frame, mention.sentence, mention.mark.last + 1
    if behind < len(frame.words) and frame.words.starts[behind] < sentence.end:
        return None
    rest = frame.text[mention.mark.end : sentence.end]
    if frame.text[max(0, sentence.start - 2) : sentence.start].rstrip(" ")[-1:] not in ("", "\n"):
        return None  # "круглый стол; книжная выставка"
    if rest.strip(" .:!") or frame.numbers_in(mention.mark.end, sentence.end):
        return None
    if NUMBERING.sub("", frame.text[sentence.start : mention.mark.start], count=1).strip():
        return None
    below = frame.text[sentence.end : sentence.end + HEADING + 2].lstrip(" .:")
    if not below.startswith("\n") or len(below.lstrip("\n").partition("\n")[0]) < HEADING - 2:
        return None
    return Verdict("none", 0.6, "heading")
