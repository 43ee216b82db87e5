"""1,000 messages that wait for the bot, as after a night without a line: until each is a report and has its receipt.

python bench/bot.py [MESSAGES]
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

WRITERS = 20


def main() -> None:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory(prefix="svod-bench-", ignore_cleanup_errors=True) as data:
        os.environ |= {"SVOD_DATA": data, "DJANGO_SETTINGS_MODULE": "svod.settings.local", "NO_PROXY": "*"}
        import django

        django.setup()
        measure(number)


def measure(number: int) -> None:
    from django.core.management import call_command

    from tests.telegram.standin import TOKEN, Standin

    call_command("migrate", verbosity=0)
    standin = Standin()
    deliver(number, standin)
    begun = time.monotonic()
    told = {"SVOD_TELEGRAM_TOKEN": TOKEN, "SVOD_TELEGRAM_API": standin.url}
    bot = subprocess.Popen([sys.executable, "-m", "svod", "telegram"], env={**os.environ, **told})
    try:
        report(number, standin, begun)
    finally:
        bot.terminate()
        bot.wait()
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        print(f"the bot: {used.ru_utime + used.ru_stime:.1f} s of a core, {used.ru_maxrss // 1024} MB")
        standin.close()


def deliver(number: int, standin: object) -> None:
    from tests.telegram.conftest import link_to
    from tests.telegram.people import Writer
    from tests.world import TEXT, make_world

    world = make_world()
    writers = [Writer(standin, 100 + one, f"Writer {one}") for one in range(WRITERS)]
    for one in writers:
        link_to(world.person("reporter", world.school, one.name), one)
    for one in range(number):
        writers[one % WRITERS].forwards(f"{TEXT} Часть {one}.")


def report(number: int, standin: object, begun: float) -> None:
    from svod.register.models import Submission

    while standin.updates or not standin.polls:
        time.sleep(0.02)
    confirmed = time.monotonic() - begun
    while len(standin.sent()) < number:
        time.sleep(0.02)
    answered = time.monotonic() - begun
    made = Submission.objects.count()
    print(f"{number} messages: kept and confirmed after {confirmed:.1f} s, ", end="")
    print(f"{made} reports with their receipts after {answered:.1f} s")


if __name__ == "__main__":
    main()
