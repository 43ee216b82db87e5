"""Which lines of a text are rows of a table."""

LONGEST_OF_TWO = 160  # characters of a row of two cells: longer ones hold prose


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
