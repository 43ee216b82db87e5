"""How many activities a mention stands for, and how many people took part."""

from collections.abc import Collection, Sequence

from svod.extraction.fields.people_unnamed import A_FEW
from svod.extraction.lexicon.grammar import AND, PREPOSITIONS, is_adjective, is_finite, is_infinitive, is_past, words
from svod.extraction.mentions.found import Found
from svod.extraction.mentions.mention import Mention, is_another
from svod.extraction.text.along import first_of_things
from svod.extraction.text.frame import Clause, Frame
from svod.extraction.text.scan import Mark
from svod.language.fold import fold_phrase
from svod.language.numbers import NumberMention
from svod.records import Bounds, Span

THINGS = frozenset({"material", "measure.materials"})
PLURAL_ONLY = words("plural_only")  # plural in form, one in number: "дебаты", "соревнования"
ANOTHER = words("another")  # "3 more seminars"
TIMES, RATE, EACH = words("times"), words("rate"), words("each_of")
ITS_PEOPLE = tuple(words("its_people"))
SHEETS, SERIES, OUTCOME = words("sheets"), words("series"), words("outcome")  # "цикл семинаров"
COPULA = words("copula")  # "рейдов было три"
PAPERS, PAPER = tuple(words("papers_of_sessions")), 4  # how the words begin; words from one to its session
ADVISING = tuple(words("advising"))  # how the phrases begin: "вести приём"
GROUPS_HELD = words("groups_held")  # "кураторские часы в двенадцати группах"
ALL_OF_THEM = words("in_all_of_them")
NEAR = 11  # characters between a kind and the number behind it
ONE, MANY, SOME = Bounds(1, 1), Bounds(2, None), Bounds(1, None)
# Kinds that have no single occurrence: work goes on, leaflets are handed out again and again.
IN_EACH = frozenset({"info_stand", "class_hour", "info_hour", "talk", "lecture", "training", "assembly", "exhibition"})
CONTINUING = frozenset({"outreach", "distribution"})
GOES_ON, TIMES_BEHIND = tuple(words("continuing")), tuple(words("times_behind"))
BETWEEN = frozenset(",;:.«»()")  # signs that part a number from what it counts
VIEWS, NOT_HELD = tuple(words("views")), 50  # of films on line; so many showings nobody holds without a word of what
FEW = 6  # words between a number and its kind
FARTHEST = 60  # characters from the beginning of a number to its last word


def count_of(mention: Mention) -> tuple[Bounds, Span | None]:
    """ "5 семинаров" [5, 5], "семинары" [2, ∞), "семинар" [1, 1], "разъяснительная работа" [1, ∞)."""
    number = _films(mention) if mention.is_verb and mention.code == "media" else number_before(mention)
    if number is not None:
        if shares_number(mention):
            return MANY, None
        return number.bounds, Span(number.start, number.end)
    times = _times(mention)
    if times is not None:
        return times.bounds, Span(times.start, times.end)
    if mention.is_verb:
        return (SOME if _goes_on(mention) else ONE), None
    after = _number_after(mention)
    if after is not None:
        return after.bounds, Span(after.start, after.end)
    if (
        mention.code in CONTINUING and any(word in fold_phrase(mention.entry.phrase) for word in GOES_ON)
    ) or mention.code == "distribution":
        return SOME, None
    if fold_phrase(mention.entry.phrase) in PLURAL_ONLY:
        return ONE, None
    are_many = mention.is_plural and not _is_of_one(mention)
    # "12 топта кураторлық сағат өтті": in Kazakh one word stands for each of them
    venues = _venues(mention) if are_many or mention.language == "kk" or mention.code in IN_EACH else None
    if venues is not None:
        return venues.bounds, Span(venues.start, venues.end)
    if are_many:
        return MANY, None
    return MANY if _is_of_noun(mention, SERIES) else ONE, None


def _is_of_one(mention: Mention) -> bool:
    """ "Итоги конкурса рисунков", "проведение беседы": a genitive that may be of one, behind its noun, is of one."""
    one = "g" in mention.mark.meaning.cases("kind", mention.language, "s")
    if one and mention.verdict.rule == "opened_with":
        return True
    governor = mention.frame.words.words[mention.governor] if one and mention.governor >= 0 else ""
    if governor.startswith(ITS_PEOPLE) or governor in OUTCOME:
        return True  # "участниками беседы стали", "подвели итоги конкурса рисунков"
    if one and mention.code == "commission_session" and _is_of_a_paper(mention):
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
    if mention.code == "consultation":
        return mention.entry.phrase.startswith(ADVISING) and not _is_on_one_day(mention)
    if mention.code != "screening":
        return mention.code in ("distribution", "talk")
    films = [mark for mark in mention.clause.marks if "material" in mark.categories and not mark.quoted]
    return not any(entry.category == "material" and entry.number == "s" for mark in films for entry in mark.entries)


