"""The title behind its kind: "круглые столы на тему «…»", "тренинг для педагогов «…»"."""

from svod.extraction.fields.title_words import is_ironic
from svod.extraction.holders.heads import is_person
from svod.extraction.lexicon.categories import HELD
from svod.extraction.lexicon.grammar import AND, words
from svod.extraction.lexicon.meaning import DIRECT
from svod.extraction.mentions.mention import Mention
from svod.extraction.text.frame import Frame
from svod.extraction.text.scan import Mark
from svod.extraction.text.sentences import Sentence
from svod.packs.traits import traits
from svod.records import Span

BODIES = tuple(words("bodies"))
AGAINST, HOUSES = words("slogans"), tuple(words("school_houses"))
JOINING, WITHIN = AND | {"of"}, words("within")
NAMED_BY_THINGS = traits("published", "stand", "display")  # "выложили ролик «Шаг»", "рисунки «Мой дом» выставлены"
LISTING = (":", " –", " —", " -")  # "Классные часы прошли 30 ноября – «А», «Б»"
DID = "ли"  # how a verb ends that needs nobody
NO_NAME_BEHIND = words("no_name_behind")
REACH = 9  # words between a kind and its title
FAR = 16  # the same where "тема" and the like say that it is one
HELD_BY_SOMEBODY = frozenset({"held.object", "kind_verb_object"})
NOBODY, GOES_ON = -1, -2  # a name of something else; the search goes on


def to_the_left(frame: Frame, sentence: Sentence, quote: Span, index: int, mentions: list[Mention]) -> int | None:
    """круглые столы на тему «…», тренинг для педагогов «…»"""
    marked = False
    gap = frame.words.gap(index + 1)
    listing, calls = any(sign in gap for sign in LISTING), _calls(frame, quote)
    to_whom = True  # whether no more than people stands between the word and the title
    for step in range(FAR):
        if index < 0 or frame.words.starts[index] < sentence.start or (step >= REACH and not marked):
            return None
        if step and _ends_part(frame, index, marked=marked):
            return None
        while frame.words.is_initial(index):
            index -= 1
        mark = frame.mark_at[index]
        if mark is None:
            index, to_whom = index - 1, False
            continue
        if "held.inside" in mark.categories or (mark.entries[0].phrase in WITHIN):
            return None  # "тренинг, где обсудили темы «…» и «…»", "акция в рамках операции «…»"
        if "title.marker" in mark.categories:
            marked = True
        elif (to_whom and _do_something(frame, mark)) or _happened(frame, mark, quote):
            pass
        else:
            beside = step == 0 or (to_whom and "material" in mark.categories)  # "рисунки первых классов «Мой дом»"
            found = _named_by(mark, mentions, beside, marked=marked, listing=listing, calls=calls)
            if found != GOES_ON or (step == 0 and mark.end > quote.start):  # "палаты «Атамекен»" is one name
                return found if found >= 0 else None
        index, to_whom = mark.first - 1, to_whom and "audience" in mark.categories
    return None


def is_no_name(frame: Frame, quote: Span, before: int) -> bool:
    """ "Тренер из «Барыса»", "выстроились в слово «НЕТ»": what is said right before makes it a house or a writing."""
    return frame.words.words[before] in NO_NAME_BEHIND and frame.text[frame.words.end(before) : quote.start] == " "


def _do_something(frame: Frame, mark: Mark) -> bool:
    """ "Спектакль показали родителям «Мост»", "тренинг провели «Шаг»": they did, and nobody is named who."""
    return not mark.categories.isdisjoint(HELD) and frame.words.words[mark.last].endswith(DID)


def _happened(frame: Frame, mark: Mark, quote: Span) -> bool:
    """ "Диспут был 24-го «Слово ранит»", "семинар прошёл вчера «Шаг»": nothing but a day stands behind the verb."""
    if "held.subject" not in mark.categories or not mark.categories.isdisjoint(HELD_BY_SOMEBODY):
        return False
    day = next(iter(frame.dates_in(mark.end, quote.start)), None)
    return day is not None and not f"{frame.text[mark.end : day.start]}{frame.text[day.end : quote.start]}".strip()


def _calls(frame: Frame, quote: Span) -> bool:
    """ "Беседа с коллективом колледжа «Дом без насилия»", "учениками лицея «Скажем нет!»" """
    inside = frame.words_in(quote.start, quote.end)
    return not AGAINST.isdisjoint(inside[:-1]) or frame.text[quote.end - 2] in "!?"


def _ends_part(frame: Frame, index: int, *, marked: bool) -> bool:
    """Whether another item or another quotation stands between the word and the title."""
    gap = frame.words.gap(index + 1)
    around = frame.quote_around(frame.words.starts[index])
    return (not marked and (";" in gap or "\n" in gap)) or (around is not None and not is_ironic(frame, around))


def _named_by(mark: Mark, mentions: list[Mention], beside: bool, *, marked: bool, listing: bool, calls: bool) -> int:
    """The mention that a title behind that mark names, or NOBODY or GOES_ON. `beside`: nothing stands between them.

    `calls`: the title calls to something, as no organisation is named.
    """
    for index, mention in enumerate(mentions):
        if mention.mark.first == mark.first and not _only_describes(mentions, index):
            if mention.language == "kk" and not (listing or marked) and _is_only_pointed_at(mention):
                return NOBODY
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
    is_body = ("organiser.head" in mark.categories and not is_person(mark)) or _is_a_guest_body(mark, mentions)
    names_another = beside and is_body and not _describes(mark, mentions)
    return NOBODY if names_another or (mark.categories & HELD and not listing) else GOES_ON


def _is_only_pointed_at(mention: Mention) -> bool:
    """ "Форумға «Перзент» үйінің басшысы қатысты", "флешмоб аясында «Арман» ансамблі ән айтты" """
    return not mention.cases() & DIRECT or mention.verdict.rule == "governed_from_behind"


def _is_a_guest_body(mark: Mark, mentions: list[Mention]) -> bool:
    """ "Встреча с представителем кризисного центра «Үміт»", "журналист районной газеты «Заря»": no title.

    Not as in "лекция полиции «Стоп»".
    """
    frame = mentions[0].frame
    is_short = len(name := frame.text[mark.start : mark.end]) > 1 and name.isupper()  # "НПО «Подруги»"
    is_body = is_short or frame.words.words[mark.last].startswith(BODIES)
    return "partner" in mark.categories and (is_body or any(entry.code == "media" for entry in mark.entries))


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
            by_verb = mention.entry.category == "kind_verb_object" and mention.is_of(NAMED_BY_THINGS)
            if by_verb or ("showing" in mention.traits and mention.mark.first < mark.first and _is_film(mark)):
                return index
    return None


def _is_film(mark: Mark) -> bool:
    """Not the magazines of "a film screening was held, and the distribution of magazines “…” was organised"."""
    return any(entry.category == "material" and entry.code == "video" for entry in mark.entries)
