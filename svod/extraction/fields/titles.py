"""Which quotation is the title of which mention."""

import re
from dataclasses import dataclass

from svod.extraction.fields.title_words import is_ironic
from svod.extraction.fields.titles_above_kk import told_above
from svod.extraction.fields.titles_before_kk import name_before
from svod.extraction.fields.titles_behind import FAR, REACH, is_no_name, to_the_left
from svod.extraction.fields.titles_kk import (
    goes_over,
    is_round,
    is_the_kind,
    names_another,
    shown,
    told_behind_verb,
    told_by_colon,
)
from svod.extraction.fields.titles_unquoted import unquoted_title
from svod.extraction.lexicon.categories import HELD, VERBAL
from svod.extraction.lexicon.grammar import AND, words
from svod.extraction.mentions.mention import Mention
from svod.extraction.text.along import is_attribute
from svod.extraction.text.frame import Frame
from svod.extraction.text.sentences import Sentence
from svod.language.fold import fold_phrase
from svod.records import Span

PARTING = frozenset(',;:.«»“”"\n()')  # signs that no title reaches over
DASHES = ("–", "—", "-", ":")
NOUNS = frozenset({"kind", "kind_formless"})
CARRIERS, HOUSES = frozenset({"title.carrier"}), frozenset({"title.carrier", "organiser.head", "partner"})
WRITTEN = frozenset({"title.carrier", "material"})  # «…» деген жазуы бар қағаз
TELLING = frozenset({"kind_verb", "kind_verb_weak"})  # «…» тақырыбында пікір алмасты
NAMED_BY_THINGS = TELLING | {"kind_verb_object"}  # «…» атты баннер мен буклет тарату жұмыстары жүргізілді
SO = words("so")  # "под таким названием"
LISTED = 6  # characters: ", и "
IN_BRACKETS = re.compile(r"\([^()\n]{1,40}\)")  # «А» (5 класс), «Б» (6 класс)
# «А», 3–4-сыныптарда «Б» атты сабақтар
CLASSES = re.compile(r"\d[\d\s,–-]*-?\s?(?:сынып\w*|класс\w*)")
WHOSE_BEHIND = re.compile(r"\s?[–—-]\s[^«»“”;:!?\n()]{2,60}[,;]\s(?:[аи]\s)?")
WHOSE_BEFORE = re.compile(
    r"(?:\s\([^()\n]{1,40}\))?,\s(?:[аи]\s)?(?:в|во|для|с|со|у|среди)\s[^«»“”;:!?\n(),]{2,50}\s[–—-]\s"
)
# What tells of something else.
OTHERS = frozenset({"kind", "kind_formless", "material", "title.marker", "organiser.marker", "partner.marker"})
TELLING_MORE = VERBAL | OTHERS
BEHIND_IN_BRACKETS = re.compile(r"\s\([^()\n]{1,40}\)")


@dataclass(slots=True, init=False, eq=False)
class Titles:
    """The titles of a sentence's mentions."""

    by_mention: dict[int, list[Span]]  # index of the mention -> its quotations
    others_after: set[int]  # mentions whose titles end with "и другие"

    def __init__(self) -> None:
        self.by_mention, self.others_after = {}, set()


def find_titles(frame: Frame, sentence: Sentence, mentions: list[Mention]) -> Titles:
    """Which quotations name which mentions; others name something else, a film or a school."""
    titles = Titles()
    quotes = [quote for quote in frame.quotes_in(sentence.start, sentence.end) if not is_ironic(frame, quote)]
    if not quotes:
        unquoted = unquoted_title(frame, sentence.end, mentions) or told_above(frame, sentence, mentions)
        unquoted = unquoted or _told_before(frame, sentence, mentions)
        if unquoted is not None:
            titles.by_mention[unquoted[0]] = [unquoted[1]]
        return titles
    for group in _lists(frame, quotes):
        owner = _owner(frame, sentence, group[0], mentions)
        if owner is None and len(group) > 1:  # «А», «Б» атты тренингтер
            owner = _to_the_right(frame, sentence, group[-1], frame.word_index(group[-1].end), mentions)
        if owner is None:
            continue
        owner = _told_of_it(mentions, owner)
        titles.by_mention.setdefault(owner, []).extend(group)
        if any(_others_follow(frame, quote) for quote in group):
            titles.others_after.add(owner)
    return titles


def _told_of_it(mentions: list[Mention], owner: int) -> int:
    """ "Обзор выставки «Она», выставка работала до 10 декабря": of the two the one that is told."""
    named = mentions[owner]
    if named.verdict.status != "none" or named.language != "ru":
        return owner
    behind = range(owner + 1, len(mentions))
    held = (at for at in behind if mentions[at].code == named.code and mentions[at].verdict.status == "held")
    noun = named.entry.phrase.rpartition(" ")[2]
    return next((at for at in held if mentions[at].entry.phrase.endswith(noun)), owner)


def _told_before(frame: Frame, sentence: Sentence, mentions: list[Mention]) -> tuple[int, Span] | None:
    """ "Мектепте Отбасы – бақыт бесігі атты тәрбие сағаты өтті" """
    name = name_before(frame, sentence) if mentions[0].language == "kk" else None
    owner = _to_the_right(frame, sentence, name, frame.word_index(name.end), mentions) if name is not None else None
    return (owner, name) if owner is not None and name is not None else None


def _lists(frame: Frame, quotes: list[Span]) -> list[list[Span]]:
    """The quotations, those of one list together."""
    groups: list[list[Span]] = []
    for quote in quotes:
        if groups and _continues_list(frame, groups[-1][-1], quote):
            groups[-1].append(quote)
        else:
            groups.append([quote])
    return groups


