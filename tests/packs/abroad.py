"""A pack of one's own with a country of its own and without Kazakh, as a small union elsewhere writes it."""

from pathlib import Path

FILES = {
    "pack.toml": """
languages = ["ru", "en"]
names = { ru = "Неделя воды", en = "Water Week" }
short = { ru = "Неделя воды", en = "Water Week" }
first_day = "03-20"
last_day = "03-26"
geography = "kg"
[[aims]]
ru = "чистая вода"
en = "clean water"
""",
    "kinds.toml": '[lesson]\nru = "урок воды"\nen = "lesson on water"\n',
    "audiences.toml": '[readers]\nru = "читатели"\nen = "readers"\n',
    "lexicon/ru.toml": '[kind]\nlesson = ["урок воды"]\n[audience]\nreaders = ["читатель"]\n',
    "geography/regions.toml": """
[KG-N]
kind = "region"
names = { ru = "Нарынская область", en = "Naryn Region" }
short = { ru = "Нарын", en = "Naryn" }
other = ["нарынский"]
tile = [1, 1]
[KG-GB]
kind = "city"
names = { ru = "город Бишкек", en = "Bishkek" }
short = { ru = "Бишкек", en = "Bishkek" }
other = ["бишкекский"]
tile = [0, 0]
""",
    "geography/districts.toml": '[KG-N]\nat-bashy-district = ["Ат-Башинский район"]\n',
    "geography/towns.toml": '[KG-N]\nnaryn = ["Нарын"]\n',
}


def write_abroad(packs: Path) -> Path:
    """The pack, in that folder of packs."""
    folder = packs / "water_week"
    for path, text in FILES.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder
