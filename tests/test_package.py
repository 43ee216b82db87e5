"""The wheel, installed where nothing else of the project is."""

import os
import re
import runpy
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from urllib.request import urlopen

import pytest

from svod.packs import available

ROOT = Path(__file__).parents[1]

LOADS_PACKS = "from svod.packs import available, load; print(*(load(name).code for name in available()))"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment's folder of programs: the wheel is installed in it, and it borrows the dependencies from ours."""
    folder = tmp_path_factory.mktemp("package")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    made = venv.EnvBuilder()
    made.create(folder / "venv")
    context = made.ensure_directories(folder / "venv")
    pip = [sys.executable, "-m", "pip", "--python", context.env_exe, "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "install", "--no-index", "--no-deps", str(wheel)], check=True, capture_output=True)
    (library,) = (folder / "venv").glob("lib/python*/site-packages")
    (library / "borrowed.pth").write_text(sysconfig.get_path("purelib"))
    return Path(context.bin_path)


def call(program: Path, *words: str, folder: Path) -> str:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run([program, *words], cwd=folder, env=environment, capture_output=True, text=True, check=True)
    return done.stdout


def test_it_is_the_wheel_that_is_tried(installed: Path, tmp_path: Path) -> None:
    where = call(installed / "python", "-c", "import svod; print(svod.__file__)", folder=tmp_path)
    assert Path(where.strip()).is_relative_to(installed.parent)


def test_every_pack_loads(installed: Path, tmp_path: Path) -> None:
    assert call(installed / "python", "-c", LOADS_PACKS, folder=tmp_path).split() == list(available())


def test_the_demonstration_runs(installed: Path, tmp_path: Path) -> None:
    told = call(installed / "svod", "demo", "-o", "there", folder=tmp_path)
    assert f"The report: {tmp_path / 'there' / 'report.html'}" in told
    assert (tmp_path / "there" / "report.pdf").stat().st_size > 10_000


def test_the_application_opens(installed: Path, tmp_path: Path) -> None:
    """Pages and what they look like come from the wheel alone."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("PYTHONPATH", "DATABASE_URL") and not name.startswith(("SVOD_", "DJANGO_"))
    }
    command = [installed / "svod", "serve", "--port", "0", "--data", "there"]
    with subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            address = process.stdout.readline().split()[-1]
            page = fetched(address + "account/login/")
            (sheet,) = set(re.findall(r'href="/(static/svod/svod[^"]*\.css)"', page))
            assert "--accent" in fetched(address + sheet)
            guide = fetched(address + "help/en/review/")
            (picture,) = re.findall(r'src="/(static/guide/pictures/en/review[^"]*\.png)"', guide)
            assert taken(address + picture).startswith(b"\x89PNG")
        finally:
            process.terminate()


def fetched(address: str) -> str:
    return taken(address).decode()


def taken(address: str) -> bytes:
    with urlopen(address, timeout=60) as answer:  # noqa: S310 # our own server
        return bytes(answer.read())


def test_constants_are_final_in_what_is_compiled() -> None:
    """No line moves: a traceback shows the sources' own."""
    with_constants = runpy.run_path(str(ROOT / "tools" / "compiled.py"))["with_constants"]
    source = '"""What it is."""\n\nimport re\n\nNEAR = 3  # words\nKINDS: frozenset[str] = frozenset()\nRule = int\n'
    marked = source.replace("import re", "from typing import Final; import re").replace("NEAR = 3", "NEAR: Final = 3")
    assert with_constants(source) == marked.replace("frozenset[str] =", "Final[frozenset[str]] =")
    pair = '"""What they are."""\n\nAND, OR = words("and"), "или, либо"  # joining\n'
    apart = """from typing import Final; AND: Final = words('and'); OR: Final = 'или, либо'  # joining\n"""
    assert with_constants(pair) == f'"""What they are."""\n\n{apart}'
    assert with_constants('"""Nothing of the kind."""\n') == '"""Nothing of the kind."""\n'


def test_constants_of_what_is_compiled_are_made_at_once() -> None:
    """What is final cannot be added to: mypyc would refuse the module."""
    compiled = runpy.run_path(str(ROOT / "tools" / "compiled.py"))
    modules = [path for pattern in compiled["SOURCES"] for path in ROOT.glob(pattern)]
    assert len(modules) > 50
    added = {path.name: re.findall(r"^[A-Z][A-Z0-9_]+ [|+&-]=", path.read_text("utf-8"), re.M) for path in modules}
    assert {name: found for name, found in added.items() if found} == {}
