"""The number that counts a kind: before it, behind it, how many times, in how many places."""

from svod.extraction.fields.people_unnamed import A_FEW, ends
from svod.extraction.lexicon import seldom
from svod.extraction.lexicon.grammar import AND, OUT_OF, is_adjective, words
from svod.extraction.lexicon.meaning import Entry
from svod.extraction.mentions.mention import Mention
from svod.extraction.text.along import first_of_things
from svod.extraction.text.frame import Frame
from svod.extraction.text.scan import Mark
from svod.language.numbers import NumberMention

ANOTHER = words("another")  # "3 more seminars"
COPIES = words("copies")
TIMES, RATE, EACH = words("times"), words("rate"), words("each_of")
TIMES_BEHIND = tuple(words("times_behind"))
COPULA = words("copula")  # "рейдов было три"
GROUPS_HELD = words("groups_held")  # "кураторские часы в двенадцати группах"
ALL_OF_THEM = words("in_all_of_them")
NEAR = 11  # characters between a kind and the number behind it
BETWEEN = frozenset(",;:.«»()–—|/\t")  # signs that part a number from what it counts
FEW = 6  # words between a number and its kind
BEFORE_LAST = (", ", ": ")
ALTOGETHER, REACH, A_CROWD = words("altogether"), 90, 100  # "всего 21"; characters behind a kind; no kind's number
APART = frozenset({"audience", "measure.participants", "kind"})
VENUES = frozenset({"measure.organisations", "organiser.head"})
PEOPLE = frozenset({"audience", "measure.participants"})
FARTHEST = 60  # characters from the beginning of a number to its last word


def number_before(mention: Mention) -> NumberMention | None:
    """The quantity right before the mention, adjectives between them allowed: "12 тематических круглых столов"."""
    frame, index = mention.frame, mention.mark.first
    for _ in range(FEW):
        if index <= 0:
            return None
        start = frame.words.starts[index - 1]
        number = frame.number_at(start)
        is_short = number is not None and frame.text[number.end - 1] == "."  # "3 тыс. просмотров"
        gap = frame.words.gap(index)
        if not is_short and (not BETWEEN.isdisjoint(gap) or gap == " - ") and not _lists_things(mention, index):
            return None
        if number is not None and number.start >= start - FARTHEST:
            is_of_it = number.role == "quantity" and number.start >= mention.sentence.start  # not of the row above
            return _of_these(frame, number) if is_of_it else None
        index = _before_attribute(mention, index - 1)
        if index < 0:
            return None
    return None


def _of_these(frame: Frame, number: NumberMention) -> NumberMention:
    """ "14 из 15 намеченных встреч": as many as were held."""
    index = frame.word_index(number.start) - 1
    if index < 1 or frame.words.words[index] not in OUT_OF:
        return number
    part = frame.number_at(frame.words.starts[index - 1])
    return part if part is not None and part.role == "quantity" else number


def _before_attribute(mention: Mention, index: int) -> int:
    """The first word of what may stand between a number and its kind, -1 where that is none: "12 сурет көрмесі"."""
    things = first_of_things(mention.frame, index)
    word, at = mention.frame.words.words[index], mention.frame.mark_at[index]
    if word in COPIES or (at is not None and not at.categories.isdisjoint(PEOPLE)):
        return -1  # "буклет 500 дана таратылды", "25 мұғалім тренингтен өтті"
    return things if things >= 0 else index if is_adjective(word) or word in ANOTHER else -1


def _lists_things(mention: Mention, index: int) -> bool:
    """ "12 кітап, сурет және журнал көрмесі": whether a comma before that word stands in the name of the kind."""
    frame = mention.frame
    return frame.words.gap(index).strip() == "," and first_of_things(frame, index - 1) >= 0


def number_after(mention: Mention) -> NumberMention | None:
    """ "цикл семинаров (5)", "дни открытых дверей – 2", "встречи (2 раза)", "классных часов 290" """
    frame, end = mention.frame, mention.mark.end
    for number in frame.numbers_in(end, end + NEAR):
        before = frame.text[end : number.start].strip()
        rest = frame.text[number.end : number.end + 12].lstrip(" \t").rstrip()
        if (
            number.role == "quantity"
            and (before in ("(", "–", "—", "-", "") or before.removeprefix("(") in COPULA)
            and (rest[:1] in (")", ",", ".", ";", "", "(", "\n") or rest.startswith(TIMES_BEHIND))
        ):
            came = before == "(" and rest[:1] == ")" and not mention.is_plural and mention.language == "ru"
            is_of_people = came and "n" in mention.cases() and number.bounds.least >= A_FEW  # "тренинг (24)"
            return None if is_of_people else number
    return None


