"""Campaigns, and the words of their packs."""

from datetime import date

from django.http import HttpRequest
from django.utils.translation import get_language
from ninja import Field, Query, Schema, Status

from svod.api.plumbing.paging import Listing, Page, piece
from svod.api.plumbing.problems import checked
from svod.api.v1.router import noun
from svod.api.v1.shapes import Done, Place
from svod.packs.pack import Term
from svod.register.models import Campaign
from svod.register.permissions import needed, needed_anywhere
from svod.register.services.remove_campaign import remove_campaign
from svod.register.services.start_campaign import move_days, start_campaign
from svod.web.base.doors import campaign_or_404, campaigns_of
from svod.web.campaigns.forms import Begin, Days

router = noun("campaigns")


class CampaignOut(Schema):
    slug: str = Field(examples=["sixteen_days-2025-1"])
    name: str = Field(examples=["16 дней активизма"])
    pack: str = Field(examples=["sixteen_days"])
    year: int = Field(examples=[2025])
    organisation: Place
    first_day: date
    last_day: date
    report_by: date

    @staticmethod
    def resolve_pack(obj: Campaign) -> str:
        return obj.pack_code


class CampaignIn(Schema):
    pack: str = Field(examples=["sixteen_days"])
    year: int = Field(examples=[2026])
    organisation: int = Field(examples=[1])


class CampaignDays(Schema):
    first_day: date = Field(examples=["2026-11-25"])
    last_day: date = Field(examples=["2026-12-10"])
    report_by: date = Field(examples=["2026-12-15"])


class Named(Schema):
    code: str = Field(examples=["round_table"])
    name: str = Field(examples=["круглый стол"])


class Words(Schema):
    """The codes that rows hold, with their names in the language that is asked for."""

    kinds: list[Named]
    audiences: list[Named]
    partners: list[Named]
    materials: list[Named]
    regions: list[Named]
    surveys: list[Named]


@router.get("/campaigns", response=Page[CampaignOut])
def list_campaigns(request: HttpRequest, asked: Query[Listing]) -> object:
    """Those in which the person's organisations take part."""
    return piece(campaigns_of(request.user), asked)


@router.post("/campaigns", response={201: CampaignOut})
def start_a_campaign(request: HttpRequest, told: CampaignIn) -> object:
    """From a pack, in a year; its days are the pack's."""
    needed_anywhere(request.user, "campaign")
    given = checked(Begin(told.dict(), person=request.user)).cleaned_data
    return Status(201, start_campaign(given["pack"], given["year"], given["organisation"], request.user))


@router.get("/campaigns/{slug}", response=CampaignOut)
def get_campaign(request: HttpRequest, slug: str) -> object:
    return campaign_or_404(request, slug)


@router.put("/campaigns/{slug}/days", response=CampaignOut)
def change_campaign_days(request: HttpRequest, slug: str, told: CampaignDays) -> object:
    campaign = campaign_or_404(request, slug)
    needed(request.user, "campaign", campaign.organisation)
    move_days(campaign, request.user, **checked(Days(told.dict(), campaign=campaign)).cleaned_data)
    return campaign


@router.delete("/campaigns/{slug}", response=Done)
def remove_a_campaign(request: HttpRequest, slug: str) -> Done:
    """One that was made by mistake: as long as no report, no plan and nothing that people wrote is in it."""
    campaign = campaign_or_404(request, slug)
    needed(request.user, "campaign", campaign.organisation)
    remove_campaign(campaign, request.user)
    return Done()


@router.get("/campaigns/{slug}/words", response=Words)
def get_words(request: HttpRequest, slug: str) -> Words:
    """What kinds, audiences, partners, materials, regions and surveys there are, with their names."""
    pack, language = campaign_or_404(request, slug).pack, get_language() or "ru"
    return Words(
        kinds=_named(pack.kinds, language),
        audiences=_named(pack.audiences, language),
        partners=_named(pack.partners, language),
        materials=_named(pack.materials, language),
        regions=_named(pack.geography.regions, language),
        surveys=_named(pack.surveys, language),
    )


def _named(terms: tuple[Term, ...], language: str) -> list[Named]:
    return [Named(code=one.code, name=one.names.get(language, one.names["ru"])) for one in terms]
