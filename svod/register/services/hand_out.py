"""An organisation's part with materials: ask for pieces, pass them on below, give them out to people."""

from datetime import date

from svod.register.errors import NotBelow, NotInStock
from svod.register.history import operation
from svod.register.models import Activity, Issue, Operation, Organisation, Person, PieceMove, PieceRequest
from svod.register.services.locks import ensure_open, hold
from svod.register.totals.pieces import held_by


def ask_pieces(issue: Issue, organisation: Organisation, pieces: int, note: str, person: Person) -> PieceRequest:
    made = PieceRequest(issue=issue, organisation=organisation, pieces=pieces, note=note, asked_by=person)
    with operation("ask_pieces", person, issue.material.campaign, organisation, note=str(made)) as deed:
        deed.create(made)
    return made


def pass_on(
    issue: Issue, source: Organisation, target: Organisation, pieces: int, day: date, why: str, person: Person
) -> PieceMove:
    """Pass pieces on to an organisation below; they do not count as given out.

    Raises NotBelow, and NotInStock without a reason.
    """
    if source.pk == target.pk or not source.holds(target):
        raise NotBelow
    made = PieceMove(issue=issue, source=source, target=target, pieces=pieces, day=day)
    with operation("pass_on", person, issue.material.campaign, source, note=str(made)) as deed:
        hold(issue.material.campaign)
        made.why = ensure_in_stock(made, why)
        deed.create(made)
    return made


def give_out(
    issue: Issue,
    source: Organisation,
    pieces: int,
    day: date,
    why: str,
    person: Person,
    activity: Activity | None = None,
) -> PieceMove:
    """Give pieces out to people: what the report counts.

    Raises Locked in a signed part, NotInStock without a reason.
    """
    made = PieceMove(issue=issue, source=source, pieces=pieces, day=day, activity=activity)
    with operation("give_out", person, issue.material.campaign, source, note=str(made)) as deed:
        ensure_open(issue.material.campaign, source)
        made.why = ensure_in_stock(made, why)
        deed.create(made)
    return made


def ensure_in_stock(move: PieceMove, why: str) -> str:
    """The reason that goes with the move, "" where enough pieces are there. Raises NotInStock for too few without one.

    To be called inside the operation, while nobody else moves pieces of the campaign.
    """
    if move.source is None:
        return ""
    held = held_by(move.issue, move.source)
    if held >= move.pieces:
        return ""
    if not why.strip():
        raise NotInStock(held=held)
    return why.strip()


def ensure_may_go(done: Operation) -> None:
    """Before moves are taken back: raise Locked where what was given out is signed."""
    moved = (change.before or change.after for change in done.changes.filter(model="piecemove"))
    if done.campaign and done.organisation and any(told["target_id"] is None for told in moved):
        ensure_open(done.campaign, done.organisation)


def ensure_still_there(done: Operation) -> None:
    """After moves were taken back: raise NotInStock where their pieces have gone on meanwhile."""
    for change in done.changes.filter(model="piecemove"):
        told = change.before or change.after
        if told["target_id"]:
            issue = Issue.objects.get(pk=told["issue_id"])
            held = held_by(issue, Organisation.objects.get(pk=told["target_id"]))
            if held < 0 <= held + told["pieces"] * (1 if change.after is None else -1):
                raise NotInStock(held=held)
