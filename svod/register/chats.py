"""A chat that is handed in again, weeks later and by whatever phone: what of it an organisation's texts hold already.

The core compares two exports (reading/chats.py); this knows which were read, and says where.
"""

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from django.db.models import QuerySet

from svod import records
from svod.reading.chats import Message, messages, overlap, without
from svod.reading.submission import BETWEEN
from svod.records import Block, Problem
from svod.register.models import Document, Submission
from svod.register.models.submission import STANDING

CHAT = "whatsapp"
HERE = 0  # stands for a document of the same submission, which has no row yet


class Told(NamedTuple):
    """What was read of a chat, and in which row."""

    document: int
    messages: tuple[Message, ...]


class KnownTo:
    """What the organisation of a submission has handed in of its campaign's chats before."""

    def __init__(self, submission: Submission) -> None:
        theirs = Submission.objects.filter(
            STANDING, campaign=submission.campaign_id, organisation=submission.organisation_id
        )
        self._rows = Document.objects.filter(submission__in=theirs).exclude(submission=submission.pk)
        self._here: list[Told] = []  # two exports may lie in one archive

    @cached_property
    def _chats(self) -> list[Told]:
        return [Told(one.pk, messages(one.text, blocks_of(one))) for one in self._chat_rows()]

    def _chat_rows(self) -> QuerySet[Document]:
        return self._rows.filter(format=CHAT).order_by("pk")

    @property
    def was_asked(self) -> bool:
        return "_chats" in self.__dict__

    def has_grown(self) -> bool:
        """Whether another worker has read a chat of theirs since these were looked up."""
        return list(self._chat_rows().values_list("pk", flat=True)) != [one.document for one in self._chats]

    def only_new(self, document: records.Document) -> tuple[records.Document, dict[str, Any], list[Problem]]:
        """A chat's document with the messages that were not read before; where the others were, as `Document.known`
        keeps it; and what a person is told."""
        told = messages(document.text, document.blocks)
        known, changed, gone = self._compared(told)
        rest, places = without(document, known, told) if known else (document, [])
        self._here.append(Told(HERE, messages(rest.text, rest.blocks)))
        if not known:
            return document, {}, []
        starts = {one.start: one.end for one in rest.blocks if one.role == "message"}
        kept = {
            "runs": list(_runs(known, told, places)),
            "changed": [
                [places[place], starts[places[place]], row, old.start, old.end] for place, (row, old) in changed.items()
            ],
        }
        counts = {"chat_known": len(known), "chat_changed": len(changed), "chat_gone": gone}
        notes = [
            Problem("warning", code, document.source, (("count", str(count)),))
            for code, count in counts.items()
            if count
        ]
        return rest, kept, notes

    def _compared(
        self, told: tuple[Message, ...]
    ) -> tuple[dict[int, tuple[int, Message]], dict[int, tuple[int, Message]], int]:
        """Places in the chat with the row and the message that was read there: the same, or before it was changed; and
        how many are gone."""
        known: dict[int, tuple[int, Message]] = {}
        changed: dict[int, tuple[int, Message]] = {}
        gone = 0
        for row, theirs in [*self._chats, *self._here]:
            left = [place for place in range(len(told)) if place not in known]
            found = overlap([told[place] for place in left], theirs)
            if found is not None:
                known |= {left[ours]: (row, theirs[other]) for ours, other in found.same.items()}
                changed |= {left[ours]: (row, theirs[other]) for ours, other in found.changed.items()}
                gone += len(found.gone)
        return known, {place: said for place, said in changed.items() if place not in known}, gone

    def read_before(self, documents: Iterable[records.Document]) -> set[str]:
        """The ids of files that lie beside a chat in its export and were read from an earlier one."""
        documents = list(documents)
        exports = {_folder(one) for one in documents if one.format == CHAT} - {""}
        beside = {one.id: one.sha256 for one in documents if one.format != CHAT and _folder(one) in exports}
        there = set(self._rows.filter(sha256__in=set(beside.values())).values_list("sha256", flat=True))
        return {key for key, sha256 in beside.items() if sha256 in there}


def _folder(document: records.Document) -> str:
    return document.source.rpartition(BETWEEN)[0]


def blocks_of(row: Document) -> list[Block]:
    """Only what tells messages apart: who wrote them on which day."""
    return [
        Block(start, end, role, author, date.fromisoformat(on) if on else None)
        for start, end, role, author, on in row.blocks
    ]


def _runs(known: dict[int, tuple[int, Message]], told: tuple[Message, ...], places: list[int]) -> Iterable[list[Any]]:
    """Messages one after another that one row holds: [place in the new text, how many, first day, last day, row, start
    and end there]."""
    run: list[int] = []
    for place in [*sorted(known), len(told) + 1]:
        if run and (place != run[-1] + 1 or known[place][0] != known[run[0]][0]):
            row, first = known[run[0]]
            last = known[run[-1]][1]
            days = [one.isoformat() if one else "" for one in (told[run[0]].on, told[run[-1]].on)]
            yield [places[run[0]], len(run), *days, row, first.start, last.end]
            run = []
        run.append(place)
