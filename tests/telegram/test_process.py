"""The bot as it runs: its own process, and a Telegram that fails in all the ways the real one does."""

import os
import random
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from svod.register.models import Chat, Letter, Submission, Update
from tests.browser.line import Line
from tests.telegram.conftest import link_to
from tests.telegram.people import Writer
from tests.telegram.process import BotProcess, soon
from tests.telegram.standin import TOKEN, Fault, Standin
from tests.world import TEXT, World, make_world

CUT, LOST = Fault(), Fault(done=True)  # before it took effect, and after
CUTS = int(os.environ.get("SVOD_CUTS", "8"))  # `make crash` tries more

Start = Callable[..., BotProcess]


@pytest.fixture
def world(transactional_db: None) -> World:
    """Committed: the bot's process sees it."""
    return make_world()


@pytest.fixture
def standin() -> Iterator[Standin]:
    made = Standin()
    yield made
    made.close()


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("bot")


@pytest.fixture
def start(data: Path, standin: Standin) -> Iterator[Start]:
    started = []

    def call(api: str = "", token: str = TOKEN, **more: str) -> BotProcess:
        started.append(BotProcess(data, api or standin.url, token, **more).start())
        return started[-1]

    yield call
    for one in started:
        one.close()


@pytest.fixture
def writer(world: World, standin: Standin) -> Writer:
    """The reporter of the school."""
    made = Writer(standin)
    link_to(world.person("reporter", world.school, "teacher"), made)
    return made


def receipts(standin: Standin) -> Counter[str]:
    """How often each was told that it is received."""
    said = [one.words["text"] for one in standin.sent()]
    return Counter(text.partition(":")[0] for text in said if text.startswith("Received, number"))


def report(number: int) -> str:
    return f"{TEXT} Отчёт школы, часть {number}."


def all_in(standin: Standin, number: int) -> bool:
    done = not Update.objects.filter(state=Update.State.WAITING).exists()
    return done and not standin.updates and len(receipts(standin)) == number


def test_it_works(writer: Writer, standin: Standin, start: Start) -> None:
    """Also where somebody stopped the bot before their receipt came: that holds up nobody."""
    standin.fail("sendMessage", Fault(403))
    bot = start()
    writer.forwards(report(0))
    writer.forwards(report(1))
    writer.sends(report(2).encode(), "отчёт.txt")
    assert soon(lambda: all_in(standin, 2))
    assert set(receipts(standin).values()) == {1}
    assert list(Submission.objects.values_list("channel", flat=True)) == ["telegram"] * 3
    other = start()
    assert other.ended() == 1
    assert "Another bot is at work" in other.printed()
    assert bot.end() == 0
    assert "https://t.me/svod_test_bot" in bot.printed()


def test_whatever_fails_nothing_is_lost_and_nothing_twice(writer: Writer, standin: Standin, start: Start) -> None:
    standin.fail("getMe", Fault(500), CUT)
    standin.fail("setMyCommands", Fault(429, retry_after=1))
    standin.fail("getUpdates", Fault(409), CUT, Fault(429, retry_after=1))
    standin.fail("sendMessage", Fault(429, retry_after=1), CUT, Fault(500), LOST)
    standin.fail("getFile", CUT)
    standin.fail("file", CUT, Fault(404))
    failing = sum(len(faults) for faults in standin.faults.values())
    bot = start()
    for number in range(4):
        writer.forwards(report(number))
    writer.sends(report(4).encode() * 100, "отчёт.txt")
    assert soon(lambda: all_in(standin, 5))
    assert soon(lambda: standin.failed == failing)
    assert Submission.objects.count() == 5
    assert sorted(receipts(standin).values()) == [1, 1, 1, 1, 2]  # the receipt whose answer was lost
    bot.end()
    assert TOKEN not in bot.printed()
    assert "Отчёт школы" not in bot.printed()
    assert "same token" in bot.printed()  # what the 409 was about


def test_cut_at_random_and_killed_nothing_is_lost_and_nothing_twice(
    writer: Writer, standin: Standin, start: Start
) -> None:
    chance, line = random.Random(16), Line(standin.port)  # noqa: S311 # the same bytes each time
    address = line.url.replace("localhost", "127.0.0.1")
    bot = start(address)
    for number in range(CUTS):
        line.mend(cut_after=chance.randrange(400, 6000))
        deliver(writer, number)
        assert soon(lambda: line.is_cut or not standin.updates)
        line.mend()
        if number % 8 == 6:
            bot.kill()
            bot = start(address)
    assert soon(lambda: all_in(standin, CUTS))
    assert Submission.objects.count() == CUTS
    assert line.cuts > CUTS / 3
    print(f"{CUTS} reports, the line cut {line.cuts} times, the bot killed {(CUTS + 1) // 8} times")  # noqa: T201
    line.close()


def deliver(writer: Writer, number: int) -> None:
    """Texts, and among them files, whose way is longer."""
    if number % 3:
        writer.forwards(report(number))
    else:
        writer.sends(report(number).encode() * 9, f"{number}.txt")


def test_a_reminder_goes_once_and_by_mail_where_the_chat_is_closed(
    writer: Writer, world: World, standin: Standin, start: Start
) -> None:
    """The line breaks in the answer to the first, which may have arrived; the chat of the second is closed."""
    standin.fail("sendMessage", LOST, Fault(403), Fault(429, retry_after=1))
    first, second, third = (letter_to(world, name) for name in ("teacher", "reviewer", "coordinator"))
    start(SVOD_MAIL="smtp://localhost")
    assert soon(lambda: Letter.objects.get(pk=third.pk).state == Letter.State.SENT)
    states = [(one.way, one.state) for one in Letter.objects.filter(pk__in=(first.pk, second.pk)).order_by("pk")]
    assert states == [("telegram", "failed"), ("mail", "waiting")]
    assert [one.words["chat_id"] for one in standin.sent()] == [writer.number, third.person.chats.get().pk]
    assert world.school.name in Letter.objects.get(pk=third.pk).text


def letter_to(world: World, name: str) -> Letter:
    """About the school, which is late."""
    person = world.people[name]
    Chat.objects.get_or_create(person=person, defaults={"number": 100 + person.pk})
    letter = Letter.objects.create(campaign=world.campaign, way="telegram", person=person, link="https://example.org/")
    letter.reminders.create(organisation=world.school)
    return letter


def test_a_token_that_telegram_does_not_know(world: World, standin: Standin, start: Start) -> None:
    bot = start(token="7001:another-token")  # noqa: S106 # of nobody
    assert bot.ended() == 1
    assert "@BotFather" in bot.printed()
    assert "another-token" not in bot.printed()
