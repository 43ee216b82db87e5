"""Where no line ends: between «№» and its number, a number and what it counts, "г." and its town, before a dash."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from svod.publishing.references import is_number
from svod.records import Run

NBSP = "\u00a0"
_WORD = "(?=[a-zа-яёәғқңөұүһі]{3})"
_TOGETHER = re.compile(rf"№ (?P<number>\d+ ?)|(?<=\d) {_WORD}|(?<=\b[гсп]\.) (?=[А-ЯЁӘҒҚҢӨҰҮІ])|(?<=\S) (?=— )")
_BEHIND = re.compile(f"^ {_WORD}")


def held_together(runs: Sequence[Run]) -> Iterator[Run]:
    """The runs of a paragraph with no-break spaces where custom wants them: "№ 5", "5 декабря", "200 человек",
    "г. Алматы", "саны — 45". A number that is a run of its own is held together with the words behind it."""
    before = ""
    for run in runs:
        text = run.text if is_number(run) else _TOGETHER.sub(_glued, run.text)
        text = _BEHIND.sub(NBSP, text) if before.isdigit() else text
        before = run.text[-1:] or before
        yield run if text == run.text else replace(run, text=text)


def _glued(found: re.Match[str]) -> str:
    number = found["number"]
    return f"№{NBSP}{number}" if number else NBSP
