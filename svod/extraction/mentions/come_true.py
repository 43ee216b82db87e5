"""What was announced and then told as held by a word that only points at it."""

from collections.abc import Iterable, Sequence

from svod.extraction.lexicon.categories import HELD
from svod.extraction.mentions.found import Found
from svod.extraction.mentions.mention import Mention, Verdict

TOLD = Verdict("held", 0.85, "held")


def hear_that_it_was_held(mentions: Iterable[Mention], found: Sequence[Found]) -> None:
    """ "5 декабря планируем вебинар", and in a later line "Вебинар прошёл, подключилось 94 человека"."""
    last = found[-1] if found else None
    if last is None or not last.planned:
        return
    for mention in mentions:
        if mention.verdict.rule != "points_back" or mention.code != last.kind or mention.sentence.line <= last.line:
            continue
        said = mention.clause.categories
        if not said.isdisjoint(HELD) and "planned.verb" not in said:
            mention.verdict = TOLD
