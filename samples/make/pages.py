"""Pages of a submission, set by typst: a PDF with text, and the picture a scanner would have made."""

import json
import subprocess
import tempfile
from itertools import groupby
from pathlib import Path

import typst
from source import Submission

DOTS_PER_INCH = 200
PREAMBLE = """#set document(date: none)
#set page(paper: "a4", margin: (left: 3cm, right: 1.5cm, y: 2cm))
#set text(font: "Libertinus Serif", size: 14pt, lang: "ru", hyphenate: false)
#set par(justify: false, spacing: 0.9em)
"""
# What a scanner does to a sheet: it lies a little askew, the paper is not white, the sensor is noisy.
SCANNED = ["-rotate", "0.7", "-colorspace", "Gray", "-seed", "16", "-attenuate", "0.5", "+noise", "Gaussian"]
SCANNED += ["-level", "-4%,104%", "-blur", "0x0.4"]


def make_pdf(submission: Submission) -> bytes:
    return typst.compile(page_source(submission).encode(), format="pdf")


def make_scan_png(submission: Submission) -> bytes:
    return scan(submission, "png", ["-depth", "4", "-define", "png:compression-level=9"])


def make_scan_pdf(submission: Submission) -> bytes:
    """A PDF that holds nothing but the picture of a page."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "page.jpg").write_bytes(scan(submission, "jpg", ["-quality", "40"]))
        page = '#set page(paper: "a4", margin: 0pt)\n'
        picture = '#image("page.jpg", width: 100%, height: 100%, fit: "cover")\n'
        sheet = f"#set document(date: none)\n{page}{picture}"
        (folder / "sheet.typ").write_text(sheet, encoding="utf-8")
        return typst.compile(str(folder / "sheet.typ"), root=name, format="pdf")


def scan(submission: Submission, suffix: str, saving: list[str]) -> bytes:
    picture = typst.compile(page_source(submission).encode(), format="png", ppi=DOTS_PER_INCH)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "page.png").write_bytes(picture)
        scanned = folder / f"scan.{suffix}"
        command = ["convert", str(folder / "page.png"), "-background", "white", *SCANNED, *saving, "-strip"]
        subprocess.run([*command, str(scanned)], check=True, capture_output=True)  # noqa: S603 - our own page
        return scanned.read_bytes()


def page_source(submission: Submission) -> str:
    parts = [PREAMBLE]
    for role, blocks in groupby(submission.blocks, key=lambda block: block.role):
        words = [f"[#{json.dumps(block.text, ensure_ascii=False)}]" for block in blocks]
        if role == "bullet":
            parts.append(f"#list({', '.join(words)})")
        elif role == "heading":
            parts.extend(f"#align(center, strong({text}))" for text in words)
        else:
            parts.extend(f"#par({text})" for text in words)
    return "\n".join(parts)
