"""The full names of those that a text calls shortly: "центр" is "Кризисный центр для женщин «Үміт»", named before."""

import re
from itertools import islice

from svod.extraction.holders.heads import HOLDERS, MARKETS, are_members, is_person
from svod.extraction.holders.names import ANY, extent, nominative
from svod.extraction.lexicon.grammar import is_adjective, words
from svod.extraction.text.clause import Clause
from svod.extraction.text.clauses import clauses_of
from svod.extraction.text.frame import Frame
from svod.extraction.text.scan import Mark
from svod.extraction.text.sentences import Sentence
from svod.language.fold import fold, fold_phrase
from svod.language.remembered import Remembered
from svod.records import Span

WORD = re.compile(r"\w+")
NUMBERED = re.compile(r"[\d«“\"]")
SHORTEST = LONGEST_INITIALS = 3  # letters: "вуз", "ДВД"
STANDS_FOR = {short: full.split(" ") for short, _, full in (line.partition(" ") for line in words("short_for"))}
Name = tuple[Span, set[str]]  # where it stands, and what it may be called by
SMALL = words("and") | words("prepositions")


class FullNames:
    """The organisations that a text names in full, by the words that they may be called by."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self._by_sentence: dict[int, list[Name]] = {}  # looked for where a short name is met
        self._by_word: dict[str, list[Span]] = {}
        self._passed: dict[str, int] = {}  # for each word the first sentence in which it was not yet looked for

    def of(self, name: str, before: int) -> tuple[str, Span] | None:
        """The last one named before that place which may be called so."""
        adjective, _, word = fold_phrase(name).rpartition(" ")
        if len(word) < SHORTEST or (
            adjective and (" " in adjective or "-" in adjective or not is_adjective(adjective))
        ):
            return None
        called = (self._called(one, before) for one in (word, *STANDS_FOR.get(word, ())))
        earlier = (full for names in called for full in names if full.end <= before)
        if adjective:  # "детский сад": one that has a number or a name
            earlier = (full for full in earlier if NUMBERED.search(self.frame.text, full.start, full.end))
        full = max(earlier, key=lambda one: one.start, default=None)
        return self._told(full) if full is not None else None

    def _told(self, full: Span) -> tuple[str, Span]:
        return nominative(self.frame.text[full.start : full.end], "ru", ANY), full

    def _called(self, word: str, before: int) -> list[Span]:
        """Those that may be called by that word, in the order of the text; all that begin before that place."""
        known, sentences = self._by_word.setdefault(word, []), self.frame.sentences
        at = self._passed.get(word, 0)
        while at < len(sentences) and sentences[at].start < before:
            if self._may_name(sentences[at], word):
                names = self._names_in(sentences[at])
                known += [span for span, words in names if word in words or self._has_initials(span, word)]
            at += 1
        self._passed[word] = at
        return known

    def _may_name(self, sentence: Sentence, word: str) -> bool:
        """Whether a noun of the sentence is that word, unless it may be initials."""
        if HOLDERS.isdisjoint(self.frame.said_in(sentence)):
            return False
        if len(word) <= LONGEST_INITIALS:
            return True
        entries = (entry for mark in self.frame.marks_of(sentence) for entry in mark.entries)
        return any(entry.category in HOLDERS and word in NOUNS_OF[entry.phrase] for entry in entries)

    def _names_in(self, sentence: Sentence) -> list[Name]:
        known = self._by_sentence.get(sentence.start)
        if known is None:
            clauses = clauses_of(self.frame, sentence)
            names = (self._name(clause, head) for clause in clauses for head in clause.marks)
            known = self._by_sentence[sentence.start] = [name for name in names if name is not None]
        return known

    def _name(self, clause: Clause, head: Mark) -> Name | None:
        """The whole name around its head, where it is more than a word, and what it may be called by."""
        if head.categories.isdisjoint(HOLDERS) or head.quoted or head.entries[0].language == "kk":
            return None
        if is_person(head) or are_members(head):
            return None
        span = extent(self.frame, clause, head)
        if self.frame.word_from(span.start).startswith(MARKETS):
            return None
        folded = self.frame.words.folded[span.start : span.end]
        if " " not in folded.strip():
            return None
        words: set[str] = set()
        for mark in self.frame.marks_in(span.start, span.end):
            for entry in mark.entries if not _only_owns(mark, head, span) else ():
                if entry.category in HOLDERS:
                    words |= NOUNS_OF[entry.phrase]
        return span, words

    def _has_initials(self, name: Span, word: str) -> bool:
        if len(word) > LONGEST_INITIALS:
            return False
        return word == _initials(self.frame.words.folded[name.start : name.end])


def _only_owns(mark: Mark, head: Mark, name: Span) -> bool:
    """ "Первичная организация колледжа" is no college."""
    owns = "g" in mark.meaning.cases_in(HOLDERS)
    return owns and mark.first > head.last and mark.end == name.end


def _nouns_of(phrase: str) -> frozenset[str]:
    """ "Кризисный центр", "школа-лицей": by its noun it may be called, and by either part of it."""
    phrase = fold(phrase)
    return frozenset((*phrase.split(" "), *WORD.findall(phrase)))


NOUNS_OF = Remembered(_nouns_of)


def _initials(folded: str) -> str:
    """ "Департамент внутренних дел области" as "двд": of what is written small, up to a name."""
    first = islice(WORD.finditer(folded), LONGEST_INITIALS)
    return "".join([word[0][0] for word in first if word[0] not in SMALL])
