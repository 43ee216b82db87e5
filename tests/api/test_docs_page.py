"""The page for programmers shows what the description says, an example beside each thing that is sent."""

import json

import pytest
from django.test import Client
from lxml import html

from svod.api.pages.example import example, type_of
from tests.api.test_nothing_is_forgotten import schema


@pytest.fixture
def page(client: Client, db: None) -> html.HtmlElement:
    answer = client.get("/api/v1/docs", headers={"accept-language": "en"})
    assert answer.status_code == 200
    assert len(client.get("/api/v1/docs", headers={"accept-encoding": "gzip"}).content) < len(answer.content) / 5
    return html.fromstring(answer.text)


def test_it_works(page: html.HtmlElement) -> None:
    """Every operation with its parameters and, where it takes or gives JSON, an example that is JSON."""
    for path, operations in schema()["paths"].items():
        for method, told in operations.items():
            (shown,) = page.xpath(f"//details[@id='{told['operationId']}']")
            words = shown.text_content()
            assert f"{method.upper()} {path}" in words
            named = {one["name"] for one in told["parameters"] if one["in"] != "header"}
            assert named <= {one.text_content() for one in shown.xpath("ul/li/code")}
            for text in shown.xpath("pre/code"):
                json.loads(text.text_content())
    (sent,) = page.xpath("//details[@id='submit_text']/pre[1]/code")
    assert set(json.loads(sent.text_content())) == {"organisation", "text"}


def test_an_example_is_of_its_shape() -> None:
    shapes = {"Whole": {"properties": {"part": {"$ref": "#/components/schemas/Whole"}, "on": {"type": "boolean"}}}}
    told = example({"$ref": "#/components/schemas/Whole"}, shapes)
    assert told["part"]["on"] is True  # and it ends, though it holds its like
    day = {"type": "string", "format": "date"}
    assert example({"anyOf": [day, {"type": "null"}]}, {}) == "2025-11-25"
    assert example({"type": "array", "items": {"enum": ["ru", "kk"]}}, {}) == ["ru"]
    assert example({"type": "integer", "default": 50}, {}) == 50
    assert type_of({"anyOf": [day, {"type": "null"}]}) == "date"
    assert type_of({"type": "array", "items": {"enum": ["ru", "kk"]}}) == "ru | kk …"
