"""Rules of reading ask what a kind of activity is like, never which it is: so packs say it of kinds of their own."""

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import svod
from svod.extraction import extract
from svod.packs import Pack, PackError, load
from svod.packs.traits import REST, TRAITS
from svod.records import Document

HOME = Path(svod.__file__).parent
WORDS_OF_ENGLISH = "en"  # what its lists hold are words: "project"
CORE = ("language", "extraction", "linking", "counting", "narration", "publishing", "guard", "learning")
PAGE = (HOME.parent / "docs" / "campaign-packs.md").read_text(encoding="utf-8")
KINDS = '[lesson]\nru = "урок воды"\nen = "lesson on water"\n{}[reading]\nru = "чтение вслух"\nen = "reading aloud"\n{}'
WORDS = '[kind]\nlesson = ["урок воды"]\nreading = ["чтение у реки"]\n'
TOLD = "Прошёл урок воды. Участники провели чтение у реки."


def of_water(folder: Path, lesson: str, reading: str) -> Pack:
    (folder / "kinds.toml").write_text(KINDS.format(lesson, reading), encoding="utf-8")
    (folder / "lexicon" / "ru.toml").write_text(WORDS, encoding="utf-8")
    return load(folder)


@pytest.mark.parametrize(
    ("lesson", "reading", "kinds"),
    [
        ("", "", ["lesson", "reading"]),
        ('traits = ["holds_others"]\n', 'traits = ["inside"]\n', ["lesson"]),
        ('like = "class_hour"\n', 'like = "game"\n', ["lesson"]),
        ('like = "hotline"\n', 'like = "game"\n', ["lesson", "reading"]),
    ],
)
def test_what_a_pack_says_of_its_kinds_decides(abroad: Path, lesson: str, reading: str, kinds: list[str]) -> None:
    pack = of_water(abroad, lesson, reading)
    assert [one.kind for one in extract(Document("a", TOLD, year=2025), pack).activities] == kinds


def test_a_kind_is_like_another_and_more(abroad: Path) -> None:
    pack = of_water(abroad, 'like = "reading"\ntraits = ["lasting"]\n', 'traits = ["taught"]\n')
    assert [kind.traits for kind in pack.kinds] == [{"taught", "lasting"}, {"taught"}]


def test_one_that_is_only_named_anew_stays_what_it_was(abroad: Path) -> None:
    head = (abroad / "pack.toml").read_text(encoding="utf-8")
    (abroad / "pack.toml").write_text(f'extends = "sixteen_days"\n{head}', encoding="utf-8")
    (abroad / "lexicon" / "ru.toml").unlink()
    (abroad / "kinds.toml").write_text('[other]\nru = "прочее"\nen = "the rest"\n', encoding="utf-8")
    pack = load(abroad)
    assert pack.kinds[0].names["en"] == "the rest"
    assert pack.rest == "other"
    assert pack.traits["other"] == load("sixteen_days").traits["other"]


def test_what_one_teller_calls_so_and_another_so_holds_both_ways(abroad: Path) -> None:
    pack = of_water(abroad, 'alike = ["reading"]\n', "")
    assert pack.alike == {"lesson": {"reading"}, "reading": {"lesson"}}


def test_what_the_extended_pack_says_of_its_codes_stays_where_they_are_named_anew(abroad: Path) -> None:
    head = (abroad / "pack.toml").read_text(encoding="utf-8")
    (abroad / "pack.toml").write_text(f'extends = "sixteen_days"\n{head}', encoding="utf-8")
    (abroad / "lexicon" / "ru.toml").unlink()
    (abroad / "kinds.toml").write_text('[seminar]\nru = "урок"\nen = "lesson"\nalike = ["survey"]\n', encoding="utf-8")
    (abroad / "partners.toml").write_text('[crisis_centre]\nru = "центр"\nen = "centre"\n', encoding="utf-8")
    pack = load(abroad)
    assert pack.alike["seminar"] == load("sixteen_days").alike["seminar"] | {"survey"}
    assert [one.code for one in pack.partners if one.undisclosed] == ["crisis_centre"]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ('traits = ["inside", "green"]\n', "kinds.toml: lesson.traits: expected some of sitting, gathering"),
        ('traits = ["rest"]\n', "found 'rest'"),
        ('alike = ["reading", "picnic"]\n', "kinds.toml: lesson.alike: expected the code of a kind, found 'picnic'"),
        ('like = "picnic"\n', "kinds.toml: lesson.like: expected the code of a kind, found 'picnic'"),
    ],
)
def test_what_is_none_is_told(abroad: Path, given: str, message: str) -> None:
    with pytest.raises(PackError) as raised:
        of_water(abroad, given, "")
    assert message in str(raised.value)


def nodes() -> Iterator[tuple[Path, ast.AST]]:
    """All that the core's code says."""
    for part in CORE:
        for path in sorted((HOME / part).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                yield path, node


@cache
def codes() -> frozenset[str]:
    """Those of kinds that are no codes of partners as well."""
    packs = [load("sixteen_days"), load("safety_day")]
    return frozenset(kind.code for pack in packs for kind in pack.kinds) - {one.code for one in packs[0].partners}


def test_the_code_names_no_kind() -> None:
    """But for words that are codes of partners, too."""
    words = ((path.name, node.value) for path, node in nodes() if isinstance(node, ast.Constant))
    assert {(name, word) for name, word in words if word in codes()} <= {("stories.py", "talk")}  # a list of words


def said(table: object) -> Iterator[str]:
    """All keys and texts of a file of data."""
    if isinstance(table, dict):
        yield from table
        yield from (word for value in table.values() for word in said(value))
    elif isinstance(table, list):
        yield from (word for value in table for word in said(value))
    elif isinstance(table, str):
        yield table


def test_the_data_beside_the_code_names_no_kind() -> None:
    """But for words that are codes of partners, too, and what are words of a language."""
    paths = [path for part in CORE for path in (HOME / part).rglob("*.toml") if path.parent.name != WORDS_OF_ENGLISH]
    words = {(path.name, word) for path in paths for word in said(tomllib.loads(path.read_text(encoding="utf-8")))}
    assert {(name, word) for name, word in words if word in codes()} <= {("stories.toml", "talk")}  # a list of words


def test_the_code_asks_for_traits_that_there_are() -> None:
    asked = set()
    for _path, node in nodes():
        if isinstance(node, ast.Compare) and isinstance(node.left, ast.Constant):
            of = node.comparators[0]
            if (of.attr if isinstance(of, ast.Attribute) else getattr(of, "id", "")) == "traits":
                asked.add(node.left.value)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "rule":
            sets = (word.value for word in node.keywords if word.arg == "traits")
            asked |= {one.value for given in sets for one in ast.walk(given) if isinstance(one, ast.Constant)}
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "traits":
            asked |= {one.value for one in node.args if isinstance(one, ast.Constant)}
    asked |= {"showing"}  # the same, chosen by what tells it
    assert asked | {REST, "drive"} == set(TRAITS)


def test_the_page_tells_of_each_as_the_program_does() -> None:
    told = dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", PAGE.partition("| trait |")[2].partition("\n## ")[0], re.M))
    assert told == {name: said for name, said in TRAITS.items() if name != REST}
