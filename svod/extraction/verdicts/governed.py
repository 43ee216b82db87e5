"""What governs a mention in Russian and English: a preposition, or the noun whose genitive it is."""

from svod.extraction.lexicon.categories import HELD
from svod.extraction.lexicon.grammar import AND, ON, PREPOSITIONS, WHERE, is_past, words
from svod.extraction.mentions.mention import Mention, Verdict
from svod.extraction.mentions.rule import rule

SO_MANY, OF_A_DAY = words("so_many"), words("day_told_of")
GENITIVE = frozenset("g")
TAKING = HELD | {"planned.verb", "held.noun", "title.marker"}  # words whose object stands in the genitive
OWNED = frozenset({"kind", "material", "measure.head"})


def told_by_what_was_done(mention: Mention) -> Verdict | None:
    """ "Участники круглого стола обсудили", "в ходе встречи затронуты вопросы", where nothing was told before."""
    if mention.is_plural or mention.paragraph_told or "held.heard" not in mention.clause.categories:
        return None
    return Verdict("held", 0.55, "after_a_preposition")


@rule(is_governed=True, said={"reference.manner"})
def manner(mention: Mention) -> Verdict | None:
    """ "Заседание прошло в форме круглого стола" tells how."""
    mark = mention.governor_mark
    if mark is not None and mention.language != "kk" and "reference.manner" in mark.categories:
        during = "reference.preposition" in mark.categories  # "в ходе"
        return (told_by_what_was_done(mention) if during else None) or Verdict("reference", 0.8, "manner")
    return None


@rule(is_governed=True, said={"reference.preposition"})
def after_a_preposition(mention: Mention) -> Verdict | None:
    """ "В ходе семинара", "на встрече", "к конкурсу": told elsewhere, or told here by what happened at it."""
    mark = mention.governor_mark
    if mark is None or "reference.preposition" not in mark.categories:
        return None
    if mention.frame.number_at(mark.start) is not None or _governs_another(mention, mark.entries[0].phrase):
        return None  # "at least 5 seminars"
    if not mention.known and "held.heard" in mention.clause.categories:
        return Verdict("held", 0.6, "after_a_preposition")
    if (
        mark.entries[0].phrase in ON
        and not mention.known
        and not mention.paragraph_told
        and mention.clause.verbs == []
        and not any(is_past(word) for word in mention.frame.words_in(mention.clause.start, mention.clause.end))
    ):
        return Verdict("held", 0.5, "after_a_preposition")
    return Verdict("reference", 0.7, "after_a_preposition")


def _governs_another(mention: Mention, preposition: str) -> bool:
    """ "Провели для родителей мастер-класс": it is of the people between, its case not being the kind's."""
    if mention.language != "ru" or not mention.cases():
        return False
    return any(preposition in words(f"with_{case}") for case in "gi") and not any(
        preposition in words(f"with_{case}") for case in mention.cases()
    )


@rule(language="ru", is_preceded=True)
def dependent(mention: Mention) -> Verdict | None:
    """ "Председатель комиссии", "победители олимпиады": a genitive after its noun."""
    word = mention.frame.words.words[mention.governor]
    mark = mention.governor_mark
    if word in AND or (mark is not None and mark.categories & TAKING):
        return None
    if is_past(word) or "g" not in mention.cases() or _is_counted_there(mention):
        return None
    if (
        mention.cases() == GENITIVE
        or (_is_of_a_day(mention) and mark is None)
        or (mark is not None and mark.categories & OWNED)
    ):
        return Verdict("none", 0.7, "dependent")
    return None


def _is_counted_there(mention: Mention) -> bool:
    """ "На портале 12 публикаций": the number governs them, behind where they are.

    "Для девушек общежития два тренинга": it stands in no genitive, as they would.
    """
    frame, index = mention.frame, mention.governor
    if frame.words.words[mention.mark.first - 1] in SO_MANY and frame.words.words[index] not in PREPOSITIONS:
        return True
    if index < 1 or index + 1 >= mention.mark.first or frame.words.words[index - 1] not in WHERE:
        return False
    return frame.number_at(frame.words.starts[index + 1]) is not None


def _is_of_a_day(mention: Mention) -> bool:
    """ "Об истории дня правовой помощи": no "три дня правовой помощи"."""
    frame, first = mention.frame, mention.mark.first
    return frame.words.words[first] in OF_A_DAY and frame.number_at(frame.words.starts[first - 1]) is None
