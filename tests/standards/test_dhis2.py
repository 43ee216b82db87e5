"""The data value set, as JSON and as XML. No schema of it is packaged: this is what DHIS2's manual asks of it."""

import json
import re

from defusedxml.ElementTree import fromstring

from svod.standards.dhis2 import NAMESPACE, data_values_json, data_values_xml, metadata
from svod.standards.figures import Figures

FIELDS = {"dataElement", "period", "orgUnit", "categoryOptionCombo", "value"}


def test_it_works(figures: Figures) -> None:
    told = json.loads(data_values_json(figures))
    assert (told["idScheme"], told["orgUnitIdScheme"], told["dataSet"]) == ("CODE", "CODE", "SVOD_SIXTEEN_DAYS")
    values = {
        (one["dataElement"], one["orgUnit"], one.get("categoryOptionCombo", "")): one["value"]
        for one in told["dataValues"]
    }
    assert values["SVOD_ACTIVITIES_MIN", "KZ", ""] == "8"
    assert values["SVOD_ATTENDANCES_MIN", "KZ-39", ""] == "45"
    assert values["SVOD_ATTENDANCES_MAX", "KZ-39", ""] == "60"
    assert values["SVOD_ACTIVITIES_BY_KIND_MIN", "KZ-10", "training"] == "2"
    assert ("SVOD_ACTIVITIES_BY_KIND_MAX", "KZ-10", "training") not in values  # it is open
    assert values["SVOD_ACTIVITIES_BY_KIND_MIN", "KZ", "lecture"] == "1"  # nobody said in which region
    assert len(values) == len(told["dataValues"])  # none twice: the later would overwrite the earlier


def test_each_value_is_one_that_dhis2_takes(figures: Figures) -> None:
    for one in json.loads(data_values_json(figures))["dataValues"]:
        assert set(one) <= FIELDS
        assert re.fullmatch(r"\d+", one["value"])
        assert re.fullmatch(r"\d{4}", one["period"])
        assert re.fullmatch(r"[A-Z]{2}(-\d{2})?", one["orgUnit"])


def test_xml_says_the_same(figures: Figures) -> None:
    root = fromstring(data_values_xml(figures))
    assert root.tag == f"{{{NAMESPACE}}}dataValueSet"
    told = json.loads(data_values_json(figures))
    assert [dict(one.attrib) for one in root] == told.pop("dataValues")
    assert dict(root.attrib) == told


def test_all_codes_are_in_the_metadata(figures: Figures) -> None:
    known = json.loads(metadata(figures))
    elements = {one["code"] for one in known["dataElements"]}
    kinds = {one["code"] for one in known["categoryOptions"]}
    for one in json.loads(data_values_json(figures))["dataValues"]:
        assert one["dataElement"] in elements
        assert one.get("categoryOptionCombo", "lecture") in kinds
    assert all(len(one["shortName"]) <= 50 for part in known.values() for one in part)
