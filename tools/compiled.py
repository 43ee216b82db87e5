"""Compiles what reads texts, finds personal data in them and links what they tell, with mypyc, while a wheel is built.

It is off unless asked for: `HATCH_BUILD_HOOK_ENABLE_CUSTOM=1 pip install .` What it makes lies in a copy, so that
nothing beside the sources hides later edits of them.
"""

import ast
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SOURCES = (
    *("svod/language/*.py", "svod/extraction/**/*.py"),
    *("svod/guard/*.py", "svod/linking/*.py", "svod/counting/*.py"),
)
# Used once for a pack or a page, where a compiler's time is better saved.
LEFT_OUT = frozenset(
    {"__init__.py", "bounds_text.py", "compile.py", "compile_verbs.py", "explain.py", "forms.py", "remembered.py"}
)
CONSTANT = re.compile(r"_?[A-Z][A-Z0-9_]+$")
# Nothing outside calls what is compiled but through its modules: where C knows that, one function calls another without
# looking it up. Python itself is called without a stub between ("no-plt"), or, for the commonest questions, not at all.
SETUP = """
import os
import sys

from mypyc.build import mypycify
from setuptools import setup

options = ["--ignore-missing-imports", "--follow-imports=silent"]
modules = mypycify([*options, *{modules}], opt_level="3", debug_level="0")
flags = [] if sys.platform == "win32" else ["-fvisibility=hidden", "-fno-plt", "-include", "quick.h"]
profile = os.environ.get("SVOD_PROFILE", "").split()
for module in modules:
    module.extra_compile_args = [*module.extra_compile_args, *flags, *profile]
    module.extra_link_args = [*module.extra_link_args, *profile]
setup(name="svod", packages=[], ext_modules=modules)
"""
# What is done again and again while texts are read is laid out together and made fast, as CPython itself is built. The
# texts are the tests' own sentences: none that a benchmark measures.
TEXTS = "tests/extraction/cases_*.txt"
QUICK = Path(__file__).with_name("quick.h")
WATCHED, SEEN = "-fprofile-generate", "-fprofile-use -fprofile-correction -Wno-missing-profile"
# A text asks each of a thousand rules now and then, none of them a thousand times: what makes loops fast makes the code
# large, and it waits for the processor's caches as it is.
SMALL = " ".join(
    (
        *(f"-fno-{what}" for what in ("tracer", "unroll-loops", "peel-loops", "split-loops", "unswitch-loops")),
        *(f"-fno-{what}" for what in ("ipa-cp-clone", "split-paths", "version-loops-for-strides")),
        *(f"-fno-tree-{what}" for what in ("vectorize", "slp-vectorize", "loop-distribution")),
        *("--param=max-inline-insns-auto=15", "--param=inline-min-speedup=30"),
        *("--param=large-unit-insns=1", "--param=inline-unit-growth=5"),
    )
)
READING = r"""
import re
import sys
from pathlib import Path

from svod.counting import count
from svod.extraction import extract
from svod.guard import find_in
from svod.linking import link
from svod.packs import load
from svod.records import Document

TOGETHER, AUTHORS = 8, ("Айгуль", "Ерлан")  # cases: as many sentences as a short report has, or as two people write
pack, readings = load("sixteen_days"), []
for path in map(Path, sys.argv[1:]):
    text = re.sub(r"^(#|  ).*\n", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    cases = re.split(r"\n\s*\n", text)
    for at in range(0, len(cases), TOGETHER):
        group = cases[at : at + TOGETHER]
        if at % (4 * TOGETHER) == 0:
            group = [f"[25.11.2025, 10:0{n}] {AUTHORS[n % 2]}: {case}" for n, case in enumerate(group)]
        document = Document(f"{path.name} {at}", "\n".join(group), year=2025)
        readings.append(extract(document, pack))
        find_in(document, pack)
count(link(readings, pack), readings, pack)
"""


