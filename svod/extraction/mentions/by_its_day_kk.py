"""What was told, called again by the day that it was on: "4 желтоқсанда өткен басқосуды кәсіподақ ұйымдастырды"."""

from collections.abc import Iterable, Sequence

from svod.extraction.lexicon.categories import NOUNS
from svod.extraction.lexicon.endings_kk import ATTRIBUTIVE
from svod.extraction.lexicon.grammar import OF_THAT_DAY
from svod.extraction.mentions.found import Found
from svod.extraction.mentions.kinds import GATHERINGS
from svod.extraction.mentions.mention import Mention, Verdict
from svod.extraction.text.frame import Frame
from svod.extraction.text.sentences import Sentence

POINTED = frozenset("dlag")


def hear_of_its_day(mentions: Iterable[Mention], found: Sequence[Found]) -> None:
    """ "Форум өтті. 4 желтоқсанда болған басқосуды …": the gathering is what was told before without a day."""
    last = found[-1] if found else None
    if last is None or last.date is not None or last.mention.language != "kk":
        return
    for mention in mentions:
        if mention.verdict.status != "held" or not mention.is_of(GATHERINGS) or mention.sentence.line != last.line:
            continue
        if is_called_by_its_day(mention.frame, mention.sentence, mention.mark.first):
            mention.verdict = Verdict("reference", 0.65, "points_at_gathering")


def is_called_by_its_day(frame: Frame, sentence: Sentence, index: int = -1) -> bool:
    """ "27 қарашадағы жиынға", "1 желтоқсанда өткен шараны": a day begins the sentence, and one gathering is of it.

    `index`: the word that it must be.
    """
    days = frame.dates_in(sentence.start, sentence.start + 1)
    if not days or days[0].relative is not None:
        return False
    behind = frame.word_index(days[0].end)
    if "held.participle" in frame.said_at(behind):
        behind += 1
    elif not frame.words.words[behind - 1].endswith(ATTRIBUTIVE) and frame.words.words[behind - 1] not in OF_THAT_DAY:
        return False
    mark = frame.mark_at[behind] if index in (-1, behind) else None
    if mark is None or mark.categories.isdisjoint(NOUNS) or mark.meaning.is_plural("kk"):
        return False
    entry = mark.meaning.entry("kind", "kk") or mark.meaning.entry("kind_formless", "kk")
    if entry is None or not (entry.category == "kind_formless" or not GATHERINGS.isdisjoint(entry.traits)):
        return False
    cases = mark.meaning.cases(entry.category, "kk")
    return bool(cases) and cases <= POINTED
