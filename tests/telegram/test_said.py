"""What the bot hears in what Telegram delivers, and what in a group it does not."""

from collections.abc import Iterator
from typing import Any

import pytest

from svod.telegram.said import Said, hear, together
from tests.telegram.people import GROUP, Writer, entities
from tests.telegram.standin import BOT, Standin


@pytest.fixture(scope="module")
def standin() -> Iterator[Standin]:
    made = Standin()
    yield made
    made.close()


@pytest.fixture
def writer(standin: Standin) -> Writer:
    return Writer(standin)


def heard(content: dict[str, Any]) -> Said | None:
    return hear({"update_id": 1, **content}, BOT["id"], BOT["username"])


def in_group(writer: Writer, text: str, **content: Any) -> Said | None:
    return heard({"message": writer.message(chat=GROUP, text=text, entities=entities(text), **content)})


def test_it_works(writer: Writer) -> None:
    said = heard(writer.forwards("Проведён семинар"))
    assert said is not None
    assert said.is_private
    assert said.forwarded
    assert (said.sender, said.language, said.text) == (42, "en", "Проведён семинар")


def test_a_command_has_its_argument(writer: Writer) -> None:
    said = heard(writer.writes("/start  a-code "))
    assert said is not None
    assert (said.command, said.argument) == ("start", "a-code")


def test_a_slash_within_a_text_is_no_command(writer: Writer) -> None:
    said = heard(writer.writes("Итого: /12 человек"))
    assert said is not None
    assert said.command == ""


def test_a_file_and_the_largest_of_a_photo(writer: Writer) -> None:
    said = heard(writer.sends(b"...", "отчёт.docx", size=12))
    assert said is not None
    assert [(one.name, one.size, one.is_photo) for one in said.files] == [("отчёт.docx", 12, False)]
    (photo,) = writer.shows(b"1234")
    said = heard(photo)
    assert said is not None
    assert [(one.size, one.is_photo) for one in said.files] == [(4, True)]


def test_an_album_is_one(writer: Writer) -> None:
    each = [heard(one) for one in writer.shows(b"1", b"2", b"3", caption="Семинар", album="a")]
    said = together([one for one in each if one is not None])
    assert len(said.files) == 3
    assert said.text == "Семинар"


@pytest.mark.parametrize("text", ["Проведён семинар", "/help", "/help@another_bot", "@another_bot смотри"])
def test_in_a_group_it_hears_nothing_that_is_not_said_to_it(writer: Writer, text: str) -> None:
    assert in_group(writer, text) is None


def test_in_a_group_it_hears_what_names_it(writer: Writer) -> None:
    said = in_group(writer, "@svod_test_bot Проведён 🌷 семинар")
    assert said is not None
    assert not said.is_private
    assert said.text == "Проведён 🌷 семинар"
    command = in_group(writer, "/help@svod_test_bot")
    assert command is not None
    assert command.command == "help"


def test_in_a_group_naming_it_hands_in_what_is_answered(writer: Writer) -> None:
    other = Writer(writer.standin, 43, "Марат")
    answered = {**other.message(text="Проведён семинар"), "chat": GROUP}
    said = in_group(writer, "@svod_test_bot", reply_to_message=answered)
    assert said is not None
    assert (said.sender, said.text) == (42, "Проведён семинар")


def test_in_a_group_it_hears_answers_to_itself(writer: Writer) -> None:
    own = {"message_id": 5, "date": 1, "chat": GROUP, "from": BOT, "text": "Сколько?"}
    said = in_group(writer, "45", reply_to_message=own)
    assert said is not None
    assert said.text == "45"


def test_it_does_not_hear_other_bots(writer: Writer) -> None:
    message = writer.message(text="семинар")
    assert heard({"message": {**message, "from": {**writer.user, "is_bot": True}}}) is None


def test_it_hears_nothing_in_what_it_does_not_know(writer: Writer) -> None:
    assert heard({"what_came_later": {}}) is None
    assert heard({"channel_post": {**writer.message(text="семинар"), "from": None}}) is None
