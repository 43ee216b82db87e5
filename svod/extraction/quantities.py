"""How many activities a mention stands for, and how many people took part."""

from svod.extraction.grammar import is_adjective
from svod.extraction.mention import Mention
from svod.language.numbers import NumberMention
from svod.records import Bounds, Span

ONE, MANY, SOME = Bounds(1, 1), Bounds(2, None), Bounds(1, None)
# Kinds that have no single occurrence: work goes on, leaflets are handed out again and again.
CONTINUING = frozenset({"outreach", "distribution"})
CONTINUING_PHRASES = ("работа", "жұмыс", "тарату", "work")
BETWEEN = frozenset(",;:.«»()")  # signs that part a number from what it counts
FARTHEST = 60  # characters from the beginning of a number to its last word


def count_of(mention: Mention) -> tuple[Bounds, Span | None]:
    """ "5 семинаров" [5, 5], "семинары" [2, ∞), "семинар" [1, 1], "разъяснительная работа" [1, ∞)."""
    number = number_before(mention)
    if number is not None:
        return number.bounds, Span(number.start, number.end)
    if mention.is_verb:
        return (SOME if mention.code in ("distribution", "consultation", "raid", "talk", "screening") else ONE), None
    after = _number_after(mention)
    if after is not None:
        return after.bounds, Span(after.start, after.end)
    if (
        mention.code in CONTINUING and any(word in mention.entry.phrase for word in CONTINUING_PHRASES)
    ) or mention.code == "distribution":
        return SOME, None
    if mention.is_plural:
        venues = _venues(mention)
        if venues is not None:
            return venues.bounds, Span(venues.start, venues.end)
        return MANY, None
    governor = mention.governor_mark
    if (
        governor is not None
        and governor.meaning.entry("held.noun") is not None
        and governor.entries[0].phrase in ("цикл", "серия", "ряд")
    ):
        return MANY, None
    return ONE, None


def number_before(mention: Mention) -> NumberMention | None:
    """The quantity right before the mention, adjectives between them allowed: "12 тематических круглых столов"."""
    frame, index = mention.frame, mention.mark.first
    for _ in range(4):
        if index <= 0:
            return None
        start = frame.words.starts[index - 1]
        if not BETWEEN.isdisjoint(frame.words.gap(index)):
            return None
        number = frame.number_at(start)
        if number is not None and number.start >= start - FARTHEST:
            return number if number.role == "quantity" else None
        if not is_adjective(frame.words.words[index - 1]):
            return None
        index -= 1
    return None


def _number_after(mention: Mention) -> NumberMention | None:
    """ "цикл семинаров (5)", "дни открытых дверей – 2", "встречи (2 раза)", "классных часов 290" """
    frame, end = mention.frame, mention.mark.end
    for number in frame.numbers_in(end, end + 6):
        before = frame.text[end : number.start].strip()
        rest = frame.text[number.end : number.end + 12].strip()
        if (
            number.role == "quantity"
            and before in ("(", "–", "—", "-", "")
            and (rest[:1] in (")", ",", ".", ";", "") or rest.startswith(("раз", "рет")))
        ):
            return number
    return None


def _venues(mention: Mention) -> NumberMention | None:
    """ "собрания во всех одиннадцати организациях", "лектории в 16 школах": as many as there are places."""
    frame, clause = mention.frame, mention.clause
    if mention.listed_after is not None:
        return None
    for number in frame.numbers_in(clause.start, clause.end):
        if number.role != "quantity" or not number.bounds.is_exact:
            continue
        index = frame.word_index(number.end)
        for step in (0, 1, 2):
            at = frame.mark_at[index + step] if index + step < len(frame.words) else -1
            if at >= 0:
                mark = frame.marks[at]
                if "measure.organisations" in mark.categories or "organiser.head" in mark.categories:
                    cases = {case for entry in mark.entries for case in entry.cases}
                    return number if "l" in cases else None
                break
    return None
