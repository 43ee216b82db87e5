"""A campaign made from a pack: a named period in a year, held by an organisation and all below it."""

from functools import cached_property

from django.db import models
from django.utils.translation import get_language, gettext_lazy as _

from svod.packs import Pack, load
from svod.register.models.organisation import Organisation


class Campaign(models.Model):
    """`pack` is the code of a campaign pack; the days are copied from it, so that a year may move them."""

    slug = models.SlugField(max_length=60, unique=True)
    pack_code = models.CharField(_("campaign pack"), max_length=60)
    year = models.PositiveSmallIntegerField(_("year"))
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="campaigns")
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))
    report_by = models.DateField(_("reports are due by"))
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
        return load(self.pack_code)

    @property
    def name(self) -> str:
        names = self.pack.short
        return names.get(get_language() or "ru", names["ru"])
