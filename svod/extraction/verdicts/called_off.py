"""What was called off: the verb that says so, and of which activities it says it."""

from svod.extraction.lexicon.categories import HELD
from svod.extraction.lexicon.grammar import CAMPAIGNS, HOLDING, words
from svod.extraction.mentions.mention import Mention, Verdict
from svod.extraction.mentions.rule import rule
from svod.extraction.text.scan import Mark
from svod.extraction.verdicts.called_off_kk import put_off
from svod.extraction.verdicts.planned_ru import put_off_to

HOW, BUT = words("how"), words("but")
AROUND = 4  # words from "не относится" to the campaign
OUT_OF_REACH = 80  # characters to a word of calling off, with other things told between


@rule(said={"cancelled.word", "cancelled.moved"})
def called_off(mention: Mention) -> Verdict | None:
    """ "Баскетбольный турнир перенесён на ноябрь" """
    if "cancelled.moved" in mention.clause.said or (
        "cancelled.word" in mention.clause.categories and _is_its_own(mention)
    ):
        return put_off(mention) or put_off_to(mention) or Verdict("none", 0.9, "called_off")
    return Verdict("none", 0.8, "called_off") if _came_to_nothing(mention) else None


@rule(language="ru", said={"cancelled.aside"})
def of_no_campaign(mention: Mention) -> Verdict | None:
    """ "Прошёл обход по линии МЧС, к кампании он не относится": behind it, with no other one told between."""
    frame, start, end = mention.frame, mention.mark.end, mention.sentence.end
    for mark in frame.marks_in(start, end):
        if "cancelled.aside" in mark.categories and not mark.quoted:
            near = frame.words.words[max(mention.mark.last + 1, mark.first - AROUND) : mark.last + 1 + AROUND]
            is_said = any(word.startswith(CAMPAIGNS) for word in near)
            return Verdict("none", 0.8, "called_off") if is_said else None
        if "kind" in mark.categories and not frame.words.words[mark.first].startswith(CAMPAIGNS):
            return None
    return None


def _is_its_own(mention: Mention) -> bool:
    """Not "статья о том, как не смогли договориться"; nor, in what has no commas, of what is told far behind others."""
    off = [verb for verb in mention.clause.verbs if "cancelled.word" in verb.categories]
    return mention.language != "ru" or not all(_is_of_another(mention, verb) for verb in off)


def _is_of_another(mention: Mention, off: Mark) -> bool:
    frame, start, end = mention.frame, mention.mark.end, off.start
    if end < start:
        start, end = off.end, mention.mark.start
    elif any("," in frame.words.gap(index) and frame.words.words[index] in HOW for index in _between(mention, off)):
        return True
    return end - start > OUT_OF_REACH and not HELD.isdisjoint(frame.said(start, end))


def _between(mention: Mention, other: Mark) -> range:
    return range(mention.mark.last + 1, other.first)


def _came_to_nothing(mention: Mention) -> bool:
    """ "Квест придумали, подготовили карточки, но провести не успели": a later clause says so of all before it."""
    frame, end = mention.frame, mention.clause.end
    rest = frame.marks_in(end, mention.sentence.end) if mention.language != "en" else ()
    if not any("cancelled.word" in mark.categories for mark in rest) or any("kind" in mark.categories for mark in rest):
        return False
    behind = frame.words_in(end, mention.sentence.end)
    but = behind[:1] if mention.language == "ru" else behind  # "запланирован, но не состоялся"
    takes_back = "planned.verb" in mention.clause.categories and not BUT.isdisjoint(but)
    return takes_back or any(word.startswith(HOLDING) for word in behind)
