"""What is told as a part of the activity before it: its leaflets, its film, the network it went through."""

from collections.abc import Sequence

from svod.extraction.around.sums import Sums
from svod.extraction.fields import sets
from svod.extraction.fields.quantities import counts_things
from svod.extraction.holders.organisers import organiser_of
from svod.extraction.holders.subject import has_its_own_holder
from svod.extraction.lexicon.endings_kk import VERBAL_NOUN
from svod.extraction.lexicon.grammar import CALLS_A_SETTLEMENT, WHERE, is_adjective, words
from svod.extraction.mentions.found import ONE, Found, told_of_it
from svod.extraction.mentions.mention import Mention
from svod.extraction.text.clause import Clause
from svod.extraction.text.frame import Frame
from svod.extraction.text.sentences import ITEM
from svod.extraction.totals.counted import counts_formless
from svod.extraction.verdicts.apart_kk import stands_alone
from svod.packs.traits import traits

HELD_THERE = traits("together", "drive")  # a named акция has its games and leaflets inside
WHEREAS, FAR = words("whereas"), 9  # words from "а" to its verb
SPANS = words("spans")  # what went on for days was no part of one activity
TO_THOSE_PRESENT = words("to_those_present")
PASSERS_BY = words("passers_by")
OUT_THERE = tuple(words("out_there_kk"))  # how the words begin
ON_A_SCREEN = frozenset({"video", "presentation"})
SHOWN = frozenset({"held.used", "kind_verb_object"})


def is_part(mention: Mention, made: list[Found], found: list[Found], sums: Sums, *, summing: bool) -> bool:
    """Leaflets handed out or a film shown at an activity are its materials; summed up, they are a total.

    `made` are the activities that the sentence told before the mention, `found` those of the sentences before.
    """
    if _went_on_at(mention, found):
        return True
    frame = mention.frame
    is_film = mention.is_verb or "material" in mention.mark.categories
    if is_film and "published" in mention.traits and _is_film_of(mention, made, found):
        return True
    if "along" not in mention.traits or not mention.is_verb or _is_work(mention):
        return False
    counted = "showing" not in mention.traits and counts_things(frame, mention.clause)  # "показаны два ролика" at it
    if _is_in_a_total(mention, sums, counted=counted, summing=summing):
        return True
    host = _host(mention, made, found, counted=counted)
    if host is None:
        return False
    host.add_codes("materials", sets.codes_in(frame, "material", mention.clause.start, mention.clause.end))
    if not host.audience:
        host.add_codes("audience", _given_to(mention))
    return True


def _is_in_a_total(mention: Mention, sums: Sums, *, counted: bool, summing: bool) -> bool:
    """Whether the sentence, or the one whose list it goes on, sums up what was handed out or shown."""
    if summing and (mention.language != "kk" or (counted and _counts_activities(mention))):
        return True
    return counted and (mention.language != "kk" or _is_item(mention)) and sums.told_before(mention.sentence)


def _host(mention: Mention, made: list[Found], found: list[Found], *, counted: bool) -> Found | None:
    """At which activity a verb was done: "прошёл семинар, участникам роздали буклеты"."""
    frame, clause = mention.frame, mention.clause
    seen = frame.words_in(clause.start, clause.end)
    far = 0 if TO_THOSE_PRESENT.isdisjoint(seen) else 1  # lines back
    before = made or [item for item in found[-1:] if mention.sentence.line - item.line <= far]
    is_item = mention.language == "ru" and ITEM.match(frame.text, mention.sentence.start) is not None
    if not before and not is_item and _goes_on_there(mention, found):
        before = found
    if not before or _opens_an_item(mention, before[-1]):
        return None
    on_another_day = any(day.relative != "same" for day in frame.dates_in(clause.start, clause.end))
    is_there = mention.language == "ru" and bool(made) and made[-1].mention.is_of(HELD_THERE)
    if (counted and not is_there) or on_another_day or not SPANS.isdisjoint(seen):
        return None
    return before[-1] if far or not _tells_another(mention, before[-1]) else None


