"""Why two tellings were joined, or left for a person, in words."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files


def explain(why: Iterable[str], language: str) -> tuple[str, ...]:
    """The words for each code of `why`, a tuple as long: for "date" in Russian "тот же день".

    Raises KeyError for a language, or a code, that words.toml does not have.
    """
    words = _words()[language]
    told = (code.partition(":") for code in why)
    return tuple(words[code].format(detail=detail) for code, _, detail in told)


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(files(__package__).joinpath("words.toml").read_text("utf-8"))
