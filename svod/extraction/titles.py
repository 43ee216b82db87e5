"""Which quotation is the title of which mention."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from svod.extraction.along import is_attribute
from svod.extraction.categories import HELD
from svod.extraction.found import Found
from svod.extraction.frame import Frame
from svod.extraction.grammar import AND, words
from svod.extraction.lexicon import DIRECT
from svod.extraction.mention import Mention
from svod.extraction.quotes import MARKS, inner
from svod.extraction.scan import Mark
from svod.extraction.sentences import Sentence
from svod.extraction.titles_kk import is_called, is_round, names_another, shown, told_by_colon
from svod.language.fold import fold_phrase
from svod.records import Span

PARTING = frozenset(',;:.«»“”"\n()')  # signs that no title reaches over
DASHES = ("–", "—", "-")
LETTER = 3  # characters of a quotation that holds but one letter
NOUNS = frozenset({"kind", "kind_formless"})
CARRIERS = frozenset({"title.carrier"})
WRITTEN = frozenset({"title.carrier", "material"})  # «…» деген жазуы бар қағаз
TELLING = frozenset({"kind_verb", "kind_verb_weak"})  # «…» тақырыбында пікір алмасты
WHOSE = ("нын", "нин", "дын", "дин", "тын", "тин")  # "ойынның"
NAMED_BY_THINGS = TELLING | {"kind_verb_object"}  # «…» атты баннер мен буклет тарату жұмыстары жүргізілді
AGAINST, HOUSES = words("slogans"), tuple(words("school_houses"))
SO = words("so")  # "под таким названием"
JOINING, WITHIN = AND | {"of"}, words("within")
NAMING = 3  # words of a quotation that names something though it begins small: выставка «мир без насилия»
LISTED = 6  # characters: ", и "
REACH = 9  # words between a kind and its title
FAR = 16  # the same where "тема" and the like say that it is one
IN_BRACKETS = re.compile(r"\([^()\n]{1,40}\)")  # «А» (5 класс), «Б» (6 класс)
# «А», 3–4-сыныптарда «Б» атты сабақтар
CLASSES = re.compile(r"\d[\d\s,–-]*-?\s?(?:сынып\w*|класс\w*)")
BEHIND_IN_BRACKETS = re.compile(r"\s\([^()\n]{1,40}\)")
LISTING = (":", " –", " —", " -")  # "Классные часы прошли 30 ноября – «А», «Б»"


class Titles(NamedTuple):
    """The titles of a sentence's mentions."""

    by_mention: dict[int, list[Span]]  # index of the mention -> its quotations
    others_after: set[int]  # mentions whose titles end with "и другие"


NO_TITLES = Titles({}, set())


def find_titles(frame: Frame, sentence: Sentence, mentions: list[Mention]) -> Titles:
    """Which quotations name which mentions; others name something else, a film or a school."""
    quotes = [quote for quote in frame.quotes_in(sentence.start, sentence.end) if not is_ironic(frame, quote)]
    if not quotes:
        return NO_TITLES
    titles = Titles({}, set())
    for group in _lists(frame, quotes):
        owner = _owner(frame, sentence, group[0], mentions)
        if owner is None and len(group) > 1:  # «А», «Б» атты тренингтер
            owner = _to_the_right(frame, sentence, group[-1], frame.word_index(group[-1].end), mentions)
        if owner is None:
            continue
        titles.by_mention.setdefault(owner, []).extend(group)
        if any(_others_follow(frame, quote) for quote in group):
            titles.others_after.add(owner)
    return titles


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
    return len(between) <= 5 and all(word in AND for word in fold_phrase(between).split())


def _owner(frame: Frame, sentence: Sentence, quote: Span, mentions: list[Mention]) -> int | None:
    """The mention the quotation names: Kazakh puts the title before its kind, Russian after."""
    after = frame.word_index(quote.end)
    before = frame.word_index(quote.start) - 1
    named = (at for at, mention in enumerate(mentions) if _is_named_by_kind(mention, quote))
    inside = next((at for at in named if quote.start <= mentions[at].mark.start < quote.end), None)
    if inside is not None:
        return inside
    film = shown(frame, quote, mentions)
    if film is not None:
        return film
    if names_another(frame, sentence, quote, after):
        return None
    right = _to_the_right(frame, sentence, quote, after, mentions)
    if right is None and quote.start == sentence.start:
        right = _told_so(frame, sentence, after, mentions)
    if right is not None:
        return right
    told = told_by_colon(frame, quote, before, mentions)
    if told is not None:
        return told
    return _to_the_left(frame, sentence, quote, before, mentions)


