"""The page: self-contained, every link leads somewhere, no text becomes markup, bounded."""

import re
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html as lxml_html
from lxml.html import HtmlElement

from svod.publishing import write_html
from svod.publishing.held_together import held_together
from svod.publishing.html import page
from svod.records import BarChart, Cell, Document, Evidence, Heading, Listing, Paragraph, Report, Run, Table, TileMap
from tests.publishing.campaign import FLASH, HOSTILE, KAZAKH, ORDA, OVER_200, REGISTER, TWELVE, report
from tests.publishing.variants import register_of

Golden = Callable[[str, str], None]
LANGUAGES = ["ru", "kk", "en"]


def parsed(tree: Report, **changes: object) -> HtmlElement:
    return lxml_html.document_fromstring(page(tree, register_of(**changes)))


def only(root: HtmlElement, path: str) -> HtmlElement:
    (found,) = root.xpath(path)
    assert isinstance(found, HtmlElement)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_golden(language: str, golden: Golden) -> None:
    text = page(report(language), REGISTER)
    without_style = re.sub(r"<style>.*?</style>", "<style/>", text, flags=re.DOTALL)
    golden(f"report.{language}.html", without_style.replace("><", ">\n<"))


def test_the_same_report_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.html", "b.html"):
        write_html(report(), REGISTER, tmp_path / name)
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_leads_to_something_on_the_page(language: str) -> None:
    root = parsed(report(language))
    ids = Counter(root.xpath("//@id"))
    assert max(ids.values()) == 1
    addresses = root.xpath("//@href")
    assert addresses
    assert all(address.startswith("#") and address[1:] in ids for address in addresses)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_with_a_source_opens_it(language: str) -> None:
    """The words of every run with a source stand in a link, or right before the mark that is one."""
    tree, root = report(language), parsed(report(language))
    linked = {link.text_content() for link in root.xpath("//article//a[@class='num']")}
    marked = root.xpath("//article//p[sup[@class='mark']]/text()")
    for block in tree.blocks:
        if isinstance(block, Paragraph):
            for run in held_together(block.runs):
                if run.sources or run.activities:
                    assert run.text in linked or any(run.text in text for text in marked)


def test_an_opened_source_names_file_words_sentence_and_activities() -> None:
    root = parsed(report())
    link = next(link for link in root.xpath("//article//a[@class='num']") if link.text_content() == "не менее 301")
    entry = only(root, f"//li[@id='{link.get('href')[1:]}']")
    assert "Костанай/отчёты.zip › отчёт за декабрь.docx" in entry.text_content()
    assert entry.xpath(".//blockquote")[0].text_content().startswith("В школе № 5 прошёл флешмоб")
    assert entry.xpath(".//mark/text()") == [
        "прошёл флешмоб «О насилии не молчи!», в нём участвовали свыше трёхсот учащихся"
    ]
    assert "М-0001" in entry.text_content()
    assert f"#{link.get('id')}" in entry.xpath(".//@href")


def test_each_quote_is_written_in_full_once() -> None:
    quotes = parsed(report()).xpath("//blockquote/mark/text()")
    assert len(quotes) == len(set(quotes)) >= 7


def test_a_number_told_in_very_many_places_stays_bounded() -> None:
    document = Document("d", "слово " * 5_000, "много.txt")
    places = tuple(Evidence("d", 6 * place, 6 * place + 5) for place in range(5_000))
    tree = Report("Т", "", "ru", (Paragraph((Run("5 000", places), Run("ещё 5 000", places))),))
    text = page(tree, register_of(documents=(document,), totals=()))
    assert len(text) < 40_000
    assert "и ещё 4980" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_asked_from_outside_and_nothing_can_run(language: str) -> None:
    text = page(report(language), REGISTER)
    root = lxml_html.document_fromstring(text)
    assert not root.xpath("//script | //link | //iframe | //img | //object | //*[@src] | //@onclick")
    assert not re.search(r"url\((?!#)|@import", text)
    assert "default-src 'none'" in only(root, "//meta[@http-equiv]").get("content", "")


