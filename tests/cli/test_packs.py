"""`svod packs`."""

import json

from svod.packs import available, load
from tests.cli.conftest import Svod


def test_it_works(run: Svod) -> None:
    result = run("packs")
    assert result.exit_code == 0
    for code in available():
        assert code in result.stdout
        assert all(load(code).names[language] in result.stdout for language in ("en", "ru", "kk"))


def test_json(run: Svod) -> None:
    told = json.loads(run("packs", "--json").stdout)
    assert set(told) == set(available())
    assert told["sixteen_days"]["ru"] == load("sixteen_days").names["ru"]
