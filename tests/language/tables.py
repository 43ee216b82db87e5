"""Reads the tables of phrases: one case a line, columns apart by "|", comments behind "#"."""

from pathlib import Path

LANGUAGES = ("ru", "kk", "en")


def rows(name: str) -> list[tuple[str, ...]]:
    """Every line of `<name>.tsv` as its columns, without the spaces around them."""
    text = Path(__file__).with_name(f"{name}.tsv").read_text(encoding="utf-8")
    lines = [line.replace("\\|", "\x00") for line in text.splitlines() if line and not line.startswith("#")]
    return [tuple(column.strip(" ").replace("\x00", "|") for column in line.split("|")) for line in lines]


def listed(column: str) -> list[str]:
    """The values of a column that holds several, apart by ";"."""
    return [value.strip() for value in column.split(";") if value.strip()]


def words(name: str) -> list[str]:
    """The words of `<name>.txt`, and a line end: what hypothesis makes texts of."""
    return [*Path(__file__).with_name(f"{name}.txt").read_text(encoding="utf-8").split(), "\n"]
