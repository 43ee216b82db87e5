"""For whom, with whom, with what: audience, partners and materials."""

from svod.extraction.frame import Frame
from svod.extraction.scan import Mark
from svod.extraction.verdicts import Mention
from svod.records import Span

Coded = dict[str, Span]  # code -> the place that says it


def codes_in(frame: Frame, category: str, start: int, end: int, skip: tuple[Span, ...] = ()) -> Coded:
    """The codes of a category named between two places, outside quotations and the places to skip."""
    found: Coded = {}
    for mark in frame.marks_in(start, end):
        if category not in mark.categories or frame.quote_around(mark.start):
            continue
        if any(span.start <= mark.start < span.end for span in skip):
            continue
        for entry in mark.entries:
            if entry.category == category:
                found.setdefault(entry.code, Span(mark.start, mark.end))
    return found


def implied(mention: Mention, category: str) -> Coded:
    """What the kind's own phrase says: "родительское собрание" is for parents, "просмотр видеоролика" shows a video."""
    frame, mark = mention.frame, mention.mark
    if mark.last == mark.first:
        return {}
    found: Coded = {}
    for code in _inner_codes(frame, mark, category):
        found[code] = Span(mark.start, mark.end)
    return found


IMPLIED = {
    "audience": {"родительск": "parents", "ата-ана": "parents", "родителей": "parents"},
    "material": {
        "видеоролик": "video",
        "фильм": "video",
        "ролик": "video",
        "рисунк": "drawing",
        "плакат": "poster",
        "буклет": "booklet",
        "листов": "leaflet",
        "памят": "memo",
        "брошюр": "brochure",
        "книж": "book",
        "кiтап": "book",
        "китап": "book",
        "сурет": "drawing",
    },
}


def _inner_codes(frame: Frame, mark: Mark, category: str) -> list[str]:
    words = frame.words.folded[mark.start : mark.end]
    return [code for part, code in IMPLIED.get(category, {}).items() if part in words]


def partners_of(frame: Frame, mention: Mention, start: int, end: int, organiser: Span | None) -> Coded:
    """Partners are named after a word of joining: "с участием прокурора", "совместно с полицией", "пригласили имама"."""
    found: Coded = {}
    open_until = -1
    joined = False
    for mark in frame.marks_in(start, end):
        if frame.quote_around(mark.start):
            continue
        if "partner.marker" in mark.categories or "held.joined" in mark.categories:
            open_until, joined = mark.end + 160, True
        if mark.first == mention.mark.first:
            open_until = mark.end + 60 if mention.code in ("meeting", "lecture", "talk", "training") else open_until
        if "partner" not in mark.categories or (organiser and organiser.start <= mark.start < organiser.end):
            continue
        entry = mark.entry("partner")
        assert entry is not None
        if entry.language == "kk" or mark.start <= open_until or joined:
            found.setdefault(entry.code, Span(mark.start, mark.end))
    return found
