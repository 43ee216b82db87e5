"""A number with no noun behind it: those whom it counts stand before it, or a word of coming does."""

from svod.extraction.fields.people_unnamed import A_FEW
from svod.extraction.lexicon.categories import PEOPLE, PRESENT
from svod.extraction.lexicon.grammar import ADVERBS, IN_ALL, words
from svod.extraction.text.frame import Frame
from svod.extraction.text.scan import Mark
from svod.extraction.text.signs import DASH_OR_COLON, DASHES
from svod.language.numbers import NumberMention

COMING = PRESENT | {"held.subject"}
COVER = words("cover")
OF_SO_MANY, BESIDE_A_DASH = frozenset("g"), frozenset("gn")
WERE, OF_THEM = words("were"), words("of_them")
BY_THEM = words("by_number") | COVER  # "с хлопкоробами, числом до 60"


def at_one(frame: Frame, number: NumberMention, start: int) -> bool:
    """ "Тренинг (24), опрос – 210 учащихся", "беседа «Дом» (30)": alone in brackets behind what was held once."""
    end = number.start - 2
    if (
        number.bounds.least < A_FEW
        or frame.text[end : number.start] != " ("
        or frame.text[number.end : number.end + 1] != ")"
    ):
        return False
    quote = frame.quote_around(end - 2)
    index = frame.word_index(end if quote is None else quote.start) - 1
    at = frame.mark_at[index] if start <= frame.words.starts[index] else None
    kind = at.meaning.entry("kind", "ru") if at is not None and not at.quoted else None
    return kind is not None and kind.number == "s" and "n" in kind.cases


def people_before(frame: Frame, number: NumberMention, start: int) -> Mark | None:
    """ "студентов 44", "слушателей – около 80", "ребят было 35", "мамы – 17": those whom the number behind counts."""
    index, end = frame.word_index(number.start) - 1, number.start
    for _ in range(4):
        if index < 0 or frame.words.starts[index] < start:
            return None
        if any(sign in frame.text[frame.words.end(index) : end] for sign in ",;:()|\n«»."):
            return None
        mark = frame.mark_at[index]
        if mark is not None and not mark.categories.isdisjoint(PEOPLE):
            is_dashed = frame.text[frame.words.end(index) : number.start].strip() in DASHES
            cases = BESIDE_A_DASH if is_dashed else OF_SO_MANY
            return mark if any(cases & set(entry.cases) and entry.number == "p" for entry in mark.entries) else None
        if mark is not None and mark.categories.isdisjoint(COMING):
            return None
        end = frame.words.starts[index]
        index -= 1
    return None


def people_outside(frame: Frame, number: NumberMention, start: int) -> Mark | None:
    """ "Тренинг с педагогами (35)": the number is alone in brackets right behind those whom it counts."""
    index = frame.word_index(number.start) - 1
    if index < 0 or frame.words.starts[index] < start or frame.text[number.end : number.end + 1] != ")":
        return None
    them = frame.mark_at[index] if frame.text[frame.words.end(index) : number.start] == " (" else None
    if them is None or them.quoted or _is_behind_several(frame, start, them.start):
        return None
    return them if any(entry.number == "p" for entry in them.entries if entry.category == "audience") else None


def _is_behind_several(frame: Frame, start: int, end: int) -> bool:
    """ "Беседы с родителями (3)": so many talks."""
    kinds = frame.kinds_in(start, end)
    return bool(kinds) and any(entry.number == "p" for entry in kinds[-1].entries if entry.category == "kind")


def told_to_come(frame: Frame, number: NumberMention, start: int) -> bool:
    """ "пришло трое", "подключилось до 70", "охват – 50": a word of coming right before a number without a noun."""
    index = frame.word_index(number.start) - 1
    while index > 0 and frame.words.words[index] in ADVERBS and frame.words.gap(index + 1).isspace():
        index -= 1  # "пришли только двое"
    if index < 0 or frame.words.starts[index] < start:
        return False
    gap = frame.words.gap(index + 1).strip()
    at = frame.mark_at[index]
    if gap:  # "охват – 50", "количество участников: 64"
        counts = at is not None and at.first < index and "column.people" in at.categories
        return gap in DASH_OR_COLON and (counts or frame.words.words[index] in COVER)
    if at is None and frame.words.words[index] in OF_THEM and frame.words.gap(index).isspace():
        at = frame.mark_at[index - 1]  # "собралось их свыше сорока"
    came = at is not None and not at.categories.isdisjoint(PRESENT)
    came = came or (index > 0 and _says_how_many_they_were(frame.words.words[index - 1 : index + 1]))
    if frame.words.words[index] in IN_ALL:  # "1-11 классы (всего 412)", "20 волонтёров, всего около 40"
        came = frame.text[max(0, frame.words.starts[index] - 2) : frame.words.starts[index]].strip() in ("(", ",")
    return came or frame.words.words[index] in BY_THEM


def _says_how_many_they_were(words: list[str]) -> bool:
    """ "Их было больше сорока", "было их двадцать семь" """
    return not WERE.isdisjoint(words) and not OF_THEM.isdisjoint(words)
