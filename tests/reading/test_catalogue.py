"""Every problem has its sentence in three languages, with the same gaps."""

import re
from pathlib import Path
from string import Formatter

import pytest

from svod import reading
from svod.reading import message
from svod.reading.catalogue import catalogue
from svod.records import Problem


def gaps(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


@pytest.mark.parametrize("code", catalogue())
def test_each_code_speaks_three_languages_with_the_same_gaps(code: str) -> None:
    sentences = catalogue()[code]
    assert set(sentences) == {"ru", "kk", "en"}
    assert gaps(sentences["ru"]) == gaps(sentences["kk"]) == gaps(sentences["en"])
    assert re.search("[әғқңөұүһі]", sentences["kk"])


def test_each_code_that_a_reader_names_is_there() -> None:
    named = re.compile(
        r'(?:Empty|Damaged|Encrypted|TooLarge|Unsafe|Unsupported|NeedsOcr|NoText|Note)\(\s*"(\w+)"|default = "(\w+)"'
        r'|^ +\(?"(unsupported_\w+)",',
        re.M,
    )
    sources = Path(reading.__file__).parent.rglob("*.py")
    codes = {one or two or three for source in sources for one, two, three in named.findall(source.read_text("utf-8"))}
    assert len(codes) > 25
    assert codes <= set(catalogue())
    later = {"nothing_found", "year_assumed", "contradiction"}  # those of the later stages
    later |= {"sender_withdraws", "puts_right_earlier"}  # of_itself.toml names them
    later |= {"stops_reading"}  # of the register
    later |= {"takes_too_long", "takes_too_much"}  # who reads in a process of its own
    later |= {"model_not_heard", "model_differs"}
    later |= {"chat_known", "chat_changed", "chat_gone", "read_before", "photos_beside", "organisation_elsewhere"}
    assert set(catalogue()) - codes == later


def test_gaps_are_filled() -> None:
    problem = Problem("unreadable", "too_large", "a.docx", (("size", "200"), ("limit", "50")))
    assert "200 МБ" in message(problem, "ru")


@pytest.mark.parametrize(
    ("code", "language"),
    [("no_such_code", "ru"), ("empty", "de"), ("too_large", "ru")],
    ids=["code", "language", "gap"],
)
def test_what_the_catalogue_cannot_say_is_an_error(code: str, language: str) -> None:
    with pytest.raises(LookupError):
        message(Problem("unreadable", code, "a.docx"), language)
