"""What goes on inside an activity told before: it is a part of it, and no activity of its own."""

from svod.extraction.fields.quantities import counts_things
from svod.extraction.holders.organisers import organiser_of
from svod.extraction.holders.organisers_beside import organiser_beside
from svod.extraction.holders.organisers_kk import is_attributive
from svod.extraction.holders.subject import has_its_own_holder
from svod.extraction.lexicon.categories import WAS_HELD
from svod.extraction.lexicon.grammar import CALLS_A_SETTLEMENT, WITH, words
from svod.extraction.mentions.kinds import kinds_of
from svod.extraction.mentions.mention import Mention, Verdict, is_another
from svod.extraction.mentions.rule import rule
from svod.extraction.text.frame import Frame
from svod.extraction.text.prepositions import preposition_before
from svod.extraction.text.scan import Mark
from svod.extraction.text.sentences import ITEM
from svod.extraction.verdicts.told_at import AT, NO_GATHERING
from svod.packs.traits import traits

HEAD = 2  # marks, and words, with which a sentence says where it is: "на большом форуме"
INSIDE, HEADED = words("inside_heads"), 3
THE_EVENT, AT_WORK = words("the_event"), words("at_work")
WEEKS = tuple(words("weeks"))
WITHIN_IT, DURING_OR_AT = words("within_it"), words("during") | AT
LIVING = tuple(words("living"))
HOSTS = traits("holds_others")
HOURS, OPENING = words("same_day") | words("later_on"), 24
PEOPLE = frozenset({"audience", "measure.groups"})
BODIES = tuple(words("bodies"))
HOLDERS = frozenset({"union", "education_authority"})  # of what is theirs, seldom guests at another's
TO_SOMEBODY = frozenset({"audience", "place", "place.called", "measure.organisations"})
ACTIVE = tuple(words("past_of_many"))  # "раздали"
OWN = frozenset({"place", "place.called", "planned.verb", "measure.organisations"})


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
    head = frame.marks_of(sentence)[:HEAD]
    if len(head) < HEAD or head[1].start >= mention.mark.start or head[0].first != frame.word_index(sentence.start):
        return None
    at, kind = head
    if at.entries[0].phrase not in AT or "kind" not in kind.categories or kind.first - at.last > HEAD:
        return None
    is_known = mention.paragraph_told and any(entry.code in mention.told for entry in kind.entries)
    if frame.text.find(",", kind.end, mention.mark.start) < 0:
        return None
    if not is_known and frame.quotes_in(mention.mark.end, clause.end):
        return None  # "На круглом столе обсуждали вопросы, была проведена игра «…»": at what was told before
    if frame.dates_in(clause.start, clause.end):
        return None
    return Verdict("none" if is_known else "reference", 0.6, "inside_another")


@rule(is_near=True)
def inside_what_heads(mention: Mention) -> Verdict | None:
    """ "Сағат барысында әңгіме қозғалды", "шара көрме аралаумен аяқталды": at what was told before."""
    frame, sentence = mention.frame, mention.sentence
    first = frame.word_index(sentence.start)
    head = frame.words.words[first + 1 : min(first + HEADED, mention.mark.first)]
    at_its_end = not INSIDE.isdisjoint(head) and not frame.words.words[first].startswith(WEEKS)  # "апта соңында"
    is_there = at_its_end or _goes_on(mention, first) or _within_what_was_told(mention, first)
    if mention.language == "en" or not is_there:
        return None
    if frame.quotes_in(sentence.start, mention.mark.end):
        return None
    return None if frame.dates_in(sentence.start, sentence.end) else Verdict("reference", 0.6, "inside_another")


def _goes_on(mention: Mention, first: int) -> bool:
    """Whether the sentence begins with what was told: "бұл шара", "мероприятие", "жиында"."""
    seen = mention.frame.words.words
    if "reference.demonstrative" in mention.frame.said_at(first):
        first += 1
    if first >= mention.mark.first or seen[first] not in THE_EVENT:
        return False
    return mention.frame.text[mention.frame.words.end(first)] != ":"  # not "Мероприятие: линейка"


def _within_what_was_told(mention: Mention, first: int) -> bool:
    """ "Форум аясында пікірталастар жүргізілді": the forum told before; a campaign has activities of its own."""
    frame = mention.frame
    if mention.language == "ru":
        return not mention.is_verb and _during_what_was_told(mention, first)
    if first + 1 >= mention.mark.first or frame.words.words[first + 1] not in WITHIN_IT:
        return False
    at = frame.mark_at[first]
    return at is not None and not (at.meaning.kinds - frame.lexicon.kinds.having(NO_GATHERING)).isdisjoint(mention.told)


def _during_what_was_told(mention: Mention, first: int) -> bool:
    """ "В ходе классного часа ученики получили разъяснения", "на форуме прошли две дискуссии" """
    frame, at = mention.frame, mention.frame.mark_at[first]
    kind = frame.mark_at[at.last + 1] if at is not None else None
    if at is None or kind is None or at.entries[0].phrase not in DURING_OR_AT:
        return False
    is_told = "kind_formless" in kind.categories or not kind.meaning.kinds.isdisjoint(mention.told)
    return kind.end <= mention.mark.start and is_told


@rule(traits={"procession"}, is_verb=False)
def stood_in_line(mention: Mention) -> Verdict | None:
    """ "Прошёл флешмоб, получилась живая надпись": how people stood at what was told before."""
    if not mention.entry.phrase.startswith(LIVING):
        return None
    told = mention.paragraph_told or "kind" in mention.frame.said(mention.sentence.start, mention.mark.start)
    return Verdict("none", 0.7, "inside_another") if told else None