def told_in_all(mention: Mention) -> NumberMention | None:
    """ "Уроки права в старших классах, всего 21", "сходов жителей состоялось 14": so many, where no people are."""
    frame, start = mention.frame, mention.mark.end
    if mention.language != "ru" or not mention.is_plural:
        return None
    for number in frame.numbers_in(start, min(start + REACH, mention.sentence.end)):
        index = frame.word_index(number.start) - 1
        if index <= mention.mark.last or not ends(frame, number):
            continue
        if frame.words.words[index] not in ALTOGETHER and not _ends_a_line(frame, number):
            continue
        between = frame.marks_in(start, number.start)
        is_its_own = all(mark.categories.isdisjoint(APART) or mark.quoted or _is_one(mark) for mark in between)
        return number if is_its_own and number.role == "quantity" and number.bounds.least < A_CROWD else None
    return None


def _ends_a_line(frame: Frame, number: NumberMention) -> bool:
    """ "29.11 беседы в коллективах детсадов, 4", "обходы общежитий: 7": the last word of its line, behind a sign."""
    behind = frame.text[number.end : number.end + 2].lstrip(".;)")[:1]
    return behind in ("", "\n") and frame.text[max(0, number.start - 2) : number.start] in BEFORE_LAST


def _is_one(mark: Mark) -> bool:
    """ "Тренинги с психологом, всего 10", "уроки в старших классах (всего 21)": these are not those who came."""
    people = [entry for entry in mark.entries if entry.category in APART]
    return all(entry.category == "audience" and (entry.number == "s" or "l" in entry.cases) for entry in people)


def things_of(mention: Mention) -> NumberMention | None:
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
    if at is not None and "handing_out" in mention.traits and "material" in at.categories:
        return False
    entry = at.meaning.entry("kind") if at is not None else None
    return entry is not None and entry.number == "p" and "g" in entry.cases and entry.code != mention.entry.code


def times_of(mention: Mention) -> NumberMention | None:
    """ "Трижды проводили консультации", "семинар прошёл два раза", "екі рет өтті": of one kind alone."""
    frame, clause = mention.frame, mention.clause
    if not frame.words.has(seldom.TIMES):
        return None
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


def venues_of(mention: Mention) -> NumberMention | None:
    """ "собрания во всех одиннадцати организациях", "лектории в 16 школах": as many as there are places."""
    frame, clause = mention.frame, mention.clause
    if mention.listed_after is not None and mention.listed_before is None:
        return None
    start = clause.start if mention.listed_after is None else mention.mark.end
    end = clause.end if mention.listed_before is None else mention.listed_before.mark.start
    for number in frame.numbers_in(start, end):
        index = frame.word_index(number.end)
        in_groups = index < len(frame.words) and frame.words.words[index] in GROUPS_HELD  # "сағат 12 топта": no hour
        counts = number.role == "quantity" or (in_groups and number.role != "ordinal")  # "девятых классов": no number
        if number.role == "grade" and not mention.is_plural and mention.language == "ru":
            continue  # "тренинг для учащихся 9 классов"
        if number.role == "grade" and "-" in frame.text[number.start : number.end + 1]:
            continue  # "классные часы в 7-х классах"
        if not counts or not number.bounds.is_exact:
            continue
        if number.end <= mention.mark.start and _has_others(mention):
            return None  # "в 18 школах прошли круглые столы, тренинги": of all of them
        behind = index + 1 if index < len(frame.words) and is_adjective(frame.words.words[index]) else index
        if _are_groups(frame, index, behind):
            return number
        venue = next((mark for mark in frame.mark_at[index : index + 3] if mark is not None), None)
        if venue is not None and not venue.categories.isdisjoint(VENUES):
            there = [entry for entry in venue.entries if "l" in entry.cases]
            return None if not there or _is_its_number(mention, number, there) else number
    return None


def _is_its_number(mention: Mention, number: NumberMention, venue: list[Entry]) -> bool:
    """ "В 4 гимназии": the fourth, as the noun is one; "в 21 школе" may be so many."""
    ends_in_one = number.bounds.least % 10 == 1 and number.bounds.least % 100 != 11
    return mention.language == "ru" and not ends_in_one and all(entry.number == "s" for entry in venue)


def _are_groups(frame: Frame, index: int, behind: int) -> bool:
    """ "В 14 учебных группах", "18 топтың бәрінде": `index` is right behind a number, `behind` past adjectives."""
    return not GROUPS_HELD.isdisjoint(frame.words.words[behind : behind + 1]) or not ALL_OF_THEM.isdisjoint(
        frame.words.words[index + 1 : index + 2]
    )


def _has_others(mention: Mention) -> bool:
    kinds = mention.frame.kinds_in(mention.clause.start, mention.clause.end)
    return any(mark is not mention.mark for mark in kinds)