def _told_so(frame: Frame, sentence: Sentence, after: int, mentions: list[Mention]) -> int | None:
    """ "«Мать и дитя» – под таким названием прошёл форум": the name heads the sentence and is pointed at."""
    for mark in frame.marks_in(frame.words.starts[after] if after < len(frame.words) else sentence.end, sentence.end):
        if "title.marker" in mark.categories and mark.first - after <= 1:
            pointing = not SO.isdisjoint(frame.words.words[mark.first : mark.last + 1])
            told = (at for at, mention in enumerate(mentions) if mention.verdict.status in ("held", "planned"))
            return next(told, None) if pointing else None
    return None


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
        if not PARTING.isdisjoint(gap) and not (step and _around_a_letter(frame, index)) and not within_a_kind:
            return None
        at = frame.mark_at[index]
        mark = frame.marks[at] if at >= 0 else None
        within_a_kind = mark is not None and is_attribute(frame, mark)
        if within_a_kind and mark is not None:
            telling = NAMED_BY_THINGS
            index = mark.last + 1
            continue
        if mark is None or is_round(frame, index):
            if (step >= 4 and not marked) or is_round(frame, index):
                return None
            index += 1
            continue
        if mark.first in by_mark and (mark.categories & NOUNS or (marked and mark.categories & telling)):
            owner = by_mark[mark.first]
            is_named = step == 0 and owner == 0 and gap.strip() in DASHES  # «Календарь молчания» – стенд из конвертов
            return owner if marked or is_named or mentions[owner].language == "kk" else None
        if "title.marker" in mark.categories and mark.entries[0].language == "kk":
            marked = True
        elif (
            mark.categories & HELD
            or "reference.manner" in mark.categories  # «Өз ойыны» форматында
            or ("kind" not in mark.categories and not mark.categories.isdisjoint(WRITTEN if marked else CARRIERS))
            or (not marked and mark.entries[0].language != "kk")
        ):
            return None
        index = mark.last + 1
    return None


def _bearer(mentions: list[Mention], index: int) -> int:
    """The mention that a title before this one names: in "«…» атты сыр-сұхбат кеші" the evening."""
    is_attribute = mentions[index].verdict.rule == "named_for" and index + 1 < len(mentions)
    return index + 1 if is_attribute else index


def _around_a_letter(frame: Frame, index: int) -> bool:
    """ "8 «А» сынып": whether the sign before that word belongs to a class's letter."""
    if frame.words.gap(index).strip(' «»“”"'):
        return False
    around = (frame.quote_around(frame.words.starts[place]) for place in (index - 1, index))
    return any(quote is not None and quote.end - quote.start == LETTER for quote in around)


def _to_the_left(frame: Frame, sentence: Sentence, quote: Span, index: int, mentions: list[Mention]) -> int | None:
    """круглые столы на тему «…», тренинг для педагогов «…»"""
    marked = False
    gap = frame.words.gap(index + 1)
    listing, calls = any(sign in gap for sign in LISTING), _calls(frame, quote)
    for step in range(FAR):
        if index < 0 or frame.words.starts[index] < sentence.start or (step >= REACH and not marked):
            return None
        if step and _ends_part(frame, index, marked=marked):
            return None
        while frame.words.is_initial(index):
            index -= 1
        at = frame.mark_at[index]
        if at < 0:
            index -= 1
            continue
        mark = frame.marks[at]
        if "held.inside" in mark.categories or (mark.entries[0].phrase in WITHIN):
            return None  # "тренинг, где обсудили темы «…» и «…»", "акция в рамках операции «…»"
        if "title.marker" in mark.categories:
            marked = True
        else:
            found = _named_by(mark, mentions, step == 0, marked=marked, listing=listing, calls=calls)
            if found != GOES_ON or (step == 0 and mark.end > quote.start):  # "палаты «Атамекен»" is one name
                return found if found >= 0 else None
        index = mark.first - 1
    return None


def _calls(frame: Frame, quote: Span) -> bool:
    """ "Беседа с коллективом колледжа «Дом без насилия»", "учениками лицея «Скажем нет!»" """
    inside = frame.words_in(quote.start, quote.end)
    return not AGAINST.isdisjoint(inside[:-1]) or frame.text[quote.end - 2] in "!?"


def _ends_part(frame: Frame, index: int, *, marked: bool) -> bool:
    """Whether another item or another quotation stands between the word and the title."""
    gap = frame.words.gap(index + 1)
    around = frame.quote_around(frame.words.starts[index])
    return (not marked and (";" in gap or "\n" in gap)) or (around is not None and not is_ironic(frame, around))


NOBODY, GOES_ON = -1, -2  # a name of something else; the search goes on


def _named_by(mark: Mark, mentions: list[Mention], beside: bool, *, marked: bool, listing: bool, calls: bool) -> int:
    """The mention that a title behind that mark names, or NOBODY or GOES_ON. `beside`: nothing stands between them.

    `calls`: the title calls to something, as no organisation is named.
    """
    for index, mention in enumerate(mentions):
        if mention.mark.first == mark.first and not _only_describes(mentions, index):
            if mention.language == "kk" and not (listing or marked) and not mention.cases() & DIRECT:
                return NOBODY  # "Форумға «Перзент» үйінің басшысы қатысты"
            return index
    if marked:
        return GOES_ON
    if calls and mentions[0].frame.words.words[mark.last].startswith(HOUSES):
        return GOES_ON
    if "title.carrier" in mark.categories or (beside and "material" in mark.categories):
        owner = _shown(mark, mentions)
        if owner is not None or not _describes(mark, mentions):
            return NOBODY if owner is None else owner
        return GOES_ON
    names_another = beside and "organiser.head" in mark.categories and not _describes(mark, mentions)
    return NOBODY if names_another or (mark.categories & HELD and not listing) else GOES_ON


