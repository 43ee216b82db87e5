"""Why a text was read as it was: one HTML page with its marks and the reason for each decision."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from html import escape
from pathlib import Path

from svod.extraction.around.second_look import Explaining
from svod.extraction.extract import Examination, examine
from svod.extraction.reasons import reason
from svod.packs import Pack
from svod.records import Activity, Document, Reading, Span
from svod.records.activity import NOT_KEPT

HERE = Path(__file__).parent
Marked = tuple[Span, str, str]  # where, its class, the anchor it leads to


@cache
def _table() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads((HERE / "explain.toml").read_text(encoding="utf-8"))


def explain(document: Document, pack: Pack, language: str = "ru", second_look: Explaining | None = None) -> str:
    """The page, whole and self-contained. `language` is the reader's: ru, kk or en."""
    examination = examine(document, pack, second_look)
    words = _table()[language]
    title = escape(words["title"].format(source=document.source))
    return "\n".join(
        (
            f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{title}</title>\n<style>\n{(HERE / 'explain.css').read_text(encoding='utf-8')}</style>\n</head>",
            f"<body>\n<main>\n<h1>{title}</h1>\n<p>{words['intro']}</p>",
            _key(words),
            f'<div class="text" tabindex="0" role="region" aria-label="{title}">',
            f"{_marked_text(document, examination, pack)}</div>",
            f"<h2>{words['found']}</h2>",
            _found(document, examination.reading, pack, language) or f"<p>{words['nothing']}</p>",
            f"<h2>{words['totals']}</h2>",
            _totals(document, examination.reading) or f"<p>{words['nothing']}</p>",
            f"<h2>{words['decisions']}</h2>",
            _items(_decisions(examination, pack, language, second_look)) or f"<p>{words['nothing']}</p>",
            "</main>\n</body>\n</html>\n",
        )
    )


def _key(words: Mapping[str, str]) -> str:
    items = "".join(
        f'<li><mark class="{name}">{words[name]}</mark></li>' for name in ("held", "planned", "none", "field")
    )
    return f'<ul class="key">{items}</ul>'


def _marked_text(document: Document, examination: Examination, pack: Pack) -> str:
    parts, position = [], 0
    for span, css, anchor in _marks(examination, frozenset(kind.code for kind in pack.kinds)):
        if span.start < position:
            continue
        parts.append(escape(document.text[position : span.start]))
        words = escape(document.quote(span))
        number = f'<sup><a href="#{anchor}">{anchor}</a></sup>' if anchor else ""
        parts.append(f'<mark class="{css}">{words}{number}</mark>')
        position = span.end
    return "".join(parts) + escape(document.text[position:])


def _marks(examination: Examination, kinds: frozenset[str]) -> list[Marked]:
    marks: list[Marked] = []
    for number, (mention, place) in enumerate(zip(examination.mentions, examination.places, strict=True), start=1):
        marks.append((place, mention.verdict.status if mention.code in kinds else "none", f"m{number}"))
    for activity in examination.reading.activities:
        marks += [(span, "field", "") for _, span in activity.sources]
    marks += [(total.evidence.span, "field", "") for total in examination.reading.totals]
    return sorted(marks, key=lambda mark: (mark[0].start, not mark[2], -mark[0].end))


def _found(document: Document, reading: Reading, pack: Pack, language: str) -> str:
    kinds = {term.code: term.names[language] for term in pack.kinds}
    return _items(_card(document, activity, kinds, language) for activity in reading.activities)


def _card(document: Document, activity: Activity, kinds: Mapping[str, str], language: str) -> str:
    words = _table()[language]
    fields = "".join(
        f"<dt>{name}</dt><dd>{escape(value)} <q>{escape(document.quote(span))}</q></dd>"
        for name, span in activity.sources
        if (value := str(getattr(activity, name, "") or ""))
    )
    why = "; ".join(reason(rule, language) for rule in activity.reasons)
    return (
        f"<strong>{escape(kinds.get(activity.kind, activity.kind))}</strong>"
        f" · {activity.count.as_list()} · {words['confidence']} {activity.confidence:.2f}"
        f"<dl>{fields}</dl><p><q>{escape(document.quote(activity.evidence))}</q></p>"
        f'<p class="why">{escape(why)}</p>'
    )


def _totals(document: Document, reading: Reading) -> str:
    return _items(
        f"<strong>{total.measure}</strong> {total.value.as_list()} <q>{escape(document.quote(total.evidence))}</q>"
        for total in reading.totals
    )


def _decisions(examination: Examination, pack: Pack, language: str, second_look: Explaining | None) -> Iterator[str]:
    kinds = {term.code: term.names[language] for term in pack.kinds}
    spoke = {id(one.mention): one.why for one in examination.reversals}
    for number, mention in enumerate(examination.mentions, start=1):
        phrase = escape(mention.frame.text[mention.mark.start : mention.mark.end])
        why = escape(reason(mention.verdict.rule if mention.code in kinds else NOT_KEPT, language))
        if second_look is not None and id(mention) in spoke:
            facts = (
                f"{second_look.in_words(name, kinds, language)} {weight:+.2f}" for name, weight in spoke[id(mention)]
            )
            why += escape(f" ({'; '.join(facts)})")
        yield f'<span id="m{number}">m{number}</span> <q>{phrase}</q><p class="why">{why}</p>'


def _items(items: Iterator[str]) -> str:
    listed = "".join(f"<li>{item}</li>\n" for item in items)
    return f'<ol class="found">\n{listed}</ol>' if listed else ""
