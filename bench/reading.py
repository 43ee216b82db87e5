"""How long reading takes: `python bench/reading.py [COUNT]`.

Reads COUNT one-page DOCX (200 unless told) with python-docx alone, opening each and joining its paragraphs, and with
Svod, in the same run; then each kind of file of the tests once in a warm process. Prints ms per file and the ratio.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import docx

from svod.reading import read_path, submissions

FILES = Path(__file__).parent.parent / "tests" / "reading" / "files"
SENTENCE = "В школе № {number} прошёл круглый стол «Дом без крика», в нём участвовали 45 учителей и родители. "


def write_folder(folder: Path, count: int) -> None:
    """So many reports of one page: a heading, fifteen paragraphs, a small table."""
    for number in range(count):
        made = docx.Document()
        made.add_heading(f"Отчёт школы № {number}", 1)
        for _ in range(15):
            made.add_paragraph(SENTENCE.format(number=number) * 2)
        for line in made.add_table(4, 3).rows:
            for cell in line.cells:
                cell.text = "Лекция"
        made.save(folder / f"{number:05}.docx")


def read_plainly(path: Path) -> None:
    "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)


def read_with_svod(path: Path) -> None:
    list(read_path(path))


def milliseconds(read: Callable[[Path], None], paths: list[Path]) -> float:
    start = time.perf_counter()
    for path in paths:
        read(path)
    return (time.perf_counter() - start) / len(paths) * 1000


def main(count: int) -> None:
    with tempfile.TemporaryDirectory() as place:
        write_folder(Path(place), count)
        paths = submissions(Path(place))
        read_plainly(paths[0])
        read_with_svod(paths[0])
        plain = milliseconds(read_plainly, paths)
        ours = milliseconds(read_with_svod, paths)
    print(f"docx x {count}: python-docx {plain:.1f} ms a file, svod {ours:.1f} ms, ratio {ours / plain:.2f}")
    for path in sorted(FILES.glob("*.*")):
        if path.suffix not in (".py", ".png"):
            read_with_svod(path)
            print(f"{path.name}: {median(milliseconds(read_with_svod, [path]) for _ in range(9)):.1f} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
