"""Kazakh mentions that are a part of a name, or name no activity without one: "драма үйірмесі", "жұмыс сағаты"."""

from svod.extraction.lexicon.categories import HELD
from svod.extraction.lexicon.endings_kk import POSSESSIVE, VERBAL_NOUN
from svod.extraction.lexicon.grammar import is_adjective, words
from svod.extraction.mentions.kinds import CONTESTS
from svod.extraction.mentions.mention import Mention, Verdict
from svod.extraction.mentions.rule import rule
from svod.extraction.verdicts.retold_kk import TELLS, names
from svod.language.fold import fold_phrase
from svod.records import Span

BEARERS = frozenset({"organiser.head", "kind"})
DRIVES = tuple(words("drive_of"))
BARE, NAMED = words("bare_heads_kk"), words("named_heads_kk")
MARKS = ' «»“”"'
SPEAKING_OF = words("speaking_of")
DEVOTED, NUMBER_SHOWN = words("devoted"), tuple(words("number_shown"))
FEASTS, DAY = words("feasts"), tuple(words("day_kk"))  # "мереке күні"


@rule(language="kk", phrases=BARE)
def bare_head(mention: Mention) -> Verdict | None:
    """ "Дауыстап оқу сағаты өткізілді", "«Тірек» сағаты өтеді", but not "жұмыс сағаты басталады"."""
    frame, first = mention.frame, mention.mark.first
    named = first > 0 and mention.clause.start < frame.words.starts[first] and not frame.words.gap(first).strip(MARKS)
    quoted = frame.quotes_in(mention.clause.start, mention.mark.start)
    if not quoted and fold_phrase(mention.entry.phrase) in NAMED:
        return Verdict("none", 0.7, "bare_head")
    told = TELLS if quoted else HELD
    is_item = bool(quoted) and not mention.clause.verbs  # "2 желтоқсан – «Арудың ары» сағаты"
    if named and (is_item or mention.clause.categories & told) and not frame.number_at(frame.words.starts[first - 1]):
        return None
    return Verdict("none", 0.7, "bare_head")


def held_in_quotation(mention: Mention, quote: Span) -> bool:
    """ "«Ашық есік күні» өткізілді": the kind itself in quotation marks, right before the verb that it was held."""
    frame = mention.frame
    index = frame.word_index(quote.end)
    if index < len(frame.words) and frame.words.words[index].startswith(DAY):  # "«Ашық есік» күні өтті"
        index += 1
    if mention.language != "kk" or index >= len(frame.words) or frame.words.gap(index).strip(MARKS):
        return False
    return not frame.said_at(index).isdisjoint(TELLS)


@rule(language="kk", is_verb=False, words=SPEAKING_OF)
def on_the_agenda(mention: Mention) -> Verdict | None:
    """ "2. Тренингтерді өткізу тәртібі туралы.": what was on an agenda, or what a report is about."""
    frame, sentence = mention.frame, mention.sentence
    last = frame.words.words[frame.word_index(sentence.end) - 1]
    return Verdict("none", 0.7, "on_the_agenda") if last in SPEAKING_OF and not mention.clause.verbs else None


@rule(language="kk", is_verb=False)
def named_for(mention: Mention) -> Verdict | None:
    """ "Драма үйірмесі", "сурет салу сайысы": the kind is a part of another name."""
    frame, index = mention.frame, mention.mark.last + 1
    if mention.cases() == {"a"} and index + 1 < len(frame.words) and frame.words.words[index].endswith(VERBAL_NOUN):
        return _of_office(mention, index + 1)
    if mention.cases() == {"b"} and "debating" not in mention.traits:
        return _competed_in(mention, index)
    if "n" not in mention.cases() or mention.is_plural or index >= len(frame.words):
        return None
    if frame.words.words[index].endswith(VERBAL_NOUN) and _is_of_a_kind(mention, index + 1):
        return Verdict("none", 0.7, "named_for")
    head = frame.mark_at[index] if mention.cases() == {"n"} else None
    if (
        head is None
        or not frame.words.gap(index).isspace()
        or frame.words.words[mention.mark.last].endswith(POSSESSIVE)
    ):
        return None
    if head.categories.isdisjoint(BEARERS):
        return None
    possessed = frame.words.words[head.first].endswith(POSSESSIVE)
    return Verdict("none", 0.7, "named_for") if possessed or names(head, mention.code) else None


