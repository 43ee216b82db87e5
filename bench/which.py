"""Which Svod a benchmark measures: its folder, and whether what reads texts there is compiled."""

from pathlib import Path

from svod.extraction.tables import rows


def which() -> str:
    path = Path(rows.__file__)
    return f"Svod from {path.parents[1]}, {'pure Python' if path.suffix == '.py' else 'compiled'}"
