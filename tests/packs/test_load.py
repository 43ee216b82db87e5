"""A pack that is not right says which file, which key, and what is expected there."""

import shutil
from pathlib import Path

import pytest

from svod.packs import PackError, load

NAMES = '{ ru = "День двора", kk = "Аула күні", en = "Yard Day" }'
HEAD = f"""
names = {NAMES}
short = {NAMES}
first_day = "05-01"
last_day = "05-02"
geography = "kz"
expected = ["KZ-39", "KZ-10"]
[[aims]]
ru = "чистый двор"
kk = "таза аула"
en = "a clean yard"
"""
TERM = 'ru = "субботник"\nkk = "сенбілік"\nen = "clean-up"\n'
CONTACT = f'[112]\nnames = {NAMES}\nabout = {NAMES}\nsource = "https://112.kz"\nchannels = ["phone"]\n'
SURVEY = f"""
[yard]
names = {NAMES}
about = {NAMES}
groups.all = {NAMES}
[[yard.questions]]
code = "clean"
kind = "one"
ru = "Чисто?"
kk = "Таза ма?"
en = "Is it clean?"
choices.yes = {NAMES}
choices.no = {NAMES}
"""
LEXICON = '[kind]\nclean_up = ["субботник"]\n[hints]\nanything = ["вышли на уборку"]\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small right pack."""
    pack = tmp_path / "yard_day"
    write(pack, "pack.toml", HEAD)
    write(pack, "kinds.toml", f"[clean_up]\n{TERM}")
    write(pack, "contacts.toml", f"{CONTACT}checked_on = 2025-04-01\n")
    write(pack, "lexicon/ru.toml", LEXICON)
    return pack


def write(folder: Path, path: str, text: str) -> None:
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text(text, encoding="utf-8")


def test_any_folder_may_be_a_pack(folder: Path) -> None:
    pack = load(folder)
    assert pack.code == "yard_day"
    assert pack.names["kk"] == "Аула күні"
    assert (pack.first_day, pack.last_day) == ((5, 1), (5, 2))
    assert pack.expected == ("KZ-10", "KZ-39")  # in the country's order
    assert [kind.code for kind in pack.kinds] == ["clean_up"]
    assert dict(pack.lexicon["ru"]["kind"]) == {"clean_up": ("субботник",)}
    assert pack.phrases == {}
    assert load(str(folder)) is pack


def test_the_fingerprint_follows_every_file(folder: Path) -> None:
    first = load(folder).fingerprint
    assert load(folder).fingerprint == first
    write(folder, "lexicon/ru.toml", LEXICON.replace("субботник", "уборка"))
    second = load(folder)
    assert second.fingerprint != first
    assert second.lexicon["ru"]["kind"]["clean_up"] == ("уборка",)
    (folder / "lexicon" / "ru.toml").unlink()
    assert load(folder).fingerprint not in (first, second.fingerprint)
    write(folder, "lexicon/ru.toml", LEXICON)
    assert load(folder).fingerprint == first


