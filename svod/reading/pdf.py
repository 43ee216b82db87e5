"""PDF: the words of its pages, put together again into paragraphs; pages that are pictures go through Tesseract."""

import re
from collections.abc import Iterator
from ctypes import c_float
from typing import Any

from svod.reading.content import Content, Note, Piece
from svod.reading.errors import Damaged, Encrypted, NeedsOcr, TooLarge
from svod.reading.limits import Limits, Meter
from svod.reading.ocr import read_picture
from svod.reading.pages import Line, Word, by_height, line_of, paragraphs, printed, without_repeats
from svod.reading.ruled import tables
from svod.reading.rules import Rules
from svod.reading.turning import turn_page

_POINTS_PER_INCH, _DOTS_PER_INCH = 72, 300
_MOST_PIXELS = 30_000_000
_MOST_STROKES = 5000  # of one path: what has more is a drawing
_WORD = re.compile(r"[^\s\ufffe]+\ufffe?")  # a word that the line's end divides is two


def read(data: bytes, meter: Meter) -> Content:
    """The text of a PDF file. Raises Damaged, Encrypted, NeedsOcr, TooLarge."""
    pdf = _open(data)
    try:
        if len(pdf) > meter.limits.pages:
            raise TooLarge("too_many_pages", pages=len(pdf), limit=meter.limits.pages)
        return _read(pdf, meter.limits)
    finally:
        pdf.close()


def _open(data: bytes) -> Any:
    import pypdfium2
    import pypdfium2.raw as pdfium

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD:
            raise Encrypted from error
        raise Damaged from error


def _read(pdf: Any, limits: Limits) -> Content:
    pages: list[list[Line]] = []
    seen, unseen = 0, 0
    missing = None
    for page in pdf:
        lines = _lines(page)
        if not lines and _draws(page):
            try:
                lines = read_picture(_picture(page), limits) if seen < limits.ocr_pages else []
            except NeedsOcr as reason:
                missing = reason
            seen, unseen = seen + bool(lines), unseen + (not lines)
        pages.append(lines)
    if missing is not None and not any(pages):
        raise missing
    notes = [Note("read_by_ocr")] if seen else []
    notes += [Note("pages_not_read", (("count", str(unseen)),))] if unseen else []
    return Content(tuple(_pieces(pages)), tuple(notes))


def _lines(page: Any) -> list[Line]:
    """The lines of a page in the order it draws them; a ruled table's rows where its first word stands."""
    printed = _printed(page)
    ruled = tables(_rules(page)) if printed else []
    lines: list[Line] = []
    told: set[int] = set()
    for words in printed:
        number = next((number for number, table in enumerate(ruled) if table.holds(words[0])), None)
        if number is None:
            lines.append(line_of(words))
        elif number not in told:
            told.add(number)
            lines += ruled[number].lines(line for line in printed if ruled[number].holds(line[0]))
    return lines


def _printed(page: Any) -> list[list[Word]]:
    """The words of each line."""
    text_page = page.get_textpage()
    lines = []
    at = 0
    for text in text_page.get_text_range().split("\r\n"):
        lines += by_height([_word(text_page, at + found.start(), found.group()) for found in _WORD.finditer(text)])
        at += len(text) + 2
    text_page.close()
    return lines


def _rules(page: Any) -> Rules:
    """The straight lines that are drawn on the page."""
    from pypdfium2 import raw

    rules = Rules([], [])
    for path in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=3):
        if rules.are_a_drawing:
            break
        matrix = path.get_matrix()
        first = last = (0.0, 0.0)
        for number in range(min(raw.FPDFPath_CountSegments(path), _MOST_STROKES)):
            segment = raw.FPDFPath_GetPathSegment(path, number)
            x, y = c_float(), c_float()
            raw.FPDFPathSegment_GetPoint(segment, x, y)
            point = matrix.on_point(x.value, y.value)
            kind = raw.FPDFPathSegment_GetType(segment)
            if kind == raw.FPDF_SEGMENT_MOVETO:
                first = point
            elif kind == raw.FPDF_SEGMENT_LINETO:
                rules.add(last, point)
            if raw.FPDFPathSegment_GetClose(segment):
                rules.add(point, first)
            last = point
    return rules


def _word(text_page: Any, place: int, text: str) -> Word:
    """The word that stands at that place of the page's text, with the box from its first letter to its last."""
    from pypdfium2.raw import FPDFText_GetCharIndexFromTextIndex as index_of

    first, last = max(index_of(text_page, place), 0), max(index_of(text_page, place + len(text) - 1), 0)
    left, bottom, right, top = text_page.get_charbox(first, loose=True)
    if first != last:
        _, other_bottom, right, other_top = text_page.get_charbox(last, loose=True)
        bottom, top = min(bottom, other_bottom), max(top, other_top)
    return Word(text, left, bottom, right, top)


def _draws(page: Any) -> bool:
    """Whether there is anything on the page: a picture or drawn letters."""
    return next(iter(page.get_objects(max_depth=2)), None) is not None


def _picture(page: Any) -> bytes:
    """The page drawn in shades of grey, as PNM, which needs no library to write."""
    width, height = page.get_size()
    scale = min(_DOTS_PER_INCH / _POINTS_PER_INCH, (_MOST_PIXELS / max(1.0, width * height)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True)
    rows = memoryview(bitmap.buffer).cast("B")
    shown = b"".join(bytes(rows[y * bitmap.stride : y * bitmap.stride + bitmap.width]) for y in range(bitmap.height))
    return b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + shown


def _pieces(pages: list[list[Line]]) -> Iterator[Piece]:
    headers, bodies = without_repeats(pages)
    yield from (Piece("header", text) for text in headers)
    told: list[str] = []
    for body in bodies:
        turn_page(told, list(paragraphs(body)))
    yield from map(printed, told)
