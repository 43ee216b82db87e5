"""Annotated texts made up for the tests: a house that counts no outreach, as its reviewers keep rejecting it."""

import json
from typing import Any

from svod.learning import Annotated, read_gold

EMPTY: dict[str, Any] = {"title": None, "date": None, "region": None, "participants": None}
SEMINARS = ("семинар для учителей", "семинар о правах детей", "семинар о труде", "семинар для классных руководителей")
WORK = ("с родителями", "в общежитии", "среди молодёжи", "с жителями посёлка", "в коллективе")


def text_of(number: int, outreach: bool) -> str:
    """One of them as a line of JSON; `outreach` is whether a person let it stand."""
    told = f"Прошёл {SEMINARS[number % 4]}."
    work = f"Проведена разъяснительная работа {WORK[number % 5]}."
    activities = [{"kind": "seminar", "evidence": told} | EMPTY]
    activities += [{"kind": "outreach", "evidence": work} | EMPTY] if outreach else []
    record = {
        "id": f"t{number}",
        "lang": "ru",
        "year": 2025,
        "text": f"{told} {work}",
        "source": f"школа {number % 12}",
    }
    return json.dumps(record | {"activities": activities, "totals": []}, ensure_ascii=False)


def house(size: int = 24) -> list[Annotated]:
    """Where nobody counts outreach."""
    return list(read_gold(text_of(number, outreach=False) for number in range(size)))
