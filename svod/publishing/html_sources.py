"""The annex of the page: every reference with its quotes; each quote is written once, elsewhere it is named."""

from collections.abc import Mapping

from svod.publishing.html_blocks import place_id
from svod.publishing.markup import html
from svod.publishing.quotes import Quote, shortened
from svod.publishing.references import Reference, References
from svod.publishing.svg import Element
from svod.records import Evidence

SHOWN = 20  # quotes under one reference; the register has them all
_BRIEF = 90  # characters of a quote that stands in full elsewhere
_ACTIVITIES = 12
_BACK_LINKS = 8
CLOSED = "closed"  # stands fixed, so that going there closes what is open and leaves the page where it is

Homes = Mapping[Evidence, tuple[int, int]]


def sources_section(references: References, places: Mapping[int, int], words: Mapping[str, str]) -> Element:
    """All references in order; `places` says how many links in the text lead to each."""
    homes = _homes(references)
    entries = [_entry(one, references, homes, places[one.number], words) for one in references]
    return html.section(
        html.h2(words["sources"], id="sources-heading"),
        html.p(words["sources_lead"], {"class": "lead"}),
        html.ol(*entries, {"class": "references"}),
        {"id": "sources", "aria-labelledby": "sources-heading"},
    )


def _homes(references: References) -> Homes:
    """For each quote the reference where it stands in full, the closest one, and the quote's own number."""
    homes: dict[Evidence, tuple[int, int]] = {}
    for one in sorted(references, key=lambda reference: (len(reference.evidences), reference.number)):
        for evidence in one.evidences[:SHOWN]:
            homes.setdefault(evidence, (one.number, len(homes) + 1))
    return homes


def _entry(one: Reference, references: References, homes: Homes, places: int, words: Mapping[str, str]) -> Element:
    quotes = [_quote(evidence, one, references, homes, words) for evidence in one.evidences[:SHOWN]]
    hidden = len(one.evidences) - len(quotes)
    if hidden:
        quotes.append(html.li(words["more"].format(n=hidden), {"class": "more"}))
    parts = [
        html.p(html.span(str(one.number), {"class": "number"}), " ", "; ".join(one.labels), {"class": "for"}),
        html.ul(*quotes),
    ]
    if one.activities:
        parts.append(html.p(_activities(one, words), {"class": "ids"}))
    parts.append(html.p(*_back(one, places, words), {"class": "back"}))
    return html.li(*parts, {"class": "reference", "id": f"s{one.number}", "tabindex": "-1"})


def _quote(
    evidence: Evidence, one: Reference, references: References, homes: Homes, words: Mapping[str, str]
) -> Element:
    home, number = homes[evidence]
    if home != one.number:
        found = references.bare(evidence)
        brief = html.a(found.brief(_BRIEF), {"href": f"#q{number}", "title": words["whole_quote"]})
        return html.li(html.cite(found.source), " ", brief)
    found = references.quote(evidence)
    file = html.cite(found.source)
    return html.li(file, html.blockquote(*_words(found, words), _language(found)), id=f"q{number}")


def _words(found: Quote, words: Mapping[str, str]) -> list[Element | str]:
    if not found.words:
        return [words["no_words"]]
    return [found.before, html.mark(found.words), found.after]


def _language(found: Quote) -> dict[str, str]:
    return {"lang": found.language} if found.language else {}


def _activities(one: Reference, words: Mapping[str, str]) -> str:
    shown = ", ".join(shortened(name, 20) for name in one.activities[:_ACTIVITIES])
    hidden = len(one.activities) - _ACTIVITIES
    return f"{words['in_register']}: {shown}" + (f" {words['more'].format(n=hidden)}" if hidden > 0 else "")


def _back(one: Reference, places: int, words: Mapping[str, str]) -> list[Element | str]:
    """Close it where one is, or go to the first place, or to the further ones by their number."""
    close = html.a("× ", words["close"], {"href": f"#{CLOSED}", "class": "close"})
    parts: list[Element | str] = [close, " ", html.a("↑ ", words["back"], href=f"#{place_id(one.number, 1)}")]
    for place in range(2, min(places, _BACK_LINKS) + 1):
        label = f"{words['back']}, {place}"
        parts += [" ", html.a(str(place), {"href": f"#{place_id(one.number, place)}", "aria-label": label})]
    return parts
