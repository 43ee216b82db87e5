"""A Kazakh name found in a text, put back into the nominative."""

import re

from svod.language.fold import fold

# After a possessive (мектебі|нде, ұйымы|ның, бөлімі|не), and after a bare stem (колледж|де, кітапхана|да, мектеп|тің).
AFTER_POSSESSIVE = re.compile(r"(?<=[ыіи])(?:нда|нде|ның|нің|нын|нин|нан|нен|на|не|мен|н)$")
AFTER_STEM = re.compile(r"(?:[дт][ае]|[дт][ае]н|[ғгқк][ае]|[ндт][ыі]ң|[бпм]ен|[дтн][ыі])$")
# The same in Latin letters without their marks: mektebi|nde, uiymy|nyn, kitaphana|da.
LATIN_POSSESSIVE = re.compile(r"(?<=[yi])(?:nda|nde|nyn|nin|nan|nen|na|ne|men|(?<![^aeiouy][dtn].)n)$")
LATIN_STEM = re.compile(r"(?:[dt][ae]|[dt][ae]n|[gqk][ae]|[ndt][yi]n|[bpm]en|[dtn][yi])$")


def nominative(phrase: str) -> str:
    """ "Қарағанды қаласының №25 мектебінде" -> "Қарағанды қаласының №25 мектебі": only the last word has a case."""
    before, space, last = phrase.rpartition(" ")
    if last.isascii() or fold(last).isascii():
        seen = fold(last)
        bare = last[: len(_without(seen, LATIN_POSSESSIVE, LATIN_STEM))]
    else:
        bare = _without(last, AFTER_POSSESSIVE, AFTER_STEM)
    return before + space + bare.rstrip("-–")


def _without(word: str, possessive: re.Pattern[str], stem: re.Pattern[str]) -> str:
    """The word without its case's ending; what stands behind a possessive is looked for first."""
    bare = possessive.sub("", word)
    return stem.sub("", word) if bare == word else bare
