"""Mentions behind a preposition that tell an activity all the same: by those who came to it, or with it."""

from svod.extraction.fields.people import people_in
from svod.extraction.lexicon.categories import PRESENT
from svod.extraction.lexicon.grammar import WHERE, WITH, is_adjective, is_past, words
from svod.extraction.mentions.kinds import GATHERINGS, kinds_of
from svod.extraction.mentions.mention import Mention, Verdict
from svod.extraction.mentions.rule import rule
from svod.extraction.text.frame import Frame
from svod.extraction.text.scan import Mark
from svod.extraction.verdicts.retold import is_said_at, is_within_it
from svod.extraction.verdicts.told_at import BESIDE, FOR, LOOSELY_CALLED, NOT_TOLD

COMING_WITH, COMING_TO = tuple(words("coming_with")), tuple(words("coming_to"))
AFTER_ALL, PLACES = tuple(words("after_all")), frozenset({"place", "place.called", "organiser.head", "partner"})
NOT, TOWARDS = words("not"), words("towards")
COMING = PRESENT | {"held.subject"}


@rule(is_preceded=True, is_known=False)
def came_with(mention: Mention) -> Verdict | None:
    """ "С лекцией выступил нарколог", "побывали в сёлах с беседами", "за консультацией обратились 25 женщин".

    Behind another one where it has a name, a day or a house of its own: "побывали с концертом в приюте".
    """
    frame, clause, end = mention.frame, mention.clause, mention.mark.end
    own = frame.quotes_in(end, end + BESIDE) or frame.dates_in(mention.sentence.start, mention.mark.start)
    if "i" not in mention.cases() or (mention.paragraph_told and not own and not _is_apart(mention)):
        return None
    before = frame.words.words[mention.governor]
    if before not in WITH and not (before in FOR and people_in(frame, mention.mark.end, clause.end)):
        return None
    came = any(word.startswith(COMING_WITH) for word in frame.words_in(clause.start, clause.end))
    if not came and (clause.verbs or not own or "partner" not in frame.said(clause.start, mention.mark.start)):
        return None  # "26.11 полиция с лекцией"
    return Verdict("reference", 0.6, "inside_another") if is_said_at(mention) else Verdict("held", 0.7, "taken_part_in")


def _is_apart(mention: Mention) -> bool:
    """ "После этого", "в Рудном", "в отделе полиции": its clause says that it was later or elsewhere."""
    frame, clause = mention.frame, mention.clause
    if mention.language != "ru":
        return False
    if frame.words.folded.startswith(AFTER_ALL, mention.sentence.start):
        return True
    return any(
        not mark.categories.isdisjoint(PLACES) and _is_where(frame, mark)
        for mark in frame.marks_in(clause.start, clause.end)
    )


def _is_where(frame: Frame, mark: Mark) -> bool:
    """ "В районном отделе полиции": behind the preposition, with no more than adjectives between."""
    seen, index = frame.words.words, mark.first - 1
    while index > 0 and is_adjective(seen[index]):
        index -= 1
    return index >= 0 and seen[index] in WHERE and any("l" in entry.cases for entry in mark.entries)


@rule(language="ru", begins=COMING_TO, is_verb=False, is_governed=True, is_known=False)
def came_there(mention: Mention) -> Verdict | None:
    """ "На день открытых дверей приехали студенты", "патруль вышел в ночной рейд": told by those who came to it.

    Not "на встречу пришли родители" behind what may be called so, nor "пришли на уроки в оранжевом".
    """
    frame, clause = mention.frame, mention.clause
    if not _is_where_to(mention) or not clause.said.isdisjoint(NOT_TOLD) or mention.mark.quoted:
        return None
    if mention.paragraph_told and mention.is_of(LOOSELY_CALLED) and not mention.is_plural:
        return None
    if mention.is_plural and not any("n" in mark.meaning.cases("partner", "ru") for mark in clause.marks):
        return None
    first, last = frame.word_index(clause.start), frame.word_index(clause.end)
    seen = frame.words.words
    came = any(
        seen[index].startswith(COMING_TO) and is_past(seen[index]) and seen[index - 1] not in NOT
        for index in range(first, last)
    )
    if not came:
        return None
    return Verdict("reference", 0.6, "inside_another") if is_within_it(mention) else Verdict("held", 0.6, "came_to")


def _is_where_to(mention: Mention) -> bool:
    """ "На митинг", "в рейд", "к вебинару": in the accusative, and in no other case, or behind "к"."""
    before, cases = mention.frame.words.words[mention.governor], mention.cases()
    return ("a" in cases and "l" not in cases) if before in WHERE else before in TOWARDS and "d" in cases


@rule(said=COMING, is_governed=True, is_known=False)
def came_to(mention: Mention) -> Verdict | None:
    """ "На конференции было 112 делегатов", "в семинаре приняли участие психологи": told by who came, if not before."""
    mark = mention.governor_mark
    if mark is None or mention.frame.words.words[mention.governor] not in WHERE:
        return None
    frame, clause = mention.frame, mention.clause
    before = frame.marks_in(mention.sentence.start, mention.mark.start)
    if mention.code in kinds_of(before):
        return None
    said = frame.said_in(mention.sentence)
    is_gathering = mention.is_of(GATHERINGS) and not COMING.isdisjoint(said)
    if (is_gathering or not clause.categories.isdisjoint(PRESENT)) and is_within_it(mention):
        return Verdict("reference", 0.6, "inside_another")
    if "held.joined" in clause.categories and not mention.paragraph_told:
        return Verdict("held", 0.55, "came_to")
    numbers = frame.numbers_in(mention.mark.end, clause.end)
    if not any(number.role == "quantity" for number in numbers):
        return None
    if people_in(frame, mention.mark.end, clause.end) and (clause.categories & COMING):
        return Verdict("held", 0.6, "came_to")
    return None
