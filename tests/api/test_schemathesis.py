"""What no person would ask: for every operation made-up requests, most of them at addresses of things that are there.

No fault of ours, no status, header or media type that the description does not tell, no answer of another shape.
`SVOD_EXAMPLES` says how many requests for each operation (`make fuzz-api`: 50).
"""

import os
import re
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections, transaction
from hypothesis import HealthCheck, Phase, given, settings, strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from svod.api.plumbing.throttle import brake
from tests.api.calling import Caller
from tests.api.test_nothing_is_forgotten import addressed, schema
from tests.world import World

EXAMPLES = int(os.environ.get("SVOD_EXAMPLES", "2"))
MOSTLY = (True, True, True, False)
CHECKS = [
    *(not_a_server_error, status_code_conformance, content_type_conformance),
    *(response_schema_conformance, response_headers_conformance),
]


@pytest.fixture
def in_one_transaction(db: None) -> Iterator[None]:
    """A request must not close the connection that the test's transaction is on."""
    # The files it answers with are closed by the collector: the filter of warnings says so.
    request_started.disconnect(close_old_connections)
    request_finished.disconnect(close_old_connections)
    yield
    request_started.connect(close_old_connections)
    request_finished.connect(close_old_connections)


@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
def test_whatever_is_asked_is_answered_as_described(
    in_one_transaction: None, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(brake, "num_requests", 10**9)
    caller = Caller(world.people["chief"])
    found = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())
    wrong, statuses = [], Counter[int]()
    for result in found.get_all_operations():
        operation = result.ok()
        real = _known(operation.path, addressed(operation.path, world))
        try:
            _ask(operation, real, caller.headers, statuses)
        except (Exception, BaseExceptionGroup) as error:
            wrong.append(f"{operation.label}: {error}")
    sys.stdout.write(f"asked {sum(statuses.values())} times: {dict(statuses)}\n")
    assert not wrong, "\n\n".join(wrong)
    assert sum(statuses.values()) >= sum(len(all_of) for all_of in schema()["paths"].values())
    assert statuses[200] + statuses[201] > sum(statuses.values()) / 4  # or it looked at errors alone


def _ask(operation: Any, real: dict[str, str], headers: dict[str, str], statuses: Counter[int]) -> None:
    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        derandomize=EXAMPLES < 10,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(), at_real=st.sampled_from(MOSTLY))
    def ask(case: Any, at_real: bool) -> None:
        if at_real:
            case.path_parameters = {**(case.path_parameters or {}), **real}
        with transaction.atomic():
            answer = case.call(headers=headers)
            transaction.set_rollback(True)
        statuses[answer.status_code] += 1
        case.validate_response(answer, checks=CHECKS)

    ask()


def _known(template: str, place: str) -> dict[str, str]:
    """The gaps of an address, as things that are there fill them."""
    pattern = re.sub(r"\\{(\w+)\\}", r"(?P<\1>[^/]+)", re.escape(template))
    found = re.fullmatch(pattern, place)
    return found.groupdict() if found else {}
