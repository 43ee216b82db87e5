"""A worker that takes the tasks of the queue one after another, as django-tasks-db's own does, but lets what is only to
be read wait while reports come in a rush."""

import time

from django.db import OperationalError, close_old_connections
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult
from django_tasks_db.utils import exclusive_transaction, is_locked_database_exception

from svod.register.rush import Rush
from svod.register.tasks import SOON

POLL = 0.2  # seconds between two looks into an empty queue


class Reader(Worker):
    def __init__(self, name: str, rush: Rush) -> None:
        super().__init__(
            queue_names=["default"],
            interval=POLL,
            batch=False,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=name,
            excluded_queue_names=[],
        )
        self._rush = rush

    def run(self) -> None:
        """Until told to end."""
        while self.running:
            close_old_connections()
            task = self.claimed()
            if task is not None:
                self.run_task(task)
            elif self.running:
                time.sleep(self.interval)

    def claimed(self) -> DBTaskResult | None:
        """Take the next task, so that no other worker does; None where there is none, or SQLite is locked for long."""
        ready = DBTaskResult.objects.ready().filter(backend_name=self.backend_name, queue_name__in=self.queue_names)
        if self._rush.is_on():
            ready = ready.filter(priority__gte=SOON)
        try:
            with exclusive_transaction(ready.db):
                task: DBTaskResult | None = ready.get_locked()
                if task is not None:
                    task.claim(self.worker_id)
        except OperationalError as error:
            if not is_locked_database_exception(error):
                raise
            return None
        return task
