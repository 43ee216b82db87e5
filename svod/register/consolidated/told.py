"""What the narrator says of a report's extent now, remembered until the register changes."""

from dataclasses import dataclass, replace

from svod.narration import LENGTHS, narrate
from svod.narration.lengths import PUBLIC
from svod.records import Period, Register, Report
from svod.register import models
from svod.register.consolidated.extent import Extent
from svod.register.consolidated.facts import Facts, facts_of
from svod.register.consolidated.passages import Passage, passages_of
from svod.register.consolidated.rows import pack_of, register_of
from svod.register.totals import Part, View, remembered
from svod.register.totals.remembered import stamp


@dataclass(frozen=True, slots=True)
class Told:
    """`head` is the narrator's report without its blocks, which are parted into passages. `dateless` is how many
    activities are left out because nobody knows their day."""

    head: Report
    passages: tuple[Passage, ...]
    facts: Facts
    dateless: int = 0

    def passage(self, key: str) -> Passage | None:
        return next((one for one in self.passages if one.key == key), None)


def extent_of(report: models.Report) -> Extent:
    period = Period(report.first_day, report.last_day) if report.first_day and report.last_day else None
    part = Part(report.campaign, (report.organisation.path,))
    return Extent(part, View.ALL if report.with_drafts else View.CONFIRMED, period)


def told(report: models.Report) -> Told:
    extent, earlier = extent_of(report), _a_year_before(report)
    what = ("report", report.language, report.length, report.style, extent.view, extent.period)
    before = stamp(earlier.part) if earlier else ()
    return remembered(extent.part, (*what, before), lambda: tell(report, extent, register_of(extent)))


def tell(report: models.Report, extent: Extent, register: Register) -> Told:
    """Have the narrator tell it anew, whatever is remembered; `register` is the extent's."""
    pack = pack_of(report.campaign)
    tree = narrate(register, pack, report.language, report.length, report.style, register_before(report))
    is_public = LENGTHS[report.length].for_the_public
    facts = facts_of(register, pack, report.language, PUBLIC if is_public else report.style)
    passages = tuple(passages_of(tree, facts))
    return Told(replace(tree, blocks=()), passages, facts, extent.dateless())


def register_before(report: models.Report) -> Register | None:
    """The register of the year before, with which the report compares its own."""
    earlier = _a_year_before(report)
    return register_of(earlier) if earlier else None


def _a_year_before(report: models.Report) -> Extent | None:
    """The same campaign a year before, where the register has it; some days are compared with none."""
    campaign = report.campaign
    if report.first_day:
        return None
    held = {"pack_code": campaign.pack_code, "organisation": campaign.organisation, "year": campaign.year - 1}
    before = models.Campaign.objects.filter(**held).select_related("organisation").first()
    part = Part(before, (report.organisation.path,)) if before else None
    return Extent(part, View.ALL if report.with_drafts else View.CONFIRMED) if part else None
