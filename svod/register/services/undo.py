"""Take back what was decided about activities and totals; taking that back does it again."""

from django.db import IntegrityError, transaction
from django.db.models import Q

from svod.register.announce import announce_beside
from svod.register.errors import CannotUndo
from svod.register.models import Activity, Operation, Person, ReportedTotal, Submission
from svod.register.models.finding import Finding
from svod.register.permissions import may_undo
from svod.register.services.hand_out import ensure_may_go, ensure_still_there
from svod.register.services.locks import ensure_open, ensure_rows_open, ensure_unsigned
from svod.register.take_back import take_back

# Signing and reopening are taken back by each other, what was handed in stays.
DECIDING = (
    *("confirm", "correct", "reject", "split", "merge", "unmerge", "tell_apart"),
    *("add", "take_in", "turn_down", "ask", "answer", "undo"),
)
WHOLE = ("move", "withdraw", "supersede")  # what was done with a submission as a whole
WRITING = (
    *("report_write", "report_renew", "report_restore", "report_seen"),
    *("report_comment", "report_settle", "report_recommend", "report_illustrate"),
)
SUPPLYING = (
    *("add_material", "change_material", "add_issue", "print_pieces", "ask_pieces", "grant_pieces"),
    *("decline_pieces", "send_pieces", "pass_on", "give_out"),
)
VERBS = (*DECIDING, *WHOLE, "take_table", *WRITING, *SUPPLYING)
ASKING = ("ask", "answer", *WRITING)  # changes nothing that is signed
MODELS: dict[str, type[Finding]] = {"activity": Activity, "reportedtotal": ReportedTotal}


def undo(done: Operation, person: Person) -> Operation:
    """Raises CannotUndo where a row changed since or the verb has no undo, Locked in a signed part, NotInStock where
    pieces of a material have gone on that would never have come."""
    if done.verb not in VERBS:
        raise CannotUndo(operation=done)
    with transaction.atomic():
        ensure_may_go(done)
        if done.verb not in ASKING:
            _ensure_open(done)
        try:
            taken_back = take_back(done, person)
        except IntegrityError as error:  # something stands on a row that was made, or took its place: the same file
            raise CannotUndo(operation=done) from error
        ensure_still_there(taken_back)
        _tell_the_other_side(taken_back)
        return taken_back


def _tell_the_other_side(taken_back: Operation) -> None:
    """Where a submission came to, or left again, while the operation is where it was handed in."""
    here = taken_back.organisation
    for place in taken_back.places:
        if here is not None and place != here:
            moved = taken_back.changes.filter(model="submission").earliest("pk").row
            announce_beside("undo", Submission.objects.get(pk=moved), place, here)


def _ensure_open(done: Operation) -> None:
    rows = rows_of(done)
    if done.campaign is not None and done.changes.filter(model="submission").exists():
        ensure_unsigned(rows)
        for place in done.places:
            ensure_open(done.campaign, place)
    else:
        ensure_rows_open(rows)


def rows_of(done: Operation) -> list[Finding]:
    """The activities and totals that an operation changed and that are still there."""
    keys: dict[str, list[int]] = {}
    for model, row in done.changes.values_list("model", "row"):
        keys.setdefault(model, []).append(row)
    found: list[Finding] = []
    for name, model in MODELS.items():
        rows = model._base_manager.filter(pk__in=keys.get(name, ()))
        found += rows.select_related("campaign", "organisation", "document")
    return found


def last_of(person: Person, submission: Submission) -> Operation | None:
    """The person's last operation in the submission that can be taken back: not one that was, and no undo, so that
    undoing again goes further back."""
    within = {"document__submission": submission}
    touched = Q(changes__model="activity", changes__row__in=Activity.objects.filter(**within).values("pk"))
    touched |= Q(changes__model="reportedtotal", changes__row__in=ReportedTotal.objects.filter(**within).values("pk"))
    done = Operation.objects.filter(touched, person=person, campaign=submission.campaign_id, undone_by__isnull=True)
    last = done.filter(verb__in=VERBS).exclude(verb="undo").order_by("-pk").first()
    return last if last is not None and may_undo(person, last) else None
