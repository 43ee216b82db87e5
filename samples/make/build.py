"""Writes every sample submission, expected.jsonl and links.jsonl from the sources in submissions/.

Run from anywhere: `python samples/make/build.py`. Needs LibreOffice (soffice) and ImageMagick (convert).
"""

import io
import json
import shutil
import zipfile
from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from email.message import EmailMessage
from itertools import groupby
from pathlib import Path
from typing import Any

from office import add_member, convert, make_docx, make_html, make_xlsx
from pages import make_pdf, make_scan_pdf, make_scan_png
from source import REPORTS, SAMPLES, Submission, read_submissions

KEPT_OF_TRUNCATED = 0.6


def build() -> None:
    submissions = read_submissions()
    shutil.rmtree(REPORTS, ignore_errors=True)
    for container, parts in groupby(submissions, key=lambda submission: submission.container):
        write_file(container, list(parts))
    write_lines("expected.jsonl", (line for submission in submissions for line in expected_lines(submission)))
    write_lines("links.jsonl", links(submissions))


def write_file(path: str, parts: list[Submission]) -> None:
    content = make_container(path, parts)
    for name in (path, *parts[0].copies):
        target = REPORTS / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def make_container(path: str, parts: list[Submission]) -> bytes:
    if path.endswith(".zip"):
        return make_zip(parts)
    if path.endswith(".eml"):
        return make_letter(parts)
    return make(parts[0])


def make(submission: Submission) -> bytes:
    """The submission's bytes in the format that its name's suffix says."""
    match Path(submission.name).suffix:
        case ".docx":
            content = make_docx(submission)
        case ".doc" | ".odt" | ".rtf" as suffix:
            content = convert(make_docx(submission), suffix[1:])
        case ".pdf":
            content = make_scan_pdf(submission) if submission.scan else make_pdf(submission)
        case ".png":
            content = make_scan_png(submission)
        case ".xlsx":
            content = make_xlsx(submission)
        case ".html":
            content = make_html(submission)
        case ".txt":
            content = submission.body.lstrip("\n").encode(submission.encoding or "utf-8")
        case suffix:
            raise ValueError(f"{submission.path}: no way to write {suffix}")
    if submission.problem == "truncated":
        return content[: int(len(content) * KEPT_OF_TRUNCATED)]
    return content


def make_zip(parts: list[Submission]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for part in parts:
            add_member(archive, part.name, make(part))
    return held.getvalue()


def make_letter(parts: list[Submission]) -> bytes:
    """The part with the letter's head is its body, the others are attached."""
    body = next(part for part in parts if part.letter)
    letter = EmailMessage()
    letter["From"], letter["To"] = body.letter["from"], body.letter["to"]
    letter["Subject"] = body.letter["subject"]
    letter["Date"] = datetime.fromisoformat(body.letter["date"])
    letter.set_content(body.text + "\n", cte="base64")
    for part in parts:
        if part is not body:
            kind = ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document")
            letter.add_attachment(make(part), *kind, filename=part.name)
    letter.set_boundary("=-svod-sample-=")
    return letter.as_bytes()


def expected_lines(submission: Submission) -> list[dict[str, Any]]:
    """The submission's line, and the same for each of its copies. What nobody can read has none."""
    if submission.problem:
        return []
    expected = submission.expected()
    return [{**expected, "id": path} for path in (submission.path, *submission.copies)]


def links(submissions: list[Submission]) -> list[dict[str, Any]]:
    """Which mentions tell the same activity: its key, and the (submission, place in its activities) of each."""
    told: dict[str, list[list[Any]]] = defaultdict(list)
    for submission in submissions:
        for index, activity in enumerate(submission.told()):
            if "same" in activity:
                told[activity["same"]] += [[path, index] for path in (submission.path, *submission.copies)]
    return [{"activity": key, "told_in": mentions} for key, mentions in sorted(told.items())]


def write_lines(name: str, lines: Iterable[dict[str, Any]]) -> None:
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    (SAMPLES / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    build()
