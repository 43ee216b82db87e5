"""Activities that a sentence tells twice: by a verb and by a noun."""

from svod.extraction.lexicon.grammar import words
from svod.extraction.mentions.kinds import RIVALRIES
from svod.extraction.mentions.mention import Mention

OUTCOME = words("outcome")  # "итоги"
TOLD, FILMS = frozenset({"held", "planned"}), "media video"


def without_doubled_verbs(mentions: list[Mention]) -> list[Mention]:
    """ "Общественная приёмная: юрист консультировал сотрудников" is one consultation: the noun tells it.

    "Опросили 300 студентов, вывесили итоги опроса" is one survey, which the verb tells.
    """
    if len(mentions) < 2 or not any(mention.is_verb for mention in mentions):
        return mentions
    verbs = {mention.code for mention in mentions if mention.is_verb and mention.verdict.status in TOLD}
    if verbs:
        mentions = [mention for mention in mentions if mention.code not in verbs or not _is_outcome(mention)]
    named = {mention.code for mention in mentions if not mention.is_verb and mention.verdict.status in TOLD}
    rivalries = mentions[0].frame.lexicon.kinds.having(RIVALRIES)
    if verbs and mentions[0].language == "kk" and not named.isdisjoint(rivalries):
        named |= rivalries  # "ойын өтіп, 26 бала сайысты"
    seen: set[str] = set()
    kept = []
    for mention in mentions:
        if mention.is_verb and (mention.code in named or mention.code in seen) and not _is_beside(mention, mentions):
            continue
        if _tells_its_kind(mention):
            seen.add(mention.code)
        kept.append(mention)
    return kept


def _tells_its_kind(mention: Mention) -> bool:
    """ "Имам побывал и в лицее, там он встретился с ребятами": the first, which only goes on, tells nothing."""
    if mention.language == "kk":
        return mention.is_verb or mention.verdict.status != "none"
    return mention.is_verb and mention.verdict.status in TOLD


def _is_beside(mention: Mention, mentions: list[Mention]) -> bool:
    """ "Опубликовано 12 статей, снято три ролика": the films have a clause of their own."""
    if mention.entry.code != FILMS or mention.language != "ru":
        return False
    return not any(
        other.code == mention.code and other.clause is mention.clause for other in mentions if other is not mention
    )


def _is_outcome(mention: Mention) -> bool:
    """ "Итоги опроса", where its verb tells the survey."""
    return mention.governor >= 0 and mention.frame.words.words[mention.governor] in OUTCOME
