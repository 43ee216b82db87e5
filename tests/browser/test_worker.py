"""The worker of its own process reads what was handed in."""

import subprocess
import time
from io import BytesIO

from svod.register.models import Submission
from svod.register.services.submit import submit
from tests.world import TEXT, World


def test_it_works(world: World, worker: subprocess.Popen[bytes]) -> None:
    submission = submit(BytesIO(TEXT.encode()), "отчёт.txt", world.campaign, world.school, None)
    until = time.monotonic() + 60
    while submission.state in (Submission.State.RECEIVED, Submission.State.READING) and time.monotonic() < until:
        time.sleep(0.1)
        submission.refresh_from_db()
    assert submission.state == Submission.State.READ
    assert submission.documents.get().activitys.count() == 2
