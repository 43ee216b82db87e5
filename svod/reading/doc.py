"""DOC, the binary format of Word 97 to 2003."""

from collections.abc import Iterator

from svod.reading.content import Content, Piece, prose, row
from svod.reading.errors import Encrypted
from svod.reading.limits import Meter
from svod.reading.office import extract

_HEADER_AT, _MAGIC, _FLAGS, _IS_ENCRYPTED = 512, b"\xec\xa5", 11, 0x01


def read(data: bytes, meter: Meter) -> Content:
    """The text of a DOC file; the reader gives no roles but paragraphs and table rows. Raises Damaged, Encrypted."""
    header = data[_HEADER_AT : _HEADER_AT + 32]
    if header.startswith(_MAGIC) and header[_FLAGS] & _IS_ENCRYPTED:
        raise Encrypted
    text = extract(data, "application/msword").content
    return Content(tuple(piece for line in text.split("\n") for piece in _pieces(line)))


def _pieces(line: str) -> Iterator[Piece]:
    """A paragraph; or a table, which comes in one line with the paragraph below it, every cell closed by a tab and
    every row by one more: "Вид\\tДата\\t\\tТренинг\\t25.11\\t\\tДалее".
    """
    if "\t\t" not in line:
        yield prose(line)
        return
    cells = line.split("\t")
    width = _width(cells)
    while len(cells) > width:
        yield row(cells[:width])
        del cells[: width + 1]
    yield prose(" ".join(cells))


def _width(cells: list[str]) -> int:
    """The least number of columns by which every row ends where a row should; an empty cell ends none."""
    for width in range(1, len(cells)):
        ends = cells[width :: width + 1]
        if not any(ends):
            return width
    return len(cells)
