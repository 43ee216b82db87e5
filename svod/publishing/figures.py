"""The key figures at the head of the page, from the register's totals: each is a run with its sources."""

from dataclasses import dataclass

from svod.language.bounds_text import digits, printed
from svod.publishing.beside import words
from svod.records import Register, Run, Scope


@dataclass(frozen=True, slots=True)
class KeyFigure:
    value: Run
    label: str


def key_figures(register: Register, language: str) -> tuple[KeyFigure, ...]:
    """How many activities and attendances, how many regions of those expected, how many documents.

    A figure of which nothing is known is left out, not shown as 0.
    """
    texts = words(language)
    coverage = register.coverage
    found = [
        _total(register, "activities", texts["figure_activities"], language),
        _total(register, "participants", texts["figure_participants"], language),
    ]
    if coverage.expected:
        share = texts["coverage_value"].format(n=len(coverage.reported), of=len(coverage.expected))
        found.append(KeyFigure(Run(share), texts["figure_coverage"]))
    found.append(KeyFigure(Run(digits(len(register.documents), language)), texts["figure_documents"]))
    return tuple(figure for figure in found if figure)


def _total(register: Register, measure: str, label: str, language: str) -> KeyFigure | None:
    total = register.total(Scope(measure))
    if total is None or not total.value.least:
        return None
    return KeyFigure(Run(printed(total.value, language), total.evidence), label)
