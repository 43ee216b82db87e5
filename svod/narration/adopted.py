"""Which sentences of a submission tell what somebody recommended or decided: a guess, for a person to choose from."""

import re
import tomllib
from functools import cache
from pathlib import Path


def recommends(sentence: str) -> bool:
    """ "Участники рекомендовали школам …", "Қарар қабылданды"."""
    return bool(_words().search(sentence))


@cache
def _words() -> re.Pattern[str]:
    table = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    beginnings = "|".join(re.escape(word) for words in table.values() for word in words)
    return re.compile(rf"\b(?:{beginnings})", re.IGNORECASE)
