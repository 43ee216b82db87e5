"""Rules for Kazakh, which governs from behind: the words after a kind say what is told of it."""

from collections.abc import Sequence

from svod.extraction.lexicon.categories import HELD
from svod.extraction.lexicon.grammar import words
from svod.extraction.mentions.kinds import CONTESTS
from svod.extraction.mentions.mention import Mention, Verdict
from svod.extraction.mentions.rule import rule
from svod.extraction.text.scan import Mark
from svod.extraction.text.signs import DASH_OR_COLON
from svod.extraction.verdicts.lists_kk import last_of_list, mark_after
from svod.packs.traits import traits

FINITE = tuple(words("finite_endings"))
CAMPAIGNS = tuple(words("campaigns"))  # what may end with an activity: "апта", "айлық"
OPENED = tuple(words("opened_kk"))  # how the verbs begin
SPOKEN = traits("conversation", "encounter", "debating")  # what any activity may be called afterwards
OUTCOME = tuple(words("contest_outcome"))  # "байқаудың жеңімпаздары анықталды"
AIM = tuple(words("aim"))
OPENING = 6  # words in which a sentence says that it tells an aim


@rule(language="kk", is_verb=False)
def governed_from_behind(mention: Mention) -> Verdict | None:
    """ "Семинар барысында", "байқаудың жеңімпаздары", "кездесулер мен тренингтер арқылы" """
    last = last_of_list(mention)
    if mention.is_of(CONTESTS) and word_behind(mention, last)[0].startswith(OUTCOME):
        return told_by_what_happened(mention) or Verdict("reference", 0.7, "inside_another")
    after = mark_after(mention, last)
    if after is None:
        return None
    if "title.marker" in after.categories and mention.cases() == {"g"}:  # "ойынның тақырыбы – «…»"
        return Verdict("reference", 0.7, "tells_theme")
    if "reference.during" in after.categories:
        if mention.is_of(SPOKEN) and mention.told and mention.mark.start == mention.sentence.start:
            return Verdict("reference", 0.7, "governed_from_behind")  # "Әңгіме барысында" behind a meeting
        return told_by_what_happened(mention) or Verdict("reference", 0.7, "governed_from_behind")
    if "held.stage" in after.categories and not mention.clause.categories.isdisjoint(HELD):
        return Verdict("held", 0.75, "held_by_a_noun")
    if "reference.after" not in after.categories or not after.categories.isdisjoint(HELD):
        return None
    return Verdict("reference", 0.7, "governed_from_behind")


@rule(language="kk", begins=AIM, is_verb=False)
def aimed_at(mention: Mention) -> Verdict | None:
    """ "Семинардың мақсаты – диалог алаңын құру болды": what stands behind the dash is the aim."""
    frame, first = mention.frame, mention.frame.word_index(mention.sentence.start)
    for index in range(first, min(first + OPENING, mention.mark.first)):
        if frame.words.words[index].startswith(AIM) and frame.words.gap(index + 1).strip() in DASH_OR_COLON:
            return Verdict("none", 0.8, "wished")
    return None


@rule(language="kk", is_verb=False, is_known=False, begins=OPENED)
def opened_with(mention: Mention) -> Verdict | None:
    """ "Науқан брифингтен басталды": the first thing that was held in it."""
    if mention.cases() != {"b"} or not word_behind(mention, mention.mark)[0].startswith(OPENED):
        return None
    seen = mention.frame.words_in(mention.sentence.start, mention.mark.start)
    return Verdict("held", 0.6, "opened_with") if any(word.startswith(CAMPAIGNS) for word in seen) else None


@rule(language="kk", is_verb=False, is_listed=False)
def another_verb(mention: Mention) -> Verdict | None:
    """ "Тренинг оқушыларға ұнады": a verb that says nothing of holding, at the end of the sentence.

    Told behind others it is another one by its day, the only one of its sentence: "3.12 – студенттердің перформансы".
    """
    if mention.clause.categories or not has_finite_verb(mention):
        return None
    if mention.known or (mention.paragraph_told and not _is_one_of_a_day(mention)):
        return Verdict("reference", 0.6, "first_told")
    return Verdict("held", 0.5, "first_told")


def _is_one_of_a_day(mention: Mention) -> bool:
    frame, sentence = mention.frame, mention.sentence
    if not frame.dates_in(sentence.start, mention.mark.start):
        return False
    return "kind" not in frame.said(mention.mark.end, sentence.end)


def told_by_what_happened(mention: Mention) -> Verdict | None:
    """ "Кездесуде инспектор заңды түсіндірді": told here first, by what happened at it."""
    has_day = bool(mention.frame.dates_in(mention.sentence.start, mention.mark.start))
    before = mention.frame.marks_in(mention.sentence.start, mention.mark.start)
    is_apart = has_day or any("place" in mark.categories and not mark.quoted for mark in before)
    if mention.known or (mention.paragraph_told and not is_apart):
        return None
    if "planned.verb" in mention.clause.categories:  # "18.12 күні кеңестің отырысында есеп қаралады"
        return Verdict("planned", 0.55, "told_by_what_happened") if has_day else None
    if "drive" in mention.traits or "goal.word" in mention.clause.categories or not has_finite_verb(mention):
        return None
    return Verdict("held", 0.55, "told_by_what_happened")


def word_behind(mention: Mention, mark: Mark) -> Sequence[str]:
    """The word right behind it."""
    return mention.frame.words.words[mark.last + 1 : mark.last + 2] or ("",)


def has_finite_verb(mention: Mention) -> bool:
    """Whether the clause or the sentence ends as a Kazakh verb does."""
    frame = mention.frame
    bracket = frame.text.find(" (", mention.mark.end, mention.sentence.end)  # "саясат қабылданды (қатысқаны 58 адам)"
    for end in (mention.clause.end, mention.sentence.end, bracket):
        index = frame.word_index(end) - 1
        if index > mention.mark.last and frame.words.words[index].endswith(FINITE):
            return True
    return False
