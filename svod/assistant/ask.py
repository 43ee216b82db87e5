"""What a model is asked: the pack's codes as a JSON schema, the rules in words, the text as data."""

import json
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from svod.assistant.records import Part
from svod.language import LANGUAGES
from svod.packs import Pack, Term

MEASURES = ("activities", "participants", "materials", "organisations")
Body = dict[str, Any]


def bodies(model: str, part: Part, pack: Pack, year: int | None) -> tuple[Body, Body]:
    """The request with the schema, and the same in plain words for an endpoint that knows no schema."""
    asked = {
        "year": year,
        "campaign": pack.names.get("en", pack.code),
        "text": part.text,
    }  # as JSON: no text ends its quotation
    plain: Body = {
        "model": model,
        "stream": False,
        "messages": [
            {"role": "system", "content": f"{_words()['rules']}\n{_codes(pack)}\n\n{_words()['form']}"},
            {"role": "user", "content": json.dumps(asked, ensure_ascii=False)},
        ],
    }
    schema = {"name": "report", "strict": True, "schema": schema_of(pack)}
    return plain | {"temperature": 0, "response_format": {"type": "json_schema", "json_schema": schema}}, plain


def schema_of(pack: Pack) -> Body:
    """The answer that is asked for. Words are always quotations; numbers too."""
    quote, kinds = {"type": ["string", "null"]}, _one_of(pack.kinds)
    activity = {
        "kind": kinds,
        "evidence": {"type": "string"},
        "planned": {"type": "boolean"},
        "online": {"type": "boolean"},
        **dict.fromkeys(("title", "date", "place", "organiser", "participants", "count"), quote),
        "audience": {"type": "array", "items": _one_of(pack.audiences)},
        "partners": {"type": "array", "items": _one_of(pack.partners)},
        "materials": {"type": "array", "items": _one_of(pack.materials)},
    }
    total = {
        "measure": {"type": "string", "enum": list(MEASURES)},
        "evidence": {"type": "string"},
        "value": {"type": "string"},
        "kind": {"type": ["string", "null"], "enum": [*kinds["enum"], None]},
    }
    return _object({"activities": _list_of(activity), "totals": _list_of(total)})


def _list_of(properties: Mapping[str, Any]) -> Body:
    return {"type": "array", "items": _object(properties)}


def _object(properties: Mapping[str, Any]) -> Body:
    required = list(properties)
    return {"type": "object", "properties": dict(properties), "required": required, "additionalProperties": False}


def _one_of(terms: Iterable[Term]) -> Body:
    return {"type": "string", "enum": [term.code for term in terms]}


def _codes(pack: Pack) -> str:
    """Each list of codes with their names: "kind: round_table (круглый стол, round table); …"."""
    lists = (("kind", pack.kinds), ("audience", pack.audiences), ("partners", pack.partners))
    named = (*lists, ("materials", pack.materials))
    return "\n".join(f"{name}: {'; '.join(f'{one.code} ({_named(one)})' for one in terms)}" for name, terms in named)


def _named(term: Term) -> str:
    return ", ".join(dict.fromkeys(term.names[language] for language in LANGUAGES if language in term.names))


@cache
def _words() -> Mapping[str, str]:
    return tomllib.loads(Path(__file__).with_name("ask.toml").read_text(encoding="utf-8"))
