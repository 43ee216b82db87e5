"""What fuzzing found before stays mended, a short run finds nothing new, and no regular expression explodes.

`make fuzz` runs for an hour; what it finds is kept in `found`, and comes with what mends it.
"""

import subprocess
import sys
from pathlib import Path

import pytest

TOOLS = Path(__file__).parents[2] / "tools"
FOUND = Path(__file__).parent / "found"


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(["fuzz", "--again", FOUND], id="what was found before"),
        pytest.param(["fuzz", "--executions", "100"], id="a hundred of each"),
        pytest.param(["patterns", "--short"], id="regular expressions"),
    ],
)
def test_nothing_is_found(words: list[str]) -> None:
    done = subprocess.run([sys.executable, TOOLS / words[0], *words[1:]], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
