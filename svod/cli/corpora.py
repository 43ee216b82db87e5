"""`svod extract --engine`: corpora of millions of texts, from Parquet or JSON Lines to Parquet, block by block."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from svod.cli.progress import progress
from svod.packs import Pack

if TYPE_CHECKING:
    from svod.corpora.engines import Engine
    from svod.corpora.run import Summary

ENGINES = ("processes", "dask")
OPTIONS = (
    click.option("--engine", type=click.Choice(ENGINES), help="Read a corpus: FILES are .jsonl or .parquet."),
    click.option("--scheduler", metavar="ADDRESS", help="Of Dask, tcp://…; without it its workers are started here."),
    click.option("--out", metavar="FOLDER", help="Where the corpus's parts go: a folder, or s3://bucket/folder."),
)
MISSING = "It takes Dask and Apache Arrow: pip install 'svod[corpora]', here and on every worker."


class FileOrAddress(click.Path):
    """A file that exists, or with "://" an address that only the engine can look at."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        return value if "://" in str(value) else super().convert(value, param, ctx)


@dataclass(frozen=True, slots=True)
class Corpus:
    """What was said of a corpus: who reads it, and where its parts go; no engine where there is none."""

    engine: str | None
    scheduler: str | None
    out: str | None

    def is_wanted(self, files: Sequence[Path | str]) -> bool:
        """Raises UsageError where what was said does not go together."""
        if self.engine is None:
            if self.scheduler or self.out:
                raise click.UsageError("--scheduler and --out are for --engine.")
            for one in files:
                if isinstance(one, str) or one.is_dir():
                    raise click.UsageError(f"{one} is {'an address' if '://' in str(one) else 'a directory'}.")
        elif not files or not self.out:
            raise click.UsageError("--engine takes FILES, and --out for what is read.")
        return self.engine is not None

    def read(self, uris: list[str], pack: Pack, year: int | None) -> NoReturn:
        """Do what is left of it. The exit status is 1 where a block could not be done or a line was no text."""
        try:
            from svod.corpora.blocks import NoCorpus, blocks_of
            from svod.corpora.job import Job
            from svod.corpora.run import OtherParts, run

            engine = _engine(self.engine or "", self.scheduler)
        except ModuleNotFoundError as error:
            raise click.UsageError(f"{MISSING} ({error})") from None
        try:
            with progress(hidden=False) as show:
                summary = run(blocks_of(uris), Job(pack, year, str(self.out)), engine, partial(show, "extraction"))
        except NoCorpus as reason:
            raise click.UsageError(str(reason)) from None
        except OtherParts:
            raise click.UsageError(f"{self.out} holds parts of another corpus. Choose an empty folder.") from None
        except OSError as error:
            raise click.ClickException(str(error)) from None
        _tell(summary)
        sys.exit(1 if summary.failed or summary.tally.unreadable else 0)


def corpus_options(command: Callable[..., None]) -> Callable[..., None]:
    """The command gets them as one `corpus`."""

    @wraps(command)
    def with_corpus(engine: str | None, scheduler: str | None, out: str | None, **others: Any) -> None:
        command(corpus=Corpus(engine, scheduler, out), **others)

    for option in reversed(OPTIONS):
        with_corpus = option(with_corpus)
    return with_corpus


def _tell(summary: "Summary") -> None:
    for done in summary.failed:
        click.echo(f"{done.block.uri} [{done.block.first}, {done.block.last}): {done.problem}", err=True)
    tally = summary.tally
    click.echo(
        f"{tally.texts} texts, {tally.activities} activities, {tally.totals} totals; lines that are no text: "
        f"{tally.unreadable}. Blocks: {summary.blocks}, done before: {summary.known}, not done: {len(summary.failed)}.",
        err=True,
    )


def _engine(name: str, scheduler: str | None) -> "Engine":
    if name == "dask":
        from svod.corpora.with_dask import by_dask

        return partial(by_dask, scheduler=scheduler)
    from svod.corpora.engines import by_processes

    return by_processes
