"""The distinct activities as JSON Lines: a line each, with every place that tells it."""

import json
from pathlib import Path
from typing import Any

from svod.publishing.quotes import Guard, as_is
from svod.records import Activity, DistinctActivity, Document, Evidence, Register


def write_jsonl(register: Register, path: Path, *, guard: Guard = as_is) -> None:
    """Write held activities, then planned ones, in the register's order."""
    documents = {document.id: document for document in register.documents}
    encode = json.JSONEncoder(ensure_ascii=False).encode
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for distinct in (*register.activities, *register.planned):
            file.write(encode(as_json(distinct, documents, guard)) + "\n")


def as_json(distinct: DistinctActivity, documents: dict[str, Document], guard: Guard = as_is) -> dict[str, Any]:
    """The activity's fields; `evidence` is the words of `span`, counted in code points of the document's text."""
    return {
        "id": distinct.id,
        **_fields(distinct.activity),
        "confidence": round(distinct.activity.confidence, 3),
        "status": "draft",
        **_place(distinct.activity.evidence, documents, guard),
        "members": [_place(member.evidence, documents, guard) for member in distinct.members],
    }


def _fields(one: Activity) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "title": one.title,
        "date": str(one.date) if one.date else None,
        "region": one.region,
        "place": one.place,
        "organiser": one.organiser,
        "audience": sorted(one.audience),
        "participants": one.participants.as_list() if one.participants else None,
        "count": one.count.as_list(),
        "partners": sorted(one.partners),
        "materials": sorted(one.materials),
        "online": one.online,
        "planned": one.planned,
    }


def _place(evidence: Evidence, documents: dict[str, Document], guard: Guard) -> dict[str, Any]:
    document = documents.get(evidence.document)
    return {
        "document": evidence.document,
        "source": document.source if document else None,
        "span": [evidence.start, evidence.end],
        "evidence": guard(document, evidence.start, evidence.end) if document else None,
    }