def _continues_list(frame: Frame, one: Span, other: Span) -> bool:
    """«А», «Б» и «В»: nothing but commas and conjunctions between them."""
    between = frame.text[one.end : other.start]
    if len(between) > LISTED:
        between = CLASSES.sub("", IN_BRACKETS.sub("", between))
    between = between.strip(" ,;\t-–—")
    if len(between) <= 5 and all(word in AND for word in fold_phrase(between).split()):
        return True
    return _tells_only_whose(frame, one, other)


def _tells_only_whose(frame: Frame, one: Span, other: Span) -> bool:
    """ "«А» — СШ № 28, «Б» – лицей № 3", "в 7 классах «А», а в 8–9 классах – «Б»": between the names whose they are."""
    if WHOSE_BEHIND.fullmatch(frame.text, one.end, other.start) is None and (
        WHOSE_BEFORE.fullmatch(frame.text, one.end, other.start) is None
    ):
        return False
    return frame.said(one.end, other.start).isdisjoint(TELLING_MORE)


def _owner(frame: Frame, sentence: Sentence, quote: Span, mentions: list[Mention]) -> int | None:
    """The mention the quotation names: Kazakh puts the title before its kind, Russian after."""
    after = frame.word_index(quote.end)
    before = frame.word_index(quote.start) - 1
    named = (at for at, mention in enumerate(mentions) if _is_named_by_kind(mention, quote))
    inside = next((at for at in named if quote.start <= mentions[at].mark.start < quote.end), None)
    if inside is not None:
        return None if is_the_kind(frame, quote, after) else inside
    film = shown(frame, quote, mentions)
    if film is not None:
        return film
    if names_another(frame, sentence, quote, after):
        return None
    right = _to_the_right(frame, sentence, quote, after, mentions)
    if right is None and (quote.start == sentence.start or _is_called(frame, after)):
        right = _told_so(frame, sentence, after, mentions)
    if right is not None:
        return right
    told = told_by_colon(frame, quote, before, mentions)
    if told is None:
        told = told_behind_verb(frame, quote, before, mentions)
    if told is not None:
        return told
    return None if is_no_name(frame, quote, before) else to_the_left(frame, sentence, quote, before, mentions)


def _is_called(frame: Frame, after: int) -> bool:
    """ "Зал отдали под «Мост» – так назвали встречу поколений" """
    is_so = after < len(frame.words) and frame.words.words[after] in SO
    return is_so and "title.marker" in frame.said_at(after + 1)


def _told_so(frame: Frame, sentence: Sentence, after: int, mentions: list[Mention]) -> int | None:
    """ "«Мать и дитя» – под таким названием прошёл форум", "– такой форум прошёл": the name heads the sentence."""
    seen = frame.words.words
    if after >= len(seen) or frame.words.starts[after] >= sentence.end or SO.isdisjoint(seen[after : after + 2]):
        return None
    is_marked = "title.marker" in frame.said_at(after)
    if not is_marked and seen[after] not in SO:
        return None
    return next((at for at, mention in enumerate(mentions) if mention.verdict.status in ("held", "planned")), None)


def _is_named_by_kind(mention: Mention, quote: Span) -> bool:
    """ "Устроили «Марш добрых рук»", "«Прокурор сағаты» өтті": the kind is in the name, or all of it."""
    is_all = mention.mark.start - quote.start == 1 == quote.end - mention.mark.end
    return mention.verdict.rule == "named_by_kind" or (is_all and mention.verdict.status in ("held", "planned"))


def _to_the_right(frame: Frame, sentence: Sentence, quote: Span, index: int, mentions: list[Mention]) -> int | None:
    """«…» атты флешмоб, «…» тақырыбында дөңгелек үстел, «…» челленджі"""
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
            is_named = step == 0 and owner == 0 and gap.strip() in DASHES and not _is_of_a_house(frame, quote)
            return owner if marked or is_named or mentions[owner].language == "kk" else None
        if "title.marker" in mark.categories and mark.entries[0].language == "kk":
            marked = True
        elif (
            mark.categories & HELD
            or "reference.manner" in mark.categories  # «Өз ойыны» форматында
            or (step == 0 and "reference.after" in mark.categories)  # «Тілдер» апталығы аясында
            or ("kind" not in mark.categories and not mark.categories.isdisjoint(WRITTEN if marked else CARRIERS))
            or not (marked or mark.entries[0].language == "kk" or "online.word" in mark.categories)
        ):
            return None
        index = mark.last + 1
    return None


def _is_of_a_house(frame: Frame, quote: Span) -> bool:
    """ "Колледж «Парасат» – матч"; «Календарь молчания» – стенд из конвертов"""
    before = frame.word_index(quote.start) - 1
    return frame.text[frame.words.end(before) : quote.start] == " " and not frame.said_at(before).isdisjoint(HOUSES)


def _bearer(mentions: list[Mention], index: int) -> int:
    """The mention that a title before this one names: in "«…» атты сыр-сұхбат кеші" the evening."""
    is_attribute = mentions[index].verdict.rule == "named_for" and index + 1 < len(mentions)
    return index + 1 if is_attribute else index


def _others_follow(frame: Frame, quote: Span) -> bool:
    """ "«А» и другие", "«А» (64 участника) и другие" """
    is_aside = frame.text.startswith("(", quote.end + 1)
    aside = BEHIND_IN_BRACKETS.match(frame.text, quote.end) if is_aside else None
    quote = Span(quote.start, aside.end()) if aside else quote
    index = frame.word_index(quote.end)
    return "title.others" in frame.said_at(index) and frame.words.starts[index] - quote.end < 8
