"""The tables and the chart of a survey: how many answered, what each question brought, the shares side by side."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

from svod.language.bounds_text import short
from svod.narration.grammar import Grammar
from svod.narration.runs import capital
from svod.narration.shares import Share, percent, share_of
from svod.narration.tables import text_cell
from svod.packs import Question, Survey
from svod.records import EVERYBODY, BarChart, Bounds, Cell, ReportBlock, Run, SurveyWave, Table

Waves = Mapping[str, SurveyWave]


def tables(survey: Survey, waves: Waves, grammar: Grammar, by_group: bool) -> Iterator[Table]:
    """A column for each wave; `by_group`: of each group as well, where there are several."""
    names = {EVERYBODY: grammar.text("surveys", "everybody")}
    names |= {group.code: group.names[grammar.language] for group in survey.groups}
    yield _forms(survey, waves, names, grammar)
    groups = _groups(survey, waves)
    several = len(groups) > 1
    columns = [(group, wave) for group in (EVERYBODY, *(groups if by_group and several else ())) for wave in waves]
    for question in survey.questions:
        yield _question(question, waves, columns, names, grammar)
    if several and not by_group:
        yield from _by_group(survey, waves, names, grammar)


def chart(survey: Survey, waves: Waves, grammar: Grammar) -> Iterator[ReportBlock]:
    """The shares that the sentences tell, before and after; beside a share, a hidden one is said to be that."""
    asked = (question for question in survey.questions if question.counts)
    pairs = ([_bar(question, wave, grammar) for wave in waves.values()] for question in asked)
    bars = tuple(bar for pair in pairs if any(most for _, _, most, _ in pair) for bar in pair)
    if bars:
        series = tuple(grammar.text("surveys", wave) for wave in waves) if len(waves) > 1 else ()
        yield BarChart(_named("chart", survey, grammar), bars, series)


def _bar(question: Question, wave: SurveyWave, grammar: Grammar) -> tuple[str, int, int | None, str]:
    share = share_of(wave.count, question.code, question.counts, EVERYBODY)
    name = capital(question.short[grammar.language])
    if share is None or not share.says_something:
        return name, 0, 0, grammar.text("surveys", "hidden")
    return name, *share.hundredths, percent(share, grammar)


def _groups(survey: Survey, waves: Waves) -> list[str]:
    """Those of which anything is told."""
    return [one.code for one in survey.groups if any(one.code in wave.count.forms for wave in waves.values())]


def _forms(survey: Survey, waves: Waves, names: Mapping[str, str], grammar: Grammar) -> Table:
    """How many answers came from each group; of the last line, all that are told."""
    fewer = grammar.text("surveys", "fewer")

    def line(group: str, *, strong: bool = False) -> tuple[Cell, ...]:
        counts = (wave.count.forms.get(group) for wave in waves.values())
        told = (_number(Bounds.exactly(one), grammar, strong=strong) if one else _words(fewer) for one in counts)
        return (text_cell(capital(names[group]), strong=strong), *told)

    rows = (*(line(group.code) for group in survey.groups), line(EVERYBODY, strong=True))
    return Table(_named("forms", survey, grammar), _header("group", waves, grammar), rows)


def _question(
    question: Question,
    waves: Waves,
    columns: Sequence[tuple[str, str]],
    names: Mapping[str, str],
    grammar: Grammar,
) -> Table:
    def line(choice: str) -> Iterator[Cell]:
        for group, wave in columns:
            yield _share_cell(share_of(waves[wave].count, question.code, (choice,), group), grammar)

    said = [(text_cell(capital(one.names[grammar.language])), *line(one.code)) for one in question.choices]
    answered = (waves[wave].count.answered.get((question.code, group)) for group, wave in columns)
    fewer = grammar.text("surveys", "fewer")
    sums = [_number(Bounds.exactly(one), grammar, strong=True) if one else _words(fewer) for one in answered]
    last = (text_cell(grammar.text("surveys", "answered"), strong=True), *sums)
    header = (grammar.text("surveys", "choice"), *_columns(columns, waves, names, grammar))
    return Table(question.text[grammar.language], header, (*said, last))


def _columns(
    columns: Iterable[tuple[str, str]], waves: Waves, names: Mapping[str, str], grammar: Grammar
) -> Iterator[str]:
    several = len({group for group, _ in columns}) > 1
    for group, wave in columns:
        said = grammar.text("surveys", wave)
        if several:
            said = f"{names[group]}: {said}" if len(waves) > 1 else names[group]
        yield capital(said)


def _by_group(survey: Survey, waves: Waves, names: Mapping[str, str], grammar: Grammar) -> Iterator[Table]:
    """The shares that the sentences tell, of each group; a line where at least one of them is told."""
    rows = []
    for group, question in product(_groups(survey, waves), (one for one in survey.questions if one.counts)):
        shares = [share_of(wave.count, question.code, question.counts, group) for wave in waves.values()]
        if any(share and share.says_something for share in shares):
            name = text_cell(f"{capital(names[group])}: {question.short[grammar.language]}")
            rows.append((name, *(_share_cell(share, grammar) for share in shares)))
    if rows:
        yield Table(_named("by_group", survey, grammar), _header("group", waves, grammar), tuple(rows))


def _share_cell(share: Share | None, grammar: Grammar) -> Cell:
    if share is None or not share.says_something:
        return _words(grammar.text("surveys", "hidden"))
    number = short(share.number, grammar.language)
    text = grammar.text("surveys", "cell").format(number=number, percent=percent(share, grammar))
    return Cell((Run(text),), numeric=True, value=share.number)


def _number(number: Bounds, grammar: Grammar, *, strong: bool = False) -> Cell:
    return Cell((Run(short(number, grammar.language), strong=strong),), numeric=True, strong=strong, value=number)


def _words(text: str) -> Cell:
    """Of a number that is not told."""
    return Cell((Run(text),), numeric=True)


def _header(first: str, waves: Waves, grammar: Grammar) -> tuple[str, ...]:
    return (grammar.text("surveys", first), *(capital(grammar.text("surveys", wave)) for wave in waves))


def _named(key: str, survey: Survey, grammar: Grammar) -> str:
    return grammar.text("surveys", key).format(name=survey.names[grammar.language])
