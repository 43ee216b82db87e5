"""From the report's blocks to slides: what stands on each and where. A slide begins with each heading."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from svod.publishing.pptx_fit import AFTER, Box, Text, fitting, height, parted
from svod.publishing.pptx_table import parted as parted_table
from svod.records import BarChart, Heading, Listing, Paragraph, Report, ReportBlock, Table, TileMap

Visual = Table | BarChart | TileMap

WIDTH, HEIGHT = 960.0, 540.0  # points: 16 by 9
EDGE = 48.0
TITLE = Box(EDGE, 28, WIDTH - 2 * EDGE, 68)
BODY = Box(EDGE, 116, WIDTH - 2 * EDGE, 372)
FOOTER = Box(EDGE, 506, WIDTH - 2 * EDGE, 16)
SIZES = (24.0, 22.0, 20.0, 18.0, 16.0, 14.0, 13.0, 12.0)  # of the words
_BETWEEN = 24.0
_BESIDE = 0.64  # of the width: a picture with words beside it
_ABOVE = 0.4  # of the height, at most: words above a wide table or above two pictures
_WIDE = 4  # columns from which a table wants the whole width


@dataclass(frozen=True, slots=True)
class Page:
    """A slide: its words at `size` in their box, each table, chart and map in its own; made of these `blocks`."""

    heading: str
    texts: tuple[Text, ...] = ()
    box: Box = BODY
    size: float = SIZES[0]
    visuals: tuple[tuple[Visual, Box], ...] = ()
    blocks: tuple[ReportBlock, ...] = ()


def pages(report: Report) -> Iterator[Page]:
    """The slides below the title; what does not fit one goes on on the next, under the same heading."""
    heading, blocks = report.title, list[ReportBlock]()
    for block in report.blocks:
        if isinstance(block, Heading):
            yield from _arranged(heading, blocks)
            heading, blocks = block.text, []
        else:
            blocks.append(block)
    yield from _arranged(heading, blocks)


def _arranged(heading: str, blocks: Sequence[ReportBlock]) -> Iterator[Page]:
    if not blocks:
        return
    texts = [text for block in blocks for text in _texts(block)]
    visuals = [block for block in blocks if isinstance(block, (Table, BarChart, TileMap))]
    first, further = (visuals, []) if len(visuals) == 2 else (visuals[:1], visuals[1:])
    box, size, boxes = _places(texts, first)
    portions = list(parted(texts, box, size)) or [()]
    parts = [list(_parts(visual, place)) for visual, place in zip(first, boxes, strict=True)]
    shown = tuple((visual[0], place) for visual, place in zip(parts, boxes, strict=True))
    yield Page(heading, portions[0], box, size, shown, tuple(blocks))
    for portion in portions[1:]:
        yield Page(heading, portion, BODY, size)
    for visual in (*(part for of_one in parts for part in of_one[1:]), *further):
        for part in _parts(visual, BODY):
            yield Page(heading, visuals=((part, BODY),))


def _texts(block: ReportBlock) -> Iterator[Text]:
    match block:
        case Paragraph():
            yield Text(block.runs, note=block.note)
        case Listing():
            for number, item in enumerate(block.items, 1):
                yield Text(item.runs, bullet=f"{number}." if block.numbered else "–")
        case _:
            return


def _parts(visual: Visual, box: Box) -> Iterator[Visual]:
    """The visual, or a table in as many parts as it needs."""
    return parted_table(visual, box) if isinstance(visual, Table) else iter((visual,))


def _places(texts: Sequence[Text], visuals: Sequence[Visual]) -> tuple[Box, float, list[Box]]:
    """The box and the size of the words, and the boxes of the visuals."""
    if not texts or not visuals:
        return BODY, fitting(texts, BODY, SIZES) or SIZES[-1], _side_by_side(BODY, len(visuals))
    is_wide = len(visuals) > 1 or (isinstance(visuals[0], Table) and len(visuals[0].header) >= _WIDE)
    if not is_wide:
        wide = BODY.width * _BESIDE
        left = Box(BODY.left, BODY.top, wide, BODY.height)
        right = Box(BODY.left + wide + _BETWEEN, BODY.top, BODY.width - wide - _BETWEEN, BODY.height)
        return right, fitting(texts, right, SIZES[3:]) or SIZES[-1], [left]
    above = Box(BODY.left, BODY.top, BODY.width, BODY.height * _ABOVE)
    size = fitting(texts, above, SIZES[3:]) or SIZES[-1]
    used = min(above.height, height(texts, above.width, size) + AFTER * size)
    below = Box(BODY.left, BODY.top + used, BODY.width, BODY.height - used)
    return Box(BODY.left, BODY.top, BODY.width, used), size, _side_by_side(below, len(visuals))


def _side_by_side(box: Box, number: int) -> list[Box]:
    width = (box.width - _BETWEEN * (number - 1)) / max(1, number)
    return [Box(box.left + place * (width + _BETWEEN), box.top, width, box.height) for place in range(number)]
