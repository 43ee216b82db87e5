"""Pictures of text through Tesseract, where it is installed with Russian and Kazakh."""

import os
import shutil
import subprocess
from functools import cache
from statistics import median

from svod.reading.errors import Damaged, NeedsOcr, TooLarge
from svod.reading.limits import Limits
from svod.reading.pages import Line, Word, line_of

_LANGUAGES = ("rus", "kaz")
_WORD_LEVEL = "5"
_MEMORY = 4 * 1024 * 1024  # KiB: a picture may declare any width and height


def read_picture(picture: bytes, limits: Limits) -> list[Line]:
    """The lines seen in a picture (PNG, JPEG, TIFF, BMP, WebP, PNM). Raises NeedsOcr, TooLarge, Damaged."""
    program = _tesseract()
    command = [program, "stdin", "stdout", "-l", "+".join(_LANGUAGES), "tsv"]
    if os.name == "posix":
        command = ["/bin/sh", "-c", f'ulimit -v {_MEMORY}; exec "$0" "$@"', *command]
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}  # several pages at once are several processes
    try:
        seen = subprocess.run(  # noqa: S603 # our own command; the picture goes in as bytes
            command, input=picture, capture_output=True, timeout=limits.ocr_seconds, env=environment, check=True
        )
    except subprocess.TimeoutExpired as error:
        raise TooLarge("ocr_too_slow", seconds=round(limits.ocr_seconds)) from error
    except subprocess.CalledProcessError as error:
        raise Damaged("damaged_picture") from error
    return _lines(seen.stdout.decode("utf-8", "replace"))


def _tesseract() -> str:
    """The path of Tesseract. Raises NeedsOcr where it, or one of its languages, is missing."""
    program = shutil.which("tesseract")
    if program is None or not _speaks(program):
        raise NeedsOcr
    return program


@cache
def _speaks(program: str) -> bool:
    listed = subprocess.run([program, "--list-langs"], capture_output=True, text=True, check=False)  # noqa: S603
    return set(_LANGUAGES) <= set(listed.stdout.split())


def _lines(table: str) -> list[Line]:
    """The lines of Tesseract's table of words, in its reading order.

    Its boxes are as tall as the letters in them: "нас" would be lower print than "школа". The page's usual height is
    the least.
    """
    words: dict[tuple[str, ...], list[Word]] = {}
    for record in table.splitlines()[1:]:
        level, page, block, paragraph, line, _, left, top, width, height, _, *text = record.split("\t")
        if level == _WORD_LEVEL and text and text[0].strip():
            box = int(left), -int(top) - int(height), int(left) + int(width), -int(top)
            words.setdefault((page, block, paragraph, line), []).append(Word(text[0].strip(), *box))
    lines = [line_of(line) for line in words.values()]
    usual = median(line.height for line in lines) if lines else 0
    return [line._replace(top=max(line.top, line.bottom + usual)) for line in lines]
