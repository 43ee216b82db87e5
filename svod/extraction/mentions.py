"""The mentions of a sentence, each decided."""

from collections.abc import Collection

from svod.extraction.frame import VERBAL, Clause, Frame
from svod.extraction.sentences import Sentence
from svod.extraction.verdicts import AND, Mention, decide, governor_of


def find_mentions(frame: Frame, sentence: Sentence, clauses: list[Clause], told: Collection[str]) -> list[Mention]:
    """Every place of the sentence where a kind is named, in order, with its verdict. `told`: kinds told before."""
    mentions: list[Mention] = []
    for clause in clauses:
        for mark in frame.marks[clause.first : clause.last]:
            if "kind" not in mark.categories and "kind_verb" not in mark.categories:
                continue
            if mark.categories & {"partner.marker", "title.marker"} and "kind_verb" not in mark.categories:
                continue
            governor = governor_of(frame, sentence, mark)
            before = _listed_after(frame, mentions, mark.first)
            mention = Mention(frame, sentence, clause, mark, governor, before, False)
            mention.known = mention.code in told
            mention.verdict = decide(mention)
            mentions.append(mention)
    return mentions


def _listed_after(frame: Frame, mentions: list[Mention], first: int) -> Mention | None:
    """The mention before it, where nothing but the list goes on between them: a comma or "и", and no verb."""
    if not mentions:
        return None
    before = mentions[-1]
    if before.verdict is not None and before.verdict.rule == "inside_quotation":
        return before.listed_after
    between = frame.text[before.mark.end : frame.words.starts[first]]
    if "\n" in between or ". " in between:
        return None
    joined = "," in between or ";" in between or "+" in between or (first > 0 and frame.words.words[first - 1] in AND) or any(
        word in AND for word in frame.words.words[before.mark.last + 1 : first]
    )
    if not joined:
        return None
    for index in range(before.mark.last + 1, first):
        at = frame.mark_at[index]
        if at >= 0 and frame.marks[at].categories & VERBAL and not frame.quote_around(frame.words.starts[index]):
            return None
    return before
