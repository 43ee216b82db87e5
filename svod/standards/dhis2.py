"""A data value set for DHIS2: what a region held in the campaign's year. A value there is one number, so that a least
and a most are two data elements; a most that is open is not written.

Codes are ours: `metadata` has the data elements and category options that a server needs before it takes values.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element, SubElement, tostring

from svod.records import Bounds
from svod.standards.columns import words
from svod.standards.figures import Figures

NAMESPACE = "http://dhis2.org/schema/dxf/2.0"
SCHEMES = {"idScheme": "CODE", "dataElementIdScheme": "CODE", "orgUnitIdScheme": "CODE"}
MEASURES = ("activities", "attendances")
ENDS = ("least", "most")
Value = Mapping[str, str]


def data_values_json(figures: Figures) -> bytes:
    """To be sent to /api/dataValueSets."""
    told = {
        **SCHEMES,
        "dataSet": _data_set(figures),
        "completeDate": _day(figures),
        "dataValues": list(values(figures)),
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def data_values_xml(figures: Figures) -> bytes:
    root = Element("dataValueSet", {"xmlns": NAMESPACE, **SCHEMES, "dataSet": _data_set(figures)})
    root.set("completeDate", _day(figures))
    for one in values(figures):
        SubElement(root, "dataValue", dict(one))
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def values(figures: Figures) -> Iterator[Value]:
    """Totals of each region and of the country, then each region's activities by kind."""
    whole = {figures.country: (figures.activities, figures.attendances)}
    for unit, told in {**whole, **figures.regions}.items():
        for measure, bounds in zip(MEASURES, told, strict=True):
            yield from _ends(measure, bounds, unit, figures)
    for (unit, kind), bounds in sorted(_by_kind(figures).items()):
        yield from _ends("activities_by_kind", bounds, unit, figures, kind)


def metadata(figures: Figures) -> bytes:
    """What the codes mean, as /api/metadata takes it: data elements, and a category option for each kind."""
    names = words()["results"]
    elements = [
        {
            "code": _element(measure, end),
            "name": f"{names[f'{told}_{end}']['en']}{more}",
            "shortName": f"Svod {measure.replace('_', ' ')}, {'at least' if end == 'least' else 'at most'}"[:50],
            "domainType": "AGGREGATE",
            "valueType": "INTEGER_ZERO_OR_POSITIVE",
            "aggregationType": "SUM",
        }
        for measure, told, more in (
            ("activities", "activities", ""),
            ("attendances", "attendances", ""),
            ("activities_by_kind", "activities", ", by kind"),
        )
        for end in ENDS
    ]
    kinds = [
        {"code": one.code, "name": one.names["en"], "shortName": one.names["en"][:50]} for one in figures.pack.kinds
    ]
    return json.dumps({"dataElements": elements, "categoryOptions": kinds}, ensure_ascii=False, indent=1).encode()


def _by_kind(figures: Figures) -> Mapping[tuple[str, str], Bounds]:
    found: dict[tuple[str, str], list[Bounds]] = defaultdict(list)
    for one in figures.held:
        found[one.region or figures.country, one.kind].append(one.count)
    return {key: Bounds.total(counts) for key, counts in found.items()}


def _ends(measure: str, bounds: Bounds, unit: str, figures: Figures, kind: str = "") -> Iterator[Value]:
    for end, number in zip(ENDS, (bounds.least, bounds.most), strict=True):
        if number is not None:
            told = {"dataElement": _element(measure, end), "period": str(figures.first.year), "orgUnit": unit}
            yield {**told, **({"categoryOptionCombo": kind} if kind else {}), "value": str(number)}


def _element(measure: str, end: str) -> str:
    return f"SVOD_{measure.upper()}_{'MIN' if end == 'least' else 'MAX'}"


def _data_set(figures: Figures) -> str:
    return f"SVOD_{figures.pack.code.upper()}"


def _day(figures: Figures) -> str:
    return figures.made_at[:10]
