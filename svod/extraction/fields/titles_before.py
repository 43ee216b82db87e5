"""A quotation before the kind it names: «…» атты флешмоб, «…» челленджі."""

from svod.extraction.fields.titles_behind import FAR, REACH
from svod.extraction.fields.titles_kk import goes_over, is_round
from svod.extraction.lexicon.categories import HELD, NOUNS
from svod.extraction.mentions.mention import Mention
from svod.extraction.text.along import is_attribute
from svod.extraction.text.frame import Frame
from svod.extraction.text.scan import Mark
from svod.extraction.text.sentences import Sentence
from svod.extraction.text.signs import DASH_OR_COLON
from svod.records import Span

PARTING = frozenset(',;:.«»“”"\n()')  # signs that no title reaches over
CARRIERS, HOUSES = frozenset({"title.carrier"}), frozenset({"title.carrier", "organiser.head", "partner"})
WRITTEN = frozenset({"title.carrier", "material"})  # «…» деген жазуы бар қағаз
TELLING = frozenset({"kind_verb", "kind_verb_weak"})  # «…» тақырыбында пікір алмасты
NAMED_BY_THINGS = TELLING | {"kind_verb_object"}  # «…» атты баннер мен буклет тарату жұмыстары жүргізілді


def to_the_right(frame: Frame, sentence: Sentence, quote: Span, index: int, mentions: list[Mention]) -> int | None:
    """«…» атты флешмоб, «…» тақырыбында дөңгелек үстел, «…» челленджі: which of the mentions; None where it names none.

    `index` is that of the first word behind the quotation.
    """
    by_mark = {mention.mark.first: _bearer(mentions, index) for index, mention in enumerate(mentions)}
    marked = within_a_kind = False
    telling = TELLING
    for step in range(FAR):
        if (step >= REACH and not marked) or index >= len(frame.words) or frame.words.starts[index] >= sentence.end:
            return None
        gap = frame.words.gap(index) if step else frame.text[quote.end : frame.words.starts[index]]
        is_parted = not PARTING.isdisjoint(gap) and (step or gap.strip() != ":")  # "«Наш дом»: день открытых дверей"
        if is_parted and not within_a_kind and not (step and goes_over(frame, index, marked)):
            return None
        mark = frame.mark_at[index]
        within_a_kind = mark is not None and is_attribute(frame, mark)
        if within_a_kind and mark is not None:
            telling = NAMED_BY_THINGS
            index = mark.last + 1
            continue
        if mark is None or is_round(frame, index):
            is_unknown = mark is None and index in by_mark  # a form that no lexicon knows
            if is_unknown or (step >= 4 and not marked) or is_round(frame, index):
                return by_mark[index] if is_unknown else None
            index += 1
            continue
        if mark.first in by_mark and (mark.categories & NOUNS or (marked and mark.categories & telling)):
            owner = by_mark[mark.first]
            is_named = step == 0 and owner == 0 and gap.strip() in DASH_OR_COLON and not _is_of_a_house(frame, quote)
            return owner if marked or is_named or mentions[owner].language == "kk" else None
        if "title.marker" in mark.categories and mark.entries[0].language == "kk":
            marked = True
        elif (step == 0 and "reference.after" in mark.categories) or _is_another_things(mark, marked):
            return None  # «Тілдер» апталығы аясында
        index = mark.last + 1
    return None


def _is_another_things(mark: Mark, marked: bool) -> bool:
    """Whether the title, `marked` as one or not, is of what the word names or tells: «Өз ойыны» форматында."""
    if mark.categories & HELD or "reference.manner" in mark.categories:
        return True
    if "kind" not in mark.categories and not mark.categories.isdisjoint(WRITTEN if marked else CARRIERS):
        return True
    return not (marked or mark.entries[0].language == "kk" or "online.word" in mark.categories)


def _is_of_a_house(frame: Frame, quote: Span) -> bool:
    """ "Колледж «Парасат» – матч"; «Календарь молчания» – стенд из конвертов"""
    before = frame.word_index(quote.start) - 1
    return frame.text[frame.words.end(before) : quote.start] == " " and not frame.said_at(before).isdisjoint(HOUSES)


def _bearer(mentions: list[Mention], index: int) -> int:
    """The mention that a title before this one names: in "«…» атты сыр-сұхбат кеші" the evening."""
    is_attribute = mentions[index].verdict.rule == "named_for" and index + 1 < len(mentions)
    return index + 1 if is_attribute else index