def _counts_activities(mention: Mention) -> bool:
    """ "Барлығы 60 іс-шара өтіп, 900 жадынама таратылды": the sentence says how many there were of all kinds."""
    frame, sentence = mention.frame, mention.sentence
    numbers = frame.numbers_in(sentence.start, mention.mark.start)
    return any(one.role == "quantity" and counts_formless(frame, one, sentence) for one in numbers)


def _goes_on_there(mention: Mention, found: list[Found]) -> bool:
    """Whether the text still tells of the one gathering it told before."""
    return told_of_it(mention.sentence, found) and "together" in found[0].mention.traits and found[0].count == ONE


def add_things(
    frame: Frame, clauses: Sequence[Clause], mentions: Sequence[Mention], made: Sequence[Found], found: Sequence[Found]
) -> None:
    """ "Прошла лекция; показаны презентации, использованы баннеры": clauses that tell only what was shown and used."""
    told = {id(mention.clause) for mention in mentions}
    for clause in clauses:
        if id(clause) in told or "material" not in clause.said or clause.said.isdisjoint(SHOWN):
            continue
        sentence = frame.sentence_at(clause.start)
        before = [item for item in made if item.mention.mark.start < clause.start] or found
        if before and (before[-1].line == sentence.line or told_of_it(sentence, before)):
            things = sets.codes_in(frame, "material", clause.start, clause.end)
            is_used = "held.used" in clause.said
            before[-1].add_codes("materials", (code for code in things if is_used or code in ON_A_SCREEN))


def shown_in(said: frozenset[str]) -> bool:
    """Whether a sentence of these categories may tell of things shown and used."""
    return not SHOWN.isdisjoint(said)


def _is_work(mention: Mention) -> bool:
    """ "Буклет тарату жұмыстары жүргізілді": work that has a noun of its own, no more than a verb."""
    return mention.language == "kk" and mention.frame.words.words[mention.mark.first].endswith(VERBAL_NOUN)


def _opens_an_item(mention: Mention, before: Found) -> bool:
    """ "1) сурет байқауы; 2) жадынама таратылды": an item of a list is no part of the one above."""
    sentence = mention.sentence
    apart = mention.language == "kk" and before.mention.sentence is not sentence
    return apart and ITEM.match(mention.frame.text, sentence.start) is not None


def _is_item(mention: Mention) -> bool:
    """ "12 іс-шара өткізілді; 300 дана материал таратылды": whether its sentence goes on behind a semicolon."""
    start = mention.sentence.start
    return mention.frame.text[max(0, start - 2) : start].strip() == ";"


def _is_film_of(mention: Mention, made: list[Found], found: list[Found]) -> bool:
    """ "Челлендж басталды, студенттер 60 видео түсірді": what a challenge is made of."""
    if mention.language != "kk" and mention.is_verb and made and "filmed" in made[-1].mention.traits:
        made[-1].add_codes("materials", ["video"])
        return True
    before = (made or found)[-1:] if mention.language == "kk" else []
    if not before or "relay" not in before[0].mention.traits or mention.sentence.line - before[0].line > 1:
        return False
    clause = mention.clause
    before[0].add_codes("materials", sets.codes_in(mention.frame, "material", clause.start, clause.end))
    return True


def _tells_another(mention: Mention, before: Found) -> bool:
    """Whether nothing could be handed out or shown at the activity before, or what the verb tells is apart from it."""
    if "nobody_gathers" in before.mention.traits and before.kind != mention.code:
        return True
    if mention.language == "ru" and _is_out_there(mention):
        return True
    if mention.language == "kk" and "drive" not in before.mention.traits and _is_out_there_kk(mention):
        return True
    return _is_for_others(mention, before) or _stands_apart(mention, before.mention)


