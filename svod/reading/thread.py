"""A letter that quotes others: which of its lines are whose."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

_MARKS = re.compile(r"(?:>\s?)+")
_ADDRESS = re.compile(r"[<\[(]?\b[\w.+-]+@[\w.-]+\b[>\])]?|<[^>]*>")
_RULES = ("---", "_____")
_HEAD = 6  # lines of the head of a letter that was passed on
_HOUR = re.compile(r"\d{1,2}:\d{2}")


class Line(NamedTuple):
    """`author`: of the letter that it was quoted from; None in the letter's own lines."""

    author: str | None
    text: str


def lines_of(text: str) -> list[Line]:
    """The lines without their marks of quotation, each with its author."""
    whose: dict[int, str | None] = {}
    lines: list[Line] = []
    depth = 0
    split = [_unquoted(line) for line in text.splitlines()]
    for number, (deep, line) in enumerate(split):
        if deep < depth:
            whose = {quoted: author for quoted, author in whose.items() if quoted <= deep}
        depth = deep
        below = split[number + 1 : number + _HEAD]
        author = _passed_on(line, below)
        if author:
            whose[deep] = author
        told = whose[max(whose)] if whose else None
        lines.append(Line(told, line))
        quoted = _quoted(line)
        if quoted:
            whose[_depth_below(deep, below)] = quoted
    return lines


def letters(text: str) -> Iterator[tuple[str | None, str]]:
    """The letters one after another, as (author, text); the author of the first is the sender, and None."""
    for author, lines in groupby(lines_of(text), lambda line: line.author):
        yield author, "\n".join(line.text for line in lines)


def _unquoted(line: str) -> tuple[int, str]:
    marks = _MARKS.match(line)
    return (marks.group().count(">"), line[marks.end() :]) if marks else (0, line)


def _passed_on(line: str, below: list[tuple[int, str]]) -> str | None:
    """Whose letter begins here: "-------- Пересланное сообщение --------", and below "От: Райком", "Дата: …"."""
    told = line.strip()
    ruled = told.strip("-_ ") if told.startswith(_RULES) else ""
    if ruled.lower().startswith(tuple(_words()["passed_on"])):
        return next(filter(None, (_labelled(text, "from") for _, text in below)), ruled)
    others = [text for _, text in below if _labelled(text, "other")]
    return _labelled(line, "from") if len(others) > 1 else None


def _labelled(line: str, name: str) -> str | None:
    """What stands behind "От:", "Кімнен:", "From:"."""
    label, colon, said = line.strip().strip("*").partition(":")
    return _name(said) or label if colon and label.lower().strip(" *") in _words()[name] else None


def _quoted(line: str) -> str | None:
    """Who wrote what is quoted below: "вт, 9 дек. 2025 г. в 12:15, Обком <obkom@…>:", "Айгуль Ким пишет:"."""
    told = line.strip()
    if not told.endswith(":"):
        return None
    says = told[:-1].lower().endswith(tuple(_words()["wrote"]))
    if not says and not (_HOUR.search(told) and (_ADDRESS.search(told) or "," in told)):
        return None
    name = _name(told[:-1])
    for wrote in _words()["wrote"]:
        name = name.removesuffix(wrote).strip()
    return _name(re.split(r"\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AP]M)?", name)[-1]) or told


def _depth_below(deep: int, below: list[tuple[int, str]]) -> int:
    """How deep the quotation is that begins; some programs mark none of its lines."""
    return next((depth for depth, line in below if line.strip() and depth > deep), deep)


def _name(said: str) -> str:
    return " ".join(_ADDRESS.sub("", said).split()).strip(" ,;*\"'«»")


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "thread.toml").read_text(encoding="utf-8"))
