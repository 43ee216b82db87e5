"""Kazakh case endings that point at what was told before, or tell it: «семинардан», «семинарға қатысты»."""

from svod.extraction.lexicon.grammar import COVERING, words
from svod.extraction.lexicon.meaning import DIRECT
from svod.extraction.mentions.mention import Mention, Verdict
from svod.extraction.mentions.rule import rule
from svod.extraction.text.scan import Mark
from svod.extraction.verdicts.governed_kk import CAMPAIGNS, has_finite_verb, told_by_what_happened, word_behind
from svod.extraction.verdicts.lists_kk import last_of_list
from svod.extraction.verdicts.retold_kk import told_at_it

CLOSING = tuple(words("closing"))
PASSED = words("passed_through")  # "тренингтен өтті"
SOME, FEW = words("some_of_them"), 3  # words from "кездесудің" to "бірі"
FAR = 8  # words from a participle to its kind: "өткен «…» атты дөңгелек үстелде"


@rule(language="kk", is_verb=False)
def oblique(mention: Mention) -> Verdict | None:
    """A Kazakh case ending that points elsewhere: "семинардан", "семинарда", or tells it: "семинарға қатысты"."""
    last = last_of_list(mention)
    cases = mention.cases() if last is mention.mark else _cases(last)
    if cases & DIRECT:
        return _definite(mention)
    joined = cases & {"d", "l", "i"} and "held.joined" in mention.clause.categories
    # "Семинарға қатысқандар саны – 45"
    joined = joined or (cases == {"d"} and "held.attendance" in mention.clause.said)
    if joined and cases == {"l"} and told_at_it(mention):
        return Verdict("reference", 0.7, "oblique")
    if joined and (not mention.known or "outing" in mention.traits or _took_place(mention)):
        return Verdict("planned" if "planned.verb" in mention.clause.categories else "held", 0.75, "oblique")
    if cases == {"b"} and not mention.known and (PASSED.issuperset(word_behind(mention, last)) or _passed(mention)):
        return Verdict("held", 0.7, "oblique")
    if cases == {"i"} and (_closes(mention) or _covers(mention)):
        return Verdict("held", 0.6, "closed_with")
    if cases & {"l", "i"} and _took_place(mention):
        return Verdict("held", 0.7, "told_by_what_happened")
    if "l" in cases and "published" in mention.traits and not mention.known and has_finite_verb(mention):
        return Verdict("held", 0.7, "oblique")
    if "l" in cases:
        return told_by_what_happened(mention) or Verdict("reference", 0.7, "oblique")
    if cases == {"g"} and _some_were_held(mention):
        return Verdict("held", 0.7, "held")
    return Verdict("reference", 0.7, "oblique")


def _some_were_held(mention: Mention) -> bool:
    """ "Жоспарланған он екі кездесудің он бірі өтті": how many of them were."""
    behind = mention.frame.words.words[mention.mark.last + 1 : mention.mark.last + 1 + FEW]
    return "held.subject" in mention.clause.categories and not SOME.isdisjoint(behind)


def _took_place(mention: Mention) -> bool:
    """ "30 қарашада өткен дөңгелек үстелде": the participle tells that it was held, with a day or a holder."""
    frame, clause = mention.frame, mention.clause
    before = frame.marks_in(clause.start, mention.mark.start)
    held = [mark for mark in before if "held.participle" in mark.categories and not mark.quoted]
    if not held or mention.mark.first - held[-1].last > FAR:
        return False
    own = any("organiser.marker" in mark.categories for mark in before)
    return own or bool(frame.dates_in(clause.start, mention.mark.start))


def _closes(mention: Mention) -> bool:
    """ "Апта флешмобпен қорытындыланды": what ended with it is no other activity."""
    if mention.known or not _verb(mention).startswith(CLOSING):
        return False
    seen = mention.frame.words_in(mention.sentence.start, mention.mark.start)
    if mention.paragraph_told and not any(word.startswith(CAMPAIGNS) for word in seen):
        return False
    before = mention.frame.marks_in(mention.clause.start, mention.mark.start)
    named = (mark.meaning.entry("kind", "kk") for mark in before if not mark.quoted)
    return all(entry is None or "drive" in entry.traits for entry in named)


def _covers(mention: Mention) -> bool:
    """ "Дәрістермен 300 студент қамтылды" """
    numbers = mention.frame.numbers_in(mention.mark.end, mention.clause.end)
    return not mention.known and bool(numbers) and _verb(mention).startswith(COVERING)


def _passed(mention: Mention) -> bool:
    """ "Тренингтен 45 оқушы өтті": so many of them went through it."""
    return _verb(mention) in PASSED and bool(mention.frame.numbers_in(mention.mark.end, mention.clause.end))


def _verb(mention: Mention) -> str:
    """The last word of the clause."""
    index = mention.frame.word_index(mention.clause.end) - 1
    return mention.frame.words.words[index] if index > mention.mark.last else ""


def _definite(mention: Mention) -> Verdict | None:
    """ "Сабақты прокурор жүргізді": the accusative at the head of the sentence is what was told before."""
    if mention.cases() != {"a"} or not mention.known or mention.is_plural:
        return None
    if mention.mark.start > mention.clause.start + 2 or mention.frame.quotes_in(
        mention.clause.start, mention.clause.end
    ):
        return None
    return Verdict("reference", 0.6, "points_back")


def _cases(mark: Mark) -> frozenset[str]:
    return frozenset("".join(entry.cases for entry in mark.entries if entry.category == "kind"))
