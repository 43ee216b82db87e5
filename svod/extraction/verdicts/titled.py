"""Which mentions are activities: those held or planned, and those only referred to that have a title of their own."""

from collections.abc import Collection

from svod.extraction.fields.title_words import title_of
from svod.extraction.fields.titles import Titles
from svod.extraction.lexicon.grammar import words
from svod.extraction.mentions.mention import Mention
from svod.extraction.text.along import comes_along
from svod.extraction.verdicts.inside import within_the_only_one

OPENING = 24  # characters in which a sentence says that it goes on inside what was told
BESIDE = words("beside") | words("for_whom")
WITHIN_IT = words("within_it")
CLOSE = 14  # characters between a kind only referred to and a title that is its own


def is_told(mention: Mention, index: int, titles: Titles, before: Collection[str]) -> bool:
    """Held or planned; or a reference with a title of its own: "на круглом столе «…» были даны рекомендации".

    It is the sentence's mention of that index; `before` are the titles told before it, in small letters.
    """
    if mention.verdict.status in ("held", "planned"):
        return True
    if mention.verdict.status != "reference" or "umbrella" in mention.traits or index not in titles.by_mention:
        return False
    if mention.language == "kk" and (_only_named(mention) or _is_around(mention)):
        return False
    if _is_inside(mention) or _is_beside(mention):
        return False
    if within_the_only_one.answer(mention) is not None:  # "ответили на вопросы викторины «Знатоки права»"
        return False
    if comes_along(mention.frame, mention.mark):  # "с раздачей буклетов «Знай!»"
        return False
    if titles.by_mention[index][0].start - mention.mark.end > CLOSE:
        return False
    names = {title_of(mention.frame, quote).casefold() for quote in titles.by_mention[index]}
    return names.isdisjoint(before)


def _is_inside(mention: Mention) -> bool:
    """ "В ходе мероприятия ребята отвечали на вопросы викторины «Знатоки»": of what was told before."""
    opening = mention.frame.said(mention.sentence.start, mention.sentence.start + OPENING)
    return mention.language == "ru" and mention.paragraph_told and "held.inside" in opening


def _is_around(mention: Mention) -> bool:
    """ "«Арман» фестивалі аясында дәріс өтті": within what the rest of the sentence took place."""
    seen, behind = mention.frame.words.words, mention.mark.last + 1
    return behind < len(seen) and seen[behind] in WITHIN_IT


def _is_beside(mention: Mention) -> bool:
    """ "Прошла беседа у выставки «Мир книг»", "слова для пресс-релиза «Дом»": where it was, or what for."""
    return mention.governor >= 0 and mention.frame.words.words[mention.governor] in BESIDE


def _only_named(mention: Mention) -> bool:
    """ "«Үздік» байқауының жеңімпаздарын марапаттады", "ойынның тақырыбы – «…»", or a part of what was told before."""
    rule = mention.verdict.rule
    return rule in ("inside_another", "tells_theme") or (rule == "oblique" and mention.cases() == {"g"})
