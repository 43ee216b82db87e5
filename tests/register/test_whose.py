"""Whose a file is, as its folders, its name and the head of its text say: proposed, taken when a person confirms."""

from io import BytesIO

import pytest

from svod.register.errors import AlreadyReceived, NotTaken
from svod.register.models import Campaign, Incoming, Level, Organisation, Submission
from svod.register.services.assign import assign, refuse
from svod.register.services.hold import hold, hold_all, to_say
from svod.register.services.keep import keep
from svod.register.services.organise import add_organisation
from svod.register.services.propose_whose import propose_whose
from svod.register.services.read import read
from svod.register.services.receive import receive
from svod.register.services.withdraw import withdraw
from svod.register.whose import Names, propose
from tests.register.test_receive import message
from tests.world import TEXT, World

# name of the file | head of its text | whose it is, "" where it does not say
CASES = """
Костанай/отчёт.docx | | Костанайская областная организация
Отчёты/2026/Қостанай облысы/есеп.docx | | Костанайская областная организация
Костанай/Рудный/отчёт.docx | | Рудненская городская организация
отчет г.Рудный.docx | | Рудненская городская организация
отчёт.docx | Костанайская областная организация отраслевого профсоюза | Костанайская областная организация
отчёт.docx | Информация Рудненской городской организации профсоюза | Рудненская городская организация
есеп.docx | Рудный қалалық кәсіподақ ұйымының есебі | Рудненская городская организация
есеп.docx | Абай облысының кәсіподақ ұйымы | Областная организация Абай
Костанай/отчёт.docx | Рудненская городская организация | Рудненская городская организация
Костанай.docx | Областная организация Абай |
Рудный/отчёт СШ №7.docx | | Школа № 7
Рудный/№7 мектеп.docx | | Школа № 7
СШ им. Тургенева.docx | | СШ имени Тургенева
отчёт.docx | Отчёт профсоюзного комитета школы имени Тургенева | СШ имени Тургенева
детсад Арман.docx | | Детский сад «Арман»
отчёт.docx | Акция «Арман» прошла в школе |
отчёт.docx | Круглый стол прошёл 27 ноября |
есеп.docx | Абай атындағы мектепте сынып сағаты өтті |
отчёт.docx | Отчёт школы имени Абая |
аралас есеп.docx | |
Арал ауданы.docx | | Аральская районная организация
Аралдағы шаралар.docx | | Аральская районная организация
аралас есеп.docx | Рудный қалалық кәсіподақ ұйымының есебі | Рудненская городская организация
есеп.docx | Абай облысындағы сынып сағаттары | Областная организация Абай
отчёт.docx | В рамках акции прошли круглые столы. |
отчёт.eml | Добрый день! ⏎ Рудненская городская организация | Рудненская городская организация
Есеп.eml | Құрметті әріптестер, ⏎ Рудный қалалық кәсіподақ ұйымының есебі | Рудненская городская организация
Есеп.eml | From: Сания ⏎ Subject: Есеп ⏎ Қайырлы күн! Рудный қаласы № 7 мектептің есебі. Акция өтті. | Школа № 7
О.eml | From: Рудненская городская организация ⏎ Subject: Отчёт ⏎ Провели беседу. | Рудненская городская организация
отчёт.docx | |
Костанай/отчёт.docx | Рудный и Школа № 12 | Костанайская областная организация
отчёт.docx | № | Дата | Город | Кто провёл ⏎ 1 | 25.11.2025 | Рудный | школа |
"""


@pytest.fixture
def names(world: World) -> Names:
    above = world.kostanay
    other = add_organisation(above, None, name="Лисаковская городская организация", level=Level.DISTRICT)
    add_organisation(other, None, name="Школа № 12", level=Level.PRIMARY)
    add_organisation(world.abai, None, name="Школа-гимназия № 7", level=Level.PRIMARY)
    add_organisation(world.abai, None, name="Детский сад «Арман»", level=Level.PRIMARY)
    add_organisation(other, None, name="СШ имени Тургенева", level=Level.PRIMARY)
    add_organisation(above, None, name="Аральская районная организация", short="Арал", level=Level.DISTRICT)
    return Names(Organisation.objects.order_by("path"))


@pytest.mark.parametrize("case", CASES.strip().splitlines())
def test_it_is_told_from_what_stands_there(names: Names, case: str) -> None:
    name, rest = case.split("|", 1)
    text, whose = rest.rsplit("|", 1)
    found = propose(name.strip(), [text.strip().replace(" ⏎ ", "\n")], names)
    assert (Organisation.objects.get(pk=found.organisation).name if found.organisation else "") == whose.strip()


def test_a_school_of_a_number_that_many_have_is_not_guessed(names: Names) -> None:
    assert propose("отчёт СШ №7.docx", [], names).organisation is None
    assert propose("отчёт СШ №7.docx", [], names).grounds  # it says what stands there


