"""How many activities a mention stands for."""

from collections.abc import Collection, Sequence

from svod.extraction.fields.numbers_of_kinds import (
    number_after,
    number_before,
    shares_number,
    things_of,
    times_of,
    told_in_all,
    venues_of,
)
from svod.extraction.lexicon.grammar import AND, IN_ALL, PREPOSITIONS, is_finite, is_infinitive, is_past, words
from svod.extraction.lexicon.meaning import ONE_OF_MANY
from svod.extraction.mentions.found import Found
from svod.extraction.mentions.mention import Mention, is_another
from svod.extraction.text.clause import Clause
from svod.extraction.text.frame import Frame
from svod.extraction.text.scan import Mark
from svod.language.fold import fold_phrase
from svod.language.numbers import NumberMention
from svod.packs.traits import traits
from svod.records import Bounds, Span

THINGS = frozenset({"material", "measure.materials"})
PLURAL_ONLY = words("plural_only")  # one in number in the plural too, where a lexicon has the singular: "соревнования"
ITS_PEOPLE = tuple(words("its_people"))
SHEETS, SERIES, OUTCOME = words("sheets"), words("series"), words("outcome")  # "цикл семинаров"
OF_ONE = frozenset({"opened_with", "reported", "held_by_a_noun"})  # rules of a genitive that may be of one or of many
PAPERS, PAPER = tuple(words("papers_of_sessions")), 4  # how the words begin; words from one to its session
ADVISING = tuple(words("advising"))  # how the phrases begin: "вести приём"
SHOWN = traits("published", "showing")
ONE, MANY, SOME = Bounds(1, 1), Bounds(2, None), Bounds(1, None)
# Kinds that have no single occurrence: work goes on, leaflets are handed out again and again.
CONTINUING = traits("drive", "handing_out")
AGAIN = traits("handing_out", "conversation")
GOES_ON = tuple(words("continuing"))
VIEWS, NOT_HELD = tuple(words("views")), 50  # of films on line; so many showings nobody holds without a word of what


def count_of(mention: Mention) -> tuple[Bounds, Span | None]:
    """ "5 семинаров" [5, 5], "семинары" [2, ∞), "семинар" [1, 1], "разъяснительная работа" [1, ∞)."""
    number = things_of(mention) if mention.is_verb and mention.is_of(SHOWN) else number_before(mention)
    if number is not None:
        if shares_number(mention):
            return MANY, None
        return number.bounds, Span(number.start, number.end)
    times = times_of(mention)
    if times is not None:
        return times.bounds, Span(times.start, times.end)
    if mention.is_verb:
        return (SOME if _goes_on(mention) else ONE), None
    after = number_after(mention) or told_in_all(mention)
    if after is not None:
        return after.bounds, Span(after.start, after.end)
    if (
        mention.is_of(CONTINUING) and any(word in fold_phrase(mention.entry.phrase) for word in GOES_ON)
    ) or "handing_out" in mention.traits:
        return SOME, None
    if mention.entry.number == ONE_OF_MANY or fold_phrase(mention.entry.phrase) in PLURAL_ONLY:
        return ONE, None
    are_many = mention.is_plural and not _is_of_one(mention)
    # "12 топта кураторлық сағат өтті": in Kazakh one word stands for each of them
    venues = venues_of(mention) if are_many or mention.language == "kk" or "in_each" in mention.traits else None
    if venues is not None:
        return venues.bounds, Span(venues.start, venues.end)
    if are_many:
        return MANY, None
    return MANY if _is_of_noun(mention, SERIES) else ONE, None


def _is_of_one(mention: Mention) -> bool:
    """ "Итоги конкурса рисунков", "проведение беседы": a genitive that may be of one, behind its noun, is of one."""
    one = "g" in mention.mark.meaning.cases("kind", mention.language, "s")
    if one and mention.verdict.rule.removeprefix("goes_with_its_list:") in OF_ONE:
        return True
    governor = mention.frame.words.words[mention.governor] if one and mention.governor >= 0 else ""
    if governor.startswith(ITS_PEOPLE) or governor in OUTCOME:
        return True  # "участниками беседы стали", "подвели итоги конкурса рисунков"
    if one and "sitting" in mention.traits and _is_of_a_paper(mention):
        return True
    if one and _is_of_a_plain_noun(mention):
        return True  # "выпуск стенгазеты"
    return one and _is_of_noun(mention) and not _is_of_noun(mention, SERIES)


