"""Messages from outside of which nobody can tell whose they are, and how each way from outside is."""

from datetime import datetime
from typing import Literal

from django.conf import settings
from django.http import FileResponse, HttpRequest
from ninja import Field, Query, Schema, Status

from svod.api.plumbing.openapi import file_of
from svod.api.plumbing.paging import Listing, Page, piece
from svod.api.plumbing.problems import checked
from svod.api.v1.router import noun
from svod.api.v1.shapes import Done, Place, Reason, Who, one_of
from svod.api.v1.submissions import SubmissionOut, counted
from svod.register.models import Incoming, TelegramBot
from svod.register.permissions import needed_anywhere
from svod.register.services.assign import assign, refuse
from svod.register.tasks import fetch_mail
from svod.web.collecting.views import came, mailbox
from svod.web.inbox import held as pages
from svod.web.inbox.forms import Refusal

router = noun("messages")
HERE = "/campaigns/{slug}/held"


class Ground(Schema):
    where: str = Field(
        examples=["text"],
        description="folder, sender (what they are called), name (a letter's subject) or text (its head)",
    )
    words: str = Field(examples=["СШ № 2"])


class MessageOut(Schema):
    id: int
    channel: str
    sender: str
    sender_name: str
    name: str
    text: str = Field(description="as much as one must see to tell whose it is; none once it was received")
    size: int
    state: one_of(Incoming.State)
    held_why: str
    refused_why: str
    person: Who | None = Field(description="the sender, where known")
    submission: int | None
    proposed: Place | None = Field(description="whose it may be, for a person to confirm")
    grounds: list[Ground] = Field(description="what says so")
    came_at: datetime

    @staticmethod
    def resolve_submission(obj: Incoming) -> int | None:
        return obj.submission_id

    @staticmethod
    def resolve_grounds(obj: Incoming) -> list[dict[str, str]]:
        return [{"where": where, "words": words} for where, words in obj.grounds]


class HeldAsked(Listing):
    state: Literal["held", "refused"] = "held"


class WhoseIn(Schema):
    organisation: int = Field(examples=[4])


class Came(Schema):
    """How many messages came in the last 30 days, and what became of them."""

    all: int
    held: int
    received: int
    refused: int
    unanswered: int


class MailboxOut(Schema):
    address: str
    fetched_at: datetime | None
    trouble: str


class Ways(Schema):
    mailbox: MailboxOut | None = Field(description="null: none is set")
    came_by_mail: Came
    bot: str | None = Field(description="name of the Telegram bot at work")
    came_by_telegram: Came


@router.get(HERE, response=Page[MessageOut])
def list_messages(request: HttpRequest, slug: str, asked: Query[HeldAsked]) -> object:
    """Those that wait for a word of who coordinates the campaign; or those that were refused."""
    rows = Incoming.objects.filter(campaign=pages.campaign_held(request, slug), state=asked.state)
    return piece(rows.select_related("person", "proposed"), asked)


@router.get(HERE + "/{int:pk}", response=MessageOut)
def get_message(request: HttpRequest, slug: str, pk: int) -> object:
    return pages.message_or_404(request, slug, pk)


@router.get(HERE + "/{int:pk}/file", openapi_extra=file_of("application/octet-stream"))
def download_message(request: HttpRequest, slug: str, pk: int) -> FileResponse:
    return pages.file(request, slug, pk)


@router.post(HERE + "/{int:pk}/assign", response={201: SubmissionOut})
def assign_message(request: HttpRequest, slug: str, pk: int, told: WhoseIn) -> object:
    """It is that organisation's report, and is read."""
    message = pages.message_or_404(request, slug, pk)
    whose = checked(pages.whose(request, message.campaign, told.dict())).cleaned_data["organisation"]
    return Status(201, counted(assign(message, whose, request.user)))


@router.post(HERE + "/{int:pk}/refuse", response=MessageOut)
def refuse_message(request: HttpRequest, slug: str, pk: int, told: Reason = Reason()) -> object:
    """It is no report."""
    message = pages.message_or_404(request, slug, pk)
    refuse(message, checked(Refusal(told.dict())).cleaned_data["why"], request.user)
    return Incoming.objects.select_related("person").get(pk=pk)


@router.get("/collecting", response=Ways)
def get_collecting(request: HttpRequest) -> object:
    """How each way from outside is, for who administers."""
    needed_anywhere(request.user, "administer")
    bot = TelegramBot.objects.order_by("-heard_at").first()
    return {
        "mailbox": mailbox(),
        "came_by_mail": came("email"),
        "bot": bot and bot.name,
        "came_by_telegram": came("telegram"),
    }


@router.post("/collecting/fetch", response=Done)
def fetch_mail_now(request: HttpRequest) -> Done:
    """A worker looks into the mailbox, if there is one, besides the look each minute."""
    needed_anywhere(request.user, "administer")
    if settings.MAILBOX is None:
        return Done(number=0)
    fetch_mail.enqueue()
    return Done()
