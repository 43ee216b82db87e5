"""`svod learn FILE…`: what people's corrections teach, if anything."""

import hashlib
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from svod.cli import options
from svod.packs import Pack

if TYPE_CHECKING:
    from svod.learning import Annotated, Lesson, Trial

FIGURES = ("activities", "strict", "totals")


@click.command(short_help="Learn from people's corrections.")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "-o",
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("learned.toml"),
    show_default=True,
    help="Where to write what was learned.",
)
@click.option("--half", is_flag=True, help="Learn from half of the texts and show how the other half is read then.")
@options.campaign
@options.as_json
def learn(files: tuple[Path, ...], out: Path, half: bool, pack: Pack, as_json: bool) -> None:
    """Learn from annotated texts: JSON Lines, with what a person took from each.

    Each text is read with what the texts of other sources teach. Only if nothing is read worse on the whole, and
    clearly more texts better than worse, is anything written; `svod extract --learned` then uses it.
    """
    from svod.learning import learn as lesson_of, tried_on, written

    texts = _texts(files)
    kept = [one for one in texts if _is_apart(one)] if half else []
    lesson = lesson_of([one for one in texts if one not in kept], pack)
    if lesson.weights is not None:
        out.write_text(written(lesson.weights), encoding="utf-8")
    others = tried_on(kept, lesson.candidate, pack) if half else None
    if as_json:
        click.echo(json.dumps(_summary(lesson, others, len(kept))))
        return
    _tell(lesson, out)
    if others:
        click.echo(_on_the_others(lesson, others, len(kept)))


def _texts(files: tuple[Path, ...]) -> "list[Annotated]":
    from svod.learning import BadGold, read_gold

    texts: list[Annotated] = []
    for path in files:
        try:
            texts += read_gold(path.read_text(encoding="utf-8").split("\n"))
        except (BadGold, UnicodeDecodeError) as error:
            click.echo(f"{path}: {error}", err=True)
            sys.exit(1)
    return texts


def _is_apart(text: "Annotated") -> bool:
    """Half of all texts, the same each time."""
    return hashlib.sha256(text.document.id.encode()).digest()[0] % 2 == 1


def _tell(lesson: "Lesson", out: Path) -> None:
    click.echo(
        f"Learned from {lesson.texts} texts of {lesson.sources} sources: {lesson.mentions} decisions on what is an "
        f"activity, {lesson.people} on whose people a number counts."
    )
    click.echo(f"Each read with what the others teach: {_figures(lesson.trial)}.")
    if lesson.weights is None:
        click.echo(f"Not adopted: {_why_not(lesson)}. Nothing was written; the rules read as before.")
    else:
        click.echo(f"Adopted, and written: {out}")


def _why_not(lesson: "Lesson") -> str:
    if lesson.sources < 2:  # one source cannot be held apart from another
        return "all texts come from one source, so nothing can be held apart to try it on"
    if not lesson.trial.is_no_worse:
        return "texts would be read worse"
    return "no more texts would be read better than chance makes it"


def _figures(trial: "Trial") -> str:
    """ "activities 0.877 → 0.881, strict 0.737 → 0.745, totals 0.889 → 0.889; 3 texts better, 1 worse" """
    pairs = zip(FIGURES, trial.before, trial.after, strict=True)
    told = ", ".join(f"{name} {before.f1:.3f} → {after.f1:.3f}" for name, before, after in pairs)
    return f"{told}; {trial.better} texts better, {trial.worse} worse"


def _on_the_others(lesson: "Lesson", trial: "Trial", texts: int) -> str:
    if lesson.weights is None:
        return f"The other {texts} texts are read as before; with what was not adopted: {_figures(trial)}."
    return f"The other {texts} texts: {_figures(trial)}."


def _summary(lesson: "Lesson", others: "Trial | None", apart: int) -> dict[str, Any]:
    return {
        "texts": lesson.texts,
        "sources": lesson.sources,
        "mentions": lesson.mentions,
        "people": lesson.people,
        "adopted": lesson.weights is not None,
        "held_apart": _measured(lesson.trial),
        "others": _measured(others) if others else None,
        "other_texts": apart,
    }


def _measured(trial: "Trial") -> dict[str, Any]:
    named = zip(FIGURES, trial.before, trial.after, strict=True)
    figures = {name: [round(before.f1, 4), round(after.f1, 4)] for name, before, after in named}
    return {**figures, "better": trial.better, "worse": trial.worse}
