"""Ask the organisation that told something, and answer."""

from django.http import HttpRequest
from ninja import Field, Schema

from svod.api.plumbing.versions import unchanged
from svod.api.v1.activities import ActivityOut, TotalOut, shown
from svod.api.v1.router import noun
from svod.register.models.finding import Finding
from svod.register.services import ask as asking
from svod.web.review.reach import finding_or_404

router = noun("review")
HERE = "/campaigns/{slug}"


class Question(Schema):
    question: str = Field("", max_length=500, examples=["Сколько было участников?"], description="empty: taken back")


class AnswerIn(Schema):
    answer: str = Field(min_length=1, max_length=1000, examples=["45."])


@router.post(HERE + "/activities/{int:pk}/ask", response=ActivityOut)
def ask_about_activity(request: HttpRequest, slug: str, pk: int, said: Question = Question()) -> object:
    """Ask the organisation that told it."""
    return _asked(request, finding_or_404(request, slug, f"a{pk}"), said)


@router.post(HERE + "/totals/{int:pk}/ask", response=TotalOut)
def ask_about_total(request: HttpRequest, slug: str, pk: int, said: Question = Question()) -> object:
    return _asked(request, finding_or_404(request, slug, f"t{pk}"), said)


@router.post(HERE + "/activities/{int:pk}/answer", response=ActivityOut)
def answer_about_activity(request: HttpRequest, slug: str, pk: int, said: AnswerIn) -> object:
    """The organisation's word on what was asked, or on a draft of its own text."""
    return _answered(request, finding_or_404(request, slug, f"a{pk}", "answer"), said)


@router.post(HERE + "/totals/{int:pk}/answer", response=TotalOut)
def answer_about_total(request: HttpRequest, slug: str, pk: int, said: AnswerIn) -> object:
    return _answered(request, finding_or_404(request, slug, f"t{pk}", "answer"), said)


def _asked(request: HttpRequest, row: Finding, said: Question) -> Finding:
    unchanged(request, row)
    asking.ask(row, said.question.strip(), request.user)
    return shown(request, row)


def _answered(request: HttpRequest, row: Finding, said: AnswerIn) -> Finding:
    unchanged(request, row)
    asking.answer(row, said.answer.strip(), request.user)
    return shown(request, row)
