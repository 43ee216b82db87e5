"""The packs that come with the program: complete, in three languages, with nothing that points nowhere."""

from datetime import date

import pytest

from svod.packs import Pack, Term, available, load

LANGUAGES = {"ru", "kk", "en"}

CODES = {
    "kinds": """round_table meeting assembly debate outreach seminar training lecture talk class_hour info_hour
        flash_mob challenge exhibition contest screening theatre survey sports excursion commission_session conference
        consultation info_stand distribution street_action raid game concert media project hotline other""",
    "audiences": """pupils students teachers staff parents women men children youth union_members residents officials
        specialists""",
    "partners": """police prosecutor court akimat ngo crisis_centre assembly_of_people health psychologist lawyer
        religious media un parents_association library education_authority labour_inspection union other""",
    "materials": """brochure leaflet booklet poster newspaper magazine video stand drawing presentation memo book diary
        banner other""",
}


def terms(pack: Pack) -> list[Term]:
    return [
        *pack.kinds,
        *pack.audiences,
        *pack.partners,
        *pack.materials,
        *pack.themes,
        *pack.indicators,
    ]


def test_both_packs_are_available() -> None:
    assert available() == ("safety_day", "sixteen_days")


@pytest.mark.parametrize("part", CODES)
def test_sixteen_days_has_every_code(part: str) -> None:
    assert [term.code for term in getattr(load("sixteen_days"), part)] == CODES[part].split()


@pytest.mark.parametrize("name", available())
class TestEachPack:
    def test_everything_has_a_name_in_each_language(self, name: str) -> None:
        pack = load(name)
        named = [pack.names, pack.short, *pack.aims, *(term.names for term in terms(pack))]
        named += [names for contact in pack.contacts for names in (contact.names, contact.about)]
        assert all(set(names) == LANGUAGES and all(names.values()) for names in named)

    def test_no_two_codes_of_a_part_share_a_name(self, name: str) -> None:
        pack = load(name)
        for part in (pack.kinds, pack.audiences, pack.partners, pack.materials, pack.themes, pack.indicators):
            for language in LANGUAGES:
                names = [term.names[language] for term in part]
                assert len(set(names)) == len(names), (language, names)

    def test_every_theme_serves_an_article(self, name: str) -> None:
        assert all(theme.serves for theme in load(name).themes)

    def test_each_part_is_there(self, name: str) -> None:
        pack = load(name)
        assert pack.kinds
        assert pack.aims
        assert pack.themes
        assert pack.indicators
        assert pack.contacts
        assert "ru" in pack.lexicon

    def test_a_contact_is_a_number_with_a_source_and_a_way_to_reach_it(self, name: str) -> None:
        for contact in load(name).contacts:
            assert contact.number.isdigit()
            assert contact.source.startswith("https://")
            assert contact.channels

    def test_a_contact_that_nobody_checked_says_so(self, name: str) -> None:
        unverified = [contact for contact in load(name).contacts if contact.checked_on is None]
        assert all(set(contact.warning) == LANGUAGES for contact in unverified)

    def test_a_word_names_one_kind(self, name: str) -> None:
        """Two kinds for one word would be decided by chance."""
        for language, lexicon in load(name).lexicon.items():
            for section in ("kind", "partner", "material"):
                words = [word for row in lexicon.get(section, {}).values() for word in row]
                assert {word for word in words if words.count(word) > 1} == set(), (language, section)

    def test_the_russian_report_has_a_noun_for_each_audience_and_partner(self, name: str) -> None:
        pack = load(name)
        for part, table in ((pack.audiences, "audiences"), (pack.partners, "partners")):
            nouns = pack.phrases["ru"][table]
            assert isinstance(nouns, dict)
            assert {term.code for term in part} <= nouns.keys()


def test_sixteen_days() -> None:
    pack = load("sixteen_days")
    assert (pack.first_day, pack.last_day) == ((11, 25), (12, 10))
    assert pack.expected == tuple(unit.code for unit in pack.geography.regions)
    assert [contact.number for contact in pack.contacts if contact.checked_on is None] == ["150"]
    assert {contact.number for contact in pack.contacts} == {"102", "103", "111", "150"}
    assert {article.partition(":")[0] for theme in pack.themes for article in theme.serves} == {"C190", "R206"}


def test_safety_day_is_another_campaign_with_the_same_words() -> None:
    pack, other = load("safety_day"), load("sixteen_days")
    assert (pack.first_day, pack.last_day) == ((4, 28), (4, 28))
    assert {"inspection", "briefing", "drill"} <= {kind.code for kind in pack.kinds}
    assert "raid" not in {kind.code for kind in pack.kinds}
    assert pack.lexicon["ru"]["kind"]["round_table"] == other.lexicon["ru"]["kind"]["round_table"]
    assert "рейд" in pack.lexicon["ru"]["kind"]["inspection"]
    assert "инструктаж" not in pack.lexicon["ru"]["kind"]["talk"]
    assert not any(key.partition(" ")[0] == "raid" for section in pack.lexicon["ru"].values() for key in section)
    assert set(pack.lexicon) >= LANGUAGES
    assert pack.phrases["ru"]["title"] != other.phrases["ru"]["title"]
    assert not {theme.code for theme in pack.themes} & {theme.code for theme in other.themes}


def test_a_pack_is_parsed_once() -> None:
    assert load("sixteen_days") is load("sixteen_days")
    assert load("safety_day").geography is load("sixteen_days").geography

    def test_every_survey_is_short_and_says_whose_share_it_tells(self, name: str) -> None:
        for survey in load(name).surveys:
            assert len(survey.questions) <= 6
            assert any(question.counts for question in survey.questions)
            for question in survey.questions:
                assert set(question.told) == set(question.short) == (LANGUAGES if question.counts else set())


@pytest.mark.parametrize(
    ("today", "year"), [("2026-11-24", 2025), ("2026-11-25", 2026), ("2026-12-31", 2026), ("2027-01-01", 2026)]
)
def test_the_latest_campaign_has_begun(today: str, year: int) -> None:
    assert load("sixteen_days").latest(date.fromisoformat(today)) == year
