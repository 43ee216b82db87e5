"""The guide's lesson on campaign packs is followed to the letter, in an empty folder.

A block of code is a file where its fence names one, commands with what they print where it is "console", and words
that a page must say where its fence says "in" and a file.
"""

import re
from html import unescape
from pathlib import Path

import pytest

from tests.cli.test_commands import answered

GUIDE = Path(__file__).parents[2] / "docs" / "guide"
FENCE = re.compile(r"^```(?P<language>\w+)(?: (?P<name>[^\n]+))?\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


def lesson(language: str) -> str:
    return (GUIDE / language / "campaign-pack.md").read_text(encoding="utf-8")


def shown(page: Path) -> str:
    """What a person reads of it."""
    text = re.sub(r"<(script|style)\b.*?</\1>", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", "", text)).split())


def follow(page: str, folder: Path) -> dict[str, int]:
    """Does in the folder what the page says, and counts what was done."""
    done = {"file": 0, "console": 0, "said": 0}
    for block in FENCE.finditer(page):
        name = block["name"] or ""
        if name.startswith("in "):
            said = shown(folder / name.removeprefix("in "))
            assert [line for line in block["text"].splitlines() if line not in said] == []
            done["said"] += 1
        elif name:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block["text"], encoding="utf-8")
            done["file"] += 1
        else:
            assert answered(block["text"], folder) == block["text"]
            done["console"] += 1
    return done


def test_it_leads_from_nothing_to_a_consolidated_report(tmp_path: Path) -> None:
    assert follow(lesson("en"), tmp_path) == {"file": 11, "console": 4, "said": 2}
    assert (tmp_path / "second" / "report.pdf").stat().st_size > 10_000


def test_what_it_says_is_proven(tmp_path: Path) -> None:
    """A number that the report does not give, an output that is another one: neither passes."""
    (tmp_path / "report.html").write_text("<p>проведено <b>4</b> мероприятия</p>", encoding="utf-8")
    follow("```text in report.html\nпроведено 4 мероприятия\n```\n", tmp_path)
    with pytest.raises(AssertionError):
        follow("```text in report.html\nпроведено 5 мероприятий\n```\n", tmp_path)
    with pytest.raises(AssertionError):
        follow("```console\n$ echo 4\n5\n```\n", tmp_path)


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_it_is_the_same_lesson_in_each_language(language: str) -> None:
    assert [block[0] for block in FENCE.finditer(lesson(language))] == [
        block[0] for block in FENCE.finditer(lesson("en"))
    ]
