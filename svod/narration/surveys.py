"""The part of the report that tells anonymous surveys: shares before and after, no cause, nothing of few."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from svod.language.bounds_text import digits
from svod.narration.grammar import Grammar
from svod.narration.runs import Words, filled, sentence, spaced, words
from svod.narration.shares import FEW, Share, change, in_words, share_of
from svod.narration.survey_tables import chart, tables
from svod.packs import Question, Survey
from svod.records import EVERYBODY, Heading, Paragraph, Period, ReportBlock, Run, SurveyWave

ANCHOR = "surveys"

Waves = Mapping[str, SurveyWave]  # by "before", "after", "once"


def say_surveys(
    waves: Iterable[SurveyWave], surveys: Sequence[Survey], grammar: Grammar, *, by_group: bool = False
) -> list[ReportBlock]:
    """The heading, then each survey in the pack's order: words, what they do not mean, tables, a chart.

    `by_group`: its tables tell each group beside all.
    """
    held = list(_held(waves, surveys))
    blocks: list[ReportBlock] = [Heading(grammar.text("surveys", "heading"), 2, ANCHOR)] if held else []
    for survey, found in held:
        blocks.append(Heading(survey.names[grammar.language], 3, f"survey-{survey.code}"))
        blocks += _survey(survey, found, grammar, by_group)
    return blocks


def _survey(survey: Survey, waves: Waves, grammar: Grammar, by_group: bool) -> list[ReportBlock]:
    return [
        Paragraph(spaced(survey_in_words(survey, waves, grammar))),
        Paragraph(spaced(_notes(waves, grammar)), note=True),
        *tables(survey, waves, grammar, by_group),
        *chart(survey, waves, grammar),
    ]


def _held(waves: Iterable[SurveyWave], surveys: Sequence[Survey]) -> Iterable[tuple[Survey, Waves]]:
    """Those that have a number to tell."""
    found: dict[str, dict[str, SurveyWave]] = defaultdict(dict)
    for one in waves:
        if one.count.forms:
            found[one.survey][one.wave] = one
    return ((survey, found[survey.code]) for survey in surveys if survey.code in found)


def survey_in_words(survey: Survey, waves: Waves, grammar: Grammar) -> list[tuple[Run, ...]]:
    """When and how many answers, then the share of each question that has one to tell."""
    shares = [(one, _shares(one, waves)) for one in survey.questions if one.counts]
    said = [_lead(waves, grammar), *(_share(one, found, grammar) for one, found in shares)]
    if any(len(found) > 1 and any(share.is_of_few for share in found.values()) for _, found in shares):
        said.append(words(grammar.text("surveys", "few").format(few=FEW)))
    return [sentence(one) for one in said if one]


def _lead(waves: Waves, grammar: Grammar) -> Words:
    days = [one.period for one in waves.values()]
    period = Period(min(one.first for one in days), max(one.last for one in days))
    forms = {name: one.count.forms.get(EVERYBODY, 0) for name, one in waves.items()}
    gaps = {name: words(digits(number, grammar.language)) for name, number in forms.items()}
    gaps |= {
        "period": words(grammar.day(period, with_year=True)),
        "forms": words(digits(sum(forms.values()), grammar.language)),
    }
    key = "lead_pair" if {"before", "after"} == set(waves) else "lead_one"
    return filled(grammar.text("surveys", key), **gaps)


def _shares(question: Question, waves: Waves) -> dict[str, Share]:
    found = {name: share_of(one.count, question.code, question.counts, EVERYBODY) for name, one in waves.items()}
    return {name: share for name, share in found.items() if share and share.says_something}


def _share(question: Question, shares: Mapping[str, Share], grammar: Grammar) -> Words:
    """ "Доля знающих … выросла с 41 % (58 из 141) до 68 % (98 из 144)"; nothing where one of the waves is hidden."""
    told = words(question.told[grammar.language])
    if {"before", "after"} <= set(shares):
        before, after = shares["before"], shares["after"]
        key = change(before, after)
        forms = ("share_from", "share_to") if key in ("up", "down") else ("share", "share")
        said = (words(in_words(one, form, grammar)) for one, form in zip((before, after), forms, strict=True))
        return filled(grammar.text("surveys", key), told=told, **dict(zip(("before", "after"), said, strict=True)))
    if "once" in shares:
        return filled(
            grammar.text("surveys", "one"), told=told, after=words(in_words(shares["once"], "share", grammar))
        )
    return ()


def _notes(waves: Waves, grammar: Grammar) -> list[tuple[Run, ...]]:
    keys = ("note", "note_pair") if {"before", "after"} <= set(waves) else ("note",)
    return [sentence(words(grammar.text("surveys", key))) for key in keys]
