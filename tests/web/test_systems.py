"""The campaign's figures for other systems, and the same of the public page."""

import csv
import json
from io import BytesIO, StringIO

import hxl
import pytest
from django.test import Client
from django.urls import reverse
from okfn_iati.iati_schema_validator import IatiValidator
from rdflib import Graph, URIRef
from rdflib.namespace import RDF, SDO

from svod.register.models import Activity, Operation, Publication
from svod.register.published.clean import Cleaner
from svod.register.published.content import content
from svod.register.services.confirm import confirm
from svod.register.services.publish import publish, take_down
from svod.standards.formats import FORMATS
from svod.web.public.events import events
from svod.web.public.site import site_of
from tests.world import World

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(world: World) -> Publication:
    """A public file of confirmed activities, not shown yet."""
    text = "28 ноября 2025 года Иванова Мария провела круглый стол, участвовали более 45 учащихся. Проведён тренинг."
    world.submission(text=text)
    confirm(list(Activity.objects.all()), world.people["reviewer"])
    told = content(world.campaign, Cleaner(world.campaign.pack))  # without the PDFs and pictures of a whole one
    ready = {"content": told, "state": Publication.State.READY}
    return Publication.objects.create(campaign=world.campaign, made_by=world.people["chief"], **ready)


def take(client: Client, world: World, form: str, **asked: str) -> bytes:
    answer = client.get(reverse("systems_file", args=[world.campaign.slug, form]), asked)
    assert answer.status_code == 200
    return answer.content


def test_it_works(world: World, made: Publication, client: Client) -> None:
    client.force_login(world.people["chief"])
    page = client.get(reverse("systems", args=[world.campaign.slug])).content.decode()
    for form in FORMATS:
        assert reverse("systems_file", args=[world.campaign.slug, form]) in page
        assert take(client, world, form)
    assert Operation.objects.filter(verb="export").count() == len(FORMATS)


def test_bounds_come_out_as_bounds(world: World, made: Publication, client: Client) -> None:
    client.force_login(world.people["chief"])
    rows = list(hxl.data(BytesIO(take(client, world, "hxl", language="kk"))))
    assert [(one.get("#reached+min"), one.get("#reached+max")) for one in rows if one.get("#reached+min")] == [
        ("46", None)
    ]
    values = json.loads(take(client, world, "dhis2"))["dataValues"]
    assert {one["dataElement"] for one in values if "ATTENDANCES" in one["dataElement"]} == {"SVOD_ATTENDANCES_MIN"}


def test_nobody_is_named(world: World, made: Publication, client: Client) -> None:
    client.force_login(world.people["chief"])
    for form in FORMATS:
        assert "Иванова" not in take(client, world, form, language="ru").decode("utf-8", "ignore")


def test_who_holds_it_is_the_organisation_of_the_region(world: World, made: Publication, client: Client) -> None:
    client.force_login(world.people["chief"])
    told = csv.reader(StringIO(take(client, world, "3w-csv", language="ru").decode("utf-8-sig")))
    assert {row[0] for row in list(told)[2:]} == {"Костанайская областная организация"}


def test_iati_asks_for_the_identifier(world: World, made: Publication, client: Client) -> None:
    client.force_login(world.people["chief"])
    address = reverse("systems_iati", args=[world.campaign.slug])
    assert client.get(address).status_code == 400
    client.cookies["django_language"] = "en"
    refused = client.get(address, {"identifier": "KZ BIN"})
    assert refused.status_code == 400
    assert "An identifier holds no space" in refused.text
    answer = client.get(address, {"identifier": "KZ-BIN-000140000000"})
    assert IatiValidator().validate(answer.content.decode()) == (True, {"schema_errors": [], "ruleset_errors": []})


def test_who_does_not_publish_takes_what_is_public(world: World, made: Publication, client: Client) -> None:
    client.force_login(world.people["reader"])
    address = reverse("systems_file", args=[world.campaign.slug, "hxl"])
    assert client.get(address).status_code == 404
    assert client.get(reverse("systems", args=[world.campaign.slug])).status_code == 200
    publish(made, None, world.people["chief"])
    assert client.get(address).status_code == 200
    take_down(made, "ошибка", world.people["chief"])
    assert client.get(address).status_code == 404


def test_an_unknown_system_is_not_found(world: World, made: Publication, client: Client) -> None:
    client.force_login(world.people["chief"])
    assert client.get(reverse("systems_file", args=[world.campaign.slug, "excel97"])).status_code == 404


def test_the_public_finds_hxl_and_3w(world: World, made: Publication) -> None:
    publish(made, None, world.people["chief"])
    page = Client().get(reverse("public:data", args=[world.campaign.slug, "ru"])).content.decode()
    for name in ("hxl", "three_w"):
        address = reverse(f"public:{name}", args=[world.campaign.slug, "ru"])
        assert address in page
        report = hxl.validate(hxl.data(BytesIO(Client().get(address).content)))
        assert [one for one in report["issues"] if one["severity"] != "info"] == []


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")  # rdflib's own reader uses it
def test_events_are_schema_orgs(world: World, made: Publication) -> None:
    """Read by another program as JSON-LD: each class and property of it is one of schema.org's."""
    known = {"day": "2025-12-01", "last_day": "2025-12-02", "kind": "lecture", "title": "<Семья>", "region": "KZ-39"}
    told = str(events(site_of(made, "ru"), [{**known, "place": None, "online": False}]))
    assert "<" not in told
    here = {"@context": {"@vocab": str(SDO)}}  # in place of schema.org's own, for which a network would be asked
    graph = Graph().parse(data=json.dumps([{**one, **here} for one in json.loads(told)]), format="json-ld")
    used = {str(part) for triple in graph for part in triple if isinstance(part, URIRef)}
    used -= {str(RDF.type), "https://schema.org/OfflineEventAttendanceMode", "https://schema.org/EventScheduled"}
    assert used <= {str(term) for term in dir(SDO)}
    (event,) = graph.subjects(RDF.type, SDO.EducationEvent)
    assert str(graph.value(event, SDO.startDate)) == "2025-12-01"
    assert "Костанай" in str(graph.value(graph.value(event, SDO.location), SDO.name))
