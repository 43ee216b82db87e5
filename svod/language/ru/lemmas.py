"""A Russian word as a dictionary has it, for search."""

from functools import lru_cache

from svod.language.ru.words import readings

UNLIKELY = 0.1  # readings below are not what a writer meant: "стали" is seldom steel


@lru_cache(maxsize=50_000)
def lemmas(word: str) -> tuple[str, ...]:
    """The dictionary forms a word may belong to, likeliest first: "школам" -> школа; "стали" -> стать, сталь."""
    found = readings(word)
    likely = [reading for reading in found if reading.score >= UNLIKELY] or list(found[:1])
    return tuple(dict.fromkeys(reading.normal_form for reading in likely))
