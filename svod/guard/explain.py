"""What was found in a text and why, in words: one HTML page, lines of text."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from svod.guard.records import Find

HERE = Path(__file__).parent


def kind_in_words(kind: str, language: str) -> str:
    """ "ИИН", "телефон"; `language` is the reader's."""
    return str(_table()["kinds"][kind][language])


def reason_in_words(find: Find, language: str) -> str:
    """Why it was found: the rule in words, and the word of the text it went by, where that names nobody."""
    rule = str(_table()["rules"][find.rule][language])
    tells = find.kind in ("name", "official") and find.why and find.rule != "named_before"
    return f"{rule}, {_table()['page']['because'][language]} «{find.why}»" if tells else rule


def explain(text: str, finds: Sequence[Find], source: str, language: str = "ru") -> str:
    """The page, whole and self-contained: the text with its finds marked, and each of them with its reason."""
    words = {name: entry[language] for name, entry in _table()["page"].items()}
    title = escape(words["title"].format(source=source))
    listed = "".join(_item(text, number, find, language) for number, find in enumerate(finds, start=1))
    return "\n".join(
        (
            f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{title}</title>\n<style>\n{(HERE / 'explain.css').read_text(encoding='utf-8')}</style>\n</head>",
            f"<body>\n<main>\n<h1>{title}</h1>\n<p>{words['intro']}</p>",
            f'<div class="text" tabindex="0" role="region" aria-label="{title}">{_marked(text, finds)}</div>',
            f"<ol>\n{listed}</ol>" if listed else f"<p>{words['nothing']}</p>",
            "</main>\n</body>\n</html>\n",
        )
    )


def lines(text: str, finds: Sequence[Find], language: str) -> Iterator[str]:
    """A line for each find: where, what, the words, how surely, why."""
    for find in finds:
        words = " ".join(text[find.start : find.end].split())
        kind, why = kind_in_words(find.kind, language), reason_in_words(find, language)
        yield f"{find.start}-{find.end}\t{kind}\t{words}\t{find.certainty:.2f}\t{why}"


def _item(text: str, number: int, find: Find, language: str) -> str:
    kind, why = kind_in_words(find.kind, language), reason_in_words(find, language)
    words = escape(text[find.start : find.end])
    return f'<li id="f{number}"><strong>{kind}</strong> <q>{words}</q> <span class="why">{escape(why)}</span></li>\n'


def _marked(text: str, finds: Sequence[Find]) -> str:
    """The text with marks, one within another where a story holds them."""
    edges: list[tuple[int, int, int, str]] = []
    for number, find in enumerate(finds, start=1):
        opening = f'<mark class="{find.kind}">'
        closing = f'<sup><a href="#f{number}">{number}</a></sup></mark>'
        edges += [(find.start, 1, -find.end, opening), (find.end, 0, -find.start, closing)]
    parts: list[str] = []
    position = 0
    for place, _, _, markup in sorted(edges):
        parts += (escape(text[position:place]), markup)
        position = place
    return "".join((*parts, escape(text[position:])))


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads((HERE / "reasons.toml").read_text(encoding="utf-8"))
