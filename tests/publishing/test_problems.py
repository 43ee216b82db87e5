"""problems.txt: what a person reads first."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from svod.guard import Find, Withheld
from svod.publishing import write_problems
from svod.records import Candidate, Coverage, Problem, Register
from tests.publishing.campaign import ACTIVITIES, PACK, REGISTER, message
from tests.publishing.variants import register_of


def written(tmp_path: Path, register: Register = REGISTER, language: str = "ru", **more: object) -> str:
    write_problems(register, tmp_path / "p.txt", message, language, **{"pack": PACK, **more})  # type: ignore[arg-type]
    return (tmp_path / "p.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_golden(tmp_path: Path, language: str, golden: Callable[[str, str], None]) -> None:
    golden(f"problems.{language}.txt", written(tmp_path, language=language))


def test_what_could_not_be_read_comes_first_with_what_to_do(tmp_path: Path) -> None:
    first, file, words, *_ = written(tmp_path).splitlines()
    assert (first, file, words) == (
        "Не удалось прочитать (1)",
        "  • Алматы/отчёт.pdf",
        f"    {message(REGISTER.problems[0])}",
    )


def test_numbers_that_disagree_are_both_quoted(tmp_path: Path) -> None:
    text = written(tmp_path)
    assert "Костанайская область, мероприятия: не менее 201 — или 180" in text
    assert "«свыше двухсот мероприятий»" in text
    assert "«проведено 180 мероприятий»" in text


def test_a_sentence_that_tells_several_is_quoted_once(tmp_path: Path) -> None:
    found = REGISTER.contradictions[0]
    twice = replace(found, one_evidence=found.one_evidence * 2)
    assert written(tmp_path, replace(REGISTER, contradictions=(twice,))).count("«свыше двухсот мероприятий»") == 1


def test_what_is_least_certain_is_named(tmp_path: Path) -> None:
    assert "М-0002, круглый стол: 40%" in written(tmp_path)


def likely(count: int = 1) -> Register:
    codes = ("title:1.00", "kind.alike:flash_mob/round_table")
    pair = Candidate(ACTIVITIES[0].activity, ACTIVITIES[1].activity, 8.0, codes, (9.0, -1.0))
    return register_of(candidates=(pair,) * count)


def test_two_that_may_be_one_are_both_quoted_with_the_reasons(tmp_path: Path) -> None:
    text = written(tmp_path, likely())
    assert "Возможно, одно и то же мероприятие, посчитано за два (1)" in text
    assert "  • title:1.00; kind.alike:флешмоб / круглый стол" in text
    assert "и ещё 10, менее похожих" in written(tmp_path, likely(60))
    in_words = written(tmp_path, likely(), reasons=lambda codes: [code.partition(":")[2].upper() for code in codes])
    assert "  • 1.00; ФЛЕШМОБ / КРУГЛЫЙ СТОЛ" in in_words


def test_without_a_pack_codes_stand_for_names(tmp_path: Path) -> None:
    assert "KZ-39, мероприятия" in written(tmp_path, pack=None)


def test_very_many_problems_are_cut_with_their_number_said(tmp_path: Path) -> None:
    problems = tuple(Problem("unreadable", "empty", f"{number}.docx") for number in range(1_000))
    text = written(tmp_path, register_of(problems=problems))
    assert "Не удалось прочитать (1000)" in text
    assert "и ещё 950 — см. register.xlsx" in text
    assert "999.docx" not in text


def test_nothing_to_say_is_said(tmp_path: Path) -> None:
    clean = Register("c", None, (), (), (), (), (), (), Coverage((), (), ()))
    assert written(tmp_path, clean) == "Прочитано всё, замечаний нет.\n"


def test_what_was_masked_is_told_with_the_reason_and_without_the_words(tmp_path: Path) -> None:
    name = Find("name", 0, 11, "ученица", 0.9, "after_role")
    again = Find("name", 20, 26, "Анна Коваль", 0.8, "named_before")
    number = Find("iin", 30, 42, "ИИН", 0.95, "iin_said_so")
    text = written(tmp_path, withheld=[Withheld("Алматы/приём.docx", (name, again, number))])
    assert text.splitlines()[-3:] == [
        "  • Алматы/приём.docx",
        "    имя: 2 (слово перед именем говорит, кто это, по слову «ученица»; этот человек уже назван)",
        "    ИИН: 1 (двенадцать цифр после слова «ИИН»)",
    ]
    assert "Скрыто в файлах, чтобы никого нельзя было узнать (1)" in text


def test_the_guard_hides_in_every_quote(tmp_path: Path) -> None:
    text = written(tmp_path, guard=lambda *_: "***")
    assert "«***»" in text
    assert "свыше двухсот" not in text
