"""What people write in a report, as it may go out: what the guard finds is masked unless somebody released it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from svod.guard import Find, Masked, find, held, mask
from svod.narration.closing import Recommended
from svod.records import Paragraph, Picture, Release, Run
from svod.register import models
from svod.register.consolidated.byhand import ByHand
from svod.register.consolidated.marks import plain

SURE = 0.7  # what is less certain stops nobody who writes


@dataclass(frozen=True, slots=True)
class Private:
    """Words that are masked in what goes out; `key` and `kind` are the guard's, to release them by."""

    words: str
    key: str
    kind: str


@dataclass(frozen=True, slots=True)
class Discreet:
    """Looks at the words of one report."""

    report: models.Report
    released: tuple[Release, ...]

    def private(self, text: str, before: str = "") -> tuple[Private, ...]:
        """What is private in the text, each once. What the narrator itself says `before` may be told."""
        first: dict[str, Find] = {}
        for one in self._finds(text, before):
            first.setdefault(one.key, one)
        return tuple(Private(text[one.start : one.end], key, one.kind) for key, one in first.items())

    def text(self, text: str) -> str:
        return self._masked(text).text

    def prose(self, lines: Sequence[Paragraph], row: models.Passage) -> list[Paragraph]:
        """A person's paragraphs, masked."""
        return [self._paragraph(line, plain(row.machine)) for line in lines]

    def added(self, added: ByHand) -> ByHand:
        """Recommendations and captions, masked; passages are masked as paragraphs."""
        return replace(
            added,
            recommendations=tuple(map(self._recommended, added.recommendations)),
            photos=tuple(map(self._picture, added.photos)),
        )

    def _recommended(self, one: Recommended) -> Recommended:
        return replace(one, who=self.text(one.who), text=self.text(one.text))

    def _picture(self, one: Picture) -> Picture:
        caption = self.text(one.caption)
        return replace(one, caption=caption, described=caption)

    def _paragraph(self, line: Paragraph, before: str) -> Paragraph:
        masked = self._masked("".join(run.text for run in line.runs), before)
        return replace(line, runs=tuple(_cut(line.runs, masked))) if masked.masks else line

    def _masked(self, text: str, before: str = "") -> Masked:
        return mask(text, self._finds(text, before), language=self.report.language)

    def _finds(self, text: str, before: str = "") -> list[Find]:
        known = {one.key for one in self._held(before)} if before else set()
        return [one for one in self._held(text) if one.key not in known]

    def _held(self, text: str) -> list[Find]:
        finds = find(text, self.report.language, self.report.campaign.pack)
        return [one for one in held(finds, self.released) if one.certainty >= SURE]


def discreet(report: models.Report) -> Discreet:
    return Discreet(report, models.Released.of(report.campaign))


def _cut(runs: Sequence[Run], masked: Masked) -> Iterator[Run]:
    """A mask that reaches from one run into the next stands in the first."""
    start = shown = 0
    for run in runs:
        end = start + len(run.text)
        text = masked.cut(max(start, shown), end)
        if text or run.sources:
            yield replace(run, text=text)
        shown = next((one.end for one in masked.masks if one.start < end < one.end), shown)
        start = end
