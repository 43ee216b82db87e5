"""Who held it, in Kazakh: the subject of an active clause, "№ 5 мектеп … өткізді"."""

import re
from functools import lru_cache

from svod.language.kk.letters import is_kazakh
from svod.narration.kk.words import declined


@lru_cache(maxsize=5_000)
def may_be_subject(organiser: str, shared: tuple[str, ...]) -> bool:
    """Whether the name is Kazakh, so that it can be the subject; `shared` are words that Russian has as well."""
    outside = re.sub("«[^»]*»", "", organiser)
    words = re.findall(r"[^\W\d_]{2,}", outside.lower())
    if organiser.endswith("»"):  # "университет «Сарыарка»": in Kazakh the name comes first
        return is_kazakh(outside)
    return is_kazakh(outside) or bool(words and all(word in shared for word in words))


def begun_small(organiser: str, common: tuple[str, ...]) -> str:
    """The name within a sentence: "Облыстық кәсіподақ ұйымы" began one; `common` are words and endings of no names."""
    first = organiser.split()[0]
    is_common = first[1:].islower() and first.lower().endswith(common)
    return organiser[:1].lower() + organiser[1:] if is_common else organiser


def is_owned(organiser: str) -> bool:
    """Whether the name ends in a possessive, so that it is no attribute of what follows: not "мектеп көрме"."""
    return organiser.endswith(("ы", "і"))


@lru_cache(maxsize=5_000)
def genitive(organiser: str) -> str:
    """ "№ 5 мектептің", before "ұйымдастыруымен"; "" where nobody can tell the endings of its last word."""
    last = organiser.split()[-1]
    return declined(organiser, "gen") if last.replace("-", "").isalpha() and last.islower() else ""
