"""A small campaign, and submissions told in a few words, for the tests of linking and counting."""

from dataclasses import replace
from typing import Any

from svod.packs.pack import Geography, Pack, Term, Unit
from svod.records import Activity, Bounds, Document, Evidence, Period, Reading, ReportedTotal

KOSTANAY, AKMOLA, ASTANA = "KZ-39", "KZ-11", "KZ-71"


def _unit(code: str, kind: str, ru: str, kk: str, region: str, *other: str) -> Unit:
    return Unit(code, kind, {"ru": ru, "kk": kk}, {"ru": ru, "kk": kk}, region, other)


GEOGRAPHY = Geography(
    "KZ",
    (
        _unit(AKMOLA, "region", "Акмолинская область", "Ақмола облысы", AKMOLA),
        _unit(KOSTANAY, "region", "Костанайская область", "Қостанай облысы", KOSTANAY),
        _unit(ASTANA, "city", "Астана", "Астана", ASTANA),
        _unit("KZ-39/rudny", "town", "Рудный", "Рудный", KOSTANAY),
        _unit("KZ-39/kostanay", "town", "Костанай", "Қостанай", KOSTANAY, "город Костанай"),
        _unit("KZ-39/auliekol", "district", "Аулиекольский район", "Әулиекөл ауданы", KOSTANAY),
        _unit("KZ-39/karasu", "district", "Карасуский район", "Қарасу ауданы", KOSTANAY),
    ),
)
KINDS = ("round_table", "meeting", "assembly", "seminar", "training", "lecture", "class_hour", "exhibition")
PACK = Pack(
    code="made",
    names={},
    short={},
    first_day=(11, 25),
    last_day=(12, 10),
    aims=(),
    themes=(),
    kinds=tuple(Term(kind, {}) for kind in KINDS),
    audiences=(),
    partners=(),
    materials=(),
    indicators=(),
    contacts=(),
    geography=GEOGRAPHY,
    expected=(AKMOLA, KOSTANAY, ASTANA),
    lexicon={},
    phrases={},
    alike={"seminar": frozenset({"training"}), "training": frozenset({"seminar"})},
)


def bounds(told: int | tuple[int, int | None]) -> Bounds:
    """45, or (201, None)."""
    return Bounds.exactly(told) if isinstance(told, int) else Bounds(*told)


def told(kind: str = "round_table", title: str | None = None, on: str | None = None, **more: Any) -> dict[str, Any]:
    """A mention: `on` is ISO 8601, `participants` and `count` as `bounds` takes them; Kostanay region unless said."""
    for name in {"participants", "count"} & more.keys():
        more[name] = None if more[name] is None else bounds(more[name])
    return {"kind": kind, "title": title, "date": Period.parse(on) if on else None, "region": KOSTANAY} | more


def total(measure: str, value: int | tuple[int, int | None], **more: Any) -> dict[str, Any]:
    """A reported total, of Kostanay region unless said."""
    return {"measure": measure, "value": bounds(value), "region": KOSTANAY} | more


def submission(
    name: str, *mentions: dict[str, Any], totals: tuple[dict[str, Any], ...] = (), text: str = "", language: str = "ru"
) -> Reading:
    """A submission whose id is `name`; its text is its own unless given."""
    places = range(0, 10 * (len(mentions) + len(totals)), 10)
    evidences = [Evidence(name, place, place + 9) for place in places]
    return Reading(
        Document(name, text or f"Отчёт {name}", source=f"{name}.docx", language=language),
        tuple(Activity(evidence=place, **one) for place, one in zip(evidences, mentions, strict=False)),
        tuple(
            ReportedTotal(evidence=place, **one) for place, one in zip(evidences[len(mentions) :], totals, strict=True)
        ),
    )


def copy(reading: Reading, name: str) -> Reading:
    """The same text under another name."""
    return Reading(
        replace(reading.document, id=name, source=f"{name}.pdf"),
        tuple(replace(one, evidence=one.evidence._replace(document=name)) for one in reading.activities),
        tuple(replace(one, evidence=one.evidence._replace(document=name)) for one in reading.totals),
    )
