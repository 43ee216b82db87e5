"""Russian numbers between a preposition and a kind: the preposition is the number's, and what it counts was held."""

from svod.extraction.lexicon.categories import HELD
from svod.extraction.lexicon.grammar import OUT_OF, words
from svod.extraction.mentions.mention import Mention, Verdict
from svod.extraction.mentions.rule import rule

EACH_OF, EACH = words("each_of"), tuple(words("each_of_several"))
TELLING = HELD | {"planned.verb"}


@rule(language="ru", words=EACH_OF | OUT_OF, said=TELLING, is_preceded=True, is_verb=False)
def so_many(mention: Mention) -> Verdict | None:
    """ "В школах прошло по два семинара", "в каждом селе показали по сценке", "прошли 14 из 15 намеченных встреч" """
    frame, before = mention.frame, mention.governor
    word = frame.words.words[before]
    if (word not in EACH_OF and word not in OUT_OF) or mention.clause.categories.isdisjoint(TELLING):
        return None
    if not (_is_number(mention, before + 1) or (word in EACH_OF and _is_one_for_each(mention))):
        return None
    if word in OUT_OF and not _is_number(mention, before - 1):
        return None
    is_held = not mention.clause.categories.isdisjoint(HELD)
    return Verdict("held" if is_held else "planned", 0.8, "so_many")


def _is_one_for_each(mention: Mention) -> bool:
    """ "В каждой группе по беседе": one each, where the number is left out; not "соревнования по волейболу"."""
    before = mention.frame.words_in(mention.clause.start, mention.mark.start)
    return "d" in mention.cases() and any(word.startswith(EACH) for word in before)


def _is_number(mention: Mention, index: int) -> bool:
    starts = mention.frame.words.starts
    number = mention.frame.number_at(starts[index]) if 0 <= index < len(starts) else None
    return number is not None and number.role == "quantity"
