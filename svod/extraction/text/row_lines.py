"""Which lines of a text are rows of a table."""

LONGEST_OF_TWO = 160  # characters of a row of two cells: longer ones hold prose


def is_row(line: str) -> bool:
    """Whether a line is a table's row: its cells stand between bars."""
    return line.count("|") >= 2 or line.count("\t") >= 3


def is_row_at(text: str, start: int, end: int) -> bool:
    """Whether a line of the text is one; of two cells it is where another such line is beside it."""
    line = text[start:end]
    if is_row(line):
        return True
    if "|" not in line or len(line) > LONGEST_OF_TWO:
        return False
    above = text.rfind("\n", 0, max(0, start - 1)) + 1
    below = text.find("\n", end + 1)
    around = text[above : max(0, start - 1)], text[end + 1 : below if below >= 0 else len(text)]
    return any("|" in line and len(line) <= LONGEST_OF_TWO for line in around)
