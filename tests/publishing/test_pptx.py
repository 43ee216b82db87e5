"""The slides, opened again: ten, each with a title, words that fit, charts to edit, sources in the notes."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pptx
import pytest
from pptx.util import Pt

from svod.narration import slides
from svod.publishing import write_pptx
from svod.publishing.pptx_fit import Box, Text, fitting, height, lines, parted
from svod.publishing.pptx_pages import BODY, HEIGHT, WIDTH
from svod.records import BarChart, Cell, Heading, Listing, Paragraph, Register, Report, Run, Table
from tests.narration.big import big
from tests.narration.made import PACK, register
from tests.narration.test_narrate import rich
from tests.publishing.campaign import HOSTILE, REGISTER, report
from tests.publishing.large import large

LANGUAGES = ("ru", "kk", "en")
EDGE = 1.0  # points: what rounding may take


def written(tree: Report, made: Register, tmp_path: Path, **options: Any) -> Any:
    write_pptx(tree, made, tmp_path / "r.pptx", **options)
    return pptx.Presentation(str(tmp_path / "r.pptx"))


def boxes(presentation: Any) -> Iterator[tuple[int, Any]]:
    """Every shape with words, and the number of its slide."""
    for number, slide in enumerate(presentation.slides, 1):
        for shape in slide.shapes:
            if shape.has_text_frame and shape.text_frame.text:
                yield number, shape


def told(presentation: Any) -> str:
    return "\n".join(shape.text_frame.text for _, shape in boxes(presentation))


@pytest.mark.parametrize("style", ["official", "public"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_ten_each_with_a_title_of_its_own(tmp_path: Path, language: str, style: str) -> None:
    shown = written(slides(rich(), PACK, language, style), rich(), tmp_path)
    titles = [slide.shapes.title.text_frame.text for slide in shown.slides]
    assert len(titles) == len(set(titles)) == 10
    assert all(titles)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("made", [rich(), register(), big(20)])
def test_no_words_overflow_their_box_and_no_shape_the_slide(tmp_path: Path, made: Register, language: str) -> None:
    earlier = replace(rich(), year=2021)
    tree = slides(made, PACK, language, earlier=earlier, recommendations=["Повторить."] * 4)
    shown = written(tree, made, tmp_path)
    assert len(shown.slides) == 10
    for number, shape in boxes(shown):
        assert needed(shape) <= shape.height / Pt(1) + EDGE, (number, shape.text_frame.text)
    for slide in shown.slides:
        for shape in slide.shapes:
            assert 0 <= shape.left <= shape.left + shape.width <= Pt(WIDTH) + EDGE
            assert 0 <= shape.top <= shape.top + shape.height <= Pt(HEIGHT) + EDGE


def needed(shape: Any) -> float:
    """The height of a shape's paragraphs, as their own sizes and the width they are set in make it."""
    frame, used = shape.text_frame, 0.0
    for paragraph in frame.paragraphs:
        size = max(run.font.size / Pt(1) for run in paragraph.runs)
        indent = int(paragraph._p.pPr.get("marL", "0")) / Pt(1)
        used += lines(paragraph.text, shape.width / Pt(1) - indent, size) * paragraph.line_spacing / Pt(1)
        used += (paragraph.space_after or 0) / Pt(1)
    return used


def test_words_and_pictures_of_a_slide_do_not_overlap(tmp_path: Path) -> None:
    for slide in written(slides(rich(), PACK), rich(), tmp_path).slides:
        shapes = [
            shape for shape in slide.shapes if shape.name != "Rectangle" and not shape.name.startswith("Rectangle")
        ]
        for at, one in enumerate(shapes):
            for other in shapes[at + 1 :]:
                apart = one.left + one.width <= other.left or other.left + other.width <= one.left
                below = one.top + one.height <= other.top or other.top + other.height <= one.top
                assert apart or below, (one.name, other.name)


def test_charts_and_tables_are_the_program_s_own_and_are_described(tmp_path: Path) -> None:
    shown = written(slides(rich(), PACK), rich(), tmp_path)
    frames = [shape for slide in shown.slides for shape in slide.shapes if shape.has_chart or shape.has_table]
    assert [frame.has_chart for frame in frames].count(True) == 3
    assert [frame.has_table for frame in frames].count(True) == 2
    assert all(frame._element.xpath(".//p:cNvPr/@descr") for frame in frames)
    (kinds, *_) = [frame.chart for frame in frames if frame.has_chart]
    assert next(iter(kinds.plots[0].categories)) == "Беседы"
    assert next(iter(kinds.plots[0].series[0].values)) == 5


def test_the_map_is_a_tile_for_each_region_and_is_described(tmp_path: Path) -> None:
    shown = written(slides(rich(), PACK), rich(), tmp_path)
    (tiles,) = [shape for slide in shown.slides for shape in slide.shapes if shape.shape_type == 6]
    assert len(tiles.shapes) == 20
    assert "Костанай: ≥ 201" in tiles._element.xpath("./p:nvGrpSpPr/p:cNvPr/@descr")[0]


