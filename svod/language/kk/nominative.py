"""A Kazakh name found in a text, put back into the nominative."""

import re

# After a possessive (мектебі|нде, ұйымы|ның, бөлімі|не), and after a bare stem (колледж|де, кітапхана|да, мектеп|тің).
AFTER_POSSESSIVE = re.compile(r"(?<=[ыіи])(?:нда|нде|ның|нің|нын|нин|нан|нен|на|не|мен|н)$")
AFTER_STEM = re.compile(r"(?:[дт][ае]|[дт][ае]н|[ғгқк][ае]|[ндт][ыі]ң|[бпм]ен|[дтн][ыі])$")


def nominative(phrase: str) -> str:
    """ "Қарағанды қаласының №25 мектебінде" -> "Қарағанды қаласының №25 мектебі": only the last word has a case."""
    before, space, last = phrase.rpartition(" ")
    bare = AFTER_POSSESSIVE.sub("", last)
    if bare == last:
        bare = AFTER_STEM.sub("", last)
    return before + space + bare.rstrip("-–")
