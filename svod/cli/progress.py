"""How far long work has come, on standard error."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

STAGES = {"reading": "Reading", "extraction": "Extracting", "asking": "Asking", "publishing": "Writing"}
WIDTH = 30

Progress = Callable[[str, int, int], None]


@contextmanager
def progress(hidden: bool) -> Iterator[Progress]:
    """On a terminal a bar that fills; on a file or a pipe one line for each finished stage."""
    if hidden:
        yield lambda stage, done, total: None
    elif sys.stderr.isatty():
        bar = Bar()
        try:
            yield bar.show
        finally:
            bar.leave()
    else:
        yield _line


def _line(stage: str, done: int, total: int) -> None:
    if done == total:
        click.echo(f"{STAGES[stage]} {done}/{total}", err=True)


class Bar:
    """A line that is written over until its stage is done."""

    def __init__(self) -> None:
        self._open = False

    def show(self, stage: str, done: int, total: int) -> None:
        filled = WIDTH * done // total
        self._open = done < total
        line = f"\r{STAGES[stage]:<11}[{'#' * filled}{'-' * (WIDTH - filled)}] {done}/{total}"
        click.echo(line, nl=not self._open, err=True)

    def leave(self) -> None:
        """End the line where the work stopped before its end, so that what is said next begins a new one."""
        if self._open:
            click.echo(err=True)