@rule(language="ru", traits={"handing_out"}, is_verb=True, is_near=True)
def handed_out_there(mention: Mention) -> Verdict | None:
    """ "Прошёл сход. Памятки раздавали всем": in its paragraph, with no number, day, holder or people of its own."""
    frame, sentence = mention.frame, mention.sentence
    opens = frame.opens_line(sentence) or ITEM.match(frame.text, sentence.start)
    if opens or counts_things(frame, mention.clause) or frame.dates_in(sentence.start, sentence.end):
        return None
    is_active = frame.words.words[mention.mark.last].endswith(ACTIVE)
    if not is_active or not TO_SOMEBODY.isdisjoint(frame.said_in(sentence)) or _has_a_holder(mention):
        return None
    return Verdict("reference", 0.55, "inside_another")


@rule(traits={"inside"}, is_near=True)
def within_the_only_one(mention: Mention) -> Verdict | None:
    """ "Прошёл час права. Ребята разыграли сценки, сыграли в игру": in its paragraph, with nothing of their own."""
    frame, sentence = mention.frame, mention.sentence
    if len(mention.told) != 1 or not mention.told_any(HOSTS) or mention.known or is_another(mention):
        return None  # a text that told several goes on to tell more
    if ("showing" if mention.is_verb else "rest") in mention.traits or mention.language == "en":
        return None
    if frame.numbers_of(sentence) or _has_a_holder(mention) or _was_held_itself(mention):
        return None
    opens = frame.opens_line(sentence) or _at_another_hour(mention)
    if opens or frame.dates_in(sentence.start, sentence.end) or _has_a_title(mention):
        return None
    if not CALLS_A_SETTLEMENT.isdisjoint(frame.words_of(sentence)):
        return None
    said = frame.said_in(sentence)
    in_kazakh = mention.language == "kk"
    if not OWN.isdisjoint(said) or (in_kazakh and (_is_at_a_house(mention) or _is_one_of_many(mention))):
        return None
    return Verdict("reference", 0.55, "inside_another")


def _was_held_itself(mention: Mention) -> bool:
    """ "Прошла лекция. Состоялась викторина": the subject of a verb of holding; not "ребята провели викторину"."""
    is_subject = mention.language == "ru" and not mention.is_verb and "n" in mention.cases()
    return is_subject and "held.subject" in mention.clause.categories


def _has_a_holder(mention: Mention) -> bool:
    """ "Школой № 3 проведён тренинг": a house or an office, not "психологом проведён тренинг"."""
    if has_its_own_holder(mention) or organiser_beside(mention)[0] is not None:
        return True
    if mention.language != "ru":  # "аудандық бөлімнің ұйымдастыруымен"
        return organiser_of(mention)[0] is not None
    frame, clause = mention.frame, mention.clause
    offices = (mark for mark in clause.marks if PEOPLE.isdisjoint(mark.categories) and not mark.quoted)
    return any(
        "i" in mark.meaning.cases(category, "ru") and preposition_before(frame, clause, mark) not in WITH
        for mark in offices
        for category in ("organiser.head", "partner")
        if category in mark.categories and (category != "partner" or _is_a_body(frame, mark))
    )


def _is_a_body(frame: Frame, mark: Mark) -> bool:
    """ "Советом ветеранов", "управлением образования"; not "инспектором"."""
    is_named_so = frame.words.words[mark.first].startswith(BODIES)
    return is_named_so or any(entry.code in HOLDERS for entry in mark.entries)


def _is_at_a_house(mention: Mention) -> bool:
    """ "Аудандық орталықта тренинг өтті": the sentence names a house, or who holds; people and guests are none."""
    marks = mention.frame.marks_of(mention.sentence)
    heads = [mark for mark in marks if "organiser.head" in mark.categories and PEOPLE.isdisjoint(mark.categories)]
    heads = [mark for mark in heads if not is_attributive(mention.frame, mark)]  # "мектеп өмірі туралы айтты"
    if any("partner" not in mark.categories or "l" in mark.meaning.cases("organiser.head", "kk") for mark in heads):
        return True
    return any(entry.code in HOLDERS for mark in marks for entry in mark.entries if _holds(mark))


def _holds(mark: Mark) -> bool:
    """Whether it says who holds: "білім бөлімі", not "білім бөлімінде"; or the head of a longer name."""
    return "organiser.head" in mark.categories or "n" in mark.meaning.cases("partner", "kk")


def _is_one_of_many(mention: Mention) -> bool:
    """ "Дәріс оқылып, экскурсия ұйымдастырылып, көрме өтті": each was held."""
    return len(kinds_of(mention.frame.kinds_in(mention.sentence.start, mention.sentence.end))) > 1


def _has_a_title(mention: Mention) -> bool:
    """Whether something is named; "ответили на вопросы викторины «Знатоки»" tells of no quiz that was held."""
    frame, sentence = mention.frame, mention.sentence
    held = not mention.clause.categories.isdisjoint(WAS_HELD)
    return bool(frame.quotes_in(sentence.start, sentence.end)) and (held or "pastime" not in mention.traits)


def _at_another_hour(mention: Mention) -> bool:
    """ "После обеда прошла викторина": it began when the first was over."""
    start = mention.sentence.start
    opening = mention.frame.words.folded[start : start + OPENING]
    return any(phrase in opening for phrase in HOURS)
