"""What holds for every report, whatever the register."""

import re
from datetime import date

from hypothesis import given, settings, strategies as some

from svod.guard import published
from svod.narration import LANGUAGES, narrate
from svod.records import Activity, Bounds, Evidence, Heading, Paragraph, Period, Register, Report, Run, Table
from tests.narration.made import EXPECTED, PACK, register

HERE = Evidence("d", 0, 1)


def codes(terms: object) -> some.SearchStrategy[tuple[str, ...]]:
    known = [term.code for term in terms]  # type: ignore[attr-defined]  # a tuple of the pack's terms
    return some.lists(some.sampled_from(known), max_size=3, unique=True).map(lambda found: tuple(sorted(found)))


def bounds(least: int) -> some.SearchStrategy[Bounds]:
    exact = some.integers(least, 3_000).map(Bounds.exactly)
    open_ended = some.integers(least, 3_000).map(Bounds.at_least)
    between = some.tuples(some.integers(least, 3_000), some.integers(0, 500)).map(
        lambda ends: Bounds(ends[0], sum(ends))
    )
    return some.one_of(exact, open_ended, between)


WORDS = some.text(alphabet='абвгдеёәғқ АБЫ-«»„“",.!?', min_size=1, max_size=40)
DAYS = some.dates(date(2022, 11, 20), date(2022, 12, 15))
PERIODS = some.tuples(DAYS, DAYS).map(lambda days: Period(min(days), max(days)))
ORGANISERS = ("школа-гимназия № 12", "КГУ «Школа № 5»", "№ 7 мектеп", "областной профсоюз и совет", "колледж")

ACTIVITIES = some.builds(
    Activity,
    kind=some.sampled_from([term.code for term in PACK.kinds]),
    evidence=some.just(HERE),
    title=some.none() | WORDS.map(lambda text: f"мир{text}"),
    date=some.none() | PERIODS,
    region=some.none() | some.sampled_from(EXPECTED),
    place=some.none() | some.sampled_from(["Рудный", "Костанайский район", "Жаңаөзен", "Шымкент"]),
    organiser=some.none() | some.sampled_from(ORGANISERS),
    audience=codes(PACK.audiences),
    participants=some.none() | bounds(1),
    count=some.just(Bounds(1, 1)) | some.just(Bounds(2, None)) | some.just(Bounds(1, None)) | bounds(1),
    partners=codes(PACK.partners),
    materials=codes(PACK.materials),
    online=some.booleans(),
)
MANY = some.lists(ACTIVITIES, max_size=40)
LANGUAGE = some.sampled_from(sorted(LANGUAGES))


def paragraphs(report: Report) -> list[Paragraph]:
    return [block for block in report.blocks if isinstance(block, Paragraph)]


def told_sentences(report: Report) -> list[list[Run]]:
    """The runs of every sentence that tells the register, from the totals to the plans; a table's cell is one."""
    told: list[list[Run]] = []
    inside = False
    for block in report.blocks:
        if isinstance(block, Heading):
            inside = block.anchor == "totals" or block.anchor.startswith(("region-", "planned"))
        elif isinstance(block, Paragraph) and inside:
            told += sentences_of(block)
        elif isinstance(block, Table):
            told += [list(cell.runs) for row in block.rows for cell in row]
    return told


def sentences_of(paragraph: Paragraph) -> list[list[Run]]:
    """A run that ends a sentence ends with its full stop, and with the space before the next."""
    told: list[list[Run]] = [[]]
    for run in paragraph.runs:
        told[-1].append(run)
        if re.search(r"[.!?…] $", run.text):
            told.append([])
    return told


NUMBER = r"\d[\d\u00a0,]*"
ALONE = re.compile(
    rf"(не менее |от |до |кемінде |көп дегенде |at least |up to )?{NUMBER}( (до|из|of) {NUMBER}|–{NUMBER})?|≥ {NUMBER}",
    re.IGNORECASE,
)


def is_number(run: Run) -> bool:
    """Whether the run is a number alone: "45", "не менее 301", "7 из 20", "кемінде 301", "1,500"."""
    return ALONE.fullmatch(run.text) is not None


@settings(max_examples=60, deadline=None)
@given(MANY, LANGUAGE)
def test_every_number_has_a_source(activities: list[Activity], language: str) -> None:
    """A number that counts has its own; days, and numbers in names, rest on what the sentence rests on."""
    for sentence in told_sentences(narrate(register(*activities), PACK, language)):
        for run in sentence:
            assert run.sources or not is_number(run), run.text
        if re.search(r"\d", "".join(run.text for run in sentence)):
            assert any(run.sources for run in sentence), sentence