def _only_describes(mentions: list[Mention], index: int) -> bool:
    """ "Смотр театральных миниатюр «…»" names the смотр, "классные часы с элементами игры «…»" the classes."""
    verdict = mentions[index].verdict
    if verdict.rule == "manner":
        return any(other.verdict.status in ("held", "planned") for other in mentions[:index])
    return verdict.rule == "dependent" and mentions[index].is_plural


def _describes(mark: Mark, mentions: list[Mention]) -> bool:
    """ "конкурс социальных плакатов «…»", "форум лидеров организаций «…»": a plural in the genitive bears no name.

    In English it stands behind "of": "exhibition of drawings “…”".
    """
    if mark.meaning.language == "en":
        return mark.first > 0 and mentions[0].frame.words.words[mark.first - 1] in JOINING
    described = ("material", "organiser.head")
    entries = [entry for entry in mark.entries if entry.category in described and entry.language == "ru"]
    return bool(entries) and all(entry.number == "p" and "g" in entry.cases for entry in entries)


def _shown(mark: Mark, mentions: list[Mention]) -> int | None:
    """ "Показали фильм «…»": the film's name is the screening's title, where the verb alone tells the screening."""
    if "material" in mark.categories:
        for index, mention in enumerate(mentions):
            by_verb = mention.entry.category == "kind_verb_object" and mention.code in ("media", "info_stand")
            if by_verb or (mention.code == "screening" and mention.mark.first < mark.first and _is_film(mark)):
                return index
    return None


def _is_film(mark: Mark) -> bool:
    """Not the magazines of "a film screening was held, and the distribution of magazines “…” was organised"."""
    return any(entry.category == "material" and entry.code == "video" for entry in mark.entries)


def _others_follow(frame: Frame, quote: Span) -> bool:
    """ "«А» и другие", "«А» (64 участника) и другие" """
    aside = BEHIND_IN_BRACKETS.match(frame.text, quote.end)
    quote = Span(quote.start, aside.end()) if aside else quote
    index = frame.word_index(quote.end)
    at = frame.mark_at[index] if index < len(frame.words) else -1
    return at >= 0 and "title.others" in frame.marks[at].categories and frame.words.starts[index] - quote.end < 8


def is_ironic(frame: Frame, quote: Span) -> bool:
    """Ironic marks around common words, «кричащие» названия, make no title; nor does a class, 9 «А», or a day, «28»."""
    if quote.end - quote.start == LETTER or not any(map(str.isalpha, frame.text[quote.start : quote.end])):
        return True
    is_small = frame.text[quote.start : quote.end].lstrip(MARKS)[:1].islower()
    return is_small and not is_called(frame, quote) and not _names_at_length(frame, quote)


def _names_at_length(frame: Frame, quote: Span) -> bool:
    """ "Выставка «мир без насилия»": rough typing begins names small; right behind its kind, and no single word."""
    before = frame.word_index(quote.start) - 1
    at = frame.mark_at[before] if before >= 0 and frame.words.ends[before] == quote.start - 1 else -1
    long_enough = len(frame.words_in(quote.start, quote.end)) >= NAMING
    return long_enough and at >= 0 and not frame.marks[at].categories.isdisjoint({"kind", "title.marker"})


def name_by_theme(frame: Frame, sentence: Sentence, said: frozenset[str], last: Found) -> None:
    """ "Тема: «Язык без унижения»" in a sentence of its own names the activity told right before."""
    if "title.marker" not in said or last.title is not None or last.line != sentence.line:
        return
    begins = frame.word_index(sentence.start)
    if last.mention.language == "kk" and frame.words.words[begins].endswith(WHOSE):
        begins += 1  # "Ойынның тақырыбы – «…»"
    elif "kind" in said:
        return
    first = frame.mark_at[begins] if begins < len(frame.words) else -1
    quotes = frame.quotes_in(sentence.start, sentence.end)
    if first >= 0 and "title.marker" in frame.marks[first].categories and len(quotes) == 1:
        last.say("title", title_of(frame, quotes[0]), quotes[0])


def title_of(frame: Frame, quote: Span) -> str:
    return inner(frame.text, quote)


def is_campaign(frame: Frame, quote: Span, names: Sequence[tuple[str, ...]]) -> bool:
    """Whether the quotation names the campaign itself: "16 дней активных действий против насилия"."""
    folded = frame.words.folded[quote.start : quote.end]
    return any(name[0] in folded and all(part in folded for part in name) for name in names)
