"""What the activities of a table stand on: the workbook as the submission of whoever handed it in; and for each
organisation below of which it tells, its own rows alone. So nobody reads in a table what is told of others."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from django.utils import timezone

from svod.register.activity_table.lines import Table
from svod.register.activity_table.rows import Row
from svod.register.activity_table.text import Place, Told, told
from svod.register.errors import AlreadyReceived
from svod.register.history import operation
from svod.register.models import ActivityTable, Document, Organisation, Person, Submission
from svod.register.models.submission import STANDING
from svod.register.services.keep import Kept, keep

FORMAT = "table"  # of such a text


@dataclass(frozen=True, slots=True)
class Source:
    """A row's place in the text of its organisation."""

    document: Document
    place: Place


class Standing:
    """The submissions and texts of a table, made where they are asked for."""

    def __init__(self, table: ActivityTable, rows: Sequence[Row], person: Person) -> None:
        self.table, self.rows, self.person = table, rows, person
        self.read = Table.of_json(table.rows)
        self.known: dict[str, tuple[Document, Told]] = {}
        self._text_of(table.organisation)  # the workbook is kept as what was handed in, whatever is taken of it

    def of(self, row: Row) -> Source:
        organisation = row.target.organisation if row.target else row.organisation
        if organisation is None:
            raise ValueError(f"row {row.number} belongs to nobody")
        document, text = self._text_of(organisation)
        return Source(document, text.places[row.number])

    def _text_of(self, organisation: Organisation) -> tuple[Document, Told]:
        if organisation.path not in self.known:
            numbers = {row.number for row in self.rows if row.organisation == organisation}
            whole = organisation.pk == self.table.organisation_id
            text = told(self.read, (line for line in self.read.lines if whole or line.number in numbers))
            kept = self._workbook() if whole else keep(BytesIO(text.text.encode()))
            self.known[organisation.path] = self._document(self._submission(organisation, kept), text), text
        return self.known[organisation.path]

    def _workbook(self) -> Kept:
        return Kept(self.table.file.name, self.table.sha256, self.table.size)

    def _submission(self, organisation: Organisation, kept: Kept) -> Submission:
        """That of these bytes, which may have been handed in before."""
        place = {"campaign": self.table.campaign, "organisation": organisation}
        found = Submission.objects.filter(STANDING, **place, sha256=kept.sha256).first()
        if found is not None and found.is_waiting:
            raise AlreadyReceived(submission=found)  # it waits for the worker, whose text comes first
        if found is not None:
            return found
        made = Submission(
            **place,
            name=self.table.name if kept.sha256 == self.table.sha256 else f"{self.table.name}.txt",
            channel=Submission.Channel.TABLE,
            sha256=kept.sha256,
            size=kept.size,
            file=kept.place,
            state=Submission.State.READ,
            read_at=timezone.now(),
            received_by=self.person,
        )
        with operation("submit", self.person, self.table.campaign, organisation, note=self.table.name) as deed:
            deed.create(made)
        return made

    def _document(self, submission: Submission, text: Told) -> Document:
        found = submission.documents.filter(text=text.text).first()
        return found or Document.objects.create(
            submission=submission,
            position=submission.documents.count(),
            source=submission.name,
            format=FORMAT,
            text=text.text,
            blocks=[[one.start, one.end, one.role, None, None] for one in text.blocks],
        )
