"""Kazakh mentions of a part of what was told before, of its form, and of it by a participle."""

from svod.extraction.lexicon.categories import NOUNS
from svod.extraction.lexicon.endings_kk import CONVERB, DATIVE, PLURAL
from svod.extraction.lexicon.grammar import OF_THAT_DAY, words
from svod.extraction.lexicon.meaning import DIRECT
from svod.extraction.mentions.kinds import CONTESTS, GATHERINGS, RIVALRIES
from svod.extraction.mentions.mention import Mention, Verdict, is_another
from svod.extraction.mentions.rule import rule
from svod.packs.traits import traits

ROUNDS, TEAMS = tuple(words("rounds")), tuple(words("teams"))  # how the words begin
CAME, BACK = words("came_to_it"), words("back") | words("the_event")
TO_IT = (*DATIVE, "ган")  # "шараға", "оған"
REVIEWS = tuple(words("reviews"))
HOSTS = traits("in_parts")
DONE_THERE = tuple(words("done_there"))
TAKEN_OF_IT = words("taken_of_it")
HEAD = 2  # words in which a sentence says that teams did something, or how it was held
FORMS = tuple(words("forms"))
OWN = frozenset({"place", "place.called", "organiser.head", "partner", "organiser.marker"})
NOBODY = frozenset({"place.never", "measure.groups"})  # "келесі" is no place, "топтар" no holder
PARTICIPLE = frozenset({"held.participle"})
NAMING, ENCOUNTERS = frozenset({"kind", "kind_verb", "kind_verb_object"}), traits("encounter")
HOMES = tuple(words("people_live_in"))


@rule(language="kk", traits=CONTESTS | {"display"}, is_verb=False, is_near=True)
def in_rounds(mention: Mention) -> Verdict | None:
    """ "Ойын 5 кезеңнен (көрме екі бөлімнен) тұрды: «А»", "топтар сайыстарға қатысты: «А»": parts of it."""
    frame, sentence = mention.frame, mention.sentence
    colon = frame.text.find(":", mention.mark.end, sentence.end)
    if frame.dates_in(sentence.start, sentence.end) or _has_its_own(mention, sentence.end):
        return None
    seen = frame.words_in(sentence.start, sentence.end if colon < 0 else colon)
    if mention.is_plural and colon >= 0 and any(word.startswith(TEAMS) for word in seen[:HEAD]):
        return Verdict("reference", 0.7, "inside_another")
    if not mention.told_any(RIVALRIES) and mention.mark.start != sentence.start:
        return None
    first = frame.word_index(sentence.start)
    for index in range(first + 1, first + len(seen)):
        counted = frame.number_at(frame.words.starts[index - 1]) is not None
        if counted and frame.words.words[index].startswith(ROUNDS):
            return Verdict("reference", 0.7, "inside_another")
    return None


@rule(language="kk", traits={"in_teams"}, is_verb=False, is_near=True, begins=TEAMS)
def done_by_teams(mention: Mention) -> Verdict | None:
    """ "Топтар көрініс қойды", "бірінші кезеңде қатысушылар сабақтарын ұсынды": what they did at what was told."""
    frame, sentence = mention.frame, mention.sentence
    if frame.dates_in(sentence.start, sentence.end) or frame.quotes_in(sentence.start, sentence.end):
        return None
    before = frame.words_in(sentence.start, mention.mark.start)[: HEAD + HEAD]
    theirs = any(word.startswith(TEAMS) and word.endswith(PLURAL) for word in before)
    return Verdict("reference", 0.7, "inside_another") if theirs else None


@rule(language="kk", traits={"pastime", "undertaking", "play"}, is_verb=False, is_near=True, begins=DONE_THERE)
def done_there(mention: Mention) -> Verdict | None:
    """ "Балалар «Лото» ойынын ойнады", "өз жобаларын қорғады", "көрініс қойды": what they did at what was told."""
    frame, index = mention.frame, mention.mark.last + 1
    if "play" in mention.traits and frame.quotes_in(mention.clause.start, mention.mark.start):
        return None
    if not mention.cases() & DIRECT or index >= len(frame.words) or not frame.words.words[index].startswith(DONE_THERE):
        return None
    if not mention.told_any(HOSTS) or frame.dates_in(mention.sentence.start, mention.mark.start):
        return None
    return None if _has_its_own(mention, mention.mark.start) else Verdict("reference", 0.7, "inside_another")


@rule(language="kk", traits={"by_guests"}, is_near=True, words=CAME)
def told_by_guests(mention: Mention) -> Verdict | None:
    """ "Жиынға прокурор қатысып, түсіндіру жұмысын жүргізді": what somebody did who came to what was told."""
    frame, sentence = mention.frame, mention.sentence
    before = frame.words_in(sentence.start, mention.mark.start)
    if CAME.isdisjoint(before) or not before[0].endswith(TO_IT):
        return None
    if frame.quotes_in(sentence.start, sentence.end) or frame.dates_in(sentence.start, sentence.end):
        return None
    pointing = before[0] in BACK or not frame.said_at(frame.word_index(sentence.start)).isdisjoint(NOUNS)
    return Verdict("reference", 0.7, "inside_another") if pointing else None


