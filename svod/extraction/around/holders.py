"""Whose text it is: organisations that head a text, a part or a line, and the full names of those named shortly."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from svod.extraction.around.authors_ru import TITLE, Named
from svod.extraction.around.full_names import FullNames
from svod.extraction.around.headings import OF_ALL_BELOW, TELLS_OF, headings
from svod.extraction.around.holders_kk import is_elsewhere, is_part
from svod.extraction.around.unions import tells_of_others
from svod.extraction.holders.heads import HOLDERS, is_person
from svod.extraction.holders.organisers import person_of
from svod.extraction.lexicon.categories import TELLS
from svod.extraction.lexicon.grammar import IN
from svod.extraction.mentions.found import Found
from svod.extraction.text.frame import Frame
from svod.extraction.text.sentences import ITEM
from svod.language.once import Once
from svod.language.standing import standing
from svod.records import Span

CELLS = ("|", "| ", "\t")
SHORTEST_NAME = 3  # letters: "қор"


def name_holders(frame: Frame, found: Sequence[Found], sender: str) -> None:
    """Give full names to holders named by one word, and what has none the organisation that heads its part.

    `sender`: who wrote it, where it is one voice of a chat.
    """
    if not found:
        return
    named, names = Once(lambda: headings(frame, sender)), FullNames(frame)
    for item in found:
        if item.mention.language != "ru":
            if item.organiser is None or is_part(frame, item):
                _by_heading(frame, item, named)
        elif item.organiser is None or _is_somebody(frame, item):
            _by_heading(frame, item, named)
        elif item.organiser.count(" ") <= 1 and not _is_in_a_cell(frame, item):
            full = None if _is_proper(frame, item) else names.of(item.organiser, item.mention.mark.start)
            item.organiser = full[0] if full else item.organiser
            if full is None and _is_bare_house(frame, item):
                item.organiser = None
                del item.sources["organiser"]
                _by_heading(frame, item, named)


def name_persons(found: Sequence[Found]) -> None:
    """Give what still has no holder the person who held it."""
    for item in found:
        name, span = person_of(item.mention) if item.organiser is None else (None, None)
        if name is not None:
            item.say("organiser", name, span)
    for before, item in pairwise(found):
        if item.organiser is None and before.organiser is not None and _goes_on_with_verbs(before, item):
            item.say("organiser", before.organiser, before.sources.get("organiser"))


def _goes_on_with_verbs(before: Found, item: Found) -> bool:
    """ "Педагоги провели беседы; посмотрели фильм; организовали игры": verbs that share their subject."""
    one, other, clause = before.mention.sentence, item.mention.sentence, item.mention.clause
    is_next = one.line == other.line and one.ends_item and one.end <= other.start
    if not is_next or item.mention.language != "ru" or not clause.verbs:
        return False
    frame = item.mention.frame
    return clause.verbs[0].first == frame.word_index(clause.start) and "held.object" in clause.categories


def _is_somebody(frame: Frame, item: Found) -> bool:
    """ "Психолог школы": the house stands over the text, if anywhere; in a cell it is who the plan says."""
    if _is_in_a_cell(frame, item):
        return False
    span = item.sources["organiser"]
    head = next((mark for mark in frame.marks_in(span.start, span.end) if mark.categories & HOLDERS), None)
    return head is not None and is_person(head)


def _is_in_a_cell(frame: Frame, item: Found) -> bool:
    """ "… | профком | 40": as its column says."""
    start = item.sources["organiser"].start
    return frame.text[max(0, start - 2) : start].endswith(CELLS)


def _is_proper(frame: Frame, item: Found) -> bool:
    """ "Алтайская школа", in the midst of a sentence: its adjective names it, unlike that of "сельская школа"."""
    span = item.sources["organiser"]
    return (
        " " in (item.organiser or "") and frame.text[span.start].isupper() and span.start > item.mention.sentence.start
    )


def _is_bare_house(frame: Frame, item: Found) -> bool:
    """ "В школе прошёл концерт": in which is not told."""
    before = frame.word_index(item.sources["organiser"].start) - 1
    return " " not in (item.organiser or "") and before >= 0 and frame.words.words[before] in IN


def _start(named: Named) -> int:
    return named.span.start


def _by_heading(frame: Frame, item: Found, headings_of: Once[list[Named]]) -> None:
    """ "Районная больница: оформлен стенд", "Лицей № 3, г. Эмба." over a list."""
    start, named = item.mention.mark.start, headings_of.get()
    before = bisect_right(named, start, key=_start)
    if before == 0:
        return
    heading = named[before - 1]
    if heading.line == OF_ALL_BELOW:
        item.say("organiser", heading.name, heading.span)
        return
    if item.mention.language == "kk" and standing(heading.name) and is_elsewhere(frame, item, heading.span):
        return
    is_below = frame.text.find("\n", heading.span.end, start) >= 0
    if is_below and (_heads_an_item(frame, heading) or tells_of_others(frame, heading.span)):
        return
    of_all = heading.line <= TITLE and before == 1
    if of_all or frame.text.find("\n\n", heading.span.end, start) < 0:
        item.say("organiser", heading.name, heading.span)


def _heads_an_item(frame: Frame, heading: Named) -> bool:
    """ "2. Лицей № 3: диспут" says nothing of the next item, nor does "… Школа № 2 — беседа" within a line."""
    line = frame.text.rfind("\n", 0, heading.span.start) + 1
    is_told_of = frame.text[heading.span.end : heading.span.end + 2].lstrip(" ")[:1] in TELLS_OF
    if is_told_of and frame.has_letters(line, heading.span.start):
        return True
    end = frame.text.find("\n", heading.span.end)
    return ITEM.match(frame.text, line, heading.span.start) is not None and not frame.said(
        heading.span.end, end
    ).isdisjoint(TELLS)


def name_in_full(made: list[Found], found: list[Found]) -> None:
    """ "Орталық" is "Қалалық жастар ресурстық орталығы", where that was named as the holder before."""
    for item in made:
        name = item.organiser
        if name is None or " " in name or item.mention.language != "kk" or len(name) < SHORTEST_NAME:
            continue
        stem = name.casefold()[: len(name) - 1]
        for earlier in reversed(found):
            full = earlier.organiser
            if full and " " in full and full.rpartition(" ")[2].casefold().startswith(stem):
                item.organiser = full
                break


def resume_organiser(made: Sequence[Found], found: Sequence[Found]) -> None:
    """ "Им же проведён концерт", "the same organiser held a concert": who held what was told before."""
    if all(item.organiser is not None for item in made):
        return
    told = [*found[-1:], *made]
    for before, item in pairwise(told):
        if item.organiser is not None or not before.organiser:
            continue
        if "organiser.same" in item.mention.clause.said or _is_its_next_item(before, item):
            item.say("organiser", before.organiser, before.sources.get("organiser"))


def _is_its_next_item(before: Found, item: Found) -> bool:
    """ "Горком провёл: 1) тренинги; 2) консультации": an item without a verb, behind the one before it in its line."""
    one, other = before.mention.sentence, item.mention.sentence
    is_next = one.line == other.line and one.ends_item and one.end <= other.start
    return is_next and item.mention.language == "ru" and not item.mention.clause.verbs


def share_organiser(made: list[Found]) -> None:
    """What one sentence tells has one organiser, where it names but one, from the place on where it is named."""
    organiser: tuple[str, Span] | None = None
    for item in made:
        if item.organiser is None and organiser is not None:
            item.say("organiser", *organiser)
        elif item.organiser is not None:
            organiser = (item.organiser, item.sources["organiser"])