def test_what_does_not_agree_is_told(names: Names) -> None:
    found = propose("Костанай.docx", ["Областная организация Абай"], names)
    assert [(one.where, one.words) for one in found.grounds] == [
        ("name", "Костанай"),
        ("text", "Областная организация Абай"),
    ]


def held(world: World, name: str = "Костанай/отчёт.txt", text: str = TEXT) -> Incoming:
    return hold(keep(BytesIO(text.encode())), name, world.campaign, world.people["chief"])


def test_it_waits_and_is_read_by_nobody(world: World) -> None:
    row = held(world)
    propose_whose(world.campaign.pk)
    row.refresh_from_db()
    assert (row.state, row.proposed, row.grounds) == ("held", world.kostanay, [["folder", "Костанай"]])
    assert row.looked_at is not None
    assert not Submission.objects.exists()


def test_a_file_that_cannot_be_read_is_told_by_its_name(world: World) -> None:
    row = hold(keep(BytesIO(b"PK\3\4")), "Рудный/отчёт.docx", world.campaign, world.people["chief"])
    propose_whose(world.campaign.pk)
    row.refresh_from_db()
    assert row.proposed == world.rudny


def test_only_organisations_are_proposed_that_one_hands_in_for(world: World) -> None:
    row = hold(keep(BytesIO(b"x")), "Костанай/отчёт.txt", world.campaign, world.people["stranger"])
    propose_whose(world.campaign.pk)
    row.refresh_from_db()
    assert (row.proposed, row.grounds) == (None, [])


def test_said_whose_it_is_it_is_a_submission_as_if_it_had_been_chosen_at_once(world: World) -> None:
    row = held(world)
    submission = assign(row, world.kostanay, world.people["chief"])
    assert (submission.channel, submission.name) == ("upload", "Костанай/отчёт.txt")
    assert submission.received_by == world.people["chief"]
    row.refresh_from_db()
    assert (row.file.name, row.grounds) == ("", [])
    with pytest.raises(AlreadyReceived):
        held(world)


def test_the_same_file_again_waits_once(world: World) -> None:
    assert held(world) == held(world)
    assert to_say(world.people["chief"], world.campaign).count() == 1


def test_what_was_put_away_waits_again_when_it_is_dropped_again(world: World) -> None:
    refuse(held(world), "не отчёт", world.people["chief"])
    assert not to_say(world.people["chief"], world.campaign).exists()
    held(world)
    assert to_say(world.people["chief"], world.campaign).get().file


def test_what_was_withdrawn_waits_again_when_it_is_dropped_again(world: World) -> None:
    chief = world.people["chief"]
    first = assign(held(world), world.abai, chief)
    read(first)
    withdraw(first, "не та организация", chief)
    row = held(world)
    propose_whose(world.campaign.pk)
    row.refresh_from_db()
    assert (row.state, row.submission, row.proposed) == ("held", None, world.kostanay)
    again = assign(row, world.kostanay, chief)
    assert again != first
    with pytest.raises(AlreadyReceived):
        held(world)


def test_one_sees_ones_own_and_who_answers_for_the_campaign_sees_all(world: World) -> None:
    row = hold(keep(BytesIO(b"x")), "отчёт.txt", world.campaign, world.people["reporter"])
    assert list(to_say(world.people["reporter"], world.campaign)) == [row]
    assert list(to_say(world.people["chief"], world.campaign)) == [row]
    assert not to_say(world.people["coordinator"], world.campaign).exists()


def test_an_empty_file_is_refused_and_the_others_are_kept(world: World) -> None:
    files = [(BytesIO(b""), "пусто.txt"), (BytesIO(b"x"), "отчёт.txt")]
    first, second = hold_all(files, Campaign.objects.get(), world.people["chief"])
    assert isinstance(first, NotTaken)
    assert isinstance(second, Incoming)


def test_a_message_from_outside_is_looked_at_too(world: World) -> None:
    """An unknown sender's may be anybody's; what was only announced is told by its subject."""
    letter = receive(message("1", name="Отчёт.eml", data="Рудненская городская организация".encode()))
    large = receive(message("2", name="Рудный.eml", data=None, size=10**9))
    propose_whose(world.campaign.pk)
    for row in (letter, large):
        row.refresh_from_db()
    assert (letter.proposed, large.proposed) == (world.rudny, world.rudny)
    assert large.grounds == [["name", "Рудный"]]


def test_what_the_sender_is_called_says_it_too(world: World) -> None:
    """On Telegram a text stands without a letterhead; who is called like a region's poet is no region."""
    said = {"channel": "telegram", "name": "Провели беседу.txt", "data": "Провели беседу.".encode()}
    rows = [
        receive(message(str(number), sender_name=sender, **said))
        for number, sender in enumerate(("Профком, школа № 7 г. Рудный", "Абай Серикович"))
    ]
    propose_whose(world.campaign.pk)
    for row in rows:
        row.refresh_from_db()
    assert [row.proposed for row in rows] == [world.school, None]
    assert {where for where, _words in rows[0].grounds} == {"sender"}
