"""The page on campaign packs holds a whole pack, and it loads."""

import re
from pathlib import Path

from svod.packs import load
from svod.packs.load import FILES

PAGE = (Path(__file__).parents[2] / "docs" / "campaign-packs.md").read_text(encoding="utf-8")
EXAMPLE = re.compile(r"In `(?P<path>reading_week/[^`]+)`.*?```toml\n(?P<text>.*?)```", re.S)


def test_the_example_loads(tmp_path: Path) -> None:
    for match in EXAMPLE.finditer(PAGE):
        path = tmp_path / match["path"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(match["text"], encoding="utf-8")
    pack = load(tmp_path / "reading_week")
    assert pack.names["en"] == "Reading Week"
    assert [kind.code for kind in pack.kinds] == [
        "reading_aloud", "meeting", "lecture", "contest", "exhibition", "other",
    ]  # fmt: skip
    assert pack.lexicon["ru"]["kind"]["contest"][0] == "конкурс чтецов"
    assert [contact.number for contact in pack.contacts] == ["111"]
    assert pack.expected == ("KZ-39", "KZ-71")


def test_the_table_names_every_file() -> None:
    table = PAGE.partition("| file |")[2].partition("\n\n")[0]
    for path in FILES:
        folder, _, name = path.rpartition("/")
        assert f"`{name}`" in table or f"`{path}`" in table
        assert not folder or f"`{folder}/" in table


def test_the_line_of_the_geography_is_one_that_is_there() -> None:
    line = re.search(r"^    (beimbet-mailin-district = .*)$", PAGE, re.M)
    assert line is not None
    unit = next(u for u in load("sixteen_days").geography.units if u.code == "KZ-39/beimbet-mailin-district")
    for name in re.findall('"([^"]+)"', line[1]):
        assert name in (unit.names["ru"], unit.names["kk"], *unit.other)
