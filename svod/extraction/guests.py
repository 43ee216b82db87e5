"""Who came as a guest, and with what, where a later sentence or the rest of it tells so."""

from collections.abc import Sequence

from svod.extraction import sets
from svod.extraction.found import Found, told_of_it
from svod.extraction.frame import Frame
from svod.extraction.sentences import Sentence
from svod.records import Span

NAMES_PARTNERS = frozenset({"partner.marker", "partner.speech"})


def add_partners(frame: Frame, sentence: Sentence, said: frozenset[str], found: Sequence[Found]) -> None:
    """ "Кездесуге прокурор қатысты": of the activity before, where its sentence told but one."""
    if {"material", "held.present"} <= said and found and found[-1].line == sentence.line:
        found[-1].add_codes("materials", sets.codes_in(frame, "material", sentence.start, sentence.end))
    if "partner" not in said or said.isdisjoint(NAMES_PARTNERS):
        return
    last = [item for item in found[-2:] if item.line == sentence.line] or list(
        found if told_of_it(sentence, found) else ()
    )
    if not last or (len(last) == 2 and last[0].mention.sentence == last[1].mention.sentence):
        return
    add_guests(frame, last[-1], sentence.start, sentence.end)


def add_guests(frame: Frame, item: Found, start: int, end: int) -> None:
    """Those told later; the police that hold a raid are not its guests as well."""
    holder = item.sources.get("organiser", Span(0, 0))
    own = sets.codes_in(frame, "partner", holder.start, holder.end)
    guests = sets.partners_later(frame, start, end)
    item.add_codes("partners", (code for code in guests if code not in own))
