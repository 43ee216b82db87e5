"""Rules of Russian on what a campaign opened or closed with: "декада началась с линейки, завершилась концертом"."""

from svod.extraction.lexicon.grammar import words
from svod.extraction.mentions.mention import Mention, Verdict
from svod.extraction.mentions.rule import rule
from svod.packs.traits import traits

CAMPAIGNS, WHOLE = tuple(words("campaigns")), words("campaign_phrases")
OPENED, FROM = words("opened_with"), words("from_the_first")
DRIVES = traits("drive", "undertaking")  # they have activities of their own
MADE_DO = tuple(words("made_do"))  # how the verbs begin: "ограничились"


@rule(language="ru", words=OPENED, is_verb=False, is_governed=True)
def opened_with(mention: Mention) -> Verdict | None:
    """ "Кампания стартовала с областного семинара": the first thing that was held in it."""
    frame, clause = mention.frame, mention.clause
    if frame.words.words[mention.governor] not in FROM or "g" not in mention.cases() or mention.mark.quoted:
        return None
    if _is_of_another(mention):
        return Verdict("reference", 0.6, "inside_another")  # "семинар начался с лекции"
    before = frame.words_in(clause.start, mention.mark.start)
    is_campaigns = any(word.startswith(CAMPAIGNS) for word in before)
    # "начали мы 25-го с торжественного собрания"
    is_first = is_campaigns or not mention.paragraph_told or frame.lexicon.kinds.having(DRIVES).issuperset(mention.told)
    return Verdict("held", 0.6, "opened_with") if is_first and not OPENED.isdisjoint(before) else None


@rule(said={"held.with"}, is_known=False)
def closed_with(mention: Mention) -> Verdict | None:
    """ "Отметили конец декады турниром", "закончили концертом": what is in the instrumental was held."""
    if not mention.cases() or mention.cases() - {"i"} or mention.mark.quoted:
        return None
    if "held.with" not in mention.clause.said:
        return None
    seen = mention.frame.words_of(mention.sentence)
    of_it = mention.paragraph_told and not any(word.startswith((*CAMPAIGNS, *MADE_DO)) for word in seen)
    if of_it or _is_of_another(mention):
        return Verdict("reference", 0.6, "inside_another")  # "турнир открылся концертом"
    return Verdict("held", 0.6, "closed_with")


def _is_of_another(mention: Mention) -> bool:
    """ "Турнир открылся концертом"; not "завершилась акция концертом"."""
    before = mention.frame.marks_in(mention.clause.start, mention.mark.start)
    others = (mark for mark in before if mark.entries[0].phrase not in WHOLE and not mark.quoted)
    return any("kind" in mark.categories and "n" in mark.meaning.cases("kind", "ru") for mark in others)
