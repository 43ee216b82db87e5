"""The register of these tests with some of its parts exchanged."""

from dataclasses import replace
from typing import Any

from svod.records import Register
from tests.publishing.campaign import REGISTER


def register_of(**changes: Any) -> Register:
    return replace(REGISTER, **changes)
