"""Whether a Kazakh mention stands apart from what was told before it: another one, its own people, its own place."""

from svod.extraction.lexicon.categories import HELD
from svod.extraction.lexicon.grammar import words
from svod.extraction.mentions.kinds import GATHERINGS
from svod.extraction.mentions.mention import Mention
from svod.extraction.text.scan import Mark

OWN = frozenset({"place", "place.called", "organiser.marker"})
SUCH = words("such")
WHEREAS = tuple(words("whereas_kk"))  # how verbs end: "өткізсе"


def only_told_held(mention: Mention) -> bool:
    """ "Дәріс оқылды, экскурсия ұйымдастырылып, …": a kind not told yet, and nothing but that it was held."""
    if mention.language != "kk" or mention.known or mention.is_of(GATHERINGS):
        return False
    frame, index = mention.frame, mention.mark.last + 1
    at = frame.mark_at[index] if frame.words.gap(index).isspace() else None
    if at is None or at.categories.isdisjoint(HELD) or at not in mention.clause.verbs:
        return False
    return at is mention.clause.verbs[-1]


def stands_alone(mention: Mention, before: Mention) -> bool:
    """ "Еріктілер көшеде жүргіншілерге үнпарақ таратты": apart from the activity before, as it has its own people."""
    marks = [mark for mark in mention.clause.marks if not mark.quoted and mark.start < mention.mark.end]
    if any("held.present" in mark.categories for mark in marks):
        return False
    said = {
        entry.code for mark in marks for entry in mark.entries if entry.category == "audience" and "d" in entry.cases
    }
    if _at_what_was_told(mention, before):
        return False
    if "residents" in said:
        return True
    if before.sentence is mention.sentence:
        return _is_set_against(mention)
    own = any(not mark.categories.isdisjoint(OWN) for mark in marks)
    if "showing" in mention.traits:
        return own
    acting = any("audience" in mark.categories and "n" in mark.meaning.cases("audience", "kk", "p") for mark in marks)
    return own or acting


def _is_set_against(mention: Mention) -> bool:
    """ "Кітапханада викторина өтсе, клубта деректі фильм көрсетілді": what another one held elsewhere."""
    first = mention.frame.word_index(mention.clause.start)
    return mention.clause.start > mention.sentence.start and mention.frame.words.words[first - 1].endswith(WHEREAS)


def _at_what_was_told(mention: Mention, before: Mention) -> bool:
    """ "Шеруге жастар қосылып, өткен-кеткенге үнпарақ таратты": the sentence begins with what was told before."""
    frame, sentence = mention.frame, mention.sentence
    at = frame.mark_at[frame.word_index(sentence.start)]
    if at is None or before.sentence is sentence:
        return False
    entries = [entry for entry in at.entries if entry.category == "kind" and entry.code == before.code]
    return any(not set(entry.cases).isdisjoint("dl") for entry in entries)


def another_such(mention: Mention, demonstrative: Mark) -> bool:
    """ "10 желтоқсанда Сарыжар ауылында осындай кездесу өтеді": one like it, on a day or in a place of its own."""
    if mention.language != "kk":
        return False
    if _shows(mention, demonstrative):
        return True
    if all(entry.phrase not in SUCH for entry in demonstrative.entries):
        return False
    clause, frame = mention.clause, mention.frame
    has_own = bool(frame.dates_in(mention.sentence.start, clause.end)) or "place" in clause.said
    return has_own and not clause.categories.isdisjoint(HELD | {"planned.verb"})


def _shows(mention: Mention, demonstrative: Mark) -> bool:
    """ "Бейнероликтер көрсетілген семинар": films were shown at it."""
    return "material" in mention.frame.said_at(demonstrative.first - 1)
