"""How long people wait who go on writing while a large register is brought up to date, beside how long that takes.

    python bench/upgrade.py [--database sqlite|postgres] [--activities 1000000] [--data FOLDER]

The register is that of bench/scale.py. What the last migrations added is taken away again: the index of signs, and the
indexes of 0005. Then it is added as an upgrade does it, while somebody goes on writing.
"""

import threading
import time
from contextlib import contextmanager
from itertools import count
from typing import Any

from scale import options_of, register


def main() -> None:
    options = options_of(__doc__)
    with register(options):
        from django.db import connection

        from svod.register import signs

        _older(connection)
        steps = {"index of signs": signs.set_up, **_indexes(connection)}
        print(f"{options.activities} activities, {options.database}: seconds of a step, and of a writer's longest wait")
        for name, step in steps.items():
            with _writing() as waits:
                began = time.perf_counter()
                step()
                took = time.perf_counter() - began
            print(f"  {name:28}{took:8.1f}{max(waits):8.2f}   {len(waits)} changes written meanwhile", flush=True)


def _older(connection: Any) -> None:
    from svod.register import signs
    from svod.register.triggers import ensure

    ensure(connection, signs.PREFIX, {})
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE register_signs")
        for operation in _migration().operations:
            cursor.execute(f"DROP INDEX IF EXISTS {operation.index.name}")


def _migration() -> Any:
    from importlib import import_module

    return import_module("svod.register.migrations.0005_large_registers").Migration


def _indexes(connection: Any) -> dict[str, Any]:
    """Each as its migration makes it."""
    from django.apps import apps
    from django.db.migrations.state import ProjectState

    state = ProjectState.from_apps(apps)

    def made(operation: Any) -> None:
        with connection.schema_editor(atomic=False) as editor:
            operation.database_forwards("register", editor, state, state)

    return {one.index.name: lambda one=one: made(one) for one in _migration().operations}


@contextmanager
def _writing() -> Any:
    """Somebody who changes one activity after another; how long each change took."""
    waits: list[float] = [0.0]
    ended = threading.Event()

    def write() -> None:
        from django.db import connection

        from svod.register.models import Activity

        for number in count(1):
            if ended.is_set():
                break
            began = time.perf_counter()
            Activity.objects.filter(pk=number * 7919 % 1000 + 1).update(online=number % 2 == 0)
            waits.append(time.perf_counter() - began)
            time.sleep(0.01)
        connection.close()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        yield waits
    finally:
        ended.set()
        writer.join()


if __name__ == "__main__":
    main()
