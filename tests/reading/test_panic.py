"""A fault within the Rust library that reads office files is a damaged file, not the end of the run."""

from typing import NoReturn

import kreuzberg
import pytest

from svod.reading import office
from svod.reading.errors import Damaged


class PanicException(BaseException):
    """As pyo3 raises it: no Exception."""


def test_it_is_damaged(monkeypatch: pytest.MonkeyPatch) -> None:
    def panic(*_: object) -> NoReturn:
        raise PanicException

    monkeypatch.setattr(kreuzberg, "extract_bytes_sync", panic)
    with pytest.raises(Damaged):
        office.extract(b"", "application/msword")


def test_an_interruption_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(kreuzberg, "extract_bytes_sync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        office.extract(b"", "application/msword")
