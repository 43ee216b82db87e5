"""Splink on the tellings that Svod links: the same prepared fields, its own probabilities instead of fixed weights."""

import logging
import sys
import time
import warnings
from collections.abc import Iterable, Sequence

import duckdb
import pyarrow
import splink.comparison_level_library as cll
import splink.comparison_library as cl
from made_up import PER_PAGE, submissions
from splink import Linker, SettingsCreator, block_on
from splink.backends.duckdb import DuckDBAPI

from svod.linking.marks import Mark
from svod.linking.telling import Telling, tellings
from svod.packs.load import load

SEED = 1
Scored = dict[tuple[int, int], float]  # positions of tellings, the first before the second; the match weight

MEANING = "2.0 * len(list_intersect(meaning_l, meaning_r)) / (len(meaning_l) + len(meaning_r)) >= {least}"
DAYS = {
    "the same days": "first_l = first_r and last_l = last_r",
    "the days overlap": "first_l <= last_r and first_r <= last_l",
    "the next day": "abs(first_l - first_r) = 1",
}
PEOPLE = {
    "as many": "least_l = least_r and most_l = most_r",
    "may be as many": "least_l <= most_r and least_r <= most_l",
}
PLACES = {"same": "place_l = place_r", "wider": "place_kind_l <> place_kind_r"}
SHARED = "len(list_intersect({0}_l, {0}_r)) > 0"
# What a day, a title or a number is found by among many; in the few pairs every two tellings of a region meet.
BLOCKS = (
    block_on("region", "title"),
    block_on("region", "first", "place"),
    block_on("region", "first", "least", "most"),
    block_on("region", "first", "organiser"),
    block_on("region", "least", "most", "organiser"),
)


def score(told: Sequence[Telling], labels: Sequence[str | None], blocks: Sequence[object]) -> Scored:
    """The pairs of different texts with their match weights.

    The m probabilities are counted from `labels`, where there are any, and else found by expectation maximisation.
    """
    api = DuckDBAPI(duckdb.connect(":memory:"))
    table = api.register(
        pyarrow.Table.from_pylist([_row(*one) for one in zip(range(len(told)), told, labels, strict=True)])
    )
    settings = SettingsCreator("dedupe_only", _comparisons(), list(blocks), retain_matching_columns=False)
    linker = Linker(table, settings, log_level=logging.ERROR)
    _train(linker, labelled=any(labels))
    found = linker.inference.predict(threshold_match_weight=-10.0).as_record_list()
    pairs = ((row["unique_id_l"], row["unique_id_r"], row["match_weight"]) for row in found)
    return {(i, j): weight for i, j, weight in _ordered(pairs) if told[i].text != told[j].text}


def _train(linker: Linker, *, labelled: bool) -> None:
    training = linker.training
    training.estimate_probability_two_random_records_match([block_on("region", "title", "first")], recall=0.6)
    training.estimate_u_using_random_sampling(max_pairs=1e6, seed=SEED)
    if labelled:
        training.estimate_m_from_label_column("label")
    else:
        training.estimate_parameters_using_expectation_maximisation(block_on("region", "title"))
        training.estimate_parameters_using_expectation_maximisation(block_on("region", "first"))


def _ordered(pairs: Iterable[tuple[int, int, float]]) -> Iterable[tuple[int, int, float]]:
    return ((min(i, j), max(i, j), weight) for i, j, weight in pairs)


def _comparisons() -> list[object]:
    title = [
        cll.NullLevel("title"),
        cll.ExactMatchLevel("title"),
        cll.JaroWinklerLevel("title", 0.92),
        *(cll.CustomLevel(MEANING.format(least=least), f"meaning {least}") for least in (0.6, 0.35)),
        _else(),
    ]
    return [
        cl.CustomComparison(title, "title"),
        cl.CustomComparison(_levels("first", DAYS), "date"),
        cl.CustomComparison(_levels("least", PEOPLE), "participants"),
        cl.CustomComparison(_alike("organiser", 0.9, 0.75), "organiser"),
        cl.CustomComparison(_alike("kind"), "kind"),
        cl.CustomComparison(_levels("place", PLACES), "place"),
        *(cl.CustomComparison(_levels(name, {"shared": SHARED.format(name)}), name) for name in ("institution", "grp")),
    ]


def _levels(field: str, sql: dict[str, str]) -> list[object]:
    return [cll.NullLevel(field), *(cll.CustomLevel(rule, name) for name, rule in sql.items()), _else()]


def _alike(field: str, *thresholds: float) -> list[object]:
    alike = (cll.JaroWinklerLevel(field, threshold) for threshold in thresholds)
    return [cll.NullLevel(field), cll.ExactMatchLevel(field), *alike, _else()]


def _else() -> object:
    """No match of the labels may stand here (another day): rare then, where Splink's own default is no evidence."""
    return cll.ElseLevel().configure(m_probability=0.01)


def _row(position: int, one: Telling, label: str | None) -> dict[str, object]:
    people = one.participants
    return {
        "unique_id": position,
        "label": label,
        "region": one.region,
        "kind": one.kind,
        "title": one.title or None,
        "meaning": sorted(one.meaning),
        "first": one.first or None,
        "last": one.last or None,
        "place": one.place[0] or None,
        "place_kind": one.place[1],
        "organiser": one.organiser or None,
        "institution": _named(one.institutions) or _named(one.reporter) or None,
        "grp": _named(one.groups) or None,
        "least": people.least if people else None,
        "most": (1_000_000 if people.most is None else people.most) if people else None,
    }


def _named(marks: Iterable[Mark]) -> list[str]:
    return sorted(name for _, name in marks if name)


def main(size: int) -> None:
    """Link so many made-up activities; the seconds of the processor that preparing and scoring took."""
    pack = load("sixteen_days")
    pages = submissions(size // PER_PAGE, pack)
    started = time.process_time()
    told = tellings(pages, pack)
    found = score(told, [None] * len(told), BLOCKS)
    print(time.process_time() - started, sum(weight > 0 for weight in found.values()))


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    main(int(sys.argv[1]))
