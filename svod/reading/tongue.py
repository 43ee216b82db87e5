"""Which language a text is written in, told by its letters."""

import re

from svod.language.kk.letters import KAZAKH, LETTERS

_CYRILLIC = re.compile(f"[а-яёА-ЯЁ{LETTERS}{LETTERS.upper()}]")
_LATIN = re.compile("[A-Za-z]")
# Of a hundred letters of Kazakh prose about fifteen are its own; a Russian line has some in a name at most.
_KAZAKH_SHARE = 0.05
_MOSTLY = 0.85


def language_of(text: str) -> str | None:
    """ "ru", "kk", "en", "mixed" where no language has most of the text, None without letters.

    Told line by line, each weighed by its letters: "Отчёт школы\\nМектепте тренинг өтті" is mixed.
    """
    letters = {"ru": 0, "kk": 0, "en": 0}
    for line in text.splitlines():
        cyrillic, latin = len(_CYRILLIC.findall(line)), len(_LATIN.findall(line))
        own = len(KAZAKH.findall(line))
        letters["kk" if own > cyrillic * _KAZAKH_SHARE else "ru"] += cyrillic
        letters["en"] += latin
    language = max(letters, key=letters.__getitem__)
    total = sum(letters.values())
    if not total:
        return None
    return language if letters[language] >= total * _MOSTLY else "mixed"
