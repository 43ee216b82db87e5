"""The history of a campaign, as far as one may see it."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from svod.packs import Pack
from svod.register.errors import Refused
from svod.register.models import Activity, Change, Operation, Person, ReportedTotal
from svod.register.permissions import may, may_undo, row_or_404, visible
from svod.register.services.undo import VERBS, undo
from svod.web.base.doors import campaign_or_404, tell
from svod.web.base.pages import Bounded
from svod.web.base.tags import named
from svod.web.history.words import Difference, differences

ON_A_PAGE = 50
ROWS = 8  # of one operation: "confirmed 40 drafts" need not show each
MODELS = {"a": "activity", "t": "reportedtotal"}


@dataclass(frozen=True)
class Row:
    """What an operation changed: its name, and where it is to be seen."""

    name: str = ""
    submission: int | None = None
    anchor: str = ""


@dataclass(frozen=True)
class Touched:
    row: Row
    lines: list[Difference]
    made: bool = False
    gone: bool = False


@dataclass
class Deed:
    operation: Operation
    touched: list[Touched] = field(default_factory=list)
    more: int = 0
    may_undo: bool = False


@require_GET
def page(request: HttpRequest, slug: str) -> HttpResponse:
    campaign = campaign_or_404(request, slug)
    seen = visible(Operation.objects.filter(campaign=campaign), request.user)
    people = Person.objects.filter(pk__in=seen.values("person")).order_by("username")
    chosen = {name: request.GET.get(name, "") for name in ("person", "verb", "row")}
    listed = Bounded(selected(seen, **chosen), ON_A_PAGE).get_page(request.GET.get("page"))
    around = {
        "page": listed,
        "deeds": deeds(list(listed.object_list), request.user, campaign.pack),
        "people": people,
        "may_learn": may(request.user, "report", campaign.organisation),
        "verbs": list(seen.order_by("verb").values_list("verb", flat=True).distinct()),
        **chosen,
    }
    return render(request, "history/page.html", around)


def selected(seen: QuerySet[Operation], person: str, verb: str, row: str) -> QuerySet[Operation]:
    if person.isdecimal():
        seen = seen.filter(person=int(person))
    if verb:
        seen = seen.filter(verb=verb)
    if row[:1] in MODELS and row[1:].isdecimal():
        seen = seen.filter(pk__in=Change.objects.filter(model=MODELS[row[0]], row=int(row[1:])).values("operation"))
    return seen.select_related("person", "organisation", "undone_by__person", "undoes").order_by("-pk")


def deeds(operations: list[Operation], person: Person, pack: Pack) -> list[Deed]:
    """What each of them changed, in a few queries for all."""
    found = {one.pk: Deed(one, may_undo=_undoable(one) and may_undo(person, one)) for one in operations}
    changes = list(Change.objects.filter(operation__in=found).order_by("pk"))
    rows = _rows(changes, person, pack)
    names = {key: row.name for (model, key), row in rows.items() if model == "activity"}
    touched = {_key(change) for change in changes}
    for change in changes:
        deed, lines = found[change.operation_id], differences(change, pack, names)
        row = rows.get((change.model, change.row), Row())
        if not lines and (change.model not in MODELS.values() or _tells_again(change, touched)):
            continue  # what happens behind the words, as a submission's file
        if len(deed.touched) < ROWS:
            deed.touched.append(Touched(row, lines, change.before is None, change.after is None))
        else:
            deed.more += 1
    return list(found.values())


def _key(change: Change, row: int | None = None) -> tuple[int, str, int]:
    return change.operation_id, change.model, change.row if row is None else row


def _tells_again(change: Change, touched: Collection[tuple[int, str, int]]) -> bool:
    """Whether it only keeps where an activity that the same deed changed is told once more: nothing new was made."""
    if change.before is not None and change.after is not None:
        return False
    head = (change.after or change.before or {}).get("same_as_id")
    return bool(head) and _key(change, head) in touched


def _undoable(one: Operation) -> bool:
    return one.verb in VERBS and getattr(one, "undone_by", None) is None


def _rows(changes: Iterable[Change], person: Person, pack: Pack) -> dict[tuple[str, int], Row]:
    """(model, key) -> what the person may know of the row: of what lies elsewhere, nothing."""
    keys: dict[str, set[int]] = defaultdict(set)
    for change in changes:
        keys[change.model].add(change.row)
        heads = ((side or {}).get("same_as_id") for side in (change.before, change.after))
        keys["activity"].update(head for head in heads if head)
    activities = visible(Activity.objects.filter(pk__in=keys["activity"]), person)
    totals = visible(ReportedTotal.objects.filter(pk__in=keys["reportedtotal"]), person)
    found: dict[tuple[str, int], Row] = {}
    for key, kind, title, submission in activities.values_list("pk", "kind", "title", "document__submission"):
        name = named(pack, "kinds", kind)
        found["activity", key] = Row(f"{name} «{title}»" if title else name, submission, f"a{key}")
    for key, submission in totals.values_list("pk", "document__submission"):
        found["reportedtotal", key] = Row(_("reported total"), submission, f"t{key}")
    return found


@require_POST
def take_back(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One's own deed, or as a coordinator another's."""
    campaign = campaign_or_404(request, slug)
    done = row_or_404(Operation.objects.filter(campaign=campaign), request.user, pk=pk)
    if not may_undo(request.user, done):
        raise PermissionDenied("undo")
    try:
        undo(done, request.user)
        messages.success(request, _("Taken back."))
    except Refused as refusal:
        tell(request, refusal)
    where = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(where, {request.get_host()}):
        where = reverse("history", args=(slug,))
    return HttpResponseRedirect(where)
