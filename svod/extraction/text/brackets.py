"""What brackets add to the words before them: "лекция (3 декабря), беседа"."""

from svod.extraction.text.frame import Frame


def bracket_around(text: str, start: int, position: int) -> int:
    """Where the bracket opens that a place stands in, looked for from `start` on; -1 where it stands in none."""
    opened = text.rfind("(", start, position)
    return opened if opened >= 0 and text.find(")", opened, position) < 0 else -1


def is_of_the_one_before(frame: Frame, start: int, aside: tuple[int, int], position: int) -> bool:
    """ "Лекция (3 декабря), беседа": of a kind before its brackets, and not of the one at the position behind them."""
    first, last = aside
    opened = bracket_around(frame.text, start, first)
    return opened >= 0 and frame.text.find(")", last, position) >= 0 and bool(frame.kinds_in(start, opened))