def test_the_notes_quote_what_the_numbers_of_their_slide_rest_on(tmp_path: Path) -> None:
    shown = written(report(), REGISTER, tmp_path)
    notes = "\n".join(slide.notes_slide.notes_text_frame.text for slide in shown.slides if slide.has_notes_slide)
    assert "Источники\n" in notes
    document = REGISTER.documents[0]
    assert document.source.split("/")[-1] in notes


def test_the_guard_hides_in_every_note(tmp_path: Path) -> None:
    shown = written(report(), REGISTER, tmp_path, guard=lambda *_: "***")
    notes = "\n".join(slide.notes_slide.notes_text_frame.text for slide in shown.slides if slide.has_notes_slide)
    assert "***" in notes
    assert all(document.text[:40] not in notes for document in REGISTER.documents)


def test_slides_for_the_public_have_no_notes(tmp_path: Path) -> None:
    shown = written(slides(rich(), PACK, style="public"), rich(), tmp_path)
    assert not any(slide.has_notes_slide for slide in shown.slides)


def test_the_same_report_gives_the_same_bytes(tmp_path: Path) -> None:
    written(slides(rich(), PACK), rich(), tmp_path)
    first = (tmp_path / "r.pptx").read_bytes()
    written(slides(rich(), PACK), rich(), tmp_path)
    assert first == (tmp_path / "r.pptx").read_bytes()


def test_recommendations_stand_before_the_help(tmp_path: Path) -> None:
    shown = written(slides(rich(), PACK, recommendations=["Обучить школьных психологов."]), rich(), tmp_path)
    last = [shape.text_frame.text for number, shape in boxes(shown) if number == 10]
    body = next(text for text in last if "Обучить" in text)
    assert body.index("Обучить") < body.index("111")


def test_what_does_not_fit_a_slide_goes_on_on_the_next(tmp_path: Path) -> None:
    item = Paragraph((Run("Очень длинная рекомендация круглого стола. " * 6),))
    rows = tuple((Cell((Run(f"Строка {at}"),)), Cell((Run("1"),), numeric=True)) for at in range(90))
    blocks = (Heading("Много", 1), Listing((item,) * 40), Heading("Таблица", 1), Table("Т", ("а", "б"), rows))
    shown = written(Report("Отчёт", "", "ru", blocks), REGISTER, tmp_path)
    titles = [slide.shapes.title.text_frame.text for slide in shown.slides]
    assert min(titles.count("Много"), titles.count("Таблица")) > 1
    assert told(shown).count("Очень длинная") == 40 * 6
    tables = [shape.table for slide in shown.slides for shape in slide.shapes if shape.has_table]
    assert sum(len(table.rows) - 1 for table in tables) == 90
    for _, shape in boxes(shown):
        assert needed(shape) <= shape.height / Pt(1) + EDGE


def test_every_block_of_a_full_report_becomes_slides(tmp_path: Path) -> None:
    tree, made = large(20, 60)
    shown = written(tree, made, tmp_path)
    assert len(shown.slides) == len([block for block in tree.blocks if isinstance(block, Heading)]) + 1


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    runs = (Run(HOSTILE),)
    blocks = (Heading(HOSTILE, 1), Paragraph(runs), Table(HOSTILE, (HOSTILE,), ((Cell(runs),),)), Heading("В", 1))
    chart = BarChart(HOSTILE, ((HOSTILE, 1, None, HOSTILE),))
    shown = written(Report(HOSTILE, HOSTILE, "ru", (*blocks, chart)), REGISTER, tmp_path)
    assert len(shown.slides) == 3


@pytest.mark.parametrize(
    ("text", "width", "size", "count"),
    [("одно", 200.0, 20.0, 1), ("слово " * 10, 200.0, 20.0, 4), ("а" * 100, 116.0, 10.0, 6), ("", 50.0, 20.0, 1)],
)
def test_lines_are_counted_word_by_word(text: str, width: float, size: float, count: int) -> None:
    assert lines(text, width, size) == count


def test_the_largest_size_that_fits_is_taken() -> None:
    texts = [Text((Run("слово " * 40),))]
    box = Box(0, 0, 400, 100)
    size = fitting(texts, box, (24, 20, 16, 12, 8))
    assert size == 12
    assert height(texts, box.width, 12) <= box.height < height(texts, box.width, 16)
    assert fitting(texts, Box(0, 0, 10, 10), (24,)) is None


def test_paragraphs_are_parted_between_boxes_and_none_is_lost() -> None:
    texts = [Text((Run(f"Абзац {at}. " * 30),)) for at in range(20)]
    portions = list(parted(texts, BODY, 18))
    assert [one for portion in portions for one in portion] == texts
    assert all(height(portion, BODY.width, 18) <= BODY.height for portion in portions)
