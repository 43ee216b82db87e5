"""A campaign made from a pack: a named period in a year, held by an organisation and all below it."""

import time
from functools import cached_property, lru_cache

from django.db import models
from django.utils.translation import get_language, gettext_lazy as _

from svod.packs import Pack, load
from svod.register.models.organisation import Organisation

FRESH = 2.0  # seconds after which a pack's files are read again, so that a change of them is seen


@lru_cache(maxsize=8)
def _loaded(code: str, when: int) -> Pack:
    """`when` is a span of time: a server under load reads thirty files once in it, not for each request."""
    return load(code)


class Campaign(models.Model):
    """`pack` is the code of a campaign pack; the days are copied from it: a year may move them.

    `remind_after` and `escalate_after` are days after the day a report was due, when letters go without a person's
    word; none goes where they are empty.
    """

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

    @cached_property
    def pack(self) -> Pack:
        """Raises PackError where the pack is gone."""
        return _loaded(self.pack_code, int(time.monotonic() / FRESH))

    @property
    def name(self) -> str:
        names = self.pack.short
        return names.get(get_language() or "ru", names["ru"])
