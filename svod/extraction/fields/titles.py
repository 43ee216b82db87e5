"""Which quotation is the title of which mention."""

from dataclasses import dataclass

from svod.extraction.fields.title_words import is_ironic
from svod.extraction.fields.titles_above_kk import told_above
from svod.extraction.fields.titles_before import to_the_right
from svod.extraction.fields.titles_before_kk import name_before
from svod.extraction.fields.titles_behind import is_no_name, to_the_left
from svod.extraction.fields.titles_kk import is_the_kind, names_another, shown, told_behind_verb, told_by_colon
from svod.extraction.fields.titles_listed import lists_of, others_follow
from svod.extraction.fields.titles_unquoted import unquoted_title
from svod.extraction.lexicon.grammar import words
from svod.extraction.mentions.mention import Mention
from svod.extraction.text.frame import Frame
from svod.extraction.text.sentences import Sentence
from svod.records import Span

SO = words("so")  # "под таким названием"


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
    for group in lists_of(frame, quotes):
        owner = _owner(frame, sentence, group[0], mentions)
        if owner is None and len(group) > 1:  # «А», «Б» атты тренингтер
            owner = to_the_right(frame, sentence, group[-1], frame.word_index(group[-1].end), mentions)
        if owner is None:
            continue
        owner = _told_of_it(mentions, owner)
        titles.by_mention.setdefault(owner, []).extend(group)
        if any(others_follow(frame, quote) for quote in group):
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
    owner = to_the_right(frame, sentence, name, frame.word_index(name.end), mentions) if name is not None else None
    return (owner, name) if owner is not None and name is not None else None


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
    right = to_the_right(frame, sentence, quote, after, mentions)
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
