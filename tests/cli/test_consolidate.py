"""`svod consolidate FOLDER`."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import openpyxl
import pytest

import svod.packs
from svod import pipeline
from svod.narration import LENGTHS, STYLES
from tests.cli.conftest import YOURS, Svod

OUTPUTS = sorted(pipeline.OUTPUTS)


def written(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_it_works(run: Svod, reports: Path) -> None:
    result = run("consolidate", reports)
    assert result.exit_code == 0
    assert written(reports.with_name("reports-svod")) == OUTPUTS
    assert "Read 2 documents from 1 of 20 regions." in result.stdout
    assert str(reports.with_name("reports-svod") / "report.html") in result.stdout


@pytest.mark.parametrize(("language", "heading"), [("kk", "Жалпы қорытынды"), ("en", "Overall results")])
def test_the_report_in_another_language(run: Svod, reports: Path, language: str, heading: str) -> None:
    assert run("consolidate", reports, "--lang", language).exit_code == 0
    out = reports.with_name("reports-svod")
    assert written(out) == OUTPUTS
    page = (out / "report.html").read_text(encoding="utf-8")
    assert f'lang="{language}' in page
    assert heading in page


def test_progress_goes_to_standard_error_one_line_a_stage_where_that_is_no_terminal(run: Svod, reports: Path) -> None:
    assert run("consolidate", reports).stderr.splitlines() == ["Reading 2/2", "Extracting 2/2", "Writing 6/6"]


def test_quiet_says_nothing(run: Svod, reports: Path) -> None:
    result = run("consolidate", reports, "--quiet")
    assert (result.exit_code, result.output) == (0, "")


def test_json_tells_what_came_of_it(run: Svod, reports: Path) -> None:
    (reports / "empty.txt").touch()
    result = run("consolidate", reports, "-o", "there", "--json")
    told = json.loads(result.stdout)
    assert (result.exit_code, result.stderr) == (1, "")
    assert (told["documents"], told["year"], told["unreadable"]) == (2, 2025, ["empty.txt"])
    assert written(Path(told["out"])) == sorted(told["files"]) == OUTPUTS


def test_what_cannot_be_read_is_named_the_others_go_on_and_the_status_says_so(run: Svod, reports: Path) -> None:
    (reports / "оборван.docx").write_bytes(b"PK\x03\x04 cut off")
    result = run("consolidate", reports, "-o", "there")
    assert result.exit_code == 1
    assert "Could not read 1 file, named with the reasons in problems.txt:\n  оборван.docx\n" in result.stdout
    assert "Read 2 documents" in result.stdout
    assert "оборван.docx" in Path("there/problems.txt").read_text(encoding="utf-8")


def test_a_folder_of_which_nothing_can_be_read_still_gets_its_report(run: Svod, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "empty.txt").touch()
    assert run("consolidate", "in").exit_code == 1
    assert written(tmp_path / "in-svod") == OUTPUTS


def test_an_empty_folder_is_wrong_use(run: Svod, tmp_path: Path) -> None:
    (tmp_path / "in" / "nested").mkdir(parents=True)
    result = run("consolidate", "in")
    assert result.exit_code == 2
    assert "holds no files to read" in result.stderr
    assert not (tmp_path / "in-svod").exists()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["nowhere"], "Directory 'nowhere' does not exist"),
        (["reports/Рудный/отчёт.txt"], "is a file"),
        ([], "Missing argument 'FOLDER'"),
        (
            ["reports", "--campaign", "nothing"],
            "expected a folder with a pack.toml, or one of: safety_day, sixteen_days",
        ),
        (["reports", "--year", "25"], "25 is not in the range 2000<=x<=2100"),
        (["reports", "--lang", "fr"], "'fr' is not"),
        (["reports", "--out", "reports/Рудный/отчёт.txt"], "is a file"),
        (["reports", "--out", "reports/Рудный/отчёт.txt/below"], "Choose another folder with --out"),
    ],
)
def test_wrong_use_says_what_is_wrong(run: Svod, reports: Path, words: list[str], message: str) -> None:
    result = run("consolidate", *words)
    assert result.exit_code == 2
    assert message in result.stderr


def test_a_folder_that_cannot_be_written_is_told_before_anything_is_read(
    run: Svod, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def reading(*_: object) -> None:
        raise AssertionError("it began to read")

    monkeypatch.setattr(pipeline.way, "several", reading)
    assert run("consolidate", reports, "-o", reports / "Рудный" / "отчёт.txt" / "below").exit_code == 2


def test_earlier_outputs_are_never_read_as_submissions(run: Svod, reports: Path) -> None:
    assert run("consolidate", reports).exit_code == 0
    inside = run("consolidate", reports, "-o", reports / "out")
    again = run("consolidate", reports, "-o", reports / "out")
    above = run("consolidate", reports.parent, "-o", "elsewhere")
    for result in (inside, again, above):
        assert "Read 2 documents" in result.stdout


def test_a_submission_named_like_an_output_is_read(run: Svod, reports: Path) -> None:
    (reports / "report.html").write_text(f"<p>{YOURS}</p>", encoding="utf-8")
    assert "Read 3 documents" in run("consolidate", reports).stdout


def test_a_pack_may_be_any_folder(run: Svod, reports: Path, tmp_path: Path) -> None:
    """Called like one that comes with the program, so that its words are not compiled once more."""
    shutil.copytree(Path(svod.packs.__file__).parent / "safety_day", tmp_path / "mine" / "safety_day")
    run("consolidate", reports, "--campaign", "mine/safety_day", "-o", "there")
    page = Path("there/report.html").read_text(encoding="utf-8")
    assert svod.packs.load("safety_day").names["ru"] in page


def test_ctrl_c_ends_it_without_a_traceback_and_leaves_no_half_report(tmp_path: Path) -> None:
    folder, out = tmp_path / "many", tmp_path / "out"
    folder.mkdir()
    for number in range(3000):
        (folder / f"{number}.txt").write_text(f"{YOURS} {number}", encoding="utf-8")
    command = [sys.executable, "-m", "svod", "consolidate", str(folder), "-o", str(out)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)
    while not out.exists():  # it is made when reading begins
        assert process.poll() is None
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to all processes of the command
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert said.strip() == "Interrupted."
    assert written(out) == []


def test_it_can_be_told_at_each_length_and_in_each_style(run: Svod, reports: Path) -> None:
    told = run("consolidate", "--help").output
    for word in (*LENGTHS, *STYLES):
        assert re.search(rf"[\[|]{word}[\]|]", told), word
    assert run("consolidate", reports, "--length", "press", "--quiet").exit_code == 0
    page = (reports.with_name("reports-svod") / "report.html").read_text(encoding="utf-8")
    assert "Где получить помощь" in page
    assert run("consolidate", reports, "--length", "regions", "--style", "public", "--quiet").exit_code == 0


def test_slides_are_a_seventh_file_that_is_never_read_as_a_submission(run: Svod, reports: Path) -> None:
    assert run("consolidate", reports, "-o", reports / "out", "--slides").exit_code == 0
    assert written(reports / "out") == sorted((*OUTPUTS, pipeline.SLIDES))
    again = run("consolidate", reports, "-o", "there", "--json")
    assert json.loads(again.stdout)["documents"] == 2


@pytest.mark.parametrize("name", ["", "activities.jsonl"])
def test_an_earlier_year_is_compared(run: Svod, reports: Path, tmp_path: Path, name: str) -> None:
    before = tmp_path / "before"
    before.mkdir()
    (before / "отчёт.txt").write_text(YOURS.replace("2025", "2024"), encoding="utf-8")
    assert run("consolidate", before, "-o", "old").exit_code == 0
    assert run("consolidate", reports, "-o", "new", "--earlier", tmp_path / "old" / name).exit_code == 0
    page = Path("new/report.html").read_text(encoding="utf-8")
    assert "Сравнение с 2024 годом" in page
    assert "Сравнение с 2024 годом" in openpyxl.load_workbook("new/register.xlsx").sheetnames


def test_what_is_no_earlier_year_is_refused_and_nothing_is_written(run: Svod, reports: Path) -> None:
    result = run("consolidate", reports, "--earlier", reports / "Рудный/отчёт.txt")
    assert result.exit_code == 2
    assert "line 1: this is no activity" in result.stderr
    assert not reports.with_name("reports-svod").exists()
