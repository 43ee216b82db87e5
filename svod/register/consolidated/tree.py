"""The report as it stands: the narrator's tree with what people wrote in its place."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from django.utils.translation import override

from svod import records
from svod.narration import LANGUAGES
from svod.narration.closing import say_photos, say_recommendations
from svod.narration.grammar import Grammar
from svod.narration.phrases import phrases_for
from svod.records import Heading, Paragraph, ReportBlock, Run
from svod.register import models
from svod.register.consolidated.byhand import ByHand
from svod.register.consolidated.discreet import Discreet, discreet
from svod.register.consolidated.marks import Bound, paragraphs, pieces
from svod.register.consolidated.passages import Passage
from svod.register.consolidated.rows import pack_of
from svod.register.consolidated.scopes import Fact
from svod.register.consolidated.told import Told, extent_of

CLOSING = "closing"  # the narrator's last words: recommendations stand before them


def tree_of(report: models.Report, told: Told, added: ByHand) -> records.Report:
    """A passage in people's words whose narrator's passage is gone stands at the end, before the photos. What people
    wrote is masked as it goes out."""
    guard = discreet(report)
    added = guard.added(added)
    rows = {row.key: row for row in added.passages}
    before = next((at for at, one in enumerate(told.passages) if one.key == CLOSING), len(told.passages))
    parts = [list(_blocks(passage, rows.get(passage.key), told, guard)) for passage in told.passages]
    if added.recommendations:
        parts.insert(before, say_recommendations(added.recommendations, grammar_of(report)))
    parts += [prose_of(row, told, guard) for row in added.passages if told.passage(row.key) is None]
    if added.photos:
        parts.append(say_photos(added.photos, grammar_of(report)))
    blocks = tuple(block for part in parts for block in part)
    title = report.title or told.head.title
    return replace(told.head, title=title, subtitle=subtitle_of(report, told), blocks=blocks)


def grammar_of(report: models.Report) -> Grammar:
    return LANGUAGES[report.language](phrases_for(pack_of(report.campaign), report.language))


def subtitle_of(report: models.Report, told: Told) -> str:
    """A part of the tree is named, and so are some days: such a report is not the whole campaign's."""
    said, period = told.head.subtitle, extent_of(report).period
    if period:
        grammar = grammar_of(report)
        days = grammar.day(period, with_year=True)
        said = grammar.text("title", "some_days").format(subtitle=said, period=days)
    if report.organisation_id == report.campaign.organisation_id:
        return said
    with override(report.language):
        return f"{report.organisation.called}. {said}"


def _blocks(passage: Passage, row: models.Passage | None, told: Told, guard: Discreet) -> Iterator[ReportBlock]:
    heading: Iterable[Heading] = (passage.heading,) if passage.heading else ()
    yield from heading
    yield from prose_of(row, told, guard) if row else passage.prose
    yield from passage.fixed


def prose_of(row: models.Passage, told: Told, guard: Discreet) -> list[Paragraph]:
    """The person's paragraphs; a number opens its sources, and each paragraph ends with the others'."""
    return guard.prose([Paragraph(tuple(_runs(line, row.groups, told))) for line in paragraphs(row.text)], row)


def _runs(line: str, groups: Mapping[str, list[str]], told: Told) -> Iterator[Run]:
    runs: list[Run] = []
    behind: list[Fact] = []
    for piece in pieces(line):
        if not isinstance(piece, Bound):
            runs.append(Run(piece))
            continue
        fact = told.facts.get(piece.fact, groups)
        opens = fact is not None and any(map(str.isdigit, piece.words)) and piece.fact.rpartition(".")[2] != "date"
        if fact is not None and opens:
            runs.append(Run(piece.words, fact.evidences, fact.activities))
        else:
            runs.append(Run(piece.words))
            behind += [fact] if fact else []
    yield from _closed(runs, behind)


def _closed(runs: list[Run], behind: list[Fact]) -> list[Run]:
    """What the words rest on that no number opens stands once, at the end."""
    opened = {place for run in runs for place in run.sources}
    places = tuple(dict.fromkeys(place for fact in behind for place in fact.evidences if place not in opened))
    if not places or not runs:
        return runs
    names = tuple(dict.fromkeys(name for fact in behind for name in fact.activities))
    if runs[-1].sources:
        return [*runs, Run(".", places, names)]
    return [*runs[:-1], replace(runs[-1], sources=places, activities=names)]
