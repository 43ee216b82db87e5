"""A campaign made from a pack: a named period in a year, held by an organisation and all below it."""

import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property, lru_cache
from typing import Any

from django.db import models
from django.utils.translation import get_language, gettext_lazy as _, pgettext_lazy

from svod.packs import Pack, load
from svod.packs.pack import Contact
from svod.register.models.organisation import Organisation

NOBODY_RANG = "{}"
FRESH = 2.0  # seconds after which a pack's files are read again, so that a change of them is seen


@lru_cache(maxsize=8)
def _loaded(code: str, when: int, rung: str) -> Pack:
    """`when` is a span of time: a server under load reads thirty files once in it, not for each request."""
    pack = load(code)
    return replace(pack, contacts=as_rung(pack.contacts, json.loads(rung))) if rung != NOBODY_RANG else pack


def pack_of(code: str, rung: str = NOBODY_RANG) -> Pack:
    """The pack of that code, read once in a while. Raises PackError where it is gone."""
    return _loaded(code, int(time.monotonic() / FRESH), rung)


def as_rung(contacts: Sequence[Contact], rung: Mapping[str, Mapping[str, Any]]) -> tuple[Contact, ...]:
    """With the days on which people of the campaign made sure of them, without those that did not work; all where
    another pack has none of those that did."""
    found = (_as_rung(one, rung.get(one.number)) for one in contacts)
    return tuple(one for one in found if one is not None) or tuple(contacts)


def _as_rung(contact: Contact, told: Mapping[str, Any] | None) -> Contact | None:
    """Whichever was told later holds, the pack or the people."""
    on = date.fromisoformat(told["on"]) if told else date.min
    if told is None or (contact.checked_on and contact.checked_on > on):
        return contact
    return replace(contact, checked_on=on, warning={}) if told["works"] else None


class Campaign(models.Model):
    """`pack` is the code of a campaign pack; the days are copied from it: a year may move them.

    `remind_after` and `escalate_after` are days after the day a report was due, when letters go without a person's
    word; none goes where they are empty. `contacts_rung` says which help contacts somebody made sure of;
    `press_contact` is whom the press may ask, in the words in which the public page shows it.
    """

    class Phase(models.TextChoices):
        NOW = "now", pgettext_lazy("campaign", "under way")
        AHEAD = "ahead", pgettext_lazy("campaign", "not begun yet")
        OVER = "over", pgettext_lazy("campaign", "over")

    slug = models.SlugField(max_length=60, unique=True)
    pack_code = models.CharField(_("campaign pack"), max_length=60)
    year = models.PositiveSmallIntegerField(_("year"))
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="campaigns")
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))
    report_by = models.DateField(_("reports are due by"))
    remind_after = models.PositiveSmallIntegerField(_("remind, days after the due day"), null=True, blank=True)
    escalate_after = models.PositiveSmallIntegerField(_("write to the organisation above"), null=True, blank=True)
    remind_link = models.URLField(max_length=500, blank=True)  # where letters lead that go by this rule
    contacts_rung = models.JSONField(default=dict, db_default={})  # number -> {"on": "2025-11-20", "works": true}
    press_contact = models.CharField(_("whom the press may ask"), max_length=300, blank=True, db_default="")
    compared_at = models.DateTimeField(null=True)  # when its activities were last compared with one another
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-year", "slug"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "pack_code", "year"], name="one_campaign_a_year"),
            models.CheckConstraint(
                condition=models.Q(first_day__lte=models.F("last_day"), last_day__lte=models.F("report_by")),
                name="campaign_days_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.year}"

    def phase(self, today: date) -> Phase:
        """Under way until the reports are due."""
        if today < self.first_day:
            return self.Phase.AHEAD
        return self.Phase.NOW if today <= self.report_by else self.Phase.OVER

    def distance(self, today: date) -> tuple[int, int]:
        """Orders campaigns: what is under way, what comes next, what was last."""
        phase = self.phase(today)
        away = self.first_day - today if phase == self.Phase.AHEAD else today - self.first_day
        return list(self.Phase).index(phase), away.days

    @cached_property
    def pack(self) -> Pack:
        """With its help contacts as people of the campaign found them. Raises PackError where the pack is gone."""
        return pack_of(self.pack_code, json.dumps(self.contacts_rung, sort_keys=True))

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """The pack's help contacts as its files have them, those that do not work included."""
        return pack_of(self.pack_code).contacts

    @property
    def name(self) -> str:
        names = self.pack.short
        return names.get(get_language() or "ru", names["ru"])