@rule(language="kk", traits={"hour"}, is_verb=False, begins=REVIEWS)
def reviewed_there(mention: Mention) -> Verdict | None:
    """ "Кітап көрмесі ұйымдастырылып, көрмеге библиографиялық шолу жасалды": of the books that were shown."""
    frame = mention.frame
    if not frame.words.words[mention.mark.last].startswith(REVIEWS) or frame.quotes_in(
        mention.clause.start, mention.mark.start
    ):
        return None
    earlier = frame.marks_in(mention.sentence.start, mention.mark.start)
    shown = any("display" in mark.meaning.traits for mark in earlier)
    return Verdict("reference", 0.7, "inside_another") if shown else None


@rule(language="kk", is_verb=False, is_known=True, begins=FORMS)
def told_as_form(mention: Mention) -> Verdict | None:
    """ "Өткізу форматы: жалпы жиналыс" below the one told: how it was held."""
    frame, first = mention.frame, mention.frame.word_index(mention.sentence.start)
    for index in range(first, min(first + HEAD, mention.mark.first)):
        if frame.words.words[index].startswith(FORMS) and frame.words.gap(index + 1).strip() == ":":
            return Verdict("reference", 0.7, "in_manner_of")
    return None


@rule(language="kk", is_verb=False, is_known=True, is_near=True, said=PARTICIPLE)
def told_by_participle(mention: Mention) -> Verdict | None:
    """ "Кеңес беру мақсатында өткізілген семинар талқыға ұласты" behind a seminar: the one told, with nothing new."""
    frame, sentence = mention.frame, mention.sentence
    if frame.said_at(mention.mark.first - 1).isdisjoint(PARTICIPLE) or is_another(mention):
        return None
    if frame.quotes_in(sentence.start, mention.mark.end) or frame.dates_in(sentence.start, mention.mark.start):
        return None
    return None if _has_its_own(mention, mention.mark.start) else Verdict("reference", 0.6, "points_back")


@rule(language="kk", traits=GATHERINGS, is_verb=False, is_near=True, words=OF_THAT_DAY)
def of_that_day(mention: Mention) -> Verdict | None:
    """ "5 желтоқсан күнгі жиынды кәсіподақ өткізді" behind a forum: the one told, called by its day."""
    first, frame = mention.mark.first, mention.frame
    if mention.is_plural or not first or frame.words.words[first - 1] not in OF_THAT_DAY:
        return None
    return Verdict("reference", 0.65, "points_at_gathering")


@rule(language="kk", traits={"published"}, is_verb=True, words=TAKEN_OF_IT)
def taken_of_it(mention: Mention) -> Verdict | None:
    """ "Челлендж өтті, видеосы парақшаға салынды": what was told, seen again."""
    clause = mention.clause
    begins = mention.frame.words_in(clause.start, clause.end)[:HEAD]
    goes_on = clause.start > mention.sentence.start or mention.paragraph_told
    return Verdict("reference", 0.7, "points_back") if goes_on and not TAKEN_OF_IT.isdisjoint(begins) else None


@rule(language="kk", traits={"round", "procession", "outing"}, is_verb=True)
def on_the_way(mention: Mention) -> Verdict | None:
    """ "Базарды аралап, буклет таратты", "көшеге шығып, флешмоб жасады": how they came to what is told behind it."""
    frame, mark = mention.frame, mention.mark
    if not frame.words.words[mark.last].endswith(CONVERB):
        return None
    if any(word.startswith(HOMES) for word in frame.words.words[max(0, mark.first - 1) : mark.last]):
        return None  # "отбасыларды аралап" is a raid, whatever was done there
    for other in frame.marks_in(mark.end, mention.sentence.end):
        told = None if other.quoted else next((entry for entry in other.entries if entry.category in NAMING), None)
        if told is None or told.code.partition(" ")[0] == mention.code or told.code.endswith(" weak"):
            continue
        if "outing" not in mention.traits or not ENCOUNTERS.isdisjoint(told.traits):
            return Verdict("reference", 0.6, "inside_another")
    return None


def _has_its_own(mention: Mention, end: int) -> bool:
    """A place, a holder, guests between the sentence's beginning and there."""
    marks = mention.frame.marks_in(mention.sentence.start, end)
    seen = mention.frame.words.words
    return any(
        not (mark.categories.isdisjoint(OWN) or mark.categories & NOBODY or seen[mark.first].startswith(ROUNDS))
        for mark in marks
    )
