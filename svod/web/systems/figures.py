"""The figures of a public file, and of whom they are."""

from collections.abc import Mapping
from typing import Any

from svod.register.models import Campaign, Level, Organisation, Plan, PlannedActivity, Publication
from svod.register.permissions import may
from svod.register.services.publish import shown
from svod.standards.figures import Figures, figures_of


def newest(campaign: Campaign, person: Any) -> Publication | None:
    """The file that stands behind it: what is public or, for who publishes, the newest that is made, public or not."""
    if may(person, "publish", campaign.organisation):
        return Publication.objects.filter(campaign=campaign, state=Publication.State.READY).order_by("-pk").first()
    return shown(campaign)


def figures(campaign: Campaign, content: Mapping[str, Any]) -> Figures:
    return figures_of(
        content,
        campaign.pack,
        campaign.slug,
        campaign.organisation.name,
        holders=_holders(campaign),
        planned=_planned(campaign),
    )


def _holders(campaign: Campaign) -> dict[str, str]:
    """The organisations of the regions, of which there may be one in each."""
    rows = Organisation.objects.filter(path__startswith=campaign.organisation.path, level=Level.REGION)
    found: dict[str, list[str]] = {}
    for region, name in rows.order_by("path").values_list("unit", "name"):
        found.setdefault(region, []).append(name)
    return {region: names[0] for region, names in found.items() if region and len(names) == 1}


def _planned(campaign: Campaign) -> int | None:
    """How many activities the approved plans have; None where none is approved."""
    number = PlannedActivity.objects.filter(plan__campaign=campaign, plan__state=Plan.State.APPROVED).count()
    return number or None
