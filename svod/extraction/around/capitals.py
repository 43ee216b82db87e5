"""Holders that a letterhead names in capitals, written as in a sentence: "Атырау облыстық кәсіподақ ұйымы"."""

import re
from collections.abc import Collection, Iterable, Sequence

from svod.extraction.lexicon.grammar import CALLS_A_SETTLEMENT, words
from svod.extraction.mentions.found import Found
from svod.extraction.text.frame import Frame
from svod.extraction.text.place import Place
from svod.language.fold import fold

WORD = re.compile(r"\w[\w-]*")
SHORT = 3  # letters of "КГУ", "БҚО"; "и" and "мен" are words
SMALL = words("and") | words("prepositions")
PROPER = tuple(words("country"))
CALLS_A_PLACE = words("of_regions") | CALLS_A_SETTLEMENT
BEFORE_A_NAME = '«“"„.'  # "«Қамқорлық»", "Ы. Алтынсарин"


def write_small(frame: Frame, found: Iterable[Found], places: Sequence[Place]) -> None:
    """Give holders in capitals small letters, but for the first, places, short forms and names in quotes."""
    for item in found:
        name = item.organiser
        if name is not None and name.isupper() and any(len(word) > SHORT for word in WORD.findall(name)):
            spans = (frame.words_in(place.start, place.end) for place in places)
            named = {word for said in spans for word in said if word not in CALLS_A_PLACE}
            item.organiser = in_small_letters(name, named)


def in_small_letters(name: str, places: Collection[str] = ()) -> str:
    """ "СЕВЕРО-КАЗАХСТАНСКАЯ ОБЛАСТНАЯ ОРГАНИЗАЦИЯ" as "Северо-Казахстанская областная организация"."""

    def written(word: re.Match[str]) -> str:
        said, before = fold(word[0]), name[: word.start()].rstrip(" ")
        if len(said) <= SHORT and said not in SMALL:
            return word[0]
        is_place = said.startswith(PROPER) or any(part in places for part in (said, *said.split("-")))
        return word[0].title() if is_place or not before or before[-1] in BEFORE_A_NAME else word[0].lower()

    return WORD.sub(written, name)
