"""All of the dashboard but its frame: the same for everybody who sees the same part in the same language."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Count
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from svod.publishing.names import PackNames
from svod.records import Contradiction
from svod.register.models import Organisation, State
from svod.register.services.join_copies import SURELY_CONFIRMED
from svod.register.totals import Books, Coverage, Part, View, books, coverage, reconciled, states
from svod.register.totals.shares import NOTHING, UNREAD
from svod.web.dashboard import bars, first
from svod.web.dashboard.addresses import Addresses
from svod.web.dashboard.maps import region_map
from svod.web.dashboard.reported import beside, with_reported


def draw(part: Part, asked: str, language: str) -> SafeString:
    """All of the page but its frame: the same for everybody who sees the same part in the same language."""
    stand = states(part)
    around = _context(part, _view(asked, stand), stand, language)
    return render_to_string("dashboard/_main.html", {"campaign": part.campaign, **around})


def _view(asked: str, stand: dict[str, int]) -> View:
    """As asked; else what is confirmed, or the drafts as long as nothing is."""
    if asked in View.values:
        return View(asked)
    return View.CONFIRMED if stand[State.CONFIRMED] else View.ALL


def _context(part: Part, view: View, stand: dict[str, int], language: str) -> dict[str, Any]:
    to, names = Addresses(part.campaign, view), PackNames(part.campaign.pack, language)
    sums, cover = books(part, view), coverage(part)
    settled = reconciled(part, view, sums)
    return {
        "nothing_yet": first.nothing_yet(part),
        "view": view,
        "views": View,
        "to": to,
        "names": names,
        "whole": sums.whole,
        "unknown_address": to.activities(people="no"),
        "honest": {measure: with_reported(settled, measure) for measure in ("activities", "participants")},
        "beside": beside(settled, names, to),
        **_states(part, stand, to),
        **_by_region(part, view, sums, cover, names, to, language),
        **_to_look_at(part, settled.contradictions, to),
    }


def _states(part: Part, stand: dict[str, int], to: Addresses) -> dict[str, Any]:
    """How many rows there are in each state, each number with the address of exactly these rows."""
    drafts = part.reported().filter(state=State.DRAFT)
    return {
        "states": [(state, stand[state], to.rows(state=state.value)) for state in State],
        "planned": (stand["planned"], to.activities(planned="yes", state=["draft", "confirmed"], copies="all")),
        "again": (stand["again"], to.activities(planned="all", state=["draft", "confirmed"], copies="only")),
        "drafts": (stand["open"], to.rows(state=State.DRAFT.value, copies="")),
        "waiting_totals": (drafts.count(), Addresses(part.campaign, View.ALL).totals(state=State.DRAFT.value)),
    }


def _by_region(
    part: Part, view: View, sums: Books, cover: Coverage, names: PackNames, to: Addresses, language: str
) -> dict[str, Any]:
    """Who has reported, and what is counted where: rates, bars, the map where there are several regions."""
    campaign, regions, shares = part.campaign, _regions(part, names), cover.by_level()
    drawn = ""
    if len(regions) > 1:
        drawn = region_map(campaign, sums.by("region"), _heard(cover, regions), _waiting(part, view), language, to)
    return {
        "shares": [(share, to.organisations(heard="yes", level=share.level)) for share in shares],
        "silent": [(share, to.organisations(heard="nothing", level=share.level)) for share in shares if share.silent],
        "unread": [(share, to.organisations(heard="unread", level=share.level)) for share in shares if share.unread],
        "breakdowns": [
            bars.by_region(sums, regions, names, to),
            bars.by_kind(sums, names, to),
            bars.by_days(sums, campaign, to),
            bars.by_audience(sums, names, to),
        ],
        "map": drawn,
    }


def _to_look_at(part: Part, contradictions: Sequence[Contradiction], to: Addresses) -> dict[str, Any]:
    """What waits for a person: of each some, and how many there are."""
    unreadable, uncertain, alike = first.unreadable(part), first.uncertain(part), first.alike(part)
    return {
        "conflicts": first.conflicts(contradictions),
        "more_conflicts": max(0, len(contradictions) - first.CONTRADICTIONS_SHOWN),
        "conflict_count": len(contradictions),
        "unreadable": unreadable[: first.SHOWN],
        "unreadable_count": unreadable.count(),
        "uncertain": uncertain[: first.SHOWN],
        "look": (uncertain.count(), to.rows(look="on", state=State.DRAFT.value, copies="")),
        "alike": alike[: first.SHOWN],
        **alike.aggregate(alike_count=Count("pk"), certain_copies=Count("pk", filter=SURELY_CONFIRMED)),
        "outside": (first.held_outside(part).count(), to.rows(days="outside", planned="", copies="")),
        "questions": _questions(part, to),
        "plans": list(first.plans(part)[: first.SHOWN]),
    }


def _questions(part: Part, to: Addresses) -> list[tuple[int, str]]:
    activities, totals = first.open_questions(part)
    return [(activities, to.rows(asked="open")), (totals, to.all_totals(asked="open"))]


def _regions(part: Part, names: PackNames) -> dict[str, str]:
    """The regions the page is about: all that are to report, or those of the person's own organisations."""
    pack = part.campaign.pack
    if part.whole and not part.campaign.organisation.unit:
        return {code: names.region(code) for code in pack.expected}
    units = Organisation.objects.filter(part.within(""), path__startswith=part.campaign.organisation.path)
    found = {unit.partition("/")[0] for unit in units.exclude(unit="").values_list("unit", flat=True).distinct()}
    return {unit.code: names.region(unit.code) for unit in pack.geography.regions if unit.code in found}


def _waiting(part: Part, view: View) -> frozenset[str]:
    """The regions of drafts that the view does not count."""
    if State.DRAFT in view.states:
        return frozenset()
    drafts = part.activities().filter(state=State.DRAFT, planned=False).exclude(region="").order_by()
    return frozenset(drafts.values_list("region", flat=True).distinct())


def _heard(cover: Coverage, regions: dict[str, str]) -> frozenset[str]:
    """The regions from which anything came, by the organisations that work there."""
    rows = Organisation.objects.filter(
        path__in=[path for path, duty in cover.expected.items() if duty.level == "region"]
    )
    return frozenset(
        one.region for one in rows if cover.heard(one.path) not in (NOTHING, UNREAD) and one.region in regions
    )
