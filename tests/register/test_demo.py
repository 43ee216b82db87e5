"""The register that newcomers see."""

import csv
import re
from collections import Counter
from html import unescape
from io import BytesIO
from pathlib import Path

import docx
import duckdb
import pypdfium2
import pytest
from django.test import Client
from django.urls import reverse

from svod.guard import find, held
from svod.reading.samples import sample_reports
from svod.register.models import (
    Activity,
    Campaign,
    Edition,
    Illustration,
    Organisation,
    Person,
    PieceRequest,
    PlannedActivity,
    Publication,
    Resemblance,
    Role,
    Signature,
    State,
    Submission,
    Survey,
)
from svod.register.permissions import highest
from svod.register.services.demo import make_demo, new_password
from svod.register.services.publish import undecided
from svod.register.totals.plans import told_already
from tests.web.test_public import everything


@pytest.mark.django_db
def test_it_works(client: Client, tmp_path: Path) -> None:
    """It takes long to make: all that a newcomer is to find is looked for in one."""
    samples = sample_reports()
    assert samples is not None
    password = new_password()
    make_demo(samples, password)
    _shows_what_there_is(password)
    _names_nobody(client, tmp_path)


def _shows_what_there_is(password: str) -> None:
    for role in Role.values:
        person = Person.objects.get(username=role)
        assert person.check_password(password)
        assert highest(person, person.roles.get().organisation) == role
    states = Counter(Submission.objects.values_list("state", flat=True))
    assert states["read"] >= 25
    assert set(states) <= {"read", "unreadable"}
    assert Organisation.objects.filter(level="region").count() == 20
    assert not any(Organisation.objects.find_problems())
    told = Counter(Activity.objects.values_list("state", flat=True))
    assert told[State.CONFIRMED] >= 20
    assert told[State.DRAFT] >= 20
    assert told[State.REJECTED] >= 1
    assert Activity.objects.exclude(same_as=None).exists()
    assert Activity.objects.exclude(question="").exists()
    assert Resemblance.objects.filter(decision="open").exists()
    assert not undecided(Campaign.objects.get()).exists()  # nothing on the public page is told twice
    edition = Edition.objects.get()
    assert (edition.holds, edition.files.count(), edition.report.passages.count()) == (True, 5, 1)
    campaign, planned = Campaign.objects.get(), list(PlannedActivity.objects.all())
    assert all(campaign.first_day <= one.first_day <= campaign.last_day for one in planned)
    assert [one.title for one in planned if one.is_held] == ["Лабиринт доверия"]
    assert len(told_already(planned)) == 1  # offered, one press away
    assert Counter(one.state for one in Survey.objects.all()) == {"closed": 2, "open": 1}
    assert Signature.objects.filter(organisation__name="Жамбылская область", reopened_at=None).exists()
    assert Illustration.objects.get().report.campaign == Campaign.objects.get()
    assert Counter(PieceRequest.objects.values_list("state", flat=True)) == {"sent": 1, "asked": 1}
    published = Publication.objects.get().content
    assert len(published["photos"]) == 1
    assert {one["language"] for one in published["materials"][0]["versions"]} == {"ru", "kk"}


def test_passwords_differ() -> None:
    assert new_password() != new_password()


BETWEEN = re.compile(r"<script.*?</script>|<[^>]+>", re.DOTALL)  # what stands apart is read apart


def in_words(address: str, body: bytes, folder: Path) -> str:
    """What somebody reads there; "" of a picture."""
    if body.startswith(b"%PDF"):
        with pypdfium2.PdfDocument(body) as pdf:
            pages = "\n".join(page.get_textpage().get_text_bounded() for page in pdf)
            return pages.replace("\x02", "")  # where a line breaks a word: "Fedorov Dis-" is nobody
    if body.startswith(b"PK"):
        return "\n".join(one.text for one in docx.Document(BytesIO(body)).paragraphs)
    if body.startswith((b"\x89PNG", b"\xff\xd8")):
        return ""
    if body.startswith(b"PAR1"):
        path = folder / "data.parquet"
        path.write_bytes(body)
        return "\n".join(str(cell) for row in duckdb.read_parquet(str(path)).fetchall() for cell in row if cell)
    text = unescape(BETWEEN.sub("\n", body.decode(errors="ignore")))
    return "\n".join("\n".join(row) for row in csv.reader(text.splitlines())) if address.endswith(".csv") else text


def _names_nobody(client: Client, folder: Path) -> None:
    """Every page, feed, table and album that the public reaches, read by the guard: nothing is left to mask in any."""
    campaign, found = Campaign.objects.get(), []
    contacts = {one.number for one in campaign.pack.contacts}
    pages = 0
    for address, body in everything(client, reverse("public:home", args=[campaign.slug, "ru"])):
        text = in_words(address, body, folder)
        pages += 1
        for own in (*campaign.pack.about.values(), *campaign.pack.message.values()):
            text = re.sub(
                r"\s+".join(map(re.escape, own.split())), "", text
            )  # "Адам құқықтары күні" is the day of human rights and not of one Adam
        language = address.split("/")[3] if b"<html" in body else ""  # a table is in all of them
        finds = ((one.kind, text[one.start : one.end]) for one in held(find(text, language, campaign.pack), ()))
        found += [(address, *one) for one in finds if one[1] not in contacts and one[1] not in campaign.press_contact]
    assert pages > 100
    assert not found, found[:20]
