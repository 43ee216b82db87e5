"""Quotations in Kazakh sentences: what names an organisation, and a title told at the end."""

import re

from svod.extraction.lexicon.categories import HELD
from svod.extraction.lexicon.endings_kk import ABLATIVE, ATTRIBUTIVE, LOCATIVE, POSSESSIVE
from svod.extraction.lexicon.grammar import words
from svod.extraction.mentions.mention import Mention
from svod.extraction.text.along import is_used
from svod.extraction.text.frame import Frame
from svod.extraction.text.scan import Mark
from svod.extraction.text.sentences import Sentence
from svod.language.fold import fold_phrase
from svod.packs.traits import traits
from svod.records import Span

WRITTEN = tuple(words("written_on"))  # "жазуы бар"
SETTING, ROUNDS = words("set_by"), tuple(words("rounds"))
SHOWN = traits("showing", "published")
COMPETED = traits("match", "competition")
THEIR_PLACE = tuple("н" + ending for ending in LOCATIVE)  # "шахтасында"
THEIRS = (*THEIR_PLACE, *(vowel + "мен" for vowel in POSSESSIVE))  # "жетекшісімен"
REACH = 30  # characters from a discipline to the contest in it
OPENING, LAST = ' ("«“„', ("", "(", ")", ",", ".", ";")  # before a title, and what may stand behind one at the end
DAY = 16  # characters of a day in digits
HOLDING, DAY_OF = words("who_held_it"), tuple(words("day_kk"))  # "«Жас Отан» ұйымдастырған форум"
SHORTEST = 7  # letters of a word that is none of capitals
NEAR = 3  # words from a quotation to what it is the name of
NAMED = frozenset({"organiser.head", "partner", "title.owner", "title.carrier"})
PASSED = frozenset({"place", "audience", "online.word"})
LETTER = 3  # characters of a quotation that holds but one letter
LAW = re.compile(r"(?:заң(?:ы\w*|ның|ға|ды|да|нан|мен|дар\w*)?|кодекс\w*|жарлы[қғ]\w*|қаулы\w*)$")
PARTING = frozenset(',;:.«»“”"\n()')


def names_another(frame: Frame, sentence: Sentence, quote: Span, index: int) -> bool:
    """ "«Жас ұлан» ұйымы", "«Бурабай» ұлттық паркінің музейі": the name of an organisation, of a house, of a paper."""
    is_beside = index < len(frame.words) and not frame.text[quote.end : frame.words.starts[index]].strip()
    if is_beside and (_is_law(frame, index) or _abbreviated(frame, index) or _names_a_thing(frame, index)):
        return True
    if (is_beside and _is_of_a_place(frame, quote, index)) or _is_discipline(frame, quote) or _is_a_house(frame, quote):
        return True
    for step in range(NEAR):
        if index >= len(frame.words) or frame.words.starts[index] >= sentence.end:
            return False
        gap = frame.words.gap(index) if step else frame.text[quote.end : frame.words.starts[index]]
        if not PARTING.isdisjoint(gap):
            return False
        mark = frame.mark_at[index]
        if mark is not None:
            if "kind" in mark.categories or "title.marker" in mark.categories:
                return False
            if not mark.categories.isdisjoint(NAMED):
                return _possessed(frame, mark)
            if mark.categories.isdisjoint(PASSED):
                return False
            index = mark.last
        index += 1
    return False


def _is_written(frame: Frame, index: int) -> bool:
    """ "«Тыныш үй» деген жазуы бар көліктер", "«Тыныш үй» деген баннер ұстап": what was to be read on things."""
    at = frame.mark_at[index]
    behind = at.last + 1 if at is not None and "title.marker" in at.categories else len(frame.words)
    if behind >= len(frame.words):
        return False
    thing = frame.mark_at[behind]
    is_held = thing is not None and "material" in thing.categories and is_used(frame, thing)
    return is_held or frame.words.words[behind].startswith(WRITTEN)


