"""The full names of those that a text calls shortly: "центр" is "Кризисный центр для женщин «Үміт»", named before."""

import re

from svod.extraction.holders.heads import HOLDERS, MARKETS, are_members, is_person
from svod.extraction.holders.names import ANY, extent, nominative
from svod.extraction.lexicon.grammar import is_adjective, words
from svod.extraction.text.clauses import clauses_of
from svod.extraction.text.frame import Clause, Frame
from svod.extraction.text.scan import Mark
from svod.extraction.text.sentences import Sentence
from svod.language.fold import fold
from svod.language.remembered import Remembered
from svod.records import Span

WORD = re.compile(r"\w+")
NUMBERED = re.compile(r"[\d«“\"]")
SHORTEST = LONGEST_INITIALS = 3  # letters: "вуз", "ДВД"
OPENING = 120  # characters of a name that hold its first words
STANDS_FOR = {short: full.split(" ") for short, _, full in (line.partition(" ") for line in words("short_for"))}
SMALL = words("and") | words("prepositions")


class FullNames:
    """The organisations that a text names in full, by the words that they may be called by."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self._by_word: dict[str, list[Span]] = {}  # looked for where a short name is met

    def of(self, name: str, before: int) -> tuple[str, Span] | None:
        """The last one named before that place which may be called so."""
        adjective, _, word = fold(name).rpartition(" ")
        if len(word) < SHORTEST or (adjective and (" " in adjective or not is_adjective(adjective))):
            return None
        called = (self._called(one) for one in (word, *STANDS_FOR.get(word, ())))
        earlier = (full for names in called for full in names if full.end <= before)
        if adjective:  # "детский сад": one that has a number or a name
            earlier = (full for full in earlier if NUMBERED.search(self.frame.text, full.start, full.end))
        full = max(earlier, key=lambda one: one.start, default=None)
        return self._told(full) if full is not None else None

    def _told(self, full: Span) -> tuple[str, Span]:
        return nominative(self.frame.text[full.start : full.end], "ru", ANY), full

    def _called(self, word: str) -> list[Span]:
        """Those that may be called by that word, in the order of the text."""
        known = self._by_word.get(word)
        if known is None:
            sentences = [sentence for sentence in self.frame.sentences if self._may_name(sentence, word)]
            clauses = (clause for sentence in sentences for clause in clauses_of(self.frame, sentence))
            names = (self._name(clause, head, word) for clause in clauses for head in clause.marks)
            known = self._by_word[word] = [name for name in names if name is not None]
        return known

    def _may_name(self, sentence: Sentence, word: str) -> bool:
        """Whether a noun of the sentence is that word, unless it may be initials."""
        if HOLDERS.isdisjoint(self.frame.said_in(sentence)):
            return False
        return len(word) <= LONGEST_INITIALS or any(_is_called(mark, word) for mark in self.frame.marks_of(sentence))

    def _name(self, clause: Clause, head: Mark, word: str) -> Span | None:
        """The whole name around its head, where that may be called so."""
        if head.categories.isdisjoint(HOLDERS) or head.quoted or head.entries[0].language == "kk":
            return None
        if is_person(head) or are_members(head):
            return None
        span = extent(self.frame, clause, head)
        if self.frame.words.words[self.frame.word_index(span.start)].startswith(MARKETS):
            return None
        folded = self.frame.words.folded[span.start : span.end]
        if " " not in folded.strip():
            return None
        marks = [mark for mark in self.frame.marks_in(span.start, span.end) if not _only_owns(mark, head, span)]
        may_be = word == _initials(folded) or any(_is_called(mark, word) for mark in marks)
        return span if may_be else None


def _only_owns(mark: Mark, head: Mark, name: Span) -> bool:
    """ "Первичная организация колледжа" is no college."""
    owns = "g" in mark.meaning.cases_in(HOLDERS)
    return owns and mark.first > head.last and mark.end == name.end


def _is_called(mark: Mark, word: str) -> bool:
    if mark.categories.isdisjoint(HOLDERS):
        return False
    return any(entry.category in HOLDERS and word in NOUNS_OF[entry.phrase] for entry in mark.entries)


def _nouns_of(phrase: str) -> frozenset[str]:
    """ "Кризисный центр", "школа-лицей": by its noun it may be called, and by either part of it."""
    phrase = fold(phrase)
    return frozenset((*phrase.split(" "), *WORD.findall(phrase)))


NOUNS_OF = Remembered(_nouns_of)


def _initials(folded: str) -> str:
    """ "Департамент внутренних дел области" as "двд": of what is written small, up to a name."""
    return "".join(word[0] for word in WORD.findall(folded[:OPENING])[:LONGEST_INITIALS] if word not in SMALL)
