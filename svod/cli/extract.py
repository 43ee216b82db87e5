"""`svod extract`: texts in, activities and reported totals out, a line of JSON each."""

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from svod.cli import options
from svod.cli.asking import Asking, asking_options, consulted_fields
from svod.cli.corpora import Corpus, FileOrAddress, corpus_options
from svod.corpora.contract import BadLine, answer_of, parse_line
from svod.packs import Pack
from svod.records import Activity, Document, Reading, ReportedTotal

if TYPE_CHECKING:
    from svod.assistant import Assistant
    from svod.learning import Learned

LINE_BREAKS = str.maketrans({"\u0085": r"\u0085", "\u2028": r"\u2028", "\u2029": r"\u2029"})


@click.command(short_help="Read texts, write their activities as JSON.")
@click.argument("files", nargs=-1, type=FileOrAddress(exists=True, path_type=Path))
@options.campaign
@options.year
@options.learned
@asking_options
@corpus_options
def extract(
    files: tuple[Path, ...],
    pack: Pack,
    year: int | None,
    learned: "Learned | None",
    asking: Asking,
    corpus: Corpus,
) -> None:
    """Read documents, write the activities and reported totals they tell.

    Without FILES it reads JSON Lines on standard input, {"id", "lang", "year", "text"} each, and writes
    {"id", "activities", "totals"} each; --year is for lines that give none. With FILES it reads those files instead,
    whatever their format.

    With --model and --endpoint a language model is asked as well: what it points at is looked up in the text, "model"
    says what came of it, and model-sent.jsonl, in this folder, what was sent. Personal data is masked before, unless
    the endpoint is marked --own.

    With --engine a corpus of millions of texts is read block by block into Parquet files below --out, on this machine
    or by Dask's workers. FILES are then .jsonl or .parquet files, folders of them, or addresses as s3://bucket/folder.
    A run that was cut off is taken up where it was.

    A line or a file that cannot be read is named on standard error, the others go on, and the exit status is 1.
    """
    if corpus.is_wanted(files):
        if learned or asking.model:
            raise click.UsageError("--engine goes without --model and --learned.")
        corpus.read([str(one) for one in files], pack, year)
    from svod.extraction import extract as read  # here, not above: --help should not wait for it

    assistant = asking.assistant(pack, Path("model-sent.jsonl"))
    source = Source()
    told, others = _answered(files, pack)
    for reading in told:  # by their fields: no model could read them better
        click.echo(_one_line(_answer(reading, None)))
    for document in source.files(others) if files else source.lines(_standard_input()):
        reading = read(replace(document, year=document.year or year), pack, learned)
        click.echo(_one_line(_answer(reading, assistant)))
    sys.exit(1 if source.unreadable else 0)


def _answered(files: Iterable[Path], pack: Pack) -> tuple[list[Reading], list[Path]]:
    """What is told in exports of the campaign's form, and the files that are none."""
    from svod.odk.exports import answers_in
    from svod.odk.told import tell

    told, others = [], []
    for path in files:
        answers = answers_in(path)
        if answers is None:
            others.append(path)
        else:
            told += [tell(one, pack, path.name) for one in answers]
    return told, others


def _answer(reading: Reading, assistant: "Assistant | None") -> dict[str, Any]:
    consulted = assistant.consult(reading) if assistant else None
    reading = consulted.reading if consulted else reading
    answer = answer_of(reading)
    if consulted:
        found: list[Activity | ReportedTotal] = [*reading.activities, *reading.totals]
        for fields, one in zip([*answer["activities"], *answer["totals"]], found, strict=True):
            fields["model"] = [reason for reason in one.reasons if reason.startswith("model_")]
        answer["model"] = consulted_fields(consulted)
    return answer


class Source:
    """Gives the documents that can be read, names the others on standard error and remembers that there were some."""

    def __init__(self) -> None:
        self.unreadable = False

    def files(self, paths: Iterable[Path]) -> Iterator[Document]:
        """The documents in these files."""
        from svod.reading import message, read_path  # not needed where texts come by standard input

        for outcome in (outcome for path in paths for outcome in read_path(path)):
            if isinstance(outcome, Document):
                yield outcome
                continue
            click.echo(f"{outcome.source}: {message(outcome, 'en')}", err=True)
            self.unreadable |= outcome.severity == "unreadable"

    def lines(self, lines: Iterable[bytes]) -> Iterator[Document]:
        """The documents in these JSON Lines; empty lines are passed over."""
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                yield parse_line(line)
            except BadLine as reason:
                click.echo(f"line {number}: {reason}", err=True)
                self.unreadable = True


def _standard_input() -> Iterable[bytes]:
    """Its lines as bytes: only a line feed ends a line, whatever characters stand in the texts."""
    if sys.stdin.isatty():
        click.echo("Reading JSON Lines from standard input; Ctrl-D ends it. See `svod extract --help`.", err=True)
    return sys.stdin.buffer


def _one_line(answer: dict[str, Any]) -> bytes:
    """One line for every reader, also for those that take other characters than a line feed as a line's end."""
    return json.dumps(answer, ensure_ascii=False).translate(LINE_BREAKS).encode("utf-8", "backslashreplace")
