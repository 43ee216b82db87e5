"""A person's words and the facts in them: bound, no longer true, renewed, standing on nothing."""

import pytest

from svod.register.consolidated.byhand import ByHand
from svod.register.consolidated.discreet import discreet
from svod.register.consolidated.marks import bound, pieces, plain
from svod.register.consolidated.standing import standing
from svod.register.consolidated.told import told
from svod.register.consolidated.tree import tree_of
from svod.register.errors import NothingWritten, Stale
from svod.register.models import Activity, Operation, Passage, Report, State
from svod.register.services.correct import correct
from svod.register.services.reject import reject
from svod.register.services.renew_passage import renew_passage
from svod.register.services.start_report import start_report
from svod.register.services.undo import undo
from svod.register.services.write_passage import restore_passage, seen_passage, write_passage
from tests.register import made
from tests.world import World

KEY = "region-KZ-39"


@pytest.fixture
def activity(world: World) -> Activity:
    days = {"first_day": made.day(5), "last_day": made.day(5)}
    return made.activity(
        *(world, made.document(world)),
        **{"title": "Семья без страха", "kind": "round_table", "place": "Рудный", "audience": ("pupils",), **days},
        participants_least=45,
        participants_most=45,
        state=State.CONFIRMED,
    )


@pytest.fixture
def report(world: World, activity: Activity) -> Report:
    settings = {"language": "ru", "length": "full", "style": "official"}
    return start_report(world.campaign, world.national, world.people["chief"], **settings)


def write(report: Report, text: str, world: World, version: int = 0) -> Passage:
    return write_passage(report, KEY, text, world.people["chief"], version)


def facts(text: str) -> dict[str, str]:
    return {one.fact.partition(".")[2]: " ".join(one.words.split()) for one in bound(text)}


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_the_narrators_own_text_is_bound(report: Report, activity: Activity, language: str) -> None:
    report.language = language
    text = told(report).passage(KEY).text
    assert {one.fact.partition(".")[0] for one in bound(text)} == {str(activity.pk)}
    assert set(facts(text)) == {"title", "people", "date", "place"}
    assert (facts(text)["people"], facts(text)["title"]) == ("45", "Семья без страха")


def test_a_mark_is_read_and_written_alike() -> None:
    text = "Было [45 #12.people] и [не менее 7 #g1a2b3c.count], [в Рудном #1+2.place]. [пусто] и #13."
    assert "".join(map(str, pieces(text))) == text
    assert plain(text) == "Было 45 и не менее 7, в Рудном. [пусто] и #13."


def test_an_equal_number_of_something_else_is_not_bound(world: World, report: Report) -> None:
    """The narrator tells of 45 pupils; 45 volunteers are somebody's own."""
    assert facts(write(report, "Нам помогали 45 волонтёров.", world).text) == {}


def test_what_is_written_as_the_narrator_has_it_is_bound(world: World, report: Report) -> None:
    row = write(report, "Тепло прошла «Семья без страха»: 45 учащихся, 5 декабря.", world)
    assert facts(row.text) == {"title": "Семья без страха", "people": "45", "date": "5 декабря"}
    assert " ".join(plain(row.text).split()) == "Тепло прошла «Семья без страха»: 45 учащихся, 5 декабря."
    assert standing(row, told(report), discreet(report)).unfounded == ()


def test_a_number_of_its_own_stands_on_nothing(world: World, report: Report) -> None:
    row = write(report, "Пришли 45 учащихся и ещё 130 родителей школы № 7 в 2025 году.", world)
    assert standing(row, told(report), discreet(report)).unfounded == ("130",)


def test_a_number_that_the_narrator_writes_so_is_no_fault(world: World, report: Report) -> None:
    closing = told(report).passage("closing")
    row = write_passage(report, "closing", f"{closing.text} Пришли 130 родителей.", world.people["chief"])
    assert "111" in row.text
    assert standing(row, told(report), discreet(report)).unfounded == ("130",)


def test_a_private_person_in_somebodys_words_is_told(world: World, report: Report) -> None:
    row = write(report, "О насилии рассказала ученица Ахметова Динара Сериковна, тел. 8 701 123 45 67.", world)
    found = standing(row, told(report), discreet(report)).private
    assert any("Ахметова" in one.words for one in found)
    assert any("701" in one.words for one in found)
    row = write(report, "Встречу открыл председатель областной организации профсоюза.", world, row.version)
    assert standing(row, told(report), discreet(report)).private == ()


def test_a_bound_number_cannot_be_changed_by_hand(world: World, report: Report, activity: Activity) -> None:
    row = write(
        report,
        f"Было [54 #{activity.pk}.people] и [#{activity.pk}.title], [в городе Рудном #{activity.pk}.place].",
        world,
    )
    assert facts(row.text) == {"people": "45", "title": "Семья без страха", "place": "в городе Рудном"}