def _is_of_a_paper(mention: Mention) -> bool:
    """ "Протокол № 4 заседания комиссии", on lines of their own."""
    first = mention.mark.first
    return any(word.startswith(PAPERS) for word in mention.frame.words.words[max(0, first - PAPER) : first])


def _is_of_a_plain_noun(mention: Mention) -> bool:
    """Whether it stands right behind a word that is no verb, no preposition and no number."""
    before = mention.mark.first - 1
    if mention.language != "ru" or before < 0 or before != mention.governor or mention.governor_mark is not None:
        return False
    word = mention.frame.words.words[before]
    is_a_verb = is_past(word) or is_finite(word) or is_infinitive(word)
    return word not in PREPOSITIONS and word not in AND and not is_a_verb and not word.isdigit()


def _is_of_noun(mention: Mention, nouns: Collection[str] = ()) -> bool:
    """Whether a noun of holding governs it: one of these, or any."""
    governor = mention.governor_mark
    if governor is None or governor.meaning.entry("held.noun") is None:
        return False
    return not nouns or governor.entries[0].phrase in nouns


def _goes_on(mention: Mention) -> bool:
    """Whether what the verb tells is done again and again; one film is shown once."""
    if "advice" in mention.traits:
        return mention.entry.phrase.startswith(ADVISING) and not _is_on_one_day(mention)
    if "showing" not in mention.traits:
        return mention.is_of(AGAIN)
    films = [mark for mark in mention.clause.marks if "material" in mark.categories and not mark.quoted]
    return not any(entry.category == "material" and entry.number == "s" for mark in films for entry in mark.entries)


def _is_on_one_day(mention: Mention) -> bool:
    """ "3 декабря врач консультировала": once; "юрист и психолог консультировали" as long as people came."""
    sentence = mention.sentence
    days = (date.period for date in mention.frame.dates_in(sentence.start, sentence.end))
    return any(period is not None and period.first == period.last for period in days)


def counts_things(frame: Frame, clause: Clause) -> bool:
    """ "раздали 200 цветных буклетов": a number of things stands in the clause; not "памятку на одном листе"."""
    return any(
        number.role == "quantity" and _of_things(frame, number) for number in frame.numbers_in(clause.start, clause.end)
    )


def _of_things(frame: Frame, number: NumberMention) -> bool:
    index = frame.word_index(number.end)
    for step in range(index, min(index + 3, len(frame.words))):
        at = frame.mark_at[step]
        if at is not None:
            return not at.categories.isdisjoint(THINGS)
    return False


def are_views(frame: Frame, mark: Mark, number: NumberMention) -> bool:
    """ "Ролик собрал 9 тысяч просмотров" is how often it was watched; "427 показов фильмов" were held."""
    lone = mark.first == mark.last and frame.words.words[mark.first].startswith(VIEWS)
    return lone and number.bounds.least is not None and number.bounds.least >= NOT_HELD


def _only_counts(told: Mention, mention: Mention, number: NumberMention) -> bool:
    """ "Дәріс оқыды, екі дәріс", "тренингтер, барлығы 12 тренинг": behind the verb of what was told."""
    verbs = told.clause.verbs
    if not verbs and not mention.clause.verbs:
        return mention.frame.words.words[mention.frame.word_index(number.start) - 1] in IN_ALL
    if not verbs or verbs[-1].start > number.start or any(verb.start > number.end for verb in mention.clause.verbs):
        return False
    return IN_ALL.issuperset(mention.frame.words_in(verbs[-1].end, number.start))


def recounts(mention: Mention, made: Sequence[Found], found: Sequence[Found]) -> bool:
    """ "Вели лекции, прочитаны 3 лекции", "тренингтер жүрді: барлығы 12 тренинг": the later mention in the sentence
    tells how many, no more of them. Sheets are those of the survey before, `found` in its line."""
    last = next(iter((made or found)[-1:]), None)
    if (
        last is None
        or last.line != mention.sentence.line
        or last.kind != mention.code
        or mention.is_verb
        or is_another(mention)
    ):
        return False
    if mention.entry.phrase in SHEETS:
        return True  # they are the survey's
    number = number_before(mention) or number_after(mention)
    if number is None or last.count not in (ONE, MANY):
        return False
    if last.mention.sentence != mention.sentence or last.mention.mark.first == mention.mark.first:
        return False
    if mention.language == "kk" and not _only_counts(last.mention, mention, number):
        return False
    last.say("count", number.bounds, Span(number.start, number.end))
    return True
