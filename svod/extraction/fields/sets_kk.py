"""For whom in Kazakh: case endings and the word behind a name decide."""

from collections.abc import Iterator

from svod.extraction.lexicon.endings_kk import PARTICIPLE, POSSESSIVE
from svod.extraction.lexicon.grammar import AND, GROUPS, is_adjective, words
from svod.extraction.mentions.mention import Mention
from svod.extraction.text.clause import NONE
from svod.extraction.text.frame import Frame
from svod.extraction.text.scan import Mark
from svod.records import Span

AGAINST = words("against")
TOGETHER = words("together")
TAKING_PART = words("taking_part")
PARTING = frozenset(".,;:()\n")
# Kinds whose actors are those for whom they are.
CHAT, MEMBERS = tuple(words("chats")), "union_members"
SUBJECTS = frozenset({"held.joined", "held.watched"})


def audience_in(mention: Mention, start: int, end: int, skip: tuple[Span, ...]) -> Iterator[Mark]:
    """The people between two places for whom it was: "оқушыларға", "ата-аналар арасында", not "балалардың құқығы"."""
    for mark in named(mention.frame, "audience", start, end, skip):
        if _only_whose(mention.frame, mark):
            continue
        chain = last_of_chain(mention.frame, mark, "audience")
        if any(rule(mention, mark if rule in OF_ITSELF else chain) for rule in AUDIENCE):
            yield mark


def _only_whose(frame: Frame, mark: Mark) -> bool:
    """ "9-сыныптардың ата-аналарымен", "оқушылардың ата-аналарына": whose parents they are."""
    if cases_of(mark, "audience") != {"g"}:
        return False
    index = mark.last + 1
    at = frame.mark_at[index] if frame.words.gap(index).isspace() else None
    if at is None or "partner" in at.categories:
        return False
    return any(entry.category == "audience" and entry.code == "parents" for entry in at.entries)


def named(frame: Frame, category: str, start: int, end: int, skip: tuple[Span, ...]) -> Iterator[Mark]:
    for mark in frame.marks_in(start, end):
        if category not in mark.categories or mark.quoted or "kind" in mark.categories:
            continue
        if not any(span.start <= mark.start < span.end for span in skip):
            yield mark


def _counted(mention: Mention, mark: Mark) -> bool:
    """ "120 жас педагог" """
    frame = mention.frame
    if frame.words.words[mark.last] in GROUPS:
        return False
    for number in frame.numbers_in(mark.start - 40, mark.start):
        between = frame.words_in(number.end, mark.start)
        if number.role == "quantity" and all(map(is_adjective, between)) and not _parted(frame, number.end, mark):
            return True
    return False


def _parted(frame: Frame, end: int, mark: Mark) -> bool:
    """ "саны — 110. Психологтармен": a sign of punctuation stands between."""
    return not PARTING.isdisjoint(frame.text[end : mark.start])


def _taking_part(mention: Mention, mark: Mark) -> bool:
    """ "студенттердің қатысуымен пікірталас"; those who are invited as guests are partners."""
    if "partner" in mark.categories or "g" not in cases_of(mark, "audience"):
        return False
    return word_after(mention.frame, mark) in TAKING_PART


def _marked(mention: Mention, mark: Mark) -> bool:
    """ "оқушылар арасында", "ата-аналар үшін", "мұғалімдерге арналған" """
    return "audience.marker" in categories_after(mention.frame, mark)


def _given(mention: Mention, mark: Mark) -> bool:
    """ "оқушыларға дәріс оқыды", "студенттермен кездесті", "әйелдерден сауалнама алынды"; not "әйелдерге қарсы" """
    following = word_after(mention.frame, mark)
    if following in AGAINST or following in TOGETHER:
        return False
    cases = cases_of(mark, "audience")
    is_guest = "partner" in mark.categories and all(entry.code != MEMBERS for entry in mark.entries)
    return bool(cases & ({"d"} if is_guest else {"d", "i", "b"})) and not cases & {"n", "g"}


