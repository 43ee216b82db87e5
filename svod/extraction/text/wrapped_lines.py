"""Lines that a narrow page broke in the midst of a sentence, as texts copied from a page have them."""

import re
from itertools import pairwise

from svod.extraction.lexicon.grammar import AND, PREPOSITIONS

FEWEST = 3  # lines that show it: others break a line once, by mistake
CUT = AND | PREPOSITIONS  # words that end no sentence
STOP = re.compile(r"[.!?][»”\")]?\s[А-ЯЁӘҒҚҢӨҰҮҺІA-Z«]")


def without_wraps(text: str) -> str:
    """The text with blanks where its lines were broken: "урок прошёл в\\nшколе. Ребята\\nрисовали"; no place moves."""
    if not _may_be_broken(text):
        return text
    lines = text.split("\n")
    if sum(map(_is_cut, lines, lines[1:])) < FEWEST:
        return text
    joined, is_open = [lines[0]], False
    for above, line in pairwise(lines):
        is_open = _leaves_open(above, is_open)
        joined += [" " if line and (is_open or _goes_on(above, line)) else "\n", line]
    return "".join(joined)


def _may_be_broken(text: str) -> bool:
    """Whether as many lines begin as what goes on: few texts have any."""
    found, end = 0, text.find("\n")
    while end >= 0 and found < FEWEST:
        found += text.startswith("«", end + 1) or text[end + 1 : end + 2].islower()
        end = text.find("\n", end + 1)
    return found >= FEWEST


def _is_cut(line: str, below: str) -> bool:
    """Whether a sentence begins in the line, or a word ends it that ends none, and small letters go on below."""
    if not (below[:1].islower() or below.startswith("«")) or not _may_go_on(line):
        return False
    return line.rsplit(None, 1)[-1].lower() in CUT or STOP.search(line) is not None


def _leaves_open(line: str, is_open: bool) -> bool:
    """Whether a quotation that began in it or above it is still open."""
    return line.rfind("«") > line.rfind("»") or (is_open and "»" not in line)


def _goes_on(above: str, line: str) -> bool:
    """Whether it goes on with the line above: in small letters or with a quotation, and nothing ended there."""
    return (line[0].islower() and _may_go_on(above)) or (line[0] == "«" and (_may_go_on(above) or above.endswith(":")))


def _may_go_on(line: str) -> bool:
    """Whether no sentence ends with it; a smile or a picture ends one, too."""
    return line[-1:].isalnum() or line.endswith(("»", ",", '"', "–", "—", "-"))
