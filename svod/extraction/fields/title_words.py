"""What a quotation says: whether it names anything, what, and whether that is the campaign."""

from collections.abc import Sequence

from svod.extraction.fields.titles_kk import LETTER, is_called
from svod.extraction.fields.titles_unquoted import behind_a_theme
from svod.extraction.lexicon.endings_kk import GENITIVE
from svod.extraction.lexicon.grammar import words
from svod.extraction.mentions.found import Found
from svod.extraction.text.frame import Frame
from svod.extraction.text.quotes import MARKS, inner
from svod.extraction.text.sentences import Sentence
from svod.records import Span

NAMING = 3  # words of a quotation that names something though it begins small: выставка «мир без насилия»
CALLED = tuple(words("called_so"))  # how the verbs begin of those who give a name
DIALLED = 5  # characters: "«111»"
BEARERS = frozenset({"kind", "material"})
NAMES_BEHIND = frozenset({"kind", "title.marker", "audience"})


def is_ironic(frame: Frame, quote: Span) -> bool:
    """Ironic marks around common words, «кричащие» названия, make no title; nor does a class, 9 «А», or a day, «28»."""
    named = frame.text[quote.start : quote.end]
    if len(named) == LETTER or not frame.has_letters(quote.start, quote.end):
        return not _is_a_number_dialled(frame, quote)
    return named.lstrip(MARKS)[:1].islower() and not is_called(frame, quote) and not _names_at_length(frame, quote)


def _is_a_number_dialled(frame: Frame, quote: Span) -> bool:
    """ "Ролик «111»", not "контакт-центр «111»": what is called so was made or held."""
    if not frame.text[quote.start + 1 : quote.end - 1].isdigit() or quote.end - quote.start < DIALLED:
        return False
    before = frame.word_index(quote.start) - 1
    return frame.words.end(before) == quote.start - 1 and not frame.said_at(before).isdisjoint(BEARERS)


def _names_at_length(frame: Frame, quote: Span) -> bool:
    """ "Выставка «мир без насилия»", "тренинг для педагогов «сила слова»": rough typing begins names small.

    Such a name stands behind its kind, a word for names or those whom it was for; a long one may stand anywhere.
    """
    before, length = frame.word_index(quote.start) - 1, len(frame.words_in(quote.start, quote.end))
    said = frame.said_at(before)
    if frame.words.end(before) == quote.start - 1 and not said.isdisjoint(NAMES_BEHIND):
        return length >= NAMING - ("kind" not in said)
    return length > NAMING


def name_by_theme(frame: Frame, sentence: Sentence, said: frozenset[str], last: Found) -> None:
    """ "Тема: «Язык без унижения»" in a sentence of its own names the activity told right before."""
    if "title.marker" not in said or last.title is not None or last.line != sentence.line:
        return
    quotes = frame.quotes_in(sentence.start, sentence.end)
    if len(quotes) == 1 and _is_called_so(frame, quotes[0]):
        last.say("title", title_of(frame, quotes[0]), quotes[0])
        return
    begins = frame.word_index(sentence.start)
    at = frame.mark_at[begins]
    if at is not None and "reference.demonstrative" in at.categories:  # "аталмыш шараның тақырыбы – «…»"
        begins = at.last + 1
    if last.mention.language == "kk" and frame.words.words[begins].endswith(GENITIVE):
        begins += 1  # "Ойынның тақырыбы – «…»"
    elif "kind" in said:
        return
    first = frame.mark_at[begins]
    if first is not None and not quotes and last.mention.language == "ru":
        unquoted = behind_a_theme(frame, first, sentence.end)
        quotes = [unquoted] if unquoted is not None else []
    if first is not None and "title.marker" in first.categories and len(quotes) == 1:
        last.say("title", title_of(frame, quotes[0]), quotes[0])


def _is_called_so(frame: Frame, quote: Span) -> bool:
    """ "Біз оны «Бірлік» деп атадық": the name of what was told before."""
    index = frame.word_index(quote.end)
    at = frame.mark_at[index]
    return at is not None and "title.marker" in at.categories and frame.words.words[at.last].startswith(CALLED)


def title_of(frame: Frame, quote: Span) -> str:
    return inner(frame.text, quote)


def is_campaign(frame: Frame, quote: Span, names: Sequence[tuple[str, ...]]) -> bool:
    """Whether the quotation names the campaign itself: "16 дней активных действий против насилия"."""
    folded = frame.words.folded[quote.start : quote.end]
    return any(name[0] in folded and all(part in folded for part in name) for name in names)
