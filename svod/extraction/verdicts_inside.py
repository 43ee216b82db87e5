"""What goes on inside an activity told before: it is a part of it, and no activity of its own."""

from svod.extraction.grammar import words
from svod.extraction.mention import Mention, Verdict
from svod.extraction.rule import rule
from svod.extraction.told_at_ru import AT, NO_GATHERING

HEAD = 2  # marks, and words, with which a sentence says where it is: "на большом форуме"
INSIDE, HEADED = words("inside_heads"), 3
THE_EVENT, AT_WORK = words("the_event"), words("at_work")
WITHIN_IT, DURING = words("within_it"), words("during")
LIVING = tuple(words("living"))


@rule(language="ru", words=AT_WORK, is_known=True)
def at_its_work(mention: Mention) -> Verdict | None:
    """ "Прошла конференция. В работе конференции приняли участие 40 делегатов" """
    governor = mention.governor
    at_work = governor >= 0 and mention.frame.words.words[governor] in AT_WORK
    return Verdict("reference", 0.7, "points_back") if at_work else None


@rule(is_listed=False)
def inside_the_first(mention: Mention) -> Verdict | None:
    """ "На форуме выступили депутаты, прошли панельные дискуссии": at what heads the sentence."""
    frame, sentence, clause = mention.frame, mention.sentence, mention.clause
    index = frame.mark_at[frame.word_index(sentence.start)]
    head = frame.marks[index : index + HEAD] if index >= 0 else []
    if len(head) < HEAD or head[1].start >= mention.mark.start or head[0].first != frame.word_index(sentence.start):
        return None
    at, kind = head
    if at.entries[0].phrase not in AT or "kind" not in kind.categories or kind.first - at.last > HEAD:
        return None
    if frame.text.find(",", kind.end, mention.mark.start) < 0 or frame.quotes_in(mention.mark.end, clause.end):
        return None
    return None if frame.dates_in(clause.start, clause.end) else Verdict("reference", 0.6, "inside_another")


@rule(is_near=True)
def inside_what_heads(mention: Mention) -> Verdict | None:
    """ "Сағат барысында әңгіме қозғалды", "шара көрме аралаумен аяқталды": at what was told before."""
    frame, sentence = mention.frame, mention.sentence
    first = frame.word_index(sentence.start)
    head = frame.words.words[first + 1 : min(first + HEADED, mention.mark.first)]
    is_there = not INSIDE.isdisjoint(head) or _goes_on(mention, first) or _within_what_was_told(mention, first)
    if mention.language == "en" or not is_there:
        return None
    if frame.quotes_in(sentence.start, mention.mark.end):
        return None
    return None if frame.dates_in(sentence.start, sentence.end) else Verdict("reference", 0.6, "inside_another")


def _goes_on(mention: Mention, first: int) -> bool:
    """Whether the sentence begins with what was told: "бұл шара", "мероприятие", "жиында"."""
    seen, at = mention.frame.words.words, mention.frame.mark_at
    if at[first] >= 0 and "reference.demonstrative" in mention.frame.marks[at[first]].categories:
        first += 1
    return first < mention.mark.first and seen[first] in THE_EVENT


def _within_what_was_told(mention: Mention, first: int) -> bool:
    """ "Форум аясында пікірталастар жүргізілді": the forum told before; a campaign has activities of its own."""
    frame = mention.frame
    if mention.language == "ru":
        return not mention.is_verb and _during_what_was_told(mention, first)
    if first + 1 >= mention.mark.first or frame.words.words[first + 1] not in WITHIN_IT:
        return False
    at = frame.mark_at[first]
    entries = frame.marks[at].entries if at >= 0 else ()
    told = (entry.code for entry in entries if entry.category == "kind" and entry.code not in NO_GATHERING)
    return any(code in mention.told for code in told)


def _during_what_was_told(mention: Mention, first: int) -> bool:
    """ "В ходе классного часа ученики получили разъяснения" """
    frame, at = mention.frame, mention.frame.mark_at[first]
    if at < 0 or frame.marks[at].entries[0].phrase not in DURING or at + 1 >= len(frame.marks):
        return False
    kind = frame.marks[at + 1]
    codes = [entry.code for entry in kind.entries if entry.category == "kind"]
    is_told = "kind_formless" in kind.categories or any(code in mention.told for code in codes)
    return kind.end <= mention.mark.start and is_told


@rule(kinds={"street_action"}, is_verb=False)
def stood_in_line(mention: Mention) -> Verdict | None:
    """ "Прошёл флешмоб, получилась живая надпись": how people stood at what was told before."""
    if not mention.entry.phrase.startswith(LIVING):
        return None
    told = mention.paragraph_told or "kind" in mention.frame.said(mention.sentence.start, mention.mark.start)
    return Verdict("none", 0.7, "inside_another") if told else None
