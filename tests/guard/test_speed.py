"""No text takes for ever: the time grows with its length only, whatever it repeats."""

import time

import pytest

from svod.guard import find
from svod.packs import load

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
SECONDS = 8.0  # a few tenths on an idle machine; what grows with the square takes half a minute


@pytest.mark.parametrize("piece", REPEATED)
def test_what_is_repeated_costs_what_its_length_costs(piece: str) -> None:
    find("", "", PACK)
    started = time.process_time()
    find(EVERYTHING + piece * (20_000 // len(piece)), "", PACK)
    assert time.process_time() - started < SECONDS


def test_a_very_long_report_takes_a_moment() -> None:
    text = (
        "Иванова Анна Петровна, учитель, ИИН 070517279943, ул. Абая, д. 5, кв. 3. Муж избил её. " + EVERYTHING
    ) * 500
    started = time.process_time()
    assert len(find(text, "", PACK)) > 1500
    assert time.process_time() - started < SECONDS
