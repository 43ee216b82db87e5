"""Russian numbers between a preposition and a kind: the preposition is the number's, and what it counts was held."""

from svod.extraction.lexicon.categories import HELD
from svod.extraction.lexicon.grammar import words
from svod.extraction.mentions.mention import Mention, Verdict
from svod.extraction.mentions.rule import rule

EACH_OF, OUT_OF = words("each_of"), words("made_of_people")


@rule(language="ru", words=EACH_OF | OUT_OF, said=HELD, is_preceded=True, is_verb=False)
def so_many(mention: Mention) -> Verdict | None:
    """ "В школах прошло по два семинара", "прошли 14 из 15 намеченных встреч" """
    frame, before = mention.frame, mention.governor
    word = frame.words.words[before]
    if (word not in EACH_OF and word not in OUT_OF) or mention.clause.categories.isdisjoint(HELD):
        return None
    if not _is_number(mention, before + 1) or (word in OUT_OF and not _is_number(mention, before - 1)):
        return None
    return Verdict("held", 0.8, "so_many")


def _is_number(mention: Mention, index: int) -> bool:
    starts = mention.frame.words.starts
    number = mention.frame.number_at(starts[index]) if 0 <= index < len(starts) else None
    return number is not None and number.role == "quantity"