def _is_a_house(frame: Frame, quote: Span) -> bool:
    """ "«№ 60 бөбекжайында» кездесу өтті", "қаладағы «Мұғалім үйінде» форум болды": where it was."""
    first = frame.word_index(quote.start)
    if first and frame.words.words[first - 1].endswith(ATTRIBUTIVE) and frame.words.gap(first).strip(OPENING) == "":
        last_word = frame.words.words[frame.word_index(quote.end) - 1]
        if last_word.endswith(THEIR_PLACE):
            return True
    inside = frame.marks_in(quote.start, quote.end)
    last = inside[-1] if inside else None
    if last is None or "organiser.head" not in last.categories or quote.end - last.end > 1:
        return False
    return last.meaning.cases("organiser.head", "kk") == {"l"}


def _is_of_a_place(frame: Frame, quote: Span, index: int) -> bool:
    """ "«Қорғантас» шахтасында семинар өтті", "«Тұлпар» басшысымен кездесу": whatever it is, it has that name.

    "«Арман» мұз айдынында" as well.
    """
    if frame.mark_at[index] is not None or quote.end >= frame.words.starts[index]:
        return False
    if frame.words.words[index].endswith(THEIRS):
        return True
    behind = index + 1
    is_next = behind < len(frame.words) and frame.mark_at[behind] is None and frame.words.gap(behind) == " "
    return is_next and frame.words.words[behind].endswith(THEIR_PLACE)


def is_the_kind(frame: Frame, quote: Span, index: int) -> bool:
    """ "«Ашық есік» күні өтті": the kind itself in quotation marks."""
    if index >= len(frame.words) or not frame.words.words[index].startswith(DAY_OF):
        return False
    return any(
        "kind" in mark.categories and mark.end >= quote.end - 1 for mark in frame.marks_in(quote.start, quote.end)
    )


def _is_discipline(frame: Frame, quote: Span) -> bool:
    """ "«Қазақ күресінен» жарыс өтті": what they competed in."""
    inside = frame.words_in(quote.start, quote.end)
    if not inside or not inside[-1].endswith(ABLATIVE):
        return False
    for mark in frame.marks_in(quote.end, quote.end + REACH):
        if "kind" in mark.categories:
            return (
                PARTING.isdisjoint(frame.text[quote.end : mark.start])
                and mark.meaning.entry("kind", "kk") is not None
                and any(not COMPETED.isdisjoint(entry.traits) for entry in mark.entries)
            )
    return False


def _names_a_thing(frame: Frame, index: int) -> bool:
    """ "«Республика күніне» орай", "«Заң мен тәртіп» аясында": what something was held for; "«Жас Отан» ұйымдастырған
    форум": who held it; or what was written."""
    word = frame.words.words[index]
    return word in SETTING or word in HOLDING or _is_written(frame, index)


def _abbreviated(frame: Frame, index: int) -> bool:
    """ "«Жас ұлан» ЖБМ-де", "«Дархан» ЖШС": what kind of organisation it is the name of, in capitals."""
    word = frame.text[frame.words.starts[index] : frame.words.end(index)].partition("-")[0]
    if word.islower():
        return False
    is_kind = not frame.said_at(index).isdisjoint(("kind", "title.marker"))
    capitals = sum(letter.isupper() for letter in word)  # "КеАҚ" has two
    is_short = word.isupper() or (capitals > 1 and len(word) < SHORTEST)
    return is_short and len(word) > 1 and not is_kind and not word.isdigit()


def _is_law(frame: Frame, index: int) -> bool:
    """ "«… алдын алу туралы» Заңның баптары": whether that word says that a law is quoted before it."""
    if "kind" in frame.said_at(index):  # "«…» заң сағаты"
        return False
    return LAW.match(frame.text[frame.words.starts[index] : frame.words.end(index)].lower()) is not None


def shown(frame: Frame, quote: Span, mentions: list[Mention]) -> int | None:
    """ "«Ұшқан ұя» деректі фильмін көрді": the film's name, where the verb alone tells that it was shown."""
    for number, mention in enumerate(mentions):
        if mention.entry.category == "kind_verb_object" and mention.is_of(SHOWN) and mention.language == "kk":
            marks = frame.marks_in(quote.end, mention.mark.start)
            clear = PARTING.isdisjoint(frame.text[quote.end : mention.mark.start])
            if clear and any("material" in mark.categories for mark in marks):
                return number
    return None


