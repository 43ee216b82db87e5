"""Where the docs lie: beside the package in the sources, inside it in the wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).parents[2]
DOCS = next(folder for name in ("../docs", "docs") if (folder := (_PACKAGE / name).resolve()).is_dir())
GUIDE = DOCS / "guide"  # a folder for each language
PICTURES = GUIDE / "pictures"
