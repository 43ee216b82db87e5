"""Runs the benchmarks one after another and writes what they print into docs/performance.md, with the machine's name.

    python bench/all.py [NAME …]

Only the named ones are run where names are given: the others' figures stay as they are, each with its own day.
"""

import os
import platform
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "performance.md"
COMPILED = ROOT / "build" / "compiled"
KIBIBYTE = 1024
HEAD = """# How fast it is

Written by `make bench`; nothing here is typed by hand. Each figure stands beside a public peer, or what the machine
cannot do quicker, measured in the same run. `python bench/all.py NAME` measures one of them anew.
"""


class Bench(NamedTuple):
    """A part of the page: what is measured, in words, and the arguments of its program."""

    name: str  # the program's, and behind a dash how it is run
    title: str
    about: str
    words: tuple[str, ...] = ()
    is_compiled: bool = False  # what `make wheel` compiled is measured, not the sources
    on_postgresql: bool = False

    @property
    def command(self) -> tuple[str, ...]:
        server = ("tools/with-postgres",) if self.on_postgresql else ()
        return (*server, "python", f"bench/{self.name.partition('-')[0]}.py", *self.words)


BENCHES = (
    Bench("reading", "Reading files", "One-page DOCX beside python-docx alone; other formats by themselves."),
    Bench(
        "extraction",
        "Texts to activities",
        "Beside natasha's words and names; with dictionary forms and dates too; with all that its README calls.",
    ),
    Bench(
        "extraction-compiled",
        "Texts to activities, compiled",
        "The same, as a compiled wheel has it.",
        is_compiled=True,
    ),
    Bench("consolidate", "A folder to a report", "`svod consolidate` beside only opening and reading the files."),
    Bench(
        "consolidate-compiled",
        "A folder to a report, compiled",
        "The same, as a compiled wheel has it.",
        is_compiled=True,
    ),
    Bench("guard", "Personal data", "What is found, and how fast, beside natasha's names."),
    Bench("linking", "Linking", "Pairs written for it and 100,000 activities, beside Splink."),
    Bench("stages", "Counting, narration, files", "Beside a GROUP BY, a format string, each library alone."),
    Bench(
        "corpora", "Corpora", "100,000 generated reports by a bare pool of processes and by Dask, two workers killed."
    ),
    Bench("dashboard", "Dashboard and tables", "10,000 activities, beside a straight count by SQL."),
    Bench("coverage", "Coverage", "10,000 organisations."),
    Bench("review", "The reviewer's key", "From a key to the next draft, in a browser."),
    Bench("inbox", "From drop to drafts", "200 one-page DOCX handed in at once."),
    Bench("intake", "Intake under load", "Submissions a second beside the database's bare commits."),
    Bench("intake-postgresql", "Intake under load, PostgreSQL", "The same on PostgreSQL.", on_postgresql=True),
    Bench("chats", "Chats", "An export of 10,000 messages, and a second one that overlaps."),
    Bench("bot", "The Telegram bot", "1,000 reports with receipts."),
)


def main(names: list[str]) -> None:
    unknown = set(names) - {one.name for one in BENCHES}
    if unknown:
        sys.exit(f"bench/all.py: no such benchmark: {', '.join(sorted(unknown))}")
    told = parts(PAGE.read_text(encoding="utf-8")) if names and PAGE.exists() else {}
    for one in BENCHES:
        if (not names or one.name in names) and (COMPILED.is_dir() or not one.is_compiled):
            print(f"\n{one.title}", flush=True)
            load = os.getloadavg()[0]
            told[one.title] = part(one, printed(one), load)
        known = (told[bench.title] for bench in BENCHES if bench.title in told)
        PAGE.write_text("\n".join((HEAD, *known)), encoding="utf-8")  # after each: a run that is cut short is not lost


def printed(one: Bench) -> str:
    """What the benchmark prints, shown as it comes. Raises CalledProcessError where it fails."""
    paths = (COMPILED, ROOT) if one.is_compiled else (ROOT,)
    where = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, paths)), "SVOD_SYNC": "on"}
    command = [sys.executable if word == "python" else word for word in one.command]
    lines = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=where, cwd=ROOT) as process:
        for line in process.stdout or ():
            print(line, end="", flush=True)
            lines.append(line.rstrip().replace(str(ROOT), "."))
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return "\n".join(lines).strip("\n")


def part(one: Bench, said: str, load: float) -> str:
    """What it said, as a part of the page; `load` is what else the machine did when it began."""
    when = f"{datetime.now(UTC).date().isoformat()}, {machine()}, load {load:.1f} before it"
    return f"## {one.title}\n\n{one.about} `{' '.join(one.command)}`, {when}.\n\n```text\n{said}\n```\n"


def parts(page: str) -> dict[str, str]:
    """The page's parts by their titles, each as `part` wrote it."""
    found = re.findall(r"^## (.+)\n(?:(?!^## ).*\n)*", page, re.MULTILINE)
    texts = re.split(r"^(?=## )", page, flags=re.MULTILINE)[1:]
    return {title: f"{text.rstrip()}\n" for title, text in zip(found, texts, strict=True)}


def machine() -> str:
    """The processor, its cores, the memory, the system and Python."""
    cpu = platform.processor() or platform.machine()
    information = Path("/proc/cpuinfo")
    if information.exists():
        model = re.search(r"model name\s*:\s*(.+)", information.read_text(encoding="utf-8"))
        cpu = model[1] if model else cpu
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / KIBIBYTE**3
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{cpu}, {os.cpu_count()} cores, {memory:.0f} GiB, {platform.system()}, {python}"


if __name__ == "__main__":
    main(sys.argv[1:])