def _is_out_there(mention: Mention) -> bool:
    """ "А в Рудном раздавали буклеты", "вручали прохожим листовки": where those of the one before are not."""
    frame, clause = mention.frame, mention.clause
    if not PASSERS_BY.isdisjoint(frame.words_in(clause.start, clause.end)):
        return True
    places = (mark for mark in frame.marks_in(clause.start, mention.mark.start) if "place" in mark.categories)
    return any(frame.words.words[mark.first - 1] in WHERE for mark in places)


def _is_out_there_kk(mention: Mention) -> bool:
    """ "Кейін базарда жүріп, сатушыларға буклет таратты", "өткіншілерге парақша берілді" """
    said = mention.frame.words_in(mention.sentence.start, mention.mark.start)
    return any(word.startswith(OUT_THERE) for word in said)


def _is_for_others(mention: Mention, before: Found) -> bool:
    """ "С детьми провели викторину. Родителям показали ролик": for others than those who were there."""
    told = _given_to(mention) if before.audience else set()
    return bool(told) and told.isdisjoint(before.audience)


def _given_to(mention: Mention) -> set[str]:
    """ "Студентам раздали буклеты" """
    marks = mention.frame.marks_in(mention.clause.start, mention.clause.end) if mention.language == "ru" else ()
    people = (entry for mark in marks if not mark.quoted for entry in mark.entries if entry.category == "audience")
    return {entry.code for entry in people if "d" in entry.cases and "n" not in entry.cases}


def _went_on_at(mention: Mention, found: list[Found]) -> bool:
    """ "Прошла акция «Вместе». Студентов ждали игры, викторины": without a title, a number, a day of its own."""
    if mention.is_verb or not mention.is_plural or mention.verdict.status != "held":
        return False
    host = found[-1] if found else None
    if host is None or "drive" not in host.mention.traits or not host.title or host.count != ONE:
        return False
    if mention.sentence.line - host.line > 1:
        return False
    frame, clause = mention.frame, mention.clause
    if any(look(clause.start, clause.end) for look in (frame.quotes_in, frame.dates_in, frame.numbers_in)):
        return False
    in_a_village = not CALLS_A_SETTLEMENT.isdisjoint(frame.words_in(clause.start, clause.end))
    says_who_or_where = in_a_village or clause.said & {"place", "organiser.head", "organiser.marker"}
    return not says_who_or_where and organiser_of(mention)[1] is None


def _stands_apart(mention: Mention, before: Mention) -> bool:
    """Whether what a verb tells is no part of the activity before: "Акимат показал на площади фильм"."""
    if mention.language == "kk":
        return "stand" not in mention.traits and stands_alone(mention, before)
    if before.sentence is mention.sentence:
        return _is_done_by_another(mention)
    return has_its_own_holder(mention) or _is_named_in_a_list(mention)


def _is_named_in_a_list(mention: Mention) -> bool:
    """ "Провели беседы; посмотрели фильм «Свет»; устроили квест": an item behind a semicolon, with a name."""
    is_film = "showing" in mention.traits and _is_item(mention)
    return is_film and bool(mention.frame.quotes_in(mention.mark.end, mention.clause.end))


def _is_done_by_another(mention: Mention) -> bool:
    """ "Воспитатель усадила за круглый стол, а психолог показала фильм «…»": what has a name, behind "а" and its own
    subject; leaflets need none, "показали фильм, а у входа волонтёры раздавали листовки"."""
    frame, verb = mention.frame, mention.mark.first
    if not (frame.quotes_in(mention.mark.end, mention.clause.end) or _is_handed_out_by(mention)):
        return False
    for index in range(verb - 2, max(verb - FAR, 0), -1):
        if frame.words.words[index] in WHEREAS and "," in frame.words.gap(index):
            return not is_adjective(frame.words.words[index + 1])
    return False


def _is_handed_out_by(mention: Mention) -> bool:
    gives = "handing_out" in mention.traits
    before = mention.frame.marks_in(mention.clause.start, mention.mark.start) if gives else ()
    return any("n" in mark.meaning.cases("audience", "ru") for mark in before)
