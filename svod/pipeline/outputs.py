"""The names of the files that a consolidation writes."""

from pathlib import Path

WORKBOOK = "register.xlsx"
OUTPUTS = ("report.docx", "report.pdf", "report.html", WORKBOOK, "activities.jsonl", "problems.txt")
SLIDES = "slides.pptx"  # where they are wanted
SENT = "model-sent.jsonl"  # where a model was asked


def is_output(path: Path) -> bool:
    """Whether an earlier consolidation wrote it: it has one of our names, and all the others stand beside it."""
    return path.name in (*OUTPUTS, SLIDES, SENT) and all(path.with_name(name).is_file() for name in OUTPUTS)
