"""The report as the workbench shows it: each passage with its words, and what is wrong with them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from lxml import etree

from svod.publishing.beside import words_for
from svod.publishing.html_blocks import Drawing
from svod.publishing.references import References
from svod.records import Coverage, Register, Report as Tree, ReportBlock
from svod.register.consolidated.byhand import ByHand
from svod.register.consolidated.discreet import discreet
from svod.register.consolidated.kept import texts_of
from svod.register.consolidated.marks import Bound, paragraphs, pieces
from svod.register.consolidated.passages import OPENING, Passage
from svod.register.consolidated.standing import SOUND, Standing, Untrue, standing
from svod.register.consolidated.told import Told
from svod.register.consolidated.tree import CLOSING, tree_of
from svod.register.models import Comment, Edition, Passage as Row, Report

RECOMMENDATIONS = "recommendations"
NO_TEXTS = Register("", None, (), (), (), (), (), (), Coverage((), (), ()))  # references are numbered without quotes


@dataclass(frozen=True, slots=True)
class Word:
    """Words of a line; `address` shows what a number stands on, `fact` names what they are bound to."""

    text: str
    fact: str = ""
    address: str = ""
    untrue: Untrue | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A passage, its lines, what follows it, what a person should see about it."""

    key: str
    title: str
    level: int
    lines: tuple[tuple[Word, ...], ...]
    fixed: tuple[SafeString, ...]
    row: Row | None
    standing: Standing
    comments: tuple[Comment, ...] = ()
    changed: bool = False  # since the last version

    @property
    def open_comments(self) -> int:
        return sum(not one.is_settled for one in self.comments)

    @property
    def is_collected(self) -> bool:
        """Whether people collect it on a page of its own, instead of writing it here."""
        return self.key == RECOMMENDATIONS


class Workbench:
    """A report with everything its page shows."""

    def __init__(
        self,
        report: Report,
        told: Told,
        added: ByHand,
        comments: Iterable[Comment] = (),
        last: Edition | None = None,
    ) -> None:
        """`last` is the version that the report is compared with."""
        self.report = report
        self.told = told
        self.added = added
        self.last = last
        self.rows = {row.key: row for row in added.passages}
        self._comments = list(comments)
        self._guard = discreet(report)

    @cached_property
    def tree(self) -> Tree:
        return tree_of(self.report, self.told, self.added)

    @cached_property
    def sections(self) -> list[Section]:
        found = [self._section(passage.key, passage) for passage in self.told.passages]
        if self.added.recommendations:
            before = next((at for at, one in enumerate(found) if one.key == CLOSING), len(found))
            found.insert(before, self._collected())
        return [*found, *(self._section(key, None) for key in self.rows if self.told.passage(key) is None)]

    @property
    def untrue(self) -> int:
        return sum(len(section.standing.untrue) for section in self.sections)

    def _section(self, key: str, passage: Passage | None) -> Section:
        row = self.rows.get(key)
        heading = passage.heading if passage else None
        stands = standing(row, self.told, self._guard) if row else SOUND
        text = row.text if row else passage.text if passage else ""
        return Section(
            key,
            heading.text if heading else "",
            heading.level if heading else 2,
            tuple(self._lines(text, {one.fact: one for one in stands.untrue})),
            tuple(self._drawn(block) for block in passage.fixed) if passage else (),
            row,
            stands,
            self._about(key),
            self._changed(key),
        )

    def _collected(self) -> Section:
        """What round tables recommended."""
        said = self.texts[RECOMMENDATIONS]
        lines = tuple((Word(line),) for line in said[1].split("\n\n"))
        about, changed = self._about(RECOMMENDATIONS), self._changed(RECOMMENDATIONS)
        own = "\n".join(f"{one.who}\n{one.text}" for one in self.added.recommendations)
        stands = Standing(private=self._guard.private(own))
        return Section(RECOMMENDATIONS, said[0], 2, lines, (), None, stands, about, changed)

    @cached_property
    def texts(self) -> dict[str, list[str]]:
        return texts_of(self.tree)

    def _about(self, key: str) -> tuple[Comment, ...]:
        return tuple(one for one in self._comments if one.key == key)

    def _changed(self, key: str) -> bool:
        key = "" if key == OPENING else key
        return self.last is not None and self.last.texts.get(key) != self.texts.get(key)

    def _lines(self, text: str, untrue: Mapping[str, Untrue]) -> Iterator[tuple[Word, ...]]:
        for line in paragraphs(text):
            yield tuple(self._word(piece, untrue) for piece in pieces(line))

    def _word(self, piece: str | Bound, untrue: Mapping[str, Untrue]) -> Word:
        if isinstance(piece, str):
            return Word(piece)
        is_number = any(map(str.isdigit, piece.words)) and piece.fact.rpartition(".")[2] not in ("title", "date")
        address = reverse("report_fact", args=(*self._where, piece.fact)) if is_number else ""
        return Word(piece.words, piece.fact, address, untrue.get(piece.fact))

    @property
    def _where(self) -> tuple[str, int]:
        return self.report.campaign.slug, self.report.pk

    @cached_property
    def _drawing(self) -> Drawing:
        def shown_at(number: int) -> str:
            return reverse("report_source", args=(*self._where, number))

        return Drawing(self.tree, self.references, words_for(self.tree), shown_at)

    @cached_property
    def references(self) -> References:
        """Numbered as in the files."""
        return References(self.tree, NO_TEXTS)

    def _drawn(self, block: ReportBlock) -> SafeString:
        element = self._drawing.block(block)
        return mark_safe(etree.tostring(element, method="html", encoding="unicode"))  # noqa: S308
