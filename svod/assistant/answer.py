"""What a model answered, taken as data: of the right type, of a bearable size, or not at all."""

import json
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from svod.assistant.ask import MEASURES
from svod.packs import Pack

FENCED = re.compile(r"```[a-zA-Z]*\s*\n(.*?)```", re.DOTALL)
THOUGHT = "</think>"  # models that think aloud put their answer behind it
MOST = 60  # activities, and totals, of one part
LONGEST_EVIDENCE = 600
LONGEST = {"title": 300, "date": 60, "place": 100, "organiser": 300, "participants": 80, "count": 80, "value": 80}
SETS = ("audience", "partners", "materials")
Refused = Counter[str]


class NoAnswer(ValueError):  # noqa: N818 # what a model said, not a fault of ours
    """What came is no JSON object with what was asked for."""


@dataclass(frozen=True, slots=True)
class Claim:
    """An activity or a total (`measure`) as a model points at it: quotations that nobody has looked up yet."""

    evidence: str
    kind: str
    measure: str = ""
    planned: bool = False
    online: bool = False
    said: Mapping[str, str] | None = None  # field -> quotation
    codes: Mapping[str, tuple[str, ...]] | None = None

    def quoted(self, name: str) -> str:
        return (self.said or {}).get(name, "")


def claims_of(content: str, pack: Pack, refused: Refused) -> list[Claim]:
    """What can be looked up, each once; everything else is counted by reason. Raises NoAnswer."""
    answer = _object_in(content)
    activities, totals = answer.get("activities", []), answer.get("totals", [])
    if not isinstance(activities, list) or not isinstance(totals, list) or not answer.keys() & {"activities", "totals"}:
        raise NoAnswer
    made = [_activity(one, pack, refused) for one in activities], [_total(one, pack, refused) for one in totals]
    return [claim for claims in made for claim in _bounded(claims, refused)]


def _bounded(claims: list[Claim | None], refused: Refused) -> list[Claim]:
    """Each once, and no more than a part of that length can tell."""
    once: dict[str, Claim] = {}
    for claim in claims:
        if claim is None:
            continue
        if repr(claim) in once:
            refused["repeated"] += 1
        elif len(once) >= MOST:
            refused["too_many"] += 1
        else:
            once[repr(claim)] = claim
    return list(once.values())


def _object_in(content: str) -> dict[str, Any]:
    """The JSON object: alone, in a fence of Markdown, or between words."""
    content = content.rpartition(THOUGHT)[2].strip()
    fenced = FENCED.search(content)
    first, last = content.find("{"), content.rfind("}")
    for piece in (content, fenced[1] if fenced else "", content[first : last + 1] if first >= 0 else ""):
        try:
            found = json.loads(piece)
        except (ValueError, RecursionError):  # thousands of brackets are no answer either
            continue
        if isinstance(found, dict):
            return found
    raise NoAnswer


def _activity(one: Any, pack: Pack, refused: Refused) -> Claim | None:
    if not _is_claim(one, refused):
        return None
    kind = one.get("kind")
    if not isinstance(kind, str) or kind not in {term.code for term in pack.kinds}:
        refused["unknown_code"] += 1
        return None
    said = _said(one, ("title", "date", "place", "organiser", "participants", "count"), refused)
    if said is None:
        return None
    known = {"audience": pack.audiences, "partners": pack.partners, "materials": pack.materials}
    codes = {name: _codes(one.get(name), {term.code for term in known[name]}, refused) for name in SETS}
    return Claim(one["evidence"], kind, "", one.get("planned") is True, one.get("online") is True, said, codes)


def _total(one: Any, pack: Pack, refused: Refused) -> Claim | None:
    if not _is_claim(one, refused):
        return None
    kind, measure = one.get("kind"), one.get("measure")
    if measure not in MEASURES or (kind is not None and kind not in [term.code for term in pack.kinds]):
        refused["unknown_code"] += 1
        return None
    said = _said(one, ("value",), refused)
    return Claim(one["evidence"], kind or "", str(measure), said=said) if said else None


def _is_claim(one: Any, refused: Refused) -> bool:
    if not isinstance(one, dict) or not isinstance(one.get("evidence"), str):
        refused["wrong_type"] += 1
        return False
    if len(one["evidence"]) > LONGEST_EVIDENCE:
        refused["too_long"] += 1
        return False
    return True


def _said(one: Mapping[str, Any], names: tuple[str, ...], refused: Refused) -> dict[str, str] | None:
    """The quotations. A number of another type than a whole one or words makes the whole claim void."""
    said: dict[str, str] = {}
    for name in names:
        value = one.get(name)
        if type(value) is int and value >= 0 and name in ("participants", "count", "value"):
            value = str(value)
        if value is None or value == "":
            continue
        if isinstance(value, str) and len(value) <= LONGEST[name]:
            said[name] = value
            continue
        refused["too_long" if isinstance(value, str) else "wrong_type"] += 1
        if name in ("participants", "count", "value"):
            return None
    return said


def _codes(value: object, known: set[str], refused: Refused) -> tuple[str, ...]:
    if not isinstance(value, list):
        refused["wrong_type"] += value is not None
        return ()
    kept = sorted({one for one in value[:MOST] if isinstance(one, str) and one in known})
    refused["unknown_code"] += sum(one not in kept for one in value[:MOST])
    return tuple(kept)