def hostile_report() -> Report:
    runs = (Run(HOSTILE, (FLASH,), (HOSTILE,)), Run("1" + HOSTILE[:20], (OVER_200,)))
    return Report(
        HOSTILE,
        HOSTILE,
        "ru",
        (
            Heading(HOSTILE, 1, HOSTILE),
            Paragraph(runs),
            Listing((Paragraph(runs),)),
            Table(HOSTILE, (HOSTILE, HOSTILE), ((Cell(runs), Cell(runs, numeric=True)),)),
            BarChart(HOSTILE, ((HOSTILE, 1, None, HOSTILE),)),
            TileMap(HOSTILE, (("KZ-39", HOSTILE, 1, HOSTILE),)),
        ),
    )


def test_no_text_becomes_markup() -> None:
    document = Document("d2", HOSTILE * 3, HOSTILE)
    text = page(hostile_report(), register_of(documents=(document,)))
    root = lxml_html.document_fromstring(text)
    assert not root.xpath("//script")
    assert "<script" not in text
    assert "\x00" not in text
    assert "<script>alert('1')</script> & \"кавычки\"" in root.xpath("//h1")[0].text_content()
    assert "<script>alert('1')</script>" in only(root, "//section[@id='sources']").text_content()


def test_headings_skip_no_level_and_there_is_one_title() -> None:
    tree = Report("Т", "", "ru", tuple(Heading(str(level), level) for level in (2, 3, 1, 3, 9, 1)))
    levels = [int(heading.tag[1]) for heading in parsed(tree).xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(level <= before + 1 for before, level in pairwise(levels))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_can_be_heard(language: str) -> None:
    root = parsed(report(language))
    assert root.get("lang") == language
    assert len(root.xpath("//main")) == 1
    assert root.xpath("//nav[@aria-label]")
    assert all(
        picture.xpath("./*[local-name()='desc']") for picture in root.xpath("//*[local-name()='svg'][@role='img']")
    )
    ids = set(root.xpath("//@id"))
    assert all(name in ids for names in root.xpath("//@aria-labelledby") for name in names.split())
    assert all(link.text_content().strip() for link in root.xpath("//a[not(.//*[local-name()='rect'])]"))
    for row in root.xpath("//tbody/tr"):
        assert row[0].tag == "th"
        assert row[0].get("scope") == "row"
    assert root.xpath("//a[@class='skip']/@href") == ["#text"]


def test_two_headings_with_one_anchor_get_two_ids() -> None:
    root = parsed(Report("Т", "", "ru", (Heading("А", 1, "x"), Heading("Б", 1, "x"), Heading("В", 1))))
    assert len(set(root.xpath("//h2/@id"))) == len(root.xpath("//h2"))


def test_a_tile_leads_to_its_region() -> None:
    addresses = parsed(report()).xpath("//*[local-name()='svg']//*[local-name()='a']/@href")
    assert addresses == ["#region-KZ-39", "#region-KZ-43"]


def test_the_key_figures_come_from_the_register_and_open_their_sources() -> None:
    figures = parsed(report()).xpath("//dl/div")
    assert [" ".join(figure.xpath("./dd")[0].text_content().split()) for figure in figures] == [
        "не менее 213",
        "не менее 346",
        "2 из 3",
        "3",
    ]
    assert len([figure for figure in figures if figure.xpath("./dd/a")]) == 2


def test_kazakh_letters_and_the_language_of_a_quote() -> None:
    documents = (Document(ORDA.id, ORDA.text, ORDA.source, language="kk"),)
    tree = Report("Т", "", "ru", (Paragraph((Run(KAZAKH, (TWELVE,)),)),))
    text = page(tree, register_of(documents=documents))
    assert KAZAKH in text
    assert '<blockquote lang="kk">' in text


def test_the_guard_hides_in_every_quote() -> None:
    text = page(report(), REGISTER, lambda one, start, end: one.text[start:end].replace("флешмоб", "*******"))
    sources = lxml_html.document_fromstring(text).xpath("//section[@id='sources']//blockquote")
    assert sources
    assert not any("флешмоб" in quote.text_content() for quote in sources)


def test_an_empty_report_is_still_a_page() -> None:
    root = parsed(Report("Пусто", "", "ru", ()), documents=(), totals=(), activities=(), planned=())
    assert root.xpath("//h1/text()") == ["Пусто"]
