"""Kazakh forms that the lexicon does not know: "«Ақ жол» атты рәсім өтті", "«Ана жүрегі» бата беруі ұйымдастырылды".

Kazakh puts what is held right before the verb of holding, and its name, if it has one, right before that.
"""

from svod.extraction.lexicon.endings_kk import POSSESSIVE
from svod.extraction.lexicon.grammar import words
from svod.extraction.text.clause import Clause
from svod.extraction.text.frame import Frame
from svod.extraction.text.scan import Mark
from svod.language.fold import fold

HOLDING = tuple(words("holding_verbs"))
NO_FORMS = tuple(words("no_forms"))
TOLD = frozenset({"held.subject", "held.object", "planned.verb"})
OBJECTS = tuple(words("accusative_of_theirs"))
LONGEST = 3  # words from the name to the verb


def unknown_form(frame: Frame, clause: Clause) -> Mark | None:
    """The noun between a name and the clause's verb of holding, where no other word of the clause names a form."""
    verb = next((verb for verb in clause.verbs if not verb.categories.isdisjoint(TOLD)), None)
    if verb is None or not fold(verb.entries[0].phrase).startswith(HOLDING):
        return None
    noun = verb.first - 1
    if noun < 1 or frame.words.starts[noun] < clause.start or not frame.words.gap(verb.first).isspace():
        return None
    word = frame.words.words[noun]
    if frame.mark_at[noun] is not None or not word[:1].isalpha() or word.startswith(NO_FORMS):
        return None
    first = _behind_the_name(frame, clause, noun)
    if first is None:
        return None
    return Mark(frame.words.starts[first], frame.words.end(noun), first, noun, False, frame.lexicon.unknown)


def _behind_the_name(frame: Frame, clause: Clause, noun: int) -> int | None:
    """The first word behind "«…»" or "«…» атты", where none but words that the lexicon does not know are between."""
    is_own = frame.words.words[noun].endswith((*POSSESSIVE, *OBJECTS))
    for index in range(noun, max(noun - LONGEST, 0), -1):
        if frame.words.starts[index] <= clause.start:
            return None
        gap, at = frame.words.gap(index), frame.mark_at[index - 1]
        if "»" in gap or "”" in gap or '"' in gap:
            return index if is_own and gap.strip("»”\"' ") == "" else None
        if not gap.isspace():
            return None
        if at is not None:
            named = "title.marker" in at.categories and frame.quotes_in(clause.start, at.start)
            return index if named else None
    return None
