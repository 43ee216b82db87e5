"""The nouns that may head a holder's name, and where such a noun is none: it says whose, or only where."""

from svod.extraction.frame import Frame
from svod.extraction.grammar import is_adjective, words
from svod.extraction.mention import Mention
from svod.extraction.names import first_adjective
from svod.extraction.scan import Mark

HOLDERS = frozenset({"organiser.head", "partner"})  # the police that hold a lecture are its organiser
# Whose it is: "врачи больницы", "музей полиции".
OWNERS = frozenset({"audience", "partner", "organiser.head", "kind", "kind_verb"})
INVITING = tuple(words("inviting"))
MARKETS, MIDDLE, SETTLEMENTS = tuple(words("markets")), words("middle"), words("settlement_nouns")


def head_cases(head: Mark) -> frozenset[str]:
    return head.meaning.cases_in(HOLDERS)


def invites(mention: Mention) -> bool:
    """ "Библиотека пригласила молодёжь на лекцию": who calls others to it holds it."""
    seen = mention.frame.words.words
    return any(seen[verb.first].startswith(INVITING) for verb in mention.clause.verbs)


def only_says_whose(mention: Mention, head: Mark) -> bool:
    """ "Врачи больницы", "для сотрудников предприятия": a genitive that only says whose they are."""
    frame, before = mention.frame, first_adjective(mention.frame, mention.clause, head) - 1
    if "g" not in head_cases(head) or mention.language != "ru" or before < 0:
        return False
    at = frame.mark_at[before]
    if at < 0 or frame.words.gap(before + 1) != " " or frame.words.starts[before] < mention.clause.start:
        return False
    return not frame.marks[at].categories.isdisjoint(OWNERS)


def is_only_a_place(mention: Mention, head: Mark) -> bool:
    """ "В центре города", "в торговом центре": no organisation."""
    seen, first = mention.frame.words.words, first_adjective(mention.frame, mention.clause, head)
    if seen[first].startswith(MARKETS):
        return True
    return seen[head.last] in MIDDLE and _is_of_a_place(mention.frame, head.last + 1)


def _is_of_a_place(frame: Frame, index: int) -> bool:
    while index < len(frame.words) and is_adjective(frame.words.words[index]):
        index += 1
    return index < len(frame.words) and frame.words.words[index] in SETTLEMENTS
