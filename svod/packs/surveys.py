"""Reads a pack's surveys. No question takes words of one's own: docs/surveys.md says why."""

from collections.abc import Callable, Mapping

from svod.language import LANGUAGES
from svod.packs.pack import Choice, Names, Question, Survey
from svod.packs.tables import Table

STEPS = 5  # of a scale
FEWEST_CHOICES = 2
OF_ANY = ("code", "kind", *LANGUAGES, "counts", "told", "short")


def read_surveys(table: Table) -> tuple[Survey, ...]:
    """In the file's order. Raises PackError."""
    return tuple(_survey(code, row) for code, row in table.tables())


def _survey(code: str, row: Table) -> Survey:
    row.only("names", "about", "groups", "questions")
    groups = tuple(Choice(group, names.only(*LANGUAGES).in_each_language()) for group, names in _groups(row))
    questions = tuple(_question(one) for one in row.list_of_tables("questions"))
    codes = [one.code for one in questions]
    for number, one in enumerate(codes):
        if one in codes[:number]:
            raise row.error(f"questions[{number}].code", f"expected each code once, found {one!r} twice")
    return Survey(code, row.names("names"), row.names("about"), groups, questions)


def _groups(row: Table) -> list[tuple[str, Table]]:
    found = list(row.table("groups").tables())
    if not found:
        raise row.error("groups", "expected at least one group of those who answer")
    return found


def _question(row: Table) -> Question:
    kind = row.text("kind")
    if kind not in KINDS:
        raise row.error("kind", f"expected one of {', '.join(KINDS)}, found {kind!r}")
    choices = KINDS[kind](row)
    question = Question(
        row.text("code"),
        kind,
        row.in_each_language(),
        choices,
        none=row.names("none") if kind == "several" else {},
        counts=row.texts("counts"),
        told=row.names("told") if "counts" in row.content else {},
        short=row.names("short") if "counts" in row.content else {},
    )
    known = [one.code for one in choices]
    for code in question.counts:
        if code not in known:
            raise row.error("counts", f"expected some of {', '.join(known)}, found {code!r}")
    if len(question.counts) > 1 and kind == "several":
        raise row.error("counts", "expected one code: who ticks two of several would be counted twice")
    return question


def _one(row: Table) -> tuple[Choice, ...]:
    return _listed(row.only(*OF_ANY, "choices"))


def _several(row: Table) -> tuple[Choice, ...]:
    return _listed(row.only(*OF_ANY, "choices", "none"))


def _listed(row: Table) -> tuple[Choice, ...]:
    """The choices as the file has them, under their codes."""
    named = row.table("choices").tables()
    found = tuple(Choice(code, names.only(*LANGUAGES).in_each_language()) for code, names in named)
    if len(found) < FEWEST_CHOICES:
        raise row.error("choices", f"expected at least {FEWEST_CHOICES} of them")
    return found


def _scale(row: Table) -> tuple[Choice, ...]:
    """1 to 5; what the ends mean is said beside them."""
    row.only(*OF_ANY, "least", "most")
    ends: Mapping[int, Names] = {1: row.names("least"), STEPS: row.names("most")}
    return tuple(Choice(str(step), _step(step, ends.get(step))) for step in range(1, STEPS + 1))


def _step(step: int, meaning: Names | None) -> Names:
    return {language: f"{step} — {meaning[language]}" if meaning else str(step) for language in LANGUAGES}


def _years(row: Table) -> tuple[Choice, ...]:
    """Bands of whole years, which look the same in every language: [3, 10] is 0–2, 3–9, 10+."""
    starts = row.only(*OF_ANY, "bands").content.get("bands")
    if not isinstance(starts, list) or not starts or not all(type(one) is int and one > 0 for one in starts):
        raise row.error("bands", f"expected the years at which bands begin, such as [3, 10, 20], found {starts!r}")
    if sorted(set(starts)) != starts:
        raise row.error("bands", f"expected rising years, found {starts!r}")
    bands = [f"{start}–{end - 1}" for start, end in zip([0, *starts], starts, strict=False)]
    codes = [*(band.replace("–", "-") for band in bands), f"{starts[-1]}+"]
    shown = [*bands, f"{starts[-1]}+"]
    return tuple(Choice(code, dict.fromkeys(LANGUAGES, name)) for code, name in zip(codes, shown, strict=True))


KINDS: Mapping[str, Callable[[Table], tuple[Choice, ...]]] = {
    "one": _one,
    "several": _several,
    "scale": _scale,
    "years": _years,
}