def _possessed(frame: Frame, mark: Mark) -> bool:
    """ "ұйымы", "орталығының" belong to the name before them, "мектеп" does not."""
    if mark.entries[0].language != "kk":
        return False
    if "title.carrier" in mark.categories:
        return True
    word = frame.words.words[mark.last]
    bare = {fold_phrase(entry.phrase.rpartition(" ")[2]) for entry in mark.entries}
    return word not in bare or word.endswith(POSSESSIVE)


def told_by_colon(frame: Frame, quote: Span, index: int, mentions: list[Mention]) -> int | None:
    """ "Көрме ілінді: «Менің отбасым»": the title of what was told before the colon."""
    if index < 0 or frame.text[frame.words.end(index) : quote.start].strip() != ":":
        return None
    before = [
        number
        for number, mention in enumerate(mentions)
        if mention.language == "kk" and "kind" in mention.mark.categories and mention.mark.end <= quote.start
    ]
    return before[-1] if before else None


def told_behind_verb(frame: Frame, quote: Span, index: int, mentions: list[Mention]) -> int | None:
    """ "Психолог тренинг өткізді «Өзіңді сүй» (24 бала)", "… өтті «Бірге» 27 бала": in a hurry the title comes last."""
    behind = frame.text[quote.end : quote.end + 2].strip()[:1]
    gap = frame.words.gap(index + 1) if index >= 0 else ":"
    if behind == ",":  # "семинар өтті, «Ұжымдағы ахуал», 45 адам"
        gap = gap.removeprefix(",")
    if gap.strip(OPENING) or not (behind in LAST or behind.isdigit()):
        return None
    verb = frame.mark_at[index]
    if verb is None or verb.categories.isdisjoint(HELD) or verb.entries[0].language != "kk":
        return None
    told = [
        number
        for number, mention in enumerate(mentions)
        if mention.clause.start <= mention.mark.start < verb.start < mention.clause.end and not mention.is_verb
    ]
    if not told or mentions[told[-1]].verdict.status not in ("held", "planned"):
        return None
    return None if frame.quotes_in(mentions[told[-1]].clause.start, verb.start) else told[-1]


def is_called(frame: Frame, quote: Span) -> bool:
    """ "«жылы жүрек» атты кеш", "«тыныш үй» тренингі": a name, though it is written small."""
    index = frame.word_index(quote.end)
    mark = frame.mark_at[index] if not frame.words.gap(index).strip(' "»”') else None
    if mark is None or mark.entries[0].language != "kk":
        return False
    theirs = "kind" in mark.categories and frame.words.words[mark.last].endswith(POSSESSIVE)
    return theirs or "title.marker" in mark.categories


def goes_over(frame: Frame, index: int, marked: bool) -> bool:
    """Whether a title reaches over the sign before that word: an initial's, a class letter's, behind "тақырыбында"."""
    sign = frame.words.gap(index).strip()
    if sign == ".":
        return frame.words.is_initial(index - 1) or _is_in_a_day(frame, index)
    if sign == ",":
        return marked and "title.marker" in frame.said_at(index - 1)
    around = (frame.quote_around(frame.words.starts[place]) for place in (index - 1, index))
    is_letter = any(quote is not None and quote.end - quote.start == LETTER for quote in around)
    return is_letter and not sign.strip(' «»“”"')


def _is_in_a_day(frame: Frame, index: int) -> bool:
    """ "«Айбын» тақырыбында 13.02.2020 ж. кездесу өтті" """
    start = frame.words.starts[index]
    return any(
        day.end >= start or frame.text[day.end : start].strip(" .ж") == "" for day in frame.dates_in(start - DAY, start)
    )


def is_round(frame: Frame, index: int) -> bool:
    """ "«Бірінші», «Екінші» атты екі кезеңнен тұрған байқау": the names of its rounds stand before them."""
    counted = index > 0 and frame.number_at(frame.words.starts[index - 1]) is not None
    return counted and frame.words.words[index].startswith(ROUNDS)
