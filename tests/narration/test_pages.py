"""The texts of the sample campaign and of a very large one: pages, rhythm, what the public must not read."""

import re
from collections.abc import Iterator
from pathlib import Path
from statistics import mean

import pypdfium2
import pytest

from svod.guard import Discretion
from svod.narration import LENGTHS, STYLES, narrate
from svod.pipeline import consolidate
from svod.publishing import write_pdf
from svod.reading.samples import sample_reports
from svod.records import Paragraph, Register, Report
from tests.narration.big import ORGANISER, big
from tests.narration.made import PACK, activity, register
from tests.narration.test_narrate import shown

LANGUAGES = ("ru", "kk", "en")
ALIKE = 2  # neighbouring sentences that may begin with the same words
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_]|\d)")


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Register:
    folder = sample_reports()
    assert folder
    return consolidate(folder, tmp_path_factory.mktemp("out"), PACK, 2025, workers=1).register


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_two_pages_are_at_most_two(tmp_path: Path, samples: Register, language: str, style: str) -> None:
    for made in (samples, big(17), big(20)):
        guard = Discretion(made, PACK)
        write_pdf(narrate(made, PACK, language, "two_pages", style), made, tmp_path / "r.pdf", guard=guard)
        with pypdfium2.PdfDocument(tmp_path / "r.pdf") as pages:
            assert len(pages) <= 2


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_neighbouring_sentences_begin_otherwise(samples: Register, language: str, length: str, style: str) -> None:
    report = narrate(samples, PACK, language, length, style)
    beginnings = [" ".join(sentence.lower().split()[:2]) for sentence in sentences(report)]
    for at in range(len(beginnings) - ALIKE):
        assert len(set(beginnings[at : at + ALIKE + 1])) > 1, beginnings[at]


def sentences(report: Report) -> Iterator[str]:
    """The sentences of the paragraphs, in the order of the text."""
    for block in report.blocks:
        if isinstance(block, Paragraph):
            yield from SENTENCE_END.split(block.text.replace("\u00a0", " "))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_post_fits_whatever_the_campaign(samples: Register, language: str) -> None:
    for made in (samples, big(20), register()):
        post = "\n".join(block.text for block in narrate(made, PACK, language, "social").blocks)
        assert len(post) <= 500


@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_public_reads_no_organisation_s_own_name(language: str, length: str) -> None:
    assert ORGANISER.lower() not in shown(narrate(big(3), PACK, language, length, "public")).lower()


@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_names_a_private_person_or_a_crisis_centre_s_place(language: str, length: str) -> None:
    made = register(
        activity("lecture", region="KZ-39", title="Встреча с Ивановой Анной Петровной", date="2025-12-01"),
        activity(
            "training", region="KZ-39", place="Рудный", partners="crisis_centre", title="Выдох", participants="12"
        ),
        activity("seminar", region="KZ-39", organiser="педагог Иванова А. П.", title="Право", participants="20"),
        year=2025,
    )
    told = shown(narrate(made, PACK, language, length, "public"))
    assert "Иванов" not in told
    assert "Рудн" not in told
    assert "Rudny" not in told


OFFICE = {
    "ru": ("в рамках", "суммарн", "охват отчётност", "уточнени", "нижнюю границу", "ответственными лицами"),
    "kk": ("жиынтық", "нақтылау", "төменгі шек", "жауапты тұлға"),
    "en": ("lower bound", "to be checked", "those responsible", "coverage"),
}


@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_public_reads_no_words_of_the_office(samples: Register, language: str, length: str) -> None:
    told = shown(narrate(samples, PACK, language, length, "public")).lower()
    assert [word for word in OFFICE[language] if word in told] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_for_the_public_are_shorter(samples: Register, language: str) -> None:
    official, public = (list(sentences(narrate(samples, PACK, language, style=style))) for style in STYLES)
    assert mean(map(len, public)) < mean(map(len, official))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_commission_s_session_is_counted_but_not_told_to_the_public(language: str) -> None:
    made = register(*(activity("commission_session", region="KZ-39") for _ in range(3)), year=2025)
    told = {style: shown(narrate(made, PACK, language, "regions", style)) for style in STYLES}
    word = {"ru": "комисси", "kk": "комиссия", "en": "commission"}[language]
    assert word in told["official"]
    assert word not in told["public"]
    assert "3" in told["public"].partition("#")[2].splitlines()[1], "the region says how many were held"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_press_release_invents_no_speech(samples: Register, language: str) -> None:
    """Words in quotation marks are titles, and the campaign's name: each stands in the register or the pack."""
    told = shown(narrate(samples, PACK, language, "press"))
    titles = {one.activity.title for one in samples.activities}
    names = {*PACK.names.values(), *PACK.short.values(), *re.findall("[«“](.+?)[»”]", PACK.about[language])}
    known = {re.sub(r"\W", "", str(name)) for name in (*titles, *names)}
    at_least = {"ru": "Неменее", "kk": "Кемінде", "en": "Atleast"}[language]
    for said in re.findall("[«“](.+?)[»”]", told):
        assert re.sub(r"\W", "", said) in {*known, at_least}
