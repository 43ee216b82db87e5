"""What a report says of itself: that it is not to be counted, or that it puts right what was sent before. A person
decides; to count or to drop it without a word would both be wrong."""

import re
import tomllib
from functools import cache
from pathlib import Path

HEAD, TAIL = 600, 400  # characters in which a sender says such a thing


def says_of_itself(name: str, text: str) -> str | None:
    """The code of what it says: "Отчёт района (уточнённый).docx", "просим не учитывать: отправлено по ошибке"."""
    ends = text if len(text) <= HEAD + TAIL else f"{text[:HEAD]}\n{text[-TAIL:]}"
    said = f"{name}\n{ends}".lower().replace("ё", "е")
    return next((code for code, pattern in _sayings() if pattern.search(said)), None)


@cache
def _sayings() -> tuple[tuple[str, re.Pattern[str]], ...]:
    table = tomllib.loads(Path(__file__).with_name("of_itself.toml").read_text("utf-8"))
    return tuple((code, re.compile("|".join(said["patterns"]))) for code, said in table.items())
