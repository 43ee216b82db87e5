"""What is said not to have been held, or not yet: called off, told of the past, wished for, announced."""

from itertools import pairwise

from svod.extraction.fields.numbers_of_kinds import number_before
from svod.extraction.fields.quantities import are_views
from svod.extraction.lexicon.categories import HELD, KIND_VERBS
from svod.extraction.lexicon.grammar import ON, is_infinitive, is_past, words
from svod.extraction.mentions.mention import Mention, Verdict
from svod.extraction.mentions.rule import rule
from svod.extraction.text.scan import Mark
from svod.extraction.verdicts.unheld_ru import told_of_the_past
from svod.packs.traits import traits

HOW, MEANT = words("how"), tuple(words("meant_to"))
AIMS, FOR_AIMS, REASONS = words("aims"), words("for_aims"), words("reasons")
HOPES = words("hopes")
YEARLY, OVER = tuple(words("yearly")), tuple(words("over_endings"))
FAR = 7  # words back to "как"
LONG_AGO, OF_LATE = 1, 3  # years: a report tells of its own year, by mistake of one before
STANDING, STANDS = traits("display", "stand"), words("stands")
COLLECTED = tuple(words("collected"))  # how the words begin
CUPS, GIVEN = tuple(words("cups")), tuple(words("given"))


@rule(said={"goal.history"})
def history(mention: Mention) -> Verdict | None:
    """ "Ежегодно проводится акция", "в прошлом году было 19 мероприятий" """
    if _is_this_years(mention):
        return None
    if "goal.history" in mention.clause.categories or told_of_the_past(mention):
        return Verdict("none", 0.8, "history")
    return None


def _is_this_years(mention: Mention) -> bool:
    """ "Состоялась ежегодная конференция", "жыл сайынғы семинар өтті": held once more, and told of as past."""
    words, said = mention.frame.words.words, mention.clause
    yearly = [verb for verb in said.verbs if "goal.history" in verb.categories]
    if any(not words[verb.last].startswith(YEARLY) or verb.first > mention.mark.first for verb in yearly):
        return False
    told = (verb for verb in said.verbs if verb.categories & HELD)
    return bool(yearly) and any(is_past(words[verb.first]) or words[verb.last].endswith(OVER) for verb in told)


@rule()
def of_another_year(mention: Mention) -> Verdict | None:
    """ "В 2017 г. здесь прошёл круглый стол" in a report on 2018.

    Not "5 декабря 2017 г.", to the day and of late: that may be a slip of the pen, and is left for a person to judge.
    """
    frame, clause = mention.frame, mention.clause
    if frame.year is None or mention.verdict.status == "planned":
        return None
    years = frame.years_in(clause.start, clause.end)
    if not years or max(years) > frame.year - LONG_AGO:
        return None
    days = (one.last for one in frame.dates_in(clause.start, clause.end))
    if any(day.day is not None and (day.year or 0) >= frame.year - OF_LATE for day in days):
        return None
    return Verdict("none", 0.7, "of_another_year")


@rule(said={"total.often"})
def most_often(mention: Mention) -> Verdict | None:
    """ "Чаще всего проводились лекции (12) и беседы (5)": what the whole campaign was like."""
    if mention.frame.quotes_in(mention.clause.start, mention.clause.end):
        return None
    before = mention.frame.said(mention.sentence.start, mention.mark.start)
    return Verdict("none", 0.6, "most_often") if "total.often" in before else None


@rule(said={"goal.word"})
def wished(mention: Mention) -> Verdict | None:
    """ "Подобные семинары необходимо проводить регулярно" """
    verbs = mention.clause.categories
    if mention.is_of(STANDING) and _stands_there(mention):
        return None
    if "goal.word" in verbs and not verbs & {"held.subject", "held.object", *KIND_VERBS}:
        return Verdict("none", 0.8, "wished")
    for mark in mention.clause.verbs:
        near = mention.mark.start - 60 < mark.end <= mention.mark.start
        if near and "goal.word" in mark.categories and not (mark.categories & HELD or _only_says_why(mention, mark)):
            return Verdict("none", 0.7, "wished")
    return None


def _stands_there(mention: Mention) -> bool:
    """ "Выставка «Сильные духом» стоит у входа": where it is; "стоит посмотреть" is worth a wish."""
    frame, clause = mention.frame, mention.clause
    wishes = [frame.words.words[verb.first] for verb in clause.verbs if "goal.word" in verb.categories]
    is_there = bool(wishes) and STANDS.issuperset(wishes) and "n" in mention.cases()
    return is_there and not any(is_infinitive(word) for word in frame.words_in(clause.start, clause.end))


