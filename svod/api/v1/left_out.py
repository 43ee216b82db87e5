"""What the reader passed over: listed with its words and the reason, taken in or turned down."""

from django.http import HttpRequest
from ninja import Field, Schema, Status

from svod.api.v1.router import noun
from svod.api.v1.shapes import Made
from svod.register.models import Activity
from svod.register.services.take_in import take_in, turn_down
from svod.web.review.reach import passed_over_or_404, submission_or_404
from svod.web.review.sheet import Sheet

router = noun("review")
HERE = "/campaigns/{slug}"


class LeftOut(Schema):
    """What a text may tell besides its drafts. Nothing counts from it."""

    document: int
    place: int = Field(description="in its document: with both it is answered")
    model: str = Field(examples=["activity"], description="activity or total: what it would be")
    kind: str = Field(examples=["training"], description="empty of a number of people")
    start: int
    end: int
    quote: str
    why: str = Field(description="why it was passed over, in words")


class LeftOutAnswer(Schema):
    take_in: bool = Field(description="as a draft; else it is turned down and stands among the rejected")


@router.get(HERE + "/submissions/{int:pk}/left-out", response=list[LeftOut])
def list_left_out(request: HttpRequest, slug: str, pk: int) -> object:
    """What nobody has answered yet."""
    sheet = Sheet(submission_or_404(request, slug, pk), request.user)
    return [
        {
            "document": one.row.document_id,
            "place": one.left.place,
            "model": "activity" if isinstance(one.row, Activity) else "total",
            "kind": one.row.kind,
            "start": one.row.start,
            "end": one.row.end,
            "quote": one.row.quote,
            "why": one.why,
        }
        for one in sheet.left_out
    ]


@router.post(HERE + "/left-out/{int:pk}-{int:number}", response={201: Made})
def answer_left_out(request: HttpRequest, slug: str, pk: int, number: int, said: LeftOutAnswer) -> Status[Made]:
    """Its document and its place there. The key is that of the draft, or of the rejected row, that stands there now."""
    text = passed_over_or_404(request, slug, pk, number)
    row = (take_in if said.take_in else turn_down)(text, number, request.user)
    return Status(201, Made(id=row.pk))
