"""The report as one HTML file: no script, no outside request; every number opens the words it rests on."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from svod.publishing.beside import table, text, words_for
from svod.publishing.figures import KeyFigure, key_figures
from svod.publishing.html_blocks import Drawing
from svod.publishing.html_sources import CLOSED, sources_section
from svod.publishing.markup import as_html, html
from svod.publishing.quotes import Guard, as_is
from svod.publishing.references import References
from svod.publishing.svg import Element
from svod.records import BarChart, Heading, Picture, Register, Report, ReportBlock, TileMap

# Nothing may be loaded or run, whatever a submission's text holds.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_NUMBER = re.compile(r"(\d[\d\s.,–]*\d|\d)")


def write_html(report: Report, register: Register, path: Path, *, guard: Guard = as_is) -> None:
    """Write the report to `path`. `guard` is applied to every quote. Raises OSError where it cannot be written."""
    path.write_text(page(report, register, guard), encoding="utf-8")


def page(report: Report, register: Register, guard: Guard = as_is) -> str:
    """The whole page as text."""
    is_whole = report.sources == "listed"  # a short text or one for the public opens with its own words
    figures = key_figures(register, report.language) if is_whole else ()
    runs = (figure.value for figure in figures)
    references = References(report, register, runs, guard, shown=("listed", "linked"))
    words = words_for(report)
    drawing = Drawing(report, references, words)
    above = _pictures_above(report)
    has_annex = report.sources != "hidden"
    main = html.main(
        _masthead(report, figures, drawing, words),
        *_pair(above, drawing),
        html.div(
            _contents(drawing.headings, words, with_sources=has_annex),
            html.article(*_body(report, above, drawing), id="text"),
            {"class": "columns"},
        ),
        *([sources_section(references, drawing.places, words)] if has_annex else []),
        *([html.section(*map(drawing.block, report.closing), {"class": "closing"})] if report.closing else []),
    )
    return as_html(html.html(_head(report), html.body(_skip(words), html.span(id=CLOSED), main), lang=report.language))


def _head(report: Report) -> Element:
    return html.head(
        html.meta(charset="utf-8"),
        html.meta(name="viewport", content="width=device-width, initial-scale=1"),
        html.meta({"http-equiv": "Content-Security-Policy", "content": _POLICY + _pictures_from(report)}),
        html.meta(name="referrer", content="no-referrer"),
        html.meta(name="color-scheme", content="light dark"),
        html.title(report.title),
        html.style(_colours() + text("page.css")),
    )


def _pictures_from(report: Report) -> str:
    """Pictures lie in the page itself, where there are any."""
    has_pictures = any(isinstance(block, Picture) for block in (*report.blocks, *report.closing))
    return "; img-src data:" if has_pictures else ""


def _colours() -> str:
    """The palette as custom properties, light and dark."""
    light, dark = (
        "".join(f"--{name}:{value};" for name, value in table("palette.toml")[theme].items())
        for theme in ("light", "dark")
    )
    return f":root{{{light}}}\n@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}\n"


def _skip(words: Mapping[str, str]) -> Element:
    return html.a(words["skip"], {"class": "skip", "href": "#text"})


def _masthead(report: Report, figures: tuple[KeyFigure, ...], drawing: Drawing, words: Mapping[str, str]) -> Element:
    items = [html.div(html.dt(figure.label), html.dd(*_large(figure, drawing))) for figure in figures]
    return html.header(
        html.h1(report.title),
        *([html.p(report.subtitle, {"class": "subtitle"})] if report.subtitle else []),
        *([html.dl(*items, {"class": "figures", "aria-label": words["key_figures"]})] if items else []),
        {"class": "masthead"},
    )


def _large(figure: KeyFigure, drawing: Drawing) -> Iterator[Element]:
    """The figure with its number large and the words around it ("не менее") small."""
    before, number, after = (*_NUMBER.split(figure.value.text, maxsplit=1), "", "")[:3]
    parts = [html.small(before), html.b(number), html.small(after)]
    yield drawing.linked(figure.value, [part for part in parts if part.text])


def _pictures_above(report: Report) -> tuple[ReportBlock, ...]:
    """The first map and the first chart stand side by side above the text, in the report's order."""
    pictures = [block for block in report.blocks if isinstance(block, TileMap | BarChart)]
    first = {type(block): block for block in reversed(pictures)}
    return tuple(block for block in pictures if block is first[type(block)])


def _pair(above: tuple[ReportBlock, ...], drawing: Drawing) -> Iterator[Element]:
    if above:
        yield html.div(*(drawing.block(block) for block in above), {"class": "pair"})


def _contents(
    headings: Mapping[int, tuple[str, int, Heading]], words: Mapping[str, str], *, with_sources: bool
) -> Element:
    items = [
        html.li(html.a(heading.text, href=f"#{anchor}"), {"class": f"level-{level}"})
        for anchor, level, heading in headings.values()
        if level <= 3
    ]
    if with_sources:
        items.append(html.li(html.a(words["sources"], href="#sources"), {"class": "level-2"}))
    listed = (html.p(words["contents"], {"class": "label"}), html.ul(*items)) if items else ()
    return html.nav(*listed, {"class": "contents", "aria-label": words["contents"]})


def _body(report: Report, above: tuple[ReportBlock, ...], drawing: Drawing) -> Iterator[Element]:
    for block in report.blocks:
        if not any(block is shown for shown in above):
            yield drawing.block(block)
