"""What sums up in Russian: headings of totals, kinds that are counted over the whole, people named by their number."""

from collections.abc import Sequence
from typing import NamedTuple

from svod.extraction.lexicon.categories import PEOPLE, VERBAL
from svod.extraction.lexicon.grammar import COVERING, GROUPS, IN, words
from svod.extraction.mentions.mention import Mention
from svod.extraction.text.frame import Frame
from svod.extraction.text.scan import Mark
from svod.extraction.text.sentences import Sentence
from svod.language.numbers import NumberMention

HEADING = 80  # characters: what is longer is no heading
SPACES = 10  # characters between a dash and a number
NUMBERING = 3  # words before the one that heads: "Раздел 4. Итоги"
OPENING = 24  # characters in which a sentence says that it sums up
SUMS = frozenset({"total.trigger", "total.period"})
SUBSETS = frozenset({"total.subset", "total.trigger"})
NUMBER_OF, DONE = words("number_of"), words("done_in_all")
HELD_THINGS = frozenset({"kind", "measure.activities"})
HELD_THINGS_GIVEN = HELD_THINGS | {"material"}
BESIDE = ("", ":", "–", "—", "-")  # signs between a verb and its number
MADE_UP = tuple(words("made_up"))
NAMED = frozenset({"audience", "measure.participants", "column.people"})
THINGS = frozenset({"measure.organisations", "material"})


class Section(NamedTuple):
    """The last sentence of a part that a heading such as "Итоги" opened; `is_heading` where that is the heading."""

    sentence: Sentence
    is_heading: bool


def summing_section(frame: Frame, sentence: Sentence, said: frozenset[str], last: Section | None) -> Section | None:
    """The part that sums up, if the sentence heads one or belongs to `last`: its line, its items, the line below."""
    if _heads(frame, sentence, said):
        return Section(sentence, True)
    if last is None:
        return None
    before = last.sentence
    goes_on = sentence.line == before.line or before.ends_item or last.is_heading
    return Section(sentence, False) if goes_on else None


def _heads(frame: Frame, sentence: Sentence, said: frozenset[str]) -> bool:
    """ "Всего по области:", "4. ЦИФРЫ ГОДА", "Раздел 4. Итоги" """
    if "total.heading" not in said or sentence.end - sentence.start > HEADING or "kind" in said:
        return False
    if any(number.role == "quantity" for number in frame.numbers_of(sentence)):
        return False
    first = next(mark for mark in frame.marks_of(sentence) if "total.heading" in mark.categories)
    if first.first - frame.word_index(sentence.start) > NUMBERING:
        return False
    before = frame.text[sentence.start : first.start]
    return not any(letter.islower() for letter in before) or before.rstrip().endswith((".", ":"))


def sums_up(mention: Mention, said: frozenset[str], counted: Sequence[Mark], told_above: bool) -> bool:
    """ "За 16 дней в области проведено 9 турниров, 30 лекций": the number is of all that is told above, not one more.

    `counted` are the nouns that the sentence's numbers count.
    """
    if mention.language != "ru" or mention.is_verb or not told_above or mention.mark not in counted:
        return False
    frame, sentence = mention.frame, mention.sentence
    if frame.quotes_in(mention.mark.end, mention.clause.end) or frame.dates_in(
        mention.clause.start, mention.clause.end
    ):
        return False
    return "total.section" in said or not SUMS.isdisjoint(frame.said(sentence.start, sentence.start + OPENING))


def named_by_number(frame: Frame, number: NumberMention, sentence: Sentence) -> Mark | None:
    """ "Общее количество участников, по оценкам, составило порядка 10 тысяч": what was counted, far from its number."""
    for mark in frame.marks_in(sentence.start, number.start):
        both = "column.people" in mark.categories and mark.last > mark.first  # "количество участников"
        first = mark.first if both else mark.first - 1
        named = first >= 0 and frame.words.words[first] in NUMBER_OF and not mark.categories.isdisjoint(NAMED)
        named = named or _is_cover(frame, mark, number)
        if (named or "held.attendance" in mark.categories) and not _counted_between(frame, mark, number):
            return mark
    return None


def _is_cover(frame: Frame, mark: Mark, number: NumberMention) -> bool:
    """ "Охвачено по таблице (без концерта) 282": how many were reached, and nothing else is named before the number."""
    if not frame.words.words[mark.first].startswith(COVERING):
        return False
    start = max(mark.end, frame.text.rfind(")", mark.end, number.start))
    return frame.said(start, number.start).isdisjoint(HELD_THINGS_GIVEN)