def _is_on_one_day(mention: Mention) -> bool:
    """ "3 декабря врач консультировала": once; "юрист и психолог консультировали" as long as people came."""
    sentence = mention.sentence
    days = (date.period for date in mention.frame.dates_in(sentence.start, sentence.end))
    return any(period is not None and period.first == period.last for period in days)


def _films(mention: Mention) -> NumberMention | None:
    """ "Снято три видеоролика": as many as the verb's things."""
    frame = mention.frame
    for mark in mention.clause.marks:
        if "material" in mark.categories and mark.first and not mark.quoted:
            number = frame.number_at(frame.words.starts[mark.first - 1])
            if number is not None and number.role == "quantity":
                return number
    return None


def shares_number(mention: Mention) -> bool:
    """ "Более 20 тренингов и бесед": one number over two kinds is a total, and several of each.

    Not "57 раздач буклетов и стендов": what is handed out is a thing, and no kind of activity.
    """
    frame, index = mention.frame, mention.mark.last + 1
    if mention.language != "ru" or index + 1 >= len(frame.words) or frame.words.words[index] not in AND:
        return False
    at = frame.mark_at[index + 1]
    if at >= 0 and mention.code == "distribution" and "material" in frame.marks[at].categories:
        return False
    entry = frame.marks[at].meaning.entry("kind") if at >= 0 else None
    return entry is not None and entry.number == "p" and "g" in entry.cases and entry.code != mention.entry.code


def number_before(mention: Mention) -> NumberMention | None:
    """The quantity right before the mention, adjectives between them allowed: "12 тематических круглых столов"."""
    frame, index = mention.frame, mention.mark.first
    for _ in range(FEW):
        if index <= 0:
            return None
        start = frame.words.starts[index - 1]
        number = frame.number_at(start)
        is_short = number is not None and frame.text[number.end - 1] == "."  # "3 тыс. просмотров"
        if not is_short and not BETWEEN.isdisjoint(frame.words.gap(index)) and not _lists_things(mention, index):
            return None
        if number is not None and number.start >= start - FARTHEST:
            is_of_it = number.role == "quantity" and number.start >= mention.sentence.start  # not of the row above
            return number if is_of_it else None
        index = _before_attribute(mention, index - 1)
        if index < 0:
            return None
    return None


def _times(mention: Mention) -> NumberMention | None:
    """ "Трижды проводили консультации", "семинар прошёл два раза", "екі рет өтті": of one kind alone."""
    frame, clause = mention.frame, mention.clause
    if TIMES.isdisjoint(frame.words_in(clause.start, clause.end)) or _has_others(mention):
        return None
    for number in frame.numbers_in(clause.start, clause.end):
        first, last = frame.word_index(number.start), frame.word_index(number.end) - 1
        if frame.words.words[first] not in TIMES:
            last += 1
            if last >= len(frame.words) or frame.words.words[last] not in TIMES:
                continue
        heads = (mention.mark, *clause.verbs)
        beside = any(mark.first - 1 == last or mark.last + 1 == first for mark in heads)
        in_each = last + 1 < len(frame.words) and frame.words.words[last + 1] in EACH
        if (beside or in_each) and not _is_rate(frame, first, last):
            return number  # "два сеанса по 40 человек"
    return None


def _is_rate(frame: Frame, first: int, last: int) -> bool:
    """ "два раза в неделю", "в три раза больше" """
    seen = frame.words.words
    return (first > 0 and seen[first - 1] in RATE) or (last + 1 < len(seen) and seen[last + 1] in RATE)


def _has_others(mention: Mention) -> bool:
    kinds = (mark for mark in mention.clause.marks if "kind" in mark.categories and not mark.quoted)
    return any(mark is not mention.mark for mark in kinds)


def _lists_things(mention: Mention, index: int) -> bool:
    """ "12 кітап, сурет және журнал көрмесі": whether a comma before that word stands in the name of the kind."""
    frame = mention.frame
    return frame.words.gap(index).strip() == "," and first_of_things(frame, index - 1) >= 0


def _before_attribute(mention: Mention, index: int) -> int:
    """The first word of what may stand between a number and its kind, -1 where that is none: "12 сурет көрмесі"."""
    things = first_of_things(mention.frame, index)
    word = mention.frame.words.words[index]
    return things if things >= 0 else index if is_adjective(word) or word in ANOTHER else -1


