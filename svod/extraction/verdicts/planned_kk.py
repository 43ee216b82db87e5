"""What a Kazakh text lays down to be held."""

from svod.extraction.lexicon.grammar import words
from svod.extraction.mentions.mention import Mention, Verdict
from svod.extraction.mentions.rule import rule

LAID_DOWN = words("laid_down_kk")


@rule(language="kk", is_verb=False, words=LAID_DOWN)
def laid_down(mention: Mention) -> Verdict | None:
    """ "Ақпанда жұмыс берушілермен дөңгелек үстел өткізілсін": a decision that says when."""
    frame, sentence = mention.frame, mention.sentence
    behind = frame.words_in(mention.mark.end, mention.clause.end)
    if LAID_DOWN.isdisjoint(behind) or not frame.dates_in(sentence.start, mention.clause.end):
        return None
    return Verdict("planned", 0.7, "laid_down")
