"""Reads every built file back, with other programs than those that wrote it, and looks for the words of its text."""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from email import message_from_bytes, policy
from pathlib import Path

from source import INSIDE, REPORTS, read_submissions

SCANNED_ENOUGH = 0.9  # of a scan's words; of any other file's, all
WORD = re.compile(r"\w+")
OFFICE = "application/vnd.openxmlformats-officedocument"
MIME = {
    ".docx": f"{OFFICE}.wordprocessingml.document",
    ".xlsx": f"{OFFICE}.spreadsheetml.sheet",
    ".doc": "application/msword",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".rtf": "application/rtf",
    ".pdf": "application/pdf",
    ".html": "text/html",
    ".png": "image/png",
}


def faults_of_files() -> Iterator[str]:
    for submission in read_submissions():
        content = (REPORTS / submission.container).read_bytes()
        for copy in submission.copies:
            if (REPORTS / copy).read_bytes() != content:
                yield f"{copy} is no copy of {submission.path}"
        if submission.problem:
            continue
        words = Counter(WORD.findall(submission.text))
        found = Counter(WORD.findall(read_back(submission.path, content)))
        share = (words & found).total() / words.total()
        if share < (SCANNED_ENOUGH if submission.is_scan else 1):
            yield f"{submission.path}: only {share:.1%} of its words read back, missing {list(words - found)[:5]}"


def read_back(path: str, content: bytes) -> str:
    """What the file holds, read with other programs than those that wrote it."""
    container, _, name = path.partition(INSIDE)
    if container.endswith(".eml"):
        letter = message_from_bytes(content, policy=policy.default)
        if not name:
            return next(str(part.get_content()) for part in letter.walk() if part.get_content_type() == "text/plain")
        content = next(part.get_content() for part in letter.iter_attachments() if part.get_filename() == name)
    elif container.endswith(".zip"):
        content = zipfile.ZipFile(io.BytesIO(content)).read(name)
    suffix = Path(path).suffix
    return read_text(content) if suffix == ".txt" else read_with_kreuzberg(content, suffix)


def read_text(content: bytes) -> str:
    """Decodes with the first encoding that the bytes allow and that gives Cyrillic words."""
    for encoding in ("utf-8", "utf-16", "cp1251", "koi8-r"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if re.search("[а-я]{4}", text) and not re.search("[а-я][А-Я]{2}", text):
            return text
    return ""


def read_with_kreuzberg(content: bytes, suffix: str) -> str:
    from kreuzberg import ExtractionConfig, OcrConfig, extract_bytes_sync

    config = ExtractionConfig(use_cache=False, ocr=OcrConfig(backend="tesseract", language="kaz+rus"))
    return extract_bytes_sync(content, MIME[suffix], config).content
