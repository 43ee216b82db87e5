"""The typed client: written from the description as it is, and all the way from a token to the report's DOCX."""

import sys
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import httpx
import pytest
from pytest_django.live_server_helper import LiveServer

from clients.generate import description, outdated
from svod.register.models import Edition, Submission
from svod.register.services.make_edition import make
from svod.register.services.read import read
from tests.api.calling import Caller
from tests.world import TEXT, World

sys.path.append(str(Path(__file__).parents[2] / "clients" / "python"))
from svod_client import File, Problem, Svod


def test_it_is_written_from_the_description_as_it_is() -> None:
    assert list(outdated(description())) == [], "run `make client`"


class Breaking(httpx.HTTPTransport):
    """A line that breaks after the server has done what it was asked, as often as it is told to."""

    breaks = 0

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        answer = super().handle_request(request)
        if self.breaks:
            self.breaks -= 1
            answer.close()
            raise httpx.ReadError("the line is broken")
        return answer


def test_it_works(live_server: LiveServer, world: World, tmp_path: Path) -> None:
    """Token, submission, drafts, confirmed, totals, report, DOCX."""
    line = Breaking()
    svod = Svod(live_server.url, Caller(world.people["coordinator"]).secret, "en", transport=line, patience=(0.0, 0.0))
    with svod:
        assert svod.get_me()["person"]["name"] == "coordinator"
        campaign = svod.list_campaigns()["items"][0]["slug"]
        line.breaks = 2
        made = svod.submit_text(campaign, {"organisation": world.school.pk, "text": TEXT})
        with pytest.raises(TimeoutError):
            svod.wait_for(("read", "unreadable"), svod.get_submission, campaign, made["id"], seconds=0)
        read(Submission.objects.get())  # one, though it was sent three times
        assert svod.wait_for(("read", "unreadable"), svod.get_submission, campaign, made["id"])["state"] == "read"
        for activity in svod.each(svod.list_activities, campaign, submission=made["id"], limit=1):
            svod.confirm_activity(campaign, activity["id"], {}, if_match=activity["version"])
        [total] = svod.each(svod.list_totals, campaign)
        svod.confirm_total(campaign, total["id"])
        with pytest.raises(Problem) as refused:
            svod.correct_total(campaign, total["id"], {"kind": "lecture"}, if_match=total["version"])
        assert (refused.value.status, refused.value.code) == (412, "stale")
        _look_at_figures(svod, campaign)
        _take_the_report(svod, campaign, world, tmp_path / "report.docx")
        _send_files(svod, campaign, world)


def _look_at_figures(svod: Any, campaign: str) -> None:
    figures = svod.get_figures(campaign)
    assert figures["listed"]["activities"] == {"least": 3, "most": 3}
    whole = {"measure": "participants", "region": None, "kind": None}
    [people] = [one["value"] for one in figures["totals"] if one["scope"] == whole]
    assert people == {"least": 301, "most": None}


def _take_the_report(svod: Any, campaign: str, world: World, path: Path) -> None:
    report = svod.begin_report(campaign, {"organisation": world.kostanay.pk})
    assert any("301" in one["shown"] for one in svod.get_report(campaign, report["id"])["passages"])
    version = svod.freeze_a_report(campaign, report["id"])
    make(Edition.objects.get())
    ready = svod.get_edition(campaign, report["id"], version["number"])
    assert ready["state"] == "ready"
    path.write_bytes(svod.download_edition(campaign, report["id"], version["number"], "report.docx"))
    assert "301" in ZipFile(path).read("word/document.xml").decode()
    signed = svod.sign_an_edition(campaign, report["id"], version["number"])
    assert signed["holds"]
    assert svod.verify_edition(signed["code"])["signed_by"] == "coordinator"


def _send_files(svod: Any, campaign: str, world: World) -> None:
    files = [File("ещё.txt", TEXT.replace("45", "46").encode()), File("пусто.txt", b"")]
    told = svod.submit_files(campaign, organisation=world.rudny.pk, files=files)
    assert [one["state"] for one in told["outcomes"]] == ["received", "refused"]
