"""A longer text takes so many steps more, whatever it is made of."""

from functools import partial
from pathlib import Path

import pytest

from svod.extraction import extract
from svod.extraction.tables import rows
from svod.extraction.text.sentences import LONGEST, LONGEST_ROW, split_sentences
from svod.packs import Pack, load
from svod.records import Document
from tests.steps import lines_of

pytestmark = pytest.mark.skipif(Path(rows.__file__).suffix != ".py", reason="compiled, it runs no lines")
SHORT, LONG = 4_000, 16_000  # characters: several of the longest sentences
PIECES = [
    "семинар ",
    "лекции, беседы в школе, ",
    "| семинар | 5 |\n",
    "5 желтоқсан – ",
    "20 учеников и ",
    "«",
    "1.2.",
    "5 декабря в школе № 5 прошёл семинар. ",
    "Прошёл семинар. Всего проведено 20 семинаров. ",
    "Школа № 5.\n\n- семинар;\n",
    "Районный совет ветеранов провёл семинар.\n",
    "Филиал провёл семинар.\n",
    "Қалалық жастар орталығы дөңгелек үстел өткізді. Кездесуге 20 оқушы қатысты.\n",
    "The school held a seminar for 20 pupils. ",
    "Мероприятия не проводились. ",
    "[25.11.2024, 18:40] Профком: прошёл семинар\n",
    "семинар",
    '"',
    "\u202eсеминар\u2067 мiхed ",
]


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load("sixteen_days")


@pytest.mark.parametrize("piece", PIECES)
def test_steps_grow_with_the_text(pack: Pack, piece: str) -> None:
    read(piece, pack)  # makes what is made once
    short, long = (lines_of(partial(read, (piece * length)[:length], pack)) for length in (SHORT, LONG))
    assert long < 1.1 * LONG / SHORT * short


def read(text: str, pack: Pack) -> None:
    extract(Document("text", text, language="mixed", year=2024), pack)


@pytest.mark.parametrize(("opening", "longest"), [("", LONGEST), ("| 1 | семинар | ", LONGEST_ROW)])
def test_what_has_no_stop_is_cut_between_words(opening: str, longest: int) -> None:
    text = opening + "слово  " * longest
    pieces = [text[one.start : one.end] for one in split_sentences(text, [])]
    assert len(pieces) > 1
    assert all(piece == piece.strip() and len(piece) <= longest for piece in pieces)
    assert " ".join(pieces).split() == text.split()
