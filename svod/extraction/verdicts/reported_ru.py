"""What Russian tells behind a preposition by a verb that stands elsewhere: who reports it, what it drew."""

from svod.extraction.fields.numbers_of_kinds import number_before
from svod.extraction.lexicon.grammar import is_infinitive, words
from svod.extraction.mentions.mention import Mention, Verdict
from svod.extraction.mentions.rule import rule

ABOUT, REPORTING = words("about"), tuple(words("reporting"))
ANSWERING = tuple(words("answering_for"))  # who does so tells of what was held: "отчитались о лекции"
COURSE = tuple(words("course_of"))  # how the nouns of holding begin: "о проведении"
AHEAD = tuple(words("to_be_held"))  # how the words begin: "предстоящем"
FEW = 3  # words between the verb and "о": "отчитался на собрании о …"
WHICH, HAPPENED = words("which"), tuple(words("happened"))
BEHIND, LATE = 14, 7  # words from a kind to "который", and from that to its verb


@rule(language="ru", begins=REPORTING, is_preceded=True, is_known=False, is_verb=False)
def reported(mention: Mention) -> Verdict | None:
    """ "Комитет отчитался о пяти семинарах", "филиал сообщил о проведении эстафеты": who reports it held it."""
    seen, index, first = mention.frame.words.words, mention.governor, mention.mark.first
    of_holding = seen[index].startswith(COURSE)
    index -= of_holding
    if index < 1 or seen[index] not in ABOUT or any(word.startswith(AHEAD) for word in seen[index:first]):
        return None
    before = seen[max(mention.frame.word_index(mention.sentence.start), index - FEW) : index]
    verb = next((word for word in before if word.startswith(REPORTING) and not is_infinitive(word)), "")
    is_held = of_holding or verb.startswith(ANSWERING) or mention.is_plural or number_before(mention) is not None
    return Verdict("held", 0.6, "reported") if verb and is_held else None


@rule(language="ru", words=WHICH, is_known=False, is_near=False, is_plural=False, is_verb=False)
def told_far_behind(mention: Mention) -> Verdict | None:
    """ "На лекции нарколога областной больницы, которая собрала 80 студентов": "который" behind whose it was."""
    frame, seen = mention.frame, mention.frame.words
    first = mention.mark.last + 1
    for index in range(first, min(first + BEHIND, frame.word_index(mention.sentence.end))):
        if seen.words[index] not in WHICH or "," not in seen.gap(index):
            continue
        happened = any(word.startswith(HAPPENED) for word in seen.words[index + 1 : index + LATE])
        is_its_own = happened and "kind" not in frame.said(mention.mark.end, seen.starts[index])
        return Verdict("held", 0.6, "told_by_which") if is_its_own else None
    return None
