"""Where a number leads: to the table with the filter that gives exactly what it counts."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from svod.register.models import Campaign, State
from svod.register.totals import View

EVERYTHING = {"planned": "all", "copies": "all"}  # every row, also those that count nowhere


@dataclass(frozen=True, slots=True)
class Addresses:
    """Of one campaign, in one view, in one organisation's part where `organisation` is its key."""

    campaign: Campaign
    view: View
    organisation: int | None = None

    def activities(self, **query: object) -> str:
        """The rows that count in the view."""
        state = {"state": State.CONFIRMED.value} if self.view == View.CONFIRMED else {}
        return self._address("activities", {**state, **query})

    def rows(self, **query: object) -> str:
        """Rows of any kind, whatever the view."""
        return self._address("activities", {**EVERYTHING, **query})

    def totals(self, **query: object) -> str:
        state = {"state": State.CONFIRMED.value} if self.view == View.CONFIRMED else {}
        return self._address("totals", {**state, **query})

    def all_totals(self, **query: object) -> str:
        """Reported totals, whatever the view."""
        return self._address("totals", query)

    def organisations(self, **query: object) -> str:
        return self._address("campaign_organisations", query)

    def _address(self, name: str, query: dict[str, object]) -> str:
        if self.organisation is not None and name != "campaign_organisations":
            query = {**query, "organisation": self.organisation}
        asked = urlencode(query, doseq=True)
        return reverse(name, args=[self.campaign.slug]) + (f"?{asked}" if asked else "")
