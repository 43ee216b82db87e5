"""The letters that Kazakh has and Russian has not."""

import re

LETTERS = "әғқңөұүһі"
KAZAKH = re.compile(f"[{LETTERS}{LETTERS.upper()}]")


def is_kazakh(text: str) -> bool:
    """Whether any of them stands in the text, capital or not."""
    return KAZAKH.search(text) is not None