def test_the_fingerprint_does_not_depend_on_the_place(folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "elsewhere" / "yard_day"
    shutil.copytree(folder, copy)
    assert load(copy).fingerprint == load(folder).fingerprint


# File, what it says, and the message.
BROKEN = [
    ("pack.toml", HEAD.replace('"05-01"', '"05-32"'), "yard_day/pack.toml: first_day: expected a month and a day"),
    ("pack.toml", HEAD.replace('"05-01"', "5"), "yard_day/pack.toml: first_day: expected a text, found 5"),
    ("pack.toml", HEAD.replace('"KZ-39"', '"KZ-40"'), "yard_day/pack.toml: expected: expected codes of top-level"),
    ("pack.toml", HEAD.replace('"kz"', '"kk"'), "yard_day/pack.toml: geography: expected a country's two"),
    ("pack.toml", HEAD.replace("geography", "country"), "yard_day/pack.toml: geography: expected a text, found noth"),
    ("pack.toml", "colour = 1\n" + HEAD, "yard_day/pack.toml: colour: expected one of extends, keep, names"),
    ("pack.toml", HEAD.replace('en = "a clean yard"', ""), "yard_day/pack.toml: aims[0].en: expected a text, found no"),
    ("pack.toml", HEAD.partition("[[")[0], "yard_day/pack.toml: aims: expected a list of tables, found nothing"),
    ("pack.toml", HEAD.replace(', en = "Yard Day"', ""), "yard_day/pack.toml: names.en: expected a text"),
    ("pack.toml", HEAD.replace("short = {", "short = { de = 'Hoftag',"), "yard_day/pack.toml: short.de: expected one"),
    ("pack.toml", "names = ", "yard_day/pack.toml: expected TOML: "),
    ("pack.toml", 'extends = "nine_days"\n' + HEAD, "yard_day/pack.toml: extends: expected one of safety_day, six"),
    ("pack.toml", 'extends = "safety_day"\n' + HEAD, "extends: expected a pack that itself extends none"),
    ("pack.toml", 'keep.kinds = ["dance"]\nextends = "sixteen_days"\n' + HEAD, "pack.toml: keep.kinds: expected codes"),
    (
        "pack.toml",
        'keep.themes = []\nextends = "sixteen_days"\n' + HEAD,
        "pack.toml: keep.themes: expected one of kinds",
    ),
    ("kinds.toml", f"[clean_up]\n{TERM}[clean_up]\n{TERM}", "yard_day/kinds.toml: expected TOML: Cannot declare"),
    ("kinds.toml", f"[clean_up]\n{TERM}fr = 'nettoyage'", "yard_day/kinds.toml: clean_up.fr: expected one of ru, kk"),
    ("kinds.toml", "[clean_up]\nru = ' '", "yard_day/kinds.toml: clean_up.ru: expected a text, found ' '"),
    ("kinds.toml", "clean_up = 'субботник'", "yard_day/kinds.toml: clean_up: expected a table, found 'субботник'"),
    ("kinds.toml", f"[clean_up]\n{TERM}about.ru = 'уборка'", "yard_day/kinds.toml: clean_up.about.kk: expected a"),
    ("kind.toml", "", "yard_day/kind.toml: expected one of pack.toml, kinds.toml, "),
    ("lexicon/kz.toml", "", "yard_day/lexicon/kz.toml: expected one of"),
    ("lexicon/ru.toml", "[kind]\ndance = ['танец']", "yard_day/lexicon/ru.toml: kind.dance: expected a code that"),
    (
        "lexicon/ru.toml",
        "[kind_verb]\n'dance hall' = ['танцы']",
        "lexicon/ru.toml: kind_verb.dance hall: expected a code",
    ),
    ("lexicon/ru.toml", "[kind]\nclean_up = 'уборка'", "lexicon/ru.toml: kind.clean_up: expected a list of texts"),
    ("lexicon/ru.toml", "[kind]\nclean_up = ['a', 'a']", "kind.clean_up: expected each text once, found 'a' twice"),
    ("lexicon/ru.toml", "kind = 1", "yard_day/lexicon/ru.toml: kind: expected a table, found 1"),
    ("themes.toml", f"[yards]\n{TERM}serves = ['Article 9']", "themes.toml: yards.serves: expected articles such as"),
    ("themes.toml", f"[yards]\n{TERM}serves = ['C190:21']", "found 'C190:21'"),
    ("themes.toml", f"[yards]\n{TERM}serves = ['C999:1']", "found 'C999:1'"),
    ("glossary.toml", "[meanings]\nyard = { ru = ['двор'] }", "glossary.toml: meanings.yard.ru: expected a text"),
    ("glossary.toml", "[meanings.yard]\nde = 'Hof'", "glossary.toml: meanings.yard.de: expected one of ru, kk, en"),
    (
        "glossary.toml",
        "[meanings]\nyard = { ru = 'двор' }\ncourt = { ru = 'двор' }",
        "glossary.toml: meanings.court.ru: expected 'двор' under one meaning only",
    ),
    ("contacts.toml", CONTACT, "contacts.toml: 112.warning: expected a warning: a contact without checked_on"),
    ("contacts.toml", CONTACT + "checked_on = '1 мая'", "112.checked_on: expected a day such as 2025-11-20, found '1 "),
    ("contacts.toml", CONTACT + "checked_on = 2025-05-01T10:00:00", "112.checked_on: expected a day such as"),
    ("contacts.toml", CONTACT.replace("phone", "fax") + "checked_on = 2025-05-01", "112.channels: expected some of"),
    ("surveys.toml", SURVEY.replace('"one"', '"words"'), "yard.questions[0].kind: expected one of one, several, scale"),
    ("surveys.toml", SURVEY.replace(f"choices.no = {NAMES}", ""), "yard.questions[0].choices: expected at least 2"),
    (
        "surveys.toml",
        f"{SURVEY}counts = ['maybe']\ntold = {NAMES}\nshort = {NAMES}",
        "counts: expected some of yes, no",
    ),
    ("surveys.toml", SURVEY.replace("groups.all", "groups.all.too"), "yard.groups.all.too: expected one of ru, kk, en"),
    ("surveys.toml", SURVEY.replace(f"groups.all = {NAMES}", ""), "yard.groups: expected at least one group"),
    ("surveys.toml", SURVEY + SURVEY.partition("[[")[1] + SURVEY.partition("[[")[2], "found 'clean' twice"),
    ("surveys.toml", SURVEY.replace('"one"', '"several"'), "yard.questions[0].none.ru: expected a text"),
    ("surveys.toml", SURVEY.replace('"one"', '"years"\nbands = [10, 3]'), "questions[0].choices: expected one of"),
    ("contacts.toml", CONTACT.replace("source", "origin"), "112.origin: expected one of names, about, source"),
]


def test_a_glossary_is_laid_over_that_of_the_extended_pack(folder: Path) -> None:
    write(folder, "pack.toml", 'extends = "sixteen_days"\n' + HEAD)
    write(folder, "glossary.toml", '[meanings]\nyard = { ru = "двор", kk = "аула" }')
    meanings = load(folder).glossary.meanings
    assert (meanings["kk"]["аула"], meanings["ru"]["двор"]) == ("yard", "yard")
    assert meanings["ru"]["семь"] == meanings["kk"]["отбас"] == "family"


@pytest.mark.parametrize(("path", "text", "message"), BROKEN)
def test_a_broken_pack_names_the_place(folder: Path, path: str, text: str, message: str) -> None:
    write(folder, path, text)
    with pytest.raises(PackError) as raised:
        load(folder)
    assert message in str(raised.value)


def test_a_file_that_is_not_utf_8(folder: Path) -> None:
    (folder / "kinds.toml").write_bytes("[уборка]".encode("cp1251"))
    with pytest.raises(PackError, match=r"yard_day/kinds.toml: expected UTF-8, found another byte at 1"):
        load(folder)


@pytest.mark.parametrize("name", ["nine_days", "geography", "/nowhere/at/all", ""])
def test_no_such_pack(name: str) -> None:
    with pytest.raises(PackError, match=r"expected a folder with a pack.toml, or one of: safety_day, sixteen_days"):
        load(name)


class TestExtending:
    """A pack over sixteen_days."""

    @pytest.fixture
    def folder(self, folder: Path) -> Path:
        write(folder, "pack.toml", 'extends = "sixteen_days"\nkeep.kinds = ["meeting", "talk"]\n' + HEAD)
        return folder

    def test_own_codes_come_before_those_it_keeps(self, folder: Path) -> None:
        assert [kind.code for kind in load(folder).kinds] == ["clean_up", "meeting", "talk"]
        assert len(load(folder).partners) == len(load("sixteen_days").partners)

    def test_words_are_taken_over_with_their_codes(self, folder: Path) -> None:
        ours, theirs = load(folder).lexicon["ru"], load("sixteen_days").lexicon["ru"]
        assert ours["kind"] == {"clean_up": ("субботник",)} | {
            code: theirs["kind"][code] for code in ("meeting", "talk")
        }
        assert ours["audience"] == theirs["audience"]

    def test_a_word_goes_to_the_code_that_the_pack_gives_it(self, folder: Path) -> None:
        word = load("sixteen_days").lexicon["ru"]["kind"]["talk"][0]
        write(folder, "lexicon/ru.toml", f'[kind]\nclean_up = ["{word}"]\nmeeting = ["сход двора"]\n')
        words = load(folder).lexicon["ru"]["kind"]
        assert words["clean_up"] == (word,)
        assert word not in words["talk"]
        assert words["meeting"][0] == "сход двора"
        assert len(words["meeting"]) > 1

    def test_an_inherited_code_may_be_named_anew(self, folder: Path) -> None:
        write(folder, "kinds.toml", f"[talk]\n{TERM}")
        write(folder, "lexicon/ru.toml", "")
        assert {kind.code: kind.names["ru"] for kind in load(folder).kinds} == {
            "talk": "субботник",
            "meeting": "встреча",
        }

    def test_phrases_are_replaced_key_by_key(self, folder: Path) -> None:
        write(folder, "phrases/ru.toml", '[title]\nreport = "О дне двора"\n')
        ours, theirs = load(folder).phrases["ru"], load("sixteen_days").phrases["ru"]
        assert ours["title"] == {"report": "О дне двора"}
        assert ours["kinds"] == theirs["kinds"]

    def test_what_is_said_of_the_other_campaign_is_not_taken_over(self, folder: Path) -> None:
        for language in ("ru", "kk", "en"):
            ours = load(folder).phrases[language]
            assert ours.keys().isdisjoint({"title", "headings", "opening", "closing"})

    def test_what_the_campaign_is_about_is_its_own(self, folder: Path) -> None:
        pack = load(folder)
        assert (pack.themes, pack.indicators) == ((), ())
        assert [contact.number for contact in pack.contacts] == ["112"]
