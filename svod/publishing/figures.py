"""The key figures at the head of the page, from the register's totals: each is a run with its sources."""

from dataclasses import dataclass

from svod.language.bounds_text import digits, printed
from svod.publishing.beside import words
from svod.records import Bounds, Register, Run, Scope

MEASURES = (
    ("activities", "figure_activities"),
    ("participants", "figure_participants"),
    ("materials", "figure_materials"),
)


@dataclass(frozen=True, slots=True)
class KeyFigure:
    value: Run
    label: str


def key_figures(register: Register, language: str) -> tuple[KeyFigure, ...]:
    """How many activities, attendances and materials, how many regions of those expected, how many documents.

    A figure of which nothing is known is left out, not shown as 0.
    """
    texts = words(language)
    coverage = register.coverage
    found = [_total(register, measure, texts[label], language) for measure, label in MEASURES]
    if coverage.expected:
        share = texts["coverage_value"].format(n=len(coverage.reported), of=len(coverage.expected))
        found.append(KeyFigure(Run(share), texts["figure_coverage"]))
    count = sum(document.format != "log" for document in register.documents)  # what somebody handed in
    read = agreeing(texts["figure_documents"], Bounds.exactly(count), language)
    found.append(KeyFigure(Run(digits(count, language)), read))
    return tuple(figure for figure in found if figure)


def _total(register: Register, measure: str, label: str, language: str) -> KeyFigure | None:
    total = register.total(Scope(measure))
    if total is None or not total.value.least:
        return None
    return KeyFigure(Run(printed(total.value, language), total.evidence), agreeing(label, total.value, language))


def agreeing(forms: str, bounds: Bounds, language: str) -> str:
    """The form of "документ прочитан|документа прочитано|документов прочитано" for that number, by CLDR's plurals.

    "Не менее" and "от … до" want the genitive: "не менее 21 мероприятия", "не менее 22 мероприятий".
    """
    from babel import Locale  # 0.05 s: only for a page with figures

    variants = forms.split("|")
    category = Locale.parse(language).plural_form(bounds.least if bounds.most is None else bounds.most)
    if len(variants) < 3:
        return variants[0] if category == "one" and bounds.is_exact else variants[-1]
    if not bounds.is_exact:
        return variants[1] if category == "one" else variants[2]
    return variants[{"one": 0, "few": 1}.get(category, 2)]
