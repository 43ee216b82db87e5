"""The files there are: for pages and for the command."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from svod.standards.activityinfo import activityinfo
from svod.standards.dhis2 import data_values_json, data_values_xml, metadata
from svod.standards.figures import Figures
from svod.standards.hxl import hxl
from svod.standards.three_w import three_w_csv, three_w_xlsx

CSV, JSON, XML = "text/csv; charset=utf-8", "application/json", "application/xml"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Format:
    """`name` is the file's; `has_words` where it is written in one language."""

    name: str
    kind: str
    write: Callable[[Figures, str], bytes]
    has_words: bool = True


def _wordless(write: Callable[[Figures], bytes]) -> Callable[[Figures, str], bytes]:
    def written(figures: Figures, language: str) -> bytes:
        return write(figures)

    return written


FORMATS: Mapping[str, Format] = {
    "hxl": Format("activities-hxl.csv", CSV, hxl),
    "3w": Format("3w.xlsx", XLSX, three_w_xlsx),
    "3w-csv": Format("3w.csv", CSV, three_w_csv),
    "activityinfo": Format("activityinfo.csv", CSV, activityinfo),
    "dhis2": Format("dhis2-values.json", JSON, _wordless(data_values_json), has_words=False),
    "dhis2-xml": Format("dhis2-values.xml", XML, _wordless(data_values_xml), has_words=False),
    "dhis2-metadata": Format("dhis2-metadata.json", JSON, _wordless(metadata), has_words=False),
}
IATI = "iati.xml"  # which asks for the identifier of whoever holds the campaign
