"""References to articles and paragraphs of international labour standards, as themes carry them."""

import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

REFERENCE = re.compile(r"([CR]\d+):([1-9]\d*)(?:\(\d\))?(?:\([a-z]\))?")


def is_article(reference: str) -> bool:
    """Whether it names an article that exists: "C190:9", "C190:4(2)(e)", "R206:16"."""
    match = REFERENCE.fullmatch(reference)
    return match is not None and int(match[2]) <= _instruments().get(match[1], 0)


@lru_cache(maxsize=1)
def _instruments() -> Mapping[str, int]:
    """Instrument -> how many articles or paragraphs it has."""
    return tomllib.loads((Path(__file__).parent / "instruments.toml").read_text("utf-8"))
