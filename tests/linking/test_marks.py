"""Schools, forms and groups in the words of a report: each line is a phrase and what it names."""

import pytest

from svod.linking.marks import apart, groups, institutions, is_wider

INSTITUTIONS = [
    ("КГУ «Общеобразовательная школа № 12» города Темиртау", "school 12"),
    ("в ГКП «ОСШ № 5»", "school 5"),
    ("профком СШ №5", "school 5"),
    ("школа-гимназия № 2", "school 2"),
    ("в школах № 5, № 7 и № 9", "school 5, school 7, school 9"),
    ("№ 12 мектебінде", "school 12"),
    ("№ 15 жалпы білім беретін мектепте", "school 15"),
    ("№15 ЖББМ-де", "school 15"),
    ("12-мектеп", "school 12"),
    ("Ы. Алтынсарин атындағы № 3 орта мектепте", "school 3, school алтын"),
    ("в школе имени Абая", "school абая"),
    ("Абай атындағы мектепте", "school абай"),
    ("в детском саду «Балауса»", "kindergarten балау"),
    ("«Балауса» балабақшасында", "kindergarten балау"),
    ("в педагогическом колледже", "college"),
    ("в 12 школах прошли", "school"),
    ("лекция «Право» школа № 3", "school 3"),
    ("в школе № 3 и колледже", "college, school 3"),
    ("№ 9 гимназия", "school 9"),
    ("«Озарение» лицейі", "school озаре"),
    ("школьники на школьном дворе", ""),
    ("в саду выросли яблони", ""),
]
GROUPS = [
    ("в 7 «А» классе", "form 7а"),
    ("7 «А» и 7 «Б» классы", "form 7а, form 7б"),
    ("ученики 5-7 классов", "form 5, form 6, form 7"),
    ("с 1 по 4 класс", "form 1, form 2, form 3, form 4"),
    ("6 «Г» сыныбында", "form 6г"),
    ("8-сынып оқушылары", "form 8"),
    ("7 «А»: беседа", "form 7а"),
    ("4 декабря 2025 года в 7 «Б» классе", "form 7б"),
    ("студенты 1 курса", "course 1"),
    ("для 2 смены", "shift 2"),
    ("в группе 101", "group 101"),
    ("5 классных часов", ""),
    ("в 15 классах", ""),
    ("2 групповых занятия", ""),
]
APART = [
    ("школа № 5", "ОСШ № 7", True),
    ("школа № 5", "№ 5 мектеп", False),
    ("школа № 5", "школы № 5 и № 7", False),
    ("школа № 5", "колледж", False),
    ("школа № 5", "школа имени Абая", False),
    ("школа имени Абая", "Абай атындағы мектеп", False),
    ("школа имени Абая", "школа имени Ауэзова", True),
]


def said(marks: frozenset[tuple[str, str]]) -> str:
    return ", ".join(sorted(" ".join(mark).strip() for mark in marks))


@pytest.mark.parametrize(("phrase", "named"), INSTITUTIONS)
def test_institutions(phrase: str, named: str) -> None:
    assert said(institutions(phrase)) == named


@pytest.mark.parametrize(("phrase", "named"), GROUPS)
def test_groups(phrase: str, named: str) -> None:
    assert said(groups(phrase)) == named


@pytest.mark.parametrize(("one", "other", "told_apart"), APART)
def test_institutions_that_are_apart(one: str, other: str, told_apart: bool) -> None:
    assert apart(institutions(one), institutions(other)) is told_apart
    assert apart(institutions(other), institutions(one)) is told_apart


@pytest.mark.parametrize(
    ("phrase", "wider"),
    [
        ("приняли участие в районном форуме", True),
        ("облыстық семинарға қатысты", True),
        ("в школе прошёл форум", False),
    ],
)
def test_what_is_a_districts_or_a_regions(phrase: str, wider: bool) -> None:
    assert is_wider(phrase) is wider


def test_a_form_is_part_of_its_year() -> None:
    assert not apart(groups("7 «А» класс"), groups("7 классы"))
    assert apart(groups("7 «А» класс"), groups("7 «Б» класс"))
    assert apart(groups("7 «А» класс"), groups("8 классы"))
