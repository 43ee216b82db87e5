"""No text takes for ever: the work grows with its length only, whatever it repeats. What its regular expressions alone
need is attacked by tools/patterns."""

from functools import partial

import pytest

from svod.guard import find
from svod.packs import load
from tests.steps import lines_of

PACK = load("sixteen_days")
# Words that each pattern needs before it is tried at all.
EVERYTHING = (
    "Сәтбаев көшесі ул. пр. мкр. ықшам шағын Street кв. тел №1 дело case қылмыстық @ .com/ t.me/ instagram ИИН ЖСН "
    "паспорт г.р. туған родился кризисный центр приют дағдарыс shelter избил ударил обратились двое "
)
REPEATED = [
    "А", "A", "1", "А.", "А ", "Аа ", "1 ", "@", "«", "-", "Анна-", "A'", "Иванов И. ", "Анна Петровна ", "ул. А",
    "муж избил её. ", "+7 701 ", "a.", "№1/", "Анна, ",
]  # fmt: skip
SHORT, LONG = 5_000, 20_000  # characters


@pytest.mark.parametrize("piece", REPEATED)
def test_what_is_repeated_costs_what_its_length_costs(piece: str) -> None:
    find(piece, "", PACK)  # makes what is made once
    short, long = (
        lines_of(partial(find, EVERYTHING + piece * (size // len(piece)), "", PACK)) for size in (SHORT, LONG)
    )
    assert long < 1.1 * LONG / SHORT * short


def test_a_very_long_report_is_looked_through_to_its_end() -> None:
    text = (
        "Иванова Анна Петровна, учитель, ИИН 070517279943, ул. Абая, д. 5, кв. 3. Муж избил её. " + EVERYTHING
    ) * 500
    assert len(find(text, "", PACK)) > 1500