def done_in_all(frame: Frame, number: NumberMention, sentence: Sentence) -> Mark | None:
    """ "Всего строк 8, проведено 7", "итого из 12 выполнено 5": what was done of all that is told of."""
    index = frame.word_index(number.start) - 1
    at = frame.mark_at[index]
    if at is None or frame.words.words[index] not in DONE or frame.words.gap(index + 1).strip() not in BESIDE:
        return None
    return at if "total.trigger" in frame.said(sentence.start, number.start) else None


def at_the_head(frame: Frame, number: NumberMention, sentence: Sentence) -> Mark | None:
    """ "организаций, присоединившихся к акции – 148": the genitive plural that begins the item."""
    headed = frame.text.find(":", sentence.start, number.start)  # "Сводно по области: организаций, …, – 19"
    marks = frame.marks_in(headed, number.start) if headed > 0 else ()
    start = headed if marks else sentence.start
    first = next(iter(marks or frame.marks_in(start, number.start)), None)
    if first is None or first.first != frame.word_index(start):
        return None
    if frame.text[max(0, number.start - SPACES) : number.start].rstrip()[-1:] not in (
        "–",
        "—",
        "-",
        ":",
        ",",
    ) or _counted_between(frame, first, number):
        return None
    plural = any("g" in entry.cases and entry.number == "p" for entry in first.entries)
    return first if plural else None


def _counted_between(frame: Frame, mark: Mark, number: NumberMention) -> bool:
    """Whether another number does; not in "число участников по данным девяти вузов превысило 4 100"."""
    first = frame.word_index(number.start)
    if frame.words.words[first].startswith(MADE_UP) or frame.words.words[first - 1].startswith(MADE_UP):
        return False
    return any(other.role == "quantity" for other in frame.numbers_in(mark.end, number.start))


def is_part(
    frame: Frame, sentence: Sentence, number: NumberMention, counted: Mark, mentions: Sequence[Mention]
) -> bool:
    """No total: "из них 20 тысяч мужчин", "собрания 14 школ", "17 семей", "провели урок, всего 4 урока"."""
    if "kind" not in counted.categories and _is_of_subset(frame, sentence, number):
        return not counted.categories.isdisjoint(PEOPLE)
    if counted.meaning.language == "kk" or frame.language_at(number.start) == "kk":  # "тренинг" is of both
        return "audience" in counted.categories and frame.words.words[counted.last] in GROUPS  # "бес сынып"
    index = frame.word_index(number.start)
    is_behind_a_kind = frame.words.gap(index).isspace() and "kind" in frame.said_at(index - 1)
    if is_behind_a_kind and "measure.organisations" in counted.categories:
        return True
    if counted.categories.isdisjoint(HELD_THINGS) and _is_there(frame, sentence, number):
        return True
    if frame.words.words[counted.first] in GROUPS:  # "17 семей"; organisations and "45 плакатов" may be summed up
        return counted.categories.isdisjoint(THINGS)
    earlier = (mention for mention in mentions if mention.mark.end < number.start and mention.mark is not counted)
    told = (mention for mention in earlier if mention.verdict.status == "held")  # not "выездной семинар – 1" itself
    return any(mention.code in counted.meaning.kinds and not mention.is_plural for mention in told)


def _is_of_subset(frame: Frame, sentence: Sentence, number: NumberMention) -> bool:
    """ "Из них 20 тысяч мужчин"; not "17 мероприятий, из них 4 – с гостями, охвачено 2 310 студентов"."""
    if "total.subset" not in frame.said(sentence.start, number.start):
        return False
    before = frame.marks_in(sentence.start, number.start)
    last = next(mark for mark in reversed(before) if not mark.categories.isdisjoint(SUBSETS))
    return "total.subset" in last.categories


def _is_there(frame: Frame, sentence: Sentence, number: NumberMention) -> bool:
    """ "Всего в школе 640 учащихся": so many there are; nobody says that they came."""
    if not frame.said_in(sentence).isdisjoint(VERBAL):
        return False
    marks = frame.marks_in(sentence.start, number.start)
    after = [frame.words.words[mark.last + 1] for mark in marks if "total.trigger" in mark.categories]
    return any(word in IN for word in after)


def kind_of_all(mentions: Sequence[Mention], number: NumberMention) -> str | None:
    """ "Прошли тренинги «А», «Б», всего пришло 96 учеников": of which kind they all were, where it was but one."""
    told = [mention for mention in mentions if mention.verdict.status == "held"]
    if not told or told[-1].mark.end > number.start or told[0].language != "ru":
        return None
    codes = {mention.code for mention in told}
    return told[0].code if len(codes) == 1 and all(mention.is_plural for mention in told) else None
