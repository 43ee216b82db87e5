"""What is said to a person about a problem: one sentence per code and language, from messages.toml."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from svod.records import Problem


def message(problem: Problem, language: str) -> str:
    """What happened and what to do about it, in "ru", "kk" or "en".

    Raises LookupError for a code or a language the catalogue does not have, and for details that leave a gap open.
    """
    sentences = catalogue().get(problem.code)
    if sentences is None:
        raise LookupError(f"no message for the code {problem.code!r}")
    if language not in sentences:
        raise LookupError(f"no message for {problem.code!r} in the language {language!r}")
    try:
        return sentences[language].format_map(dict(problem.details))
    except KeyError as gap:
        raise LookupError(f"the message for {problem.code!r} needs the detail {gap}") from None


@cache
def catalogue() -> Mapping[str, Mapping[str, str]]:
    """Code -> language -> sentence, as the file has them."""
    return tomllib.loads((Path(__file__).parent / "messages.toml").read_text(encoding="utf-8"))
