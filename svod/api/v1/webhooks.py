"""Webhooks: being told that something happened, and the log of what was told."""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from ninja import Field, Query, Schema, Status

from svod.api.hooks import setting
from svod.api.hooks.outbox import ping
from svod.api.models import Delivery, Webhook
from svod.api.pages.forms import NewWebhook
from svod.api.plumbing.paging import Listing, Page, piece
from svod.api.plumbing.problems import checked
from svod.api.v1.router import noun
from svod.api.v1.shapes import Done, Place, SwitchIn, one_of
from svod.register.permissions import needed_anywhere, row_or_404

router = noun("webhooks")


class WebhookOut(Schema):
    id: int
    url: str = Field(examples=["https://example.org/svod"])
    events: list[str] = Field(description="empty: all", examples=[["confirm", "read"]])
    organisation: Place
    is_on: bool
    rests_until: datetime | None = Field(description="it failed lately, and is left alone until then")
    made_at: datetime


class WebhookMade(WebhookOut):
    secret: str = Field(description="told this once: by it the receiver verifies each message")


class WebhookIn(Schema):
    url: str = Field(max_length=500, examples=["https://example.org/svod"])
    organisation: int = Field(description="what happens here and below is told", examples=[1])
    events: list[str] = Field([], examples=[["confirm", "read"]])


class TryOut(Schema):
    at: datetime
    status: int = Field(description="of the answer; 0: there was none")
    said: str


class DeliveryOut(Schema):
    id: int
    message: str = Field(description="the header webhook-id", examples=["msg_7f3c"])
    event: str
    state: one_of(Delivery.State)
    body: str
    tries: list[TryOut]
    next_at: datetime
    made_at: datetime
    ended_at: datetime | None

    @staticmethod
    def resolve_tries(obj: Delivery) -> list[Any]:
        return [dict(zip(("at", "status", "said"), one, strict=True)) for one in obj.tries]


class DeliveriesAsked(Listing):
    state: one_of(Delivery.State) | None = None


@router.get("/webhooks", response=Page[WebhookOut])
def list_webhooks(request: HttpRequest, asked: Query[Listing]) -> object:
    """Those of the token's person."""
    return piece(_own(request), asked)


@router.post("/webhooks", response={201: WebhookMade})
def make_a_webhook(request: HttpRequest, told: WebhookIn) -> object:
    """For who may organise there. Messages are signed as standardwebhooks.com says."""
    needed_anywhere(request.user, "organise")
    given = checked(NewWebhook(told.dict(), person=request.user)).cleaned_data
    base = request.build_absolute_uri("/")
    made = setting.make_webhook(given["url"], given["events"], given["organisation"], request.user, base)
    return Status(201, made)


@router.get("/webhooks/events", response=list[str])
def list_webhook_events(request: HttpRequest) -> object:
    """What there is to be told of."""
    return setting.EVENTS


@router.get("/webhooks/{int:pk}", response=WebhookOut)
def get_webhook(request: HttpRequest, pk: int) -> object:
    return _hook(request, pk)


@router.put("/webhooks/{int:pk}/switch", response=WebhookOut)
def switch_a_webhook(request: HttpRequest, pk: int, told: SwitchIn) -> object:
    hook = _hook(request, pk)
    setting.switch_webhook(hook, request.user, on=told.on)
    return hook


@router.delete("/webhooks/{int:pk}", response=Done)
def remove_a_webhook(request: HttpRequest, pk: int) -> Done:
    """With its log."""
    setting.remove_webhook(_hook(request, pk), request.user)
    return Done()


@router.post("/webhooks/{int:pk}/ping", response={201: DeliveryOut})
def ping_webhook(request: HttpRequest, pk: int) -> object:
    """A message of nothing, to see whether it arrives."""
    return Status(201, ping(_hook(request, pk)))


@router.get("/webhooks/{int:pk}/deliveries", response=Page[DeliveryOut])
def list_deliveries(request: HttpRequest, pk: int, asked: Query[DeliveriesAsked]) -> object:
    """The log, kept for 30 days."""
    rows = _hook(request, pk).deliveries.all()
    return piece(rows.filter(state=asked.state) if asked.state else rows, asked)


@router.post("/webhooks/{int:pk}/deliveries/{int:number}/again", response=DeliveryOut)
def send_delivery_again(request: HttpRequest, pk: int, number: int) -> object:
    """Also one that was given up."""
    row = row_or_404(_hook(request, pk).deliveries.all(), request.user, through="hook__organisation", pk=number)
    setting.send_again(row)
    return row


def _own(request: HttpRequest) -> QuerySet[Webhook]:
    return Webhook.objects.filter(person=request.user).select_related("organisation")


def _hook(request: HttpRequest, pk: int) -> Webhook:
    return row_or_404(_own(request), request.user, "organise", pk=pk)