def _acting(mention: Mention, mark: Mark) -> bool:
    """ "Оқушылар бейнеролик тамашалады", "жастар флешмобқа шықты": those who came, not those who held it."""
    if "partner" in mark.categories or "n" not in mark.meaning.cases("audience", "kk", "p"):
        return False
    if "by_those_present" in mention.traits and mark.first < mention.mark.first:
        return True
    return mention.verdict.rule == "told_by_what_happened" or not mention.clause.said.isdisjoint(SUBJECTS)


def _owning(mention: Mention, mark: Mark) -> bool:
    """ "студенттердің дебаты", "қыздар жиыны": right before the kind."""
    if "partner" in mark.categories and "g" not in cases_of(mark, "audience"):  # "инспекторлар жиналысқа қатысты"
        return False
    if "partner" in mark.categories and word_after(mention.frame, mark) in TAKING_PART:
        return False  # "психологтардың қатысуымен дебат"
    at = mention.frame.mark_at[mark.first - 1]
    if at is not None and cases_of(mark, "audience") == {"g"} and "partner" in at.categories:
        return False  # "полиция қызметкерінің дәрісі"
    between = mention.frame.words.words[mark.last + 1 : mention.mark.first]
    if len(between) > 1 or any(word.endswith(PARTICIPLE) for word in between):  # "студенттер салған суреттер көрмесі"
        return False
    return mark.last < mention.mark.first and bool(cases_of(mark, "audience") & {"g", "n"})


def _meeting(mention: Mention, mark: Mark) -> bool:
    """ "Педагогтердің полициямен кездесуі": the meeting is theirs, with others named between."""
    if "encounter" not in mention.traits or not mention.frame.words.words[mention.mark.last].endswith(POSSESSIVE):
        return False
    return mark.last < mention.mark.first and cases_of(mark, "audience") == {"g"} and "partner" not in mark.categories


def _there(mention: Mention, mark: Mark) -> bool:
    """ "9-сыныптарда": only classes are both people and a place."""
    return cases_of(mark, "audience") == {"l"}


def _in_chat(mention: Mention, mark: Mark) -> bool:
    """ "Ата-аналар чатында" """
    return word_after(mention.frame, mark).startswith(CHAT) and "n" in cases_of(mark, "audience")


def _behind(mention: Mention, mark: Mark) -> bool:
    """ "«Мейірім» сурет байқауы, 1-4 сынып оқушылары", "кездесу (8-9 сыныптар)": an item of a list without a verb."""
    if mention.clause.verbs or mark.first <= mention.mark.last or "partner" in mark.categories:
        return False
    frame = mention.frame
    if frame.words.words[mark.last] in GROUPS and frame.number_at(frame.words.starts[mark.first - 1]):
        return False
    gap = frame.text[mention.mark.end : mark.start]
    return "n" in cases_of(mark, "audience") and ("," in gap or "(" in gap or "|" in gap)


AUDIENCE = (_counted, _taking_part, _marked, _given, _acting, _owning, _meeting, _there, _in_chat, _behind)
OF_ITSELF = (_counted, _acting)  # they look at one, the others at the last of those joined, which has the ending


def cases_of(mark: Mark, category: str) -> frozenset[str]:
    """The cases of a mark's Kazakh meaning in that category."""
    return mark.meaning.cases(category, "kk")


def last_of_chain(frame: Frame, mark: Mark, category: str) -> Mark:
    """ "оқушылар мен ата-аналарға": the last of those joined has the ending for all."""
    last = mark
    behind = frame.mark_from[mark.first] + 1
    for other in frame.marks[behind : behind + 4]:
        between = frame.words.words[last.last + 1 : other.first]
        gap = frame.text[last.end : other.start].strip()
        if category not in other.categories or len(between) > 2 or not (gap == "," or (between and between[0] in AND)):
            break
        last = other
    return last


def word_after(frame: Frame, mark: Mark) -> str:
    return frame.words.words[mark.last + 1] if mark.last + 1 < len(frame.words) else ""


def categories_after(frame: Frame, mark: Mark) -> frozenset[str]:
    """What the next word says, where no sign of punctuation stands before it."""
    return frame.said_at(mark.last + 1) if frame.words.gap(mark.last + 1).isspace() else NONE