def test_a_mark_of_no_fact_is_mere_words(world: World, report: Report) -> None:
    row = write(report, "Было [99 #7777.people] человек и [что-то #x].", world)
    assert row.text == "Было 99 человек и что-то."
    assert standing(row, told(report), discreet(report)).unfounded == ("99",)


def test_what_changes_in_the_register_is_told_and_renewed(world: World, report: Report, activity: Activity) -> None:
    chief = world.people["chief"]
    row = write(report, f"Было [45 #{activity.pk}.people] на «[Семья без страха #{activity.pk}.title]».", world)
    correct(activity, {"participants_least": 46, "participants_most": 46, "title": "Семья"}, chief, number_reason="x")
    found = {
        one.fact.partition(".")[2]: (one.was, one.now) for one in standing(row, told(report), discreet(report)).untrue
    }
    assert found == {"people": ("45", "46"), "title": ("Семья без страха", "Семья")}
    assert renew_passage(row, chief, f"{activity.pk}.people") == 1
    assert [one.fact for one in standing(row, told(report), discreet(report)).untrue] == [f"{activity.pk}.title"]
    assert renew_passage(row, chief) == 1
    assert plain(row.text) == "Было 46 на «Семья»."
    assert not standing(row, told(report), discreet(report)).untrue


def test_an_edit_renews_nothing_by_itself(world: World, report: Report, activity: Activity) -> None:
    row = write(report, f"Было [45 #{activity.pk}.people].", world)
    correct(activity, {"participants_least": 46, "participants_most": 46}, world.people["chief"], number_reason="x")
    row = write(report, f"На встрече было [45 #{activity.pk}.people].", world, row.version)
    assert [(one.was, one.now) for one in standing(row, told(report), discreet(report)).untrue] == [("45", "46")]


def test_what_was_turned_down_is_gone_and_not_renewed(world: World, report: Report, activity: Activity) -> None:
    row = write(report, f"Было [45 #{activity.pk}.people].", world)
    reject(activity, world.people["chief"])
    ((gone,)) = standing(row, told(report), discreet(report)).untrue
    assert (gone.was, gone.now) == ("45", "")
    assert renew_passage(row, world.people["chief"]) == 0
    assert standing(row, told(report), discreet(report)).is_homeless


def test_the_narrators_news_are_told_until_seen(world: World, report: Report, activity: Activity) -> None:
    row = write(report, f"Было [45 #{activity.pk}.people].", world)
    assert not standing(row, told(report), discreet(report)).is_behind
    made.activity(world, activity.document, title="Другое", state=State.CONFIRMED)
    Operation.objects.create(verb="confirm", campaign=world.campaign)
    assert standing(row, told(report), discreet(report)).is_behind
    seen_passage(row, world.people["chief"])
    assert not standing(row, told(report), discreet(report)).is_behind


def test_two_people_never_overwrite_each_other(world: World, report: Report) -> None:
    row = write(report, "Первый.", world)
    with pytest.raises(Stale):
        write(report, "Второй, который не видел первого.", world)
    write(report, "Второй.", world, row.version)
    with pytest.raises(Stale):
        restore_passage(row, world.people["chief"], row.version)
    with pytest.raises(NothingWritten):
        write(report, "  \n", world, 2)


def test_giving_it_back_can_be_taken_back(world: World, report: Report) -> None:
    chief = world.people["chief"]
    restore_passage(write(report, "Своими словами.", world), chief, 1)
    assert not report.passages.exists()
    undo(Operation.objects.get(verb="report_restore"), chief)
    assert report.passages.get().text == "Своими словами."


def test_a_part_and_some_days_are_named_below_the_title(world: World, report: Report) -> None:
    report.organisation, report.first_day, report.last_day = world.kostanay, made.day(1), made.day(3)
    subtitle = tree_of(report, told(report), ByHand()).subtitle
    assert subtitle.startswith("Костанайская областная организация. 2025 год")
    assert " ".join(subtitle.split()).endswith("проведённые с 1 по 3 декабря 2025 года")


def test_the_tree_has_the_persons_words_with_sources(world: World, report: Report, activity: Activity) -> None:
    row = write(report, f"Первый абзац.\n\nБыло [45 #{activity.pk}.people] на «[ #{activity.pk}.title]».", world)
    tree = tree_of(report, told(report), ByHand((row,)))
    heading = next(at for at, block in enumerate(tree.blocks) if getattr(block, "anchor", "") == KEY)
    first, second = tree.blocks[heading + 1 : heading + 3]
    assert (first.text, second.text) == ("Первый абзац.", "Было 45 на «Семья без страха».")
    (number,) = (run for run in second.runs if run.sources)
    assert (number.text, number.sources) == ("45", (activity.evidence,))