@settings(max_examples=60, deadline=None)
@given(MANY, LANGUAGE)
def test_words_that_only_connect_open_nothing(activities: list[Activity], language: str) -> None:
    """Beside its numbers a sentence opens its sources once, at its end."""
    for sentence in told_sentences(narrate(register(*activities), PACK, language)):
        words = [at for at, run in enumerate(sentence) if run.sources and not is_number(run)]
        assert words in ([], [len(sentence) - 1], [len(sentence) - 2]), sentence
        assert not words or not re.search(r"\w", "".join(run.text for run in sentence[words[0] + 1 :])), sentence


@settings(max_examples=60, deadline=None)
@given(MANY, LANGUAGE)
def test_every_activity_told_can_be_opened_in_its_sentence(activities: list[Activity], language: str) -> None:
    made = register(*activities)
    opened = {
        id_ for sentence in told_sentences(narrate(made, PACK, language)) for run in sentence for id_ in run.activities
    }
    assert opened == {one.id for one in made.activities}


@settings(max_examples=60, deadline=None)
@given(MANY, LANGUAGE)
def test_every_number_follows_from_the_activities_behind_it(activities: list[Activity], language: str) -> None:
    made = register(*activities)
    whole = {one.id: one.activity for one in made.activities}
    shown = {one.id: one.activity for one in published(made, PACK).activities}  # few who got help are not counted out
    for sentence in told_sentences(narrate(made, PACK, language)):
        in_sentence = [id_ for run in sentence for id_ in run.activities]
        for run in sentence:
            behind = list(run.activities) or list(whole) if is_number(run) else in_sentence
            told, all_of_them = [shown[id_] for id_ in behind], [whole[id_] for id_ in behind]
            counted = sums(told) | sums(all_of_them) | totals(made)
            assert numbers_in(run.text) <= own_numbers(told) | counted | coverage(made), run.text


def numbers_in(text: str) -> set[str]:
    return set(re.findall(r"\d+", re.sub("(?<=\\d)[\u00a0,](?=\\d{3})", "", text)))


def own_numbers(activities: list[Activity]) -> set[str]:
    """The numbers in what each activity says of itself: its days and the name of its organiser."""
    said = " ".join(f"{one.date} {one.organiser}" for one in activities)
    return {number.lstrip("0") for number in re.findall(r"\d+", said)}


def sums(activities: list[Activity]) -> set[str]:
    """How many records there are, how many activities they stand for, how many people were there."""
    counted = Bounds.total(one.count for one in activities)
    people = Bounds.total(one.participants for one in activities if one.participants)
    return {str(number) for number in (len(activities), counted.least, counted.most, people.least, people.most)}


def totals(made: Register) -> set[str]:
    """What the register itself counts: what may be among others is not added there."""
    return {str(end) for one in made.totals for end in (one.value.least, one.value.most)}


def coverage(made: Register) -> set[str]:
    return {str(len(made.coverage.expected)), str(len(made.coverage.reported))}


@settings(max_examples=60, deadline=None)
@given(MANY, LANGUAGE)
def test_the_prose_is_clean(activities: list[Activity], language: str) -> None:
    for paragraph in paragraphs(narrate(register(*activities), PACK, language)):
        text = paragraph.text
        assert "  " not in text
        outside = re.sub("«[^»]*»|“[^”]*”", "«»", text)  # a title's own marks are its author's
        assert not re.search(r" [,.;:)]|\( |None|\{|\}|,,|\.\.|;\.", outside), text
        assert text.count("«") == text.count("»"), text
        assert text.count("„" if language != "en" else "”") == text.count("“"), text
        assert text.count("(") == text.count(")"), text
        assert text[0] == text[0].upper(), text
        assert text[-1] in ".!?…", text


@settings(max_examples=20, deadline=None)
@given(MANY, LANGUAGE)
def test_the_same_register_gives_the_same_report(activities: list[Activity], language: str) -> None:
    assert narrate(register(*activities), PACK, language) == narrate(register(*activities), PACK, language)


@settings(max_examples=20, deadline=None)
@given(some.lists(ACTIVITIES, min_size=60, max_size=200), LANGUAGE)
def test_the_length_is_bounded(activities: list[Activity], language: str) -> None:
    text = "".join(paragraph.text for paragraph in paragraphs(narrate(register(*activities), PACK, language)))
    assert len(text) < 20 * 9_000
