"""DOC, the binary format of Word 97 to 2003."""

from collections.abc import Iterator

from svod.reading.content import Content, Piece, prose, row
from svod.reading.errors import Encrypted
from svod.reading.limits import Meter
from svod.reading.office import extract

_SECTOR = 512
_TEXT_STREAM, _WORD_97, _ENCRYPTED = b"\xec\xa5", 0xC0, 0x01


def read(data: bytes, meter: Meter) -> Content:
    """The text of a DOC file; the reader gives no roles but paragraphs and table rows. Raises Damaged, Encrypted."""
    if _is_encrypted(data):
        raise Encrypted
    text = extract(data, "application/msword").content
    return Content(tuple(piece for line in text.split("\n") for piece in _pieces(line)))


def _is_encrypted(data: bytes) -> bool:
    """Whether the stream with the text says so at its head, which stands at the start of a sector."""
    for start in range(0, len(data), _SECTOR):
        head = data[start : start + 12]
        if head.startswith(_TEXT_STREAM) and len(head) == 12 and int.from_bytes(head[2:4], "little") >= _WORD_97:
            return bool(head[11] & _ENCRYPTED)
    return False


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