def _competed_in(mention: Mention, index: int) -> Verdict | None:
    """ "Сурет салудан сайыс", "көріністен облыстық байқау": what they competed in."""
    frame = mention.frame
    while index < len(frame.words) and is_adjective(frame.words.words[index]) and frame.mark_at[index] is None:
        index += 1
    at = frame.mark_at[index] if frame.words.gap(index).isspace() else None
    contest = at is not None and not at.meaning.traits.isdisjoint(CONTESTS)
    return Verdict("none", 0.7, "named_for") if contest else None


def _is_of_a_kind(mention: Mention, index: int) -> bool:
    """ "Қойылым көрсету байқауы", "эссе жазу сайысы": what they competed in."""
    frame = mention.frame
    at = frame.mark_at[index] if frame.words.gap(index).isspace() else None
    if at is None or not frame.words.gap(index - 1).isspace() or "kind" not in at.categories:
        return False
    return frame.words.words[at.last].endswith(POSSESSIVE)


def _of_office(mention: Mention, index: int) -> Verdict | None:
    """ "Профилактикалық жұмысты үйлестіру басқармасы": what an office is for."""
    frame = mention.frame
    is_right_behind = frame.words.gap(index - 1).isspace() and frame.words.gap(index).isspace()
    is_office = is_right_behind and "organiser.head" in frame.said_at(index)
    return Verdict("none", 0.7, "named_for") if is_office else None


@rule(language="kk", is_verb=False, words=DEVOTED)
def devoted_to(mention: Mention) -> Verdict | None:
    """ "«Жасыл әлем» көрмесіне арналған байқау өтті": what another one was for."""
    frame, index = mention.frame, mention.mark.last + 1
    if mention.cases() != {"d"} or index >= len(frame.words) or not frame.words.gap(index).isspace():
        return None
    return Verdict("none", 0.7, "dependent") if frame.words.words[index] in DEVOTED else None


@rule(language="kk", traits={"drive"}, is_verb=False)
def of_a_form(mention: Mention) -> Verdict | None:
    """ "Парақша тарату акциясы": the акция has a form, which the kind right before it tells."""
    frame, mark = mention.frame, mention.mark
    before = frame.mark_at[mark.first - 1] if frame.words.gap(mark.first).isspace() else None
    if before is None or mark.first != mark.last or not frame.words.words[mark.first].startswith(DRIVES):
        return None
    return Verdict("none", 0.7, "named_for") if "kind" in before.categories and not before.quoted else None


@rule(language="kk", traits={"line"}, is_verb=False, begins=NUMBER_SHOWN)
def number_shown(mention: Mention) -> Verdict | None:
    """ "Дәлізге сенім телефондары ілінді": its number was to be seen, which opens no line."""
    frame, index = mention.frame, mention.mark.last + 1
    if index >= len(frame.words) or not frame.words.gap(index).isspace():
        return None
    return Verdict("none", 0.7, "named_for") if frame.words.words[index].startswith(NUMBER_SHOWN) else None


@rule(language="kk", traits={"festivity"}, is_verb=False)
def feast_day(mention: Mention) -> Verdict | None:
    """ "Мереке күні сурет байқауы өтті": when it was."""
    frame, index = mention.frame, mention.mark.last + 1
    if index >= len(frame.words) or not frame.words.gap(index).isspace():
        return None
    is_day = frame.words.words[mention.mark.last] in FEASTS and frame.words.words[index].startswith(DAY)
    return Verdict("none", 0.8, "named_for") if is_day else None