def _only_says_why(mention: Mention, mark: Mark) -> bool:
    """ "С целью повышения грамотности проведён семинар", "в соответствии с планом прошёл час": it was held for that."""
    frame, first = mention.frame, mark.first
    inside = frame.words.words[mark.first : mark.last + 1]
    aims = inside[0] in REASONS or (first > 0 and inside[0] in AIMS and frame.words.words[first - 1] in FOR_AIMS)
    told = [verb for verb in mention.clause.verbs if verb.first > mark.last and verb.categories & HELD]
    if not aims or not told:
        return False
    return told[0].first < mention.mark.first or "g" not in mention.cases()


@rule(words=HOPES)
def hoped(mention: Mention) -> Verdict | None:
    """ "Надеемся, что будут и форумы": nothing is announced."""
    if not mention.clause.categories.isdisjoint(HELD):
        return None
    before = mention.frame.words_in(mention.sentence.start, mention.mark.start)
    return None if HOPES.isdisjoint(before) else Verdict("none", 0.7, "wished")


@rule(is_preceded=True)
def in_the_infinitive(mention: Mention) -> Verdict | None:
    """ "Спросили, как вести беседу", "собиралась устроить шествие": nobody says that it was held."""
    seen, governor = mention.frame.words.words, mention.governor
    if not is_infinitive(seen[governor]):
        return None
    asks_how = governor > 0 and (seen[governor - 1] in HOW or seen[governor - 1].startswith(MEANT))
    return Verdict("none", 0.6, "in_the_infinitive") if asks_how or not mention.clause.categories else None


@rule(language="ru", traits={"competition"}, is_verb=False)
def given_as_a_prize(mention: Mention) -> Verdict | None:
    """ "Победителям вручили кубки", "команда получила кубок": a thing, and no contest."""
    seen = mention.frame.words
    if not seen.words[mention.mark.first].startswith(CUPS):
        return None
    clause = mention.clause
    before = mention.frame.marks_in(clause.start, mention.mark.start)
    if (
        mention.governor >= 0
        and seen.words[mention.governor] in ON
        and any("kind" in mark.categories for mark in before)
    ):
        return Verdict("none", 0.7, "given_as_a_prize")  # "турнир на кубок профкома"
    given = any(word.startswith(GIVEN) for word in mention.frame.words_in(clause.start, clause.end))
    return Verdict("none", 0.7, "given_as_a_prize") if given else None


@rule(language="ru", words=HOW, is_verb=False)
def told_how(mention: Mention) -> Verdict | None:
    """ "Дети увидели, как проходит заседание": what they saw or heard of, in a clause that says how it goes."""
    frame, seen = mention.frame, mention.frame.words
    for index in range(
        mention.mark.first - 1, max(mention.mark.first - FAR, frame.word_index(mention.sentence.start)), -1
    ):
        if "," in seen.gap(index):
            return Verdict("none", 0.7, "told_how") if seen.words[index] in HOW else None
    return None


@rule(language="ru", traits={"showing"}, is_verb=False)
def watched_online(mention: Mention) -> Verdict | None:
    """ "Ролик набрал 9 тысяч просмотров": how often it was watched."""
    number = number_before(mention)
    if number is None or not are_views(mention.frame, mention.mark, number):
        return None
    return Verdict("none", 0.8, "watched_online")


@rule(language="ru", traits={"published"}, begins=COLLECTED, is_verb=False)
def collected(mention: Mention) -> Verdict | None:
    """ "Челлендж, собравший 150 публикаций": what it brought together, and nobody's own."""
    frame, number = mention.frame, number_before(mention)
    before = frame.word_index(number.start) - 1 if number is not None else -1
    is_brought = before >= 0 and frame.words.words[before].startswith(COLLECTED)
    return Verdict("none", 0.7, "collected") if is_brought else None


@rule(said={"planned.verb"})
def announced(mention: Mention) -> Verdict | None:
    """ "Планируется провести семинар", "6 марта пройдёт концерт" """
    categories = mention.clause.categories
    if "planned.verb" in categories and "held.subject" not in categories:
        return Verdict("planned", 0.85, "announced")
    if "planned.verb" in categories:
        nearest = min(
            (verb for verb in mention.clause.verbs if "goal.word" not in verb.categories),
            key=lambda verb: min(abs(verb.start - mention.mark.end), abs(mention.mark.start - verb.end)),
            default=None,
        )
        if nearest is None:
            return None
        if "planned.verb" in nearest.categories or _about_to_be(mention.clause.verbs):
            return Verdict("planned", 0.75, "announced")
    return None


def _about_to_be(verbs: list[Mark]) -> bool:
    """ "будут проведены": the verb of planning rules the one right behind it."""
    return any(
        "planned.verb" in one.categories and other.first == one.last + 1 and other.categories & HELD
        for one, other in pairwise(verbs)
    )
