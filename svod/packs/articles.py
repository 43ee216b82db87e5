"""References to articles and paragraphs of international labour standards, as themes carry them."""

import re

# Instrument -> how many articles (a convention) or paragraphs (a recommendation) it has.
INSTRUMENTS = {"C155": 30, "C187": 14, "C190": 20, "R164": 19, "R197": 16, "R206": 23}

REFERENCE = re.compile(r"([CR]\d{3}):([1-9]\d*)(?:\([a-z]\))?")


def is_article(reference: str) -> bool:
    """Whether it names an article that exists: "C190:9", "C190:10(b)", "R206:16"."""
    match = REFERENCE.fullmatch(reference)
    return match is not None and int(match[2]) <= INSTRUMENTS.get(match[1], 0)
