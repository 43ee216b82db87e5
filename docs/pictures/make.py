"""Draws the pictures of the README anew, from the report that `svod demo` makes.

Run: `make pictures`. Needs poppler-utils (pdftoppm) and chromium; nothing else of the project does.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from lxml import html

HERE = Path(__file__).parent
PAGES = {"report-first-page.png": 1, "report-region.png": 4}  # picture: page of report.pdf
DOTS_PER_INCH = 62
WINDOW = "1100,800"
OPENED = "не менее 201"  # the number whose source is shown open


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder)
        run(sys.executable, "-m", "svod", "demo", "--quiet", "-o", folder)
        for picture, page in PAGES.items():
            draw_page(made / "report.pdf", page, HERE / picture)
        screenshot(made / "report.html", HERE / "report-source.png")


def draw_page(document: Path, page: int, picture: Path) -> None:
    place = ["-f", str(page), "-l", str(page), "-singlefile"]
    run("pdftoppm", "-png", "-r", str(DOTS_PER_INCH), *place, str(document), str(picture.with_suffix("")))


def screenshot(page: Path, picture: Path) -> None:
    """The page with the source of one number open, as after a click on it."""
    links = html.document_fromstring(page.read_text(encoding="utf-8")).xpath("//a[@class='num']")
    address = next(link.get("href") for link in links if link.text_content() == OPENED)
    window = ["--headless", "--no-sandbox", "--hide-scrollbars", f"--window-size={WINDOW}"]
    run("chromium", *window, f"--screenshot={picture}", f"{page.as_uri()}{address}")


def run(*command: str) -> None:
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
