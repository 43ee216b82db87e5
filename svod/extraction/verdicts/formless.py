"""Words for an activity that name no form of it: "мероприятие", "іс-шара"; those that any is called by: "занятие"."""

from svod.extraction.fields.numbers_of_kinds import number_before
from svod.extraction.lexicon.grammar import AND, is_adjective, words
from svod.extraction.lexicon.meaning import DIRECT
from svod.extraction.mentions.mention import Mention, Verdict, is_another
from svod.extraction.mentions.rule import rule
from svod.extraction.verdicts.points_back import has_a_name
from svod.packs.traits import traits

DRIVES = traits("drive")
LOOSE, NOT = words("loosely_called"), words("not")
REST, EVENTS = words("the_rest"), tuple(words("events"))
TELLS_OF_IT = frozenset({"held.subject", "held.object", "planned.verb"})
NAME = 14  # characters from a kind to its own name
MARKED = 30  # the same, where "под названием" stands between them


@rule(said={"kind_formless"})
def formless(mention: Mention) -> Verdict | None:
    """ "9 декабря прошло мероприятие «Слово»": an activity where it has a name or a day, and no form is told of it."""
    if mention.entry.category != "kind_formless":
        return None
    clause = mention.clause
    if mention.paragraph_told or _has_a_form(mention):
        return Verdict("reference", 0.6, "formless")
    one = mention.mark.meaning.cases("kind_formless", mention.language, "s") & DIRECT
    told = clause.categories & TELLS_OF_IT
    own = _names_or_dates(mention)
    return None if one and told and own else Verdict("none", 0.6, "formless")


@rule(language="ru", words=REST, is_verb=False)
def the_rest(mention: Mention) -> Verdict | None:
    """ "Встречи, конкурсы и другие воспитательные мероприятия": they have no form of their own."""
    seen, governor = mention.frame.words.words, mention.governor
    if governor < 1 or seen[governor] not in REST or not seen[mention.mark.last].startswith(EVENTS):
        return None
    return Verdict("none", 0.6, "formless") if seen[governor - 1] in AND else None


@rule(language="ru", phrases=LOOSE, is_verb=False)
def called_loosely(mention: Mention) -> Verdict | None:
    """ "Учились 36 человек, занятия вела тренер", "поэтому и разговор удался": what was told, by another word."""
    frame, sentence = mention.frame, mention.sentence
    is_told = mention.paragraph_told or frame.kinds_in(sentence.start, mention.mark.start)
    is_instead = not NOT.isdisjoint(frame.words_in(sentence.start, mention.mark.start))  # "не лекцию, а разговор"
    if not is_told or is_instead or mention.known or number_before(mention) is not None or is_another(mention):
        return None
    if has_a_name(mention) or frame.dates_in(sentence.start, mention.mark.start):
        return None
    is_bare = mention.mark.first == mention.mark.last and not is_adjective(frame.words.words[mention.mark.first - 1])
    return Verdict("reference", 0.6, "points_back") if is_bare else None


def _has_a_form(mention: Mention) -> bool:
    """Whether the sentence names a form; "приуроченное к акции" says only what it was for."""
    frame, sentence = mention.frame, mention.sentence
    if "kind" not in frame.said_in(sentence):
        return False
    drives = frame.lexicon.kinds.having(DRIVES)
    return any(mark.meaning.kinds - drives for mark in frame.marks_of(sentence))


def _names_or_dates(mention: Mention) -> bool:
    """Whether what has no form has a name or, in Russian, a day of its own."""
    frame, clause, mark = mention.frame, mention.clause, mention.mark
    if mention.language == "kk":
        return bool(frame.quotes_in(clause.start, mark.start))
    reach = MARKED if "title.marker" in clause.said else NAME
    return bool(frame.dates_in(clause.start, clause.end) or frame.quotes_in(mark.end, mark.end + reach))
