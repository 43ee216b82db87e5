"""The passages of a report: as the machine tells them, or as somebody has written them, bound to the register."""

from typing import Any

from django.http import Http404, HttpRequest
from ninja import Field, Schema

from svod.api.v1.router import noun
from svod.register.models import Report
from svod.register.services.renew_passage import renew_passage
from svod.register.services.write_passage import restore_passage, seen_passage, write_passage
from svod.web.reports.doors import passage_or_404, report_or_404
from svod.web.reports.page import workbench
from svod.web.reports.passages import written_or_404
from svod.web.reports.sections import Section, Workbench

router = noun("reports")
HERE = "/campaigns/{slug}/reports"
ONE = HERE + "/{int:pk}"
PASSAGE = ONE + "/passages/{key}"


class UntrueOut(Schema):
    """A number in somebody's words that the register no longer says; `now` is empty where it has it no more."""

    fact: str
    was: str
    now: str


class PrivateOut(Schema):
    """Words that are masked in what goes out; released by their key."""

    words: str
    key: str
    kind: str


class PassageOut(Schema):
    """A part of the report. In `text`, "[45 #12.people]" binds words to a fact of the register."""

    key: str = Field(examples=["region-KZ-39"])
    title: str
    level: int
    text: str
    shown: str = Field(description="the text without its marks")
    version: int = Field(description="0 where nobody has written it: the machine tells it")
    untrue: list[UntrueOut]
    unfounded: list[str] = Field(description="numbers in somebody's words that stand on nothing")
    is_behind: bool = Field(description="the machine has something else to say since")
    private: list[PrivateOut]
    open_comments: int


class PassageIn(Schema):
    text: str = Field(max_length=100_000, examples=["В области прошли 12 мероприятий."])
    version: int = Field(0, ge=0, description="the version that was seen; 0 where nobody has written it")


class FactIn(Schema):
    fact: str = Field("", max_length=200, description="one of them; empty: all that are no longer true")


@router.get(PASSAGE, response=PassageOut)
def get_passage(request: HttpRequest, slug: str, pk: int, key: str) -> object:
    return _passage(report_or_404(request, slug, pk), key)


@router.put(PASSAGE, response=PassageOut)
def write_a_passage(request: HttpRequest, slug: str, pk: int, key: str, told: PassageIn) -> object:
    """In one's own words; numbers that the register has are bound to it."""
    report = report_or_404(request, slug, pk, "report")
    passage_or_404(report, key)
    write_passage(report, key, told.text, request.user, told.version)
    return _passage(report, key)


@router.post(PASSAGE + "/renew", response=PassageOut)
def renew_a_passage(request: HttpRequest, slug: str, pk: int, key: str, told: FactIn = FactIn()) -> object:
    """What is no longer true becomes what the register says now."""
    report, row = written_or_404(request, slug, pk, key)
    renew_passage(row, request.user, told.fact)
    return _passage(report, key)


@router.delete(PASSAGE, response=PassageOut)
def restore_a_passage(request: HttpRequest, slug: str, pk: int, key: str, version: int) -> object:
    """The machine tells it again; the words are kept in the history."""
    report, row = written_or_404(request, slug, pk, key)
    restore_passage(row, request.user, version)
    return _passage(report, key)


@router.post(PASSAGE + "/seen", response=PassageOut)
def note_passage_seen(request: HttpRequest, slug: str, pk: int, key: str) -> object:
    """One has seen what the machine says now, and keeps one's own words."""
    report, row = written_or_404(request, slug, pk, key)
    if row.pk is None:
        raise Http404(key)
    seen_passage(row, request.user)
    return _passage(report, key)


def _passage(report: Report, key: str) -> dict[str, Any]:
    bench = workbench(report)
    for one in bench.sections:
        if one.key == key:
            return passage_out(one, bench)
    raise Http404(key)


def passage_out(one: Section, bench: Workbench) -> dict[str, Any]:
    own, row = bench.told.passage(one.key), bench.rows.get(one.key)
    shown = "\n".join("".join(word.text for word in line) for line in one.lines)
    return {
        **{name: getattr(one, name) for name in ("key", "title", "level", "open_comments")},
        "text": row.text if row else own.text if own else shown,
        "shown": shown,
        "version": row.version if row else 0,
        **{name: getattr(one.standing, name) for name in ("untrue", "unfounded", "is_behind", "private")},
    }
