"""For whom an activity was."""

from svod.extraction.fields import sets_kk
from svod.extraction.fields.sets import PEOPLE, Coded, coded, codes_in
from svod.extraction.mentions.mention import Mention
from svod.extraction.text.clause import Clause
from svod.extraction.text.frame import Frame
from svod.extraction.text.prepositions import after_preposition
from svod.extraction.text.scan import Mark
from svod.extraction.text.spans import span_of
from svod.records import Span

DOERS = frozenset({"specialists", "staff", "officials", "teachers"})
CAME = frozenset({"held.attendance", "held.came"})


def audience_of(mention: Mention, start: int, end: int, skip: tuple[Span, ...]) -> Coded:
    """For whom it was, from the words between two places."""
    if mention.language != "kk":
        skip = (*skip, *_whose(mention))
        doers = _doers(mention, start)
        found = codes_in(mention.frame, "audience", start, end, (*skip, *doers))
        if found or not doers or "taught" in mention.traits:
            return found
        return codes_in(mention.frame, "audience", start, end, skip)
    return coded("audience", sets_kk.audience_in(mention, start, end, skip))


def _whose(mention: Mention) -> tuple[Span, ...]:
    """ "Тренинг психолога с педагогами": who gave it stands right behind it in the genitive."""
    index = mention.mark.last + 1
    mark = mention.frame.mark_at[index]
    if mark is None or not mark.categories >= PEOPLE or mention.language != "ru" or mark.quoted:
        return ()
    gives = any(entry.number == "s" and "g" in entry.cases for entry in mark.entries if entry.category == "audience")
    return (span_of(mark.start, mark.end),) if gives else ()


def _doers(mention: Mention, start: int) -> tuple[Span, ...]:
    """ "Специалисты центра провели тренинг для родителей": who held it, and not for whom it was."""
    said = mention.clause.categories
    holds = mention.is_verb or ("held.object" in said and "a" in mention.cases())
    if mention.language != "ru" or not holds or not said.isdisjoint(CAME):
        return ()
    marks = mention.frame.marks_in(start, mention.mark.start)
    people = (mark for mark in marks if not mark.quoted and mark.categories & PEOPLE)
    first = next((mark for mark in people if _does(mention.frame, mention.clause, mark)), None)
    return () if first is None else (span_of(first.start, first.end),)


def _does(frame: Frame, clause: Clause, mark: Mark) -> bool:
    """ "Для студентов преподаватель провела лекцию": in the nominative, and behind no preposition."""
    is_doer = any(entry.code in DOERS and "n" in entry.cases for entry in mark.entries)
    return is_doer and not after_preposition(frame, clause, mark)


def audience_before_list(mention: Mention, skip: tuple[Span, ...]) -> Coded:
    """ "С родителями проведены беседы, лекции", "провели с детьми беседы, игры": of every item, before the first."""
    clause, frame = mention.clause, mention.frame
    end = clause.verbs[0].start if clause.verbs else clause.start
    first = frame.mark_at[frame.word_index(clause.start)]
    if first is not None and "audience.marker" in first.categories:
        return codes_in(frame, "audience", clause.start, end, skip)
    opens = mention
    while opens.listed_after is not None and opens.listed_after.clause is clause:
        opens = opens.listed_after
    between = frame.marks_in(clause.verbs[0].end, opens.mark.start) if clause.verbs else []
    marker = next((mark for mark in between if "audience.marker" in mark.categories), None)
    return {} if marker is None else codes_in(frame, "audience", marker.start, opens.mark.start, skip)
