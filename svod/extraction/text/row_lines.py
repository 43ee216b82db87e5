"""Which lines of a text are rows of a table."""

import re

LONGEST_OF_TWO = 160  # characters of a row of two cells: longer ones hold prose
SLASH = " / "
DASHES = (" – ", " — ", " - ")
IN_PROSE = re.compile(r": |[;|]|\d, ?[^\W\d]")  # "Семинаров – 4, тренингов – 3": no row that dashes part
LIST = re.compile(r": |[^\d] [–—-] |\d [–—-] [^\d]")  # "30.11 – 02.12" is a cell
FIRST_CELL = 24  # characters of the first cell of a row that dashes part: prose with as many begins with more
FEWEST_PARTED = 3  # semicolons in a row that they part; lists of a sentence have them, too


def is_row(line: str) -> bool:
    """Whether a line is a table's row: its cells stand between bars."""
    return line.count("|") >= 2 or line.count("\t") >= 3


def is_row_at(text: str, start: int, end: int) -> bool:
    """Whether a line of the text is one; of two cells, or three between tabs, it is where another such line is beside
    it."""
    line = text[start:end]
    if is_row(line):
        return True
    if not _is_short(line):
        return False
    above = text.rfind("\n", 0, max(0, start - 1)) + 1
    below = text.find("\n", end + 1)
    return _is_short(text[above : max(0, start - 1)]) or _is_short(text[end + 1 : below if below >= 0 else len(text)])


def _is_short(line: str) -> bool:
    return ("|" in line or line.count("\t") >= 2) and len(line) <= LONGEST_OF_TWO


def row_start(text: str, start: int) -> int:
    """Where the row begins whose first words stand at `start`: its first cells may be empty, "\t\tИТОГО\t12"."""
    while start and text[start - 1] == "\t":
        start -= 1
    return start


def with_bars(text: str) -> str:
    """The text with bars between the cells of rows that semicolons, slashes or dashes part; no place moves.

    "форма;тема;дата", "лекция;Права ребёнка;26.11" below it, as spreadsheets export them; "1 / лекция / 26.11 / 40" and
    "26.11 – лекция – лицей – 40", where another such line is beside it: prose has no three of them between blanks.
    """
    if text.count(SLASH) >= 2 * FEWEST_PARTED:
        lines, parts = _parted(text, SLASH)
        rows = [at for at, count in enumerate(parts) if count >= FEWEST_PARTED and _beside(parts, at)]
        text = _joined(lines, rows, SLASH, " | ")
    for dash in DASHES:
        if text.count(dash) >= 2 * FEWEST_PARTED:
            text = _parted_by_dashes(text, dash)
    if text.count(";") < 2 * FEWEST_PARTED:
        return text
    lines, parts = _parted(text, ";")
    rows = [at for at, count in enumerate(parts) if count >= FEWEST_PARTED and _is_beside_another(lines, parts, at)]
    return _joined(lines, rows, ";", "|")


def _parted_by_dashes(text: str, dash: str) -> str:
    """Rows have as many cells as a line beside them, and a short one first: no prose, nor "Лекций – 5, бесед – 8"."""
    lines, parts = _parted(text, dash)
    rows = [
        at
        for at, count in enumerate(parts)
        if count >= FEWEST_PARTED
        and any(parts[near] == count for near in _beside(parts, at))
        and lines[at].find(dash) <= FIRST_CELL
        and not IN_PROSE.search(lines[at])
    ]
    return _joined(lines, rows, dash, " | ") if len(rows) > 1 else text


def _parted(text: str, sign: str) -> tuple[list[str], list[int]]:
    """The lines, and how many of the signs stand in each."""
    lines = text.split("\n")
    return lines, [line.count(sign) for line in lines]


def _joined(lines: list[str], rows: list[int], sign: str, bar: str) -> str:
    for at in rows:
        lines[at] = lines[at].replace(sign, bar)
    return "\n".join(lines)


def _is_beside_another(lines: list[str], parts: list[int], at: int) -> bool:
    """Whether the line above or below is parted, too: without a blank, as no prose is, or into as many cells."""
    beside = _beside(parts, at)
    if "; " not in lines[at]:
        return any("; " not in lines[near] for near in beside)
    return any(parts[near] == parts[at] and not _is_list(lines[near]) for near in beside) and not _is_list(lines[at])


def _beside(parts: list[int], at: int) -> list[int]:
    """The lines above and below that are parted, too."""
    return [near for near in (at - 1, at + 1) if 0 <= near < len(parts) and parts[near] >= FEWEST_PARTED]


def _is_list(line: str) -> bool:
    """ "Беседы – 4; лекции – 3; опрос – 1", "Проведены: беседа; лекция; викторина." """
    return line.endswith(".") or LIST.search(line) is not None