def _number_after(mention: Mention) -> NumberMention | None:
    """ "цикл семинаров (5)", "дни открытых дверей – 2", "встречи (2 раза)", "классных часов 290" """
    frame, end = mention.frame, mention.mark.end
    for number in frame.numbers_in(end, end + NEAR):
        before = frame.text[end : number.start].strip()
        rest = frame.text[number.end : number.end + 12].strip()
        if (
            number.role == "quantity"
            and (before in ("(", "–", "—", "-", "") or before.removeprefix("(") in COPULA)
            and (rest[:1] in (")", ",", ".", ";", "", "(") or rest.startswith(TIMES_BEHIND))
        ):
            came = before == "(" and rest[:1] == ")" and not mention.is_plural and mention.language == "ru"
            is_of_people = came and "n" in mention.cases() and number.bounds.least >= A_FEW  # "тренинг (24)"
            return None if is_of_people else number
    return None


def _venues(mention: Mention) -> NumberMention | None:
    """ "собрания во всех одиннадцати организациях", "лектории в 16 школах": as many as there are places."""
    frame, clause = mention.frame, mention.clause
    if mention.listed_after is not None:
        return None
    end = clause.end if mention.listed_before is None else mention.listed_before.mark.start
    for number in frame.numbers_in(clause.start, end):
        index = frame.word_index(number.end)
        in_groups = index < len(frame.words) and frame.words.words[index] in GROUPS_HELD  # "сағат 12 топта": no hour
        counts = number.role == "quantity" or (in_groups and number.role != "ordinal")  # "девятых классов": no number
        if number.role == "grade" and not mention.is_plural and mention.language == "ru":
            continue  # "тренинг для учащихся 9 классов"
        if not counts or not number.bounds.is_exact:
            continue
        if number.end <= mention.mark.start and _has_others(mention):
            return None  # "в 18 школах прошли круглые столы, тренинги": of all of them
        behind = index + 1 if index < len(frame.words) and is_adjective(frame.words.words[index]) else index
        if _are_groups(frame, index, behind):
            return number
        for step in (0, 1, 2):
            at = frame.mark_at[index + step] if index + step < len(frame.words) else -1
            if at >= 0:
                mark = frame.marks[at]
                if "measure.organisations" in mark.categories or "organiser.head" in mark.categories:
                    cases = {case for entry in mark.entries for case in entry.cases}
                    return number if "l" in cases else None
                break
    return None


def _are_groups(frame: Frame, index: int, behind: int) -> bool:
    """ "В 14 учебных группах", "18 топтың бәрінде": `index` is right behind a number, `behind` past adjectives."""
    return not GROUPS_HELD.isdisjoint(frame.words.words[behind : behind + 1]) or not ALL_OF_THEM.isdisjoint(
        frame.words.words[index + 1 : index + 2]
    )


def counts_things(frame: Frame, clause: Clause) -> bool:
    """ "раздали 200 цветных буклетов": a number of things stands in the clause; not "памятку на одном листе"."""
    return any(
        number.role == "quantity" and _of_things(frame, number) for number in frame.numbers_in(clause.start, clause.end)
    )


def _of_things(frame: Frame, number: NumberMention) -> bool:
    index = frame.word_index(number.end)
    for step in range(index, min(index + 3, len(frame.words))):
        at = frame.mark_at[step]
        if at >= 0:
            return not frame.marks[at].categories.isdisjoint(THINGS)
    return False


def are_views(frame: Frame, mark: Mark, number: NumberMention) -> bool:
    """ "Ролик собрал 9 тысяч просмотров" is how often it was watched; "427 показов фильмов" were held."""
    lone = mark.first == mark.last and frame.words.words[mark.first].startswith(VIEWS)
    return lone and number.bounds.least is not None and number.bounds.least >= NOT_HELD


def recounts(mention: Mention, made: Sequence[Found]) -> bool:
    """ "Вели лекции, прочитаны 3 лекции": the later mention in the sentence tells how many, no more of them."""
    if mention.is_verb or mention.language != "ru" or is_another(mention):
        return False
    if mention.entry.phrase in SHEETS:
        return bool(made) and made[-1].kind == mention.code  # they are the survey's
    number = number_before(mention) or _number_after(mention)
    last = made[-1] if made else None
    if number is None or last is None or last.kind != mention.code or last.count not in (ONE, MANY):
        return False
    if last.mention.sentence != mention.sentence or last.mention.mark.first == mention.mark.first:
        return False
    last.say("count", number.bounds, Span(number.start, number.end))
    return True