class Compiled(BuildHookInterface[Any]):
    """Hatchling's hook: it adds the compiled modules to the wheel, beside their sources."""

    folder: Path | None = None

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        self.folder = Path(tempfile.mkdtemp())
        shutil.copytree(Path(self.root, "svod"), self.folder / "svod", ignore=shutil.ignore_patterns("__pycache__"))
        libraries = compiled(self.folder, sorted(Path(self.root).glob(TEXTS)))
        build_data["force_include"] |= {str(path): str(path.relative_to(self.folder)) for path in libraries}
        build_data["pure_python"], build_data["infer_tag"] = False, True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if self.folder is not None:
            shutil.rmtree(self.folder)


def compiled(folder: Path, texts: list[Path]) -> list[Path]:
    """Compiles the modules of that copy of Svod beside their sources; returns the libraries.

    Where the compiler is GCC and there are texts, it compiles twice: it watches the first while they are read.
    """
    paths = (path for name in SOURCES for path in sorted(folder.glob(name)) if path.name not in LEFT_OUT)
    modules = []
    for path in paths:
        path.write_text(with_constants(path.read_text(encoding="utf-8")), encoding="utf-8")
        modules.append(str(path.relative_to(folder)))
    (folder / "setup.py").write_text(SETUP.format(modules=modules), encoding="utf-8")
    shutil.copy(QUICK, folder)
    build = ("setup.py", "--quiet", "build_ext", "--inplace", "--force")
    if texts and _is_gcc():
        _run(folder, *build, profile=WATCHED)
        _run(folder, "-c", READING, *map(str, texts))
        _run(folder, *build, profile=f"{SEEN} {SMALL}")
    else:
        _run(folder, *build)
    return [path for path in folder.rglob("*.so") if "build" not in path.relative_to(folder).parts]


def _is_gcc() -> bool:
    """Others want programs of their own between the two."""
    compiler = str(sysconfig.get_config_var("CC") or "").split()
    if not compiler:
        return False
    told = subprocess.run([*compiler, "--version"], capture_output=True, text=True, check=False)
    return "Free Software Foundation" in told.stdout


def _run(folder: Path, *words: str, profile: str = "") -> None:
    where = {**os.environ, "PYTHONPATH": str(folder), "SVOD_PROFILE": profile}
    done = subprocess.run([sys.executable, *words], cwd=folder, env=where, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"Svod could not be compiled:\n{done.stdout}\n{done.stderr}")


def with_constants(source: str) -> str:
    """The module with each name in capitals marked as final: C keeps those at hand, others are looked up each time.

    No line moves, so that a traceback still shows the right one.
    """
    lines, body = source.split("\n"), ast.parse(source).body
    constants = [found for statement in body if (found := _constant(source, statement)) is not None]
    for line, written, final in constants:
        lines[line] = lines[line].replace(written, final, 1)
    if constants:
        first = body[1].lineno - 1  # behind the docstring
        lines[first] = f"from typing import Final; {lines[first]}"
    return "\n".join(lines)


def _constant(source: str, statement: ast.stmt) -> tuple[int, str, str] | None:
    """The line of a constant, or of several, how it begins, and how it is to begin."""
    match statement:
        case ast.Assign(targets=[ast.Tuple(elts=names)], value=ast.Tuple(elts=values)):
            pairs = list(zip(map(ast.unparse, names), map(ast.unparse, values), strict=False))
            written = ast.get_source_segment(source, statement) or ""
            if len(names) == len(values) and "\n" not in written and all(CONSTANT.match(name) for name, _ in pairs):
                return statement.lineno - 1, written, "; ".join(f"{name}: Final = {value}" for name, value in pairs)
        case ast.Assign(targets=[ast.Name(id=name)]) if CONSTANT.match(name):
            return statement.lineno - 1, f"{name} =", f"{name}: Final ="
        case ast.AnnAssign(target=ast.Name(id=name), annotation=kind) if CONSTANT.match(name):
            return statement.lineno - 1, f"{name}: {ast.unparse(kind)} =", f"{name}: Final[{ast.unparse(kind)}] ="
    return None
