"""A kind that only names: in quotation marks, a feast, a line that is always open, a project that goes on."""

from svod.extraction.fields.numbers_of_kinds import number_before
from svod.extraction.lexicon.categories import HELD, VERBAL, WAS_HELD
from svod.extraction.lexicon.grammar import WITH, is_past, words
from svod.extraction.lexicon.meaning import DIRECT
from svod.extraction.mentions.mention import Mention, Verdict
from svod.extraction.mentions.rule import rule
from svod.extraction.verdicts.only_named_kk import held_in_quotation
from svod.records import Span

OPENING = tuple(words("opening_of"))  # how the words begin: "открытие проекта"
QUOTES = tuple('«“„"»”')
BESIDE = 2  # characters from a kind to its own name
ANSWERED = tuple(words("answered"))
FEASTS, CELEBRATING = words("feasts"), tuple(words("celebrating"))
OF_ITS_OWN = frozenset({"place", "organiser.head", "organiser.marker"})


@rule(is_quoted=True)
def inside_quotation(mention: Mention) -> Verdict | None:
    """«Круглый стол без насилия» as a title is no round table."""
    quote = mention.frame.quote_around(mention.mark.start)
    if quote is not None and quote.end - mention.mark.end <= 1 and mention.mark.start - quote.start <= 1:
        first = mention.frame.text[mention.mark.start]
        if first.islower() or held_in_quotation(mention, quote):  # «прямой провод»
            return None
    if quote is not None and (_named_by_kind(mention, quote) or _is_an_item(mention, quote)):
        return Verdict("held", 0.6, "named_by_kind")
    if quote is not None and mention.mark.end <= quote.end and quote.start > mention.sentence.start - 1:
        return Verdict("none", 0.9, "inside_quotation")
    return None


def _named_by_kind(mention: Mention, quote: Span) -> bool:
    """ "Устроили «Марш добрых рук»", «День открытых дверей»: a name that begins with its kind, behind the verb."""
    frame, mark = mention.frame, mention.mark
    is_bare = quote.end - mark.end <= BESIDE and mark.first == mark.last
    if mention.language != "ru" or mark.start - quote.start > 1 or is_bare:
        return False
    if "n" not in mention.cases() or "unnamed" in mention.traits:
        return False
    before = frame.word_index(quote.start) - 1
    is_there = frame.words.starts[before] >= mention.clause.start
    told = is_there and not frame.said_at(before).isdisjoint(WAS_HELD)
    return told and not mention.frame.kinds_in(mention.clause.start, mention.clause.end)


def _is_an_item(mention: Mention, quote: Span) -> bool:
    """ "Лекторий для родителей, «Весёлые старты» для педагогов": an item of a list that its name alone tells."""
    frame, mark = mention.frame, mention.mark
    is_all = mark.start - quote.start <= 1 and quote.end - mark.end <= 1 and mark.first < mark.last
    if not is_all or mention.language != "ru" or mention.listed_after is None or "unnamed" in mention.traits:
        return False
    before = frame.text[mention.listed_after.mark.end : quote.start].rstrip()
    return before.endswith(",") and not before.startswith(QUOTES, 1) and before[-2:-1] not in QUOTES


@rule(traits={"line"}, is_listed=False)
def always_there(mention: Mention) -> Verdict | None:
    """ "Телефон доверия 150 круглосуточный": a line that is there for everybody was not opened for the campaign."""
    if mention.language == "ru" and _belongs_to(mention):
        return Verdict("none", 0.6, "dependent")
    is_object = bool(mention.cases() & DIRECT) or number_before(mention) is not None  # "открыто 9 горячих линий"
    if mention.clause.categories & (HELD | {"planned.verb"}) and is_object:
        return None
    frame, start, end = mention.frame, mention.sentence.start, mention.sentence.end
    is_item = not frame.text[start].isalpha() or "|" in frame.text[start:end]
    is_told = is_item or _is_with_somebody(mention) or _was_answered(mention) or bool(frame.dates_in(start, end))
    return None if is_told else Verdict("none", 0.6, "only_a_campaign")


def _was_answered(mention: Mention) -> bool:
    """ "Горячая линия профкома принимала звонки ежедневно": it was there, and somebody at it."""
    seen = mention.frame.words_in(mention.clause.start, mention.clause.end)
    is_theirs = mention.language == "ru" and "n" in mention.cases()
    return is_theirs and any(word.startswith(ANSWERED) and is_past(word) for word in seen)


def _is_with_somebody(mention: Mention) -> bool:
    """ "Прямая линия с психологом": somebody answered there."""
    frame, behind = mention.frame, mention.mark.last + 1
    if behind + 1 >= len(frame.words) or frame.words.words[behind] not in WITH:
        return False
    return "partner" in frame.said_at(behind + 1)


def _belongs_to(mention: Mention) -> bool:
    """ "Специалисты телефона доверия": a genitive right behind its noun."""
    frame, before = mention.frame, mention.mark.first - 1
    if "g" not in mention.cases() or before < 0 or before != mention.governor or is_past(frame.words.words[before]):
        return False
    return frame.said_at(before).isdisjoint(VERBAL | {"reference.preposition", "held.noun"})


@rule(traits={"undertaking"})
def not_carried_out(mention: Mention) -> Verdict | None:
    """ "Программа профилактики охватила детей": a project counts where it was carried out."""
    if mention.clause.categories & {"held.carried_out", "planned.verb"} or _is_opened(mention):
        return None
    return Verdict("none", 0.7, "not_carried_out")


def _is_opened(mention: Mention) -> bool:
    """ "Состоялось открытие проекта «Юный юрист»": it begins with that."""
    frame = mention.frame
    named = frame.quotes_in(mention.clause.start, mention.clause.end)
    is_opening = mention.governor >= 0 and frame.words.words[mention.governor].startswith(OPENING)
    return bool(named) and is_opening and not mention.clause.categories.isdisjoint(HELD)


@rule(traits={"handing_out"}, is_verb=False)
def of_no_things(mention: Mention) -> Verdict | None:
    """ "Опасность распространения наркотиков", "распространение идей": nothing that is handed out is named."""
    if " " in mention.entry.phrase or mention.language != "ru" or "material" in mention.clause.said:
        return None
    if not mention.cases() & {"g"} or mention.governor < 0 or number_before(mention) is not None:
        return None
    return Verdict("none", 0.6, "bare_head")


@rule(phrases=FEASTS)
def celebrated(mention: Mention) -> Verdict | None:
    """ "Отметили профессиональный праздник", "Праздник весны и любви.": a day of the calendar."""
    frame, sentence = mention.frame, mention.sentence
    before = frame.words_in(sentence.start, mention.mark.start)
    if mention.language == "kk":
        before = frame.words_in(mention.mark.end, mention.clause.end)[:2]  # "мерекесі атап өтілді"
        if mention.clause.verbs and mention.clause.categories.isdisjoint(HELD | {"planned.verb"}):
            return Verdict("none", 0.6, "umbrella")  # "мереке тарихы туралы айтып берді"
    only_named = mention.paragraph_told and not mention.clause.verbs and not mention.clause.said & OF_ITS_OWN
    looks = (frame.quotes_in, frame.dates_in, frame.numbers_in)
    only_named = only_named and not any(look(sentence.start, sentence.end) for look in looks)
    is_feast = only_named or any(word.startswith(CELEBRATING) for word in before)
    return Verdict("none", 0.6, "umbrella") if is_feast else None
