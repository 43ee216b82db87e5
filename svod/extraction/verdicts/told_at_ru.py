"""Russian mentions behind a preposition that tell an activity all the same: by a participle, by what happened at it."""

from svod.extraction.fields.people import people_in
from svod.extraction.fields.quantities import number_before
from svod.extraction.lexicon.categories import HELD, PRESENT, VERBAL
from svod.extraction.lexicon.grammar import is_past, words
from svod.extraction.lexicon.table import DIRECT
from svod.extraction.mentions.mention import Mention, Verdict, is_one_more
from svod.extraction.mentions.rule import rule
from svod.records import Span

PARTICIPLES = tuple(words("held_participles"))  # how they begin: "состоявшемся"
TIMES = words("times_past")  # "в прошедшем году" is no activity
FAR = 7  # words from a participle to its kind: "на прошедшем 3 декабря в колледже семинаре"
AT = words("at")  # "на", "за", "в ходе"
FOR = "за"  # "за консультацией обратились"
ROUND = "круглый стол"  # people sit "за" it, and at nothing else
WITH, COMING = words("with"), tuple(words("coming_with"))
NAME = 14  # characters from a kind to its own name
BESIDE = 2  # the same where nothing stands between them
LISTENING, HANDING_ON = tuple(words("listening")), tuple(words("handing_on"))
SPEECHES = frozenset({"talk", "lecture", "debate"})  # what may be said at another
AT_WHICH = frozenset(
    {"class_hour", "info_hour", "meeting", "round_table", "seminar", "training", "assembly", "conference"}
)
RELAY, POSTED = "эстафет", tuple(words("posted"))
SETTING = words("setting")
TO, JOINING = words("joined_to"), tuple(words("joining"))
BARE_HEADS, AWARDS = words("bare_heads"), words("awards")
DEDICATED = tuple(words("dedicated"))
GENITIVE = tuple(words("genitive_endings"))
UNNAMED = frozenset({"outreach", "project", "hotline", "media", "other", "talk"})  # "показали «Разговор по душам»"
NO_GATHERING = frozenset({"outreach", "project", "hotline", "distribution", "info_stand", "challenge"})
NOT_TOLD = frozenset({"goal.word", "planned.verb", "planned.invite", "reference.demonstrative"})


@rule(language="ru", begins=PARTICIPLES, is_verb=False, is_known=False)
def took_place(mention: Mention) -> Verdict | None:
    """ "На состоявшемся 3 декабря семинаре", "участники прошедшего вчера форума": the participle says it was held."""
    frame, index = mention.frame, mention.mark.first - 1
    seen = frame.words
    for _ in range(FAR):
        if index < 0 or seen.starts[index] < mention.clause.start or "," in seen.gap(index + 1):
            break
        at = frame.mark_at[index]
        if at >= 0 and (frame.marks[at].categories & (HELD | {"kind"}) or frame.marks[at].entries[0].phrase in SETTING):
            break  # "час, организованный в рамках акции"
        if seen.words[index].startswith(PARTICIPLES):
            is_of_time = seen.words[index + 1] in TIMES
            return None if is_of_time else Verdict("held", 0.7, "told_by_what_happened")
        index -= 1
    return Verdict("held", 0.7, "told_by_what_happened") if _held_behind(mention) else None


def _held_behind(mention: Mention) -> bool:
    """ "На встрече «…», прошедшей в колледже": the participle may stand behind it and its name."""
    frame, seen = mention.frame, mention.frame.words
    end = mention.mark.end
    for quote in frame.quotes_in(end, end + BESIDE)[:1]:
        end = quote.end
    index = frame.word_index(end)
    if index >= len(seen) or frame.text[end : seen.starts[index]].strip() != ",":
        return False
    return seen.words[index].startswith(PARTICIPLES)


@rule(is_governed=True, is_known=False)
def at_it(mention: Mention) -> Verdict | None:
    """ "На классных часах ребята писали письма": told first by what happened at it, where nothing else is told."""
    mark, clause = mention.governor_mark, mention.clause
    if mark is None or mention.code in NO_GATHERING:
        return None
    if mention.paragraph_told and not _has_its_own(mention):
        return None
    before = mark.entries[0].phrase
    if before not in AT or (before == "за" and mention.entry.phrase != ROUND):
        return None
    if not clause.said.isdisjoint(NOT_TOLD) or mention.mark.quoted:
        return None
    frame = mention.frame
    first, last = frame.word_index(clause.start), frame.word_index(clause.end)
    happened = any(is_past(frame.words.words[index]) for index in range(first, last))
    return Verdict("held", 0.55, "told_by_what_happened") if happened else None


def _has_its_own(mention: Mention) -> bool:
    """A day or a settlement of its own tells it apart from what was told before it."""
    start, end = mention.clause.start, mention.clause.end
    return bool(mention.frame.dates_in(start, end)) or "place" in mention.frame.said(mention.mark.end, end)


@rule(is_preceded=True, is_known=False)
def came_with(mention: Mention) -> Verdict | None:
    """ "С лекцией выступил нарколог", "побывали в сёлах с беседами", "за консультацией обратились 25 женщин".

    Behind another one where it has a name or a day: "вышли на улицы с акцией «Тепло»", "5 мая пришли с концертом".
    """
    frame, clause, end = mention.frame, mention.clause, mention.mark.end
    own = frame.quotes_in(end, end + BESIDE) or frame.dates_in(mention.sentence.start, mention.mark.start)
    if "i" not in mention.cases() or (mention.paragraph_told and not own):
        return None
    before = frame.words.words[mention.governor]
    if before not in WITH and not (before == FOR and people_in(frame, mention.mark.end, clause.end)):
        return None
    came = any(word.startswith(COMING) for word in frame.words_in(clause.start, clause.end))
    return Verdict("held", 0.7, "taken_part_in") if came else None


@rule(said=PRESENT, is_governed=True, is_known=False)
def joined_by_name(mention: Mention) -> Verdict | None:
    """ "К акции «Белая лента» присоединились студенты": the verb of joining stands behind what has a name."""
    mark, frame = mention.governor_mark, mention.frame
    if mark is None or "reference.preposition" not in mark.categories:
        return None
    if mark.entries[0].phrase not in TO or mention.clause.categories.isdisjoint(PRESENT):
        return None
    named = frame.quotes_in(mention.mark.end, mention.mark.end + NAME)
    return Verdict("held", 0.6, "taken_part_in") if named else None


def joins_by_name(mention: Mention) -> bool:
    """ "К акции «Белая лента» присоединились студенты": who joins what has a name held a part of it."""
    frame, mark = mention.frame, mention.mark
    joining = any(frame.words.words[verb.first].startswith(JOINING) for verb in mention.clause.verbs)
    return joining and any((frame.quotes_in(mark.end, mark.end + BESIDE), frame.quote_around(mark.start - BESIDE)))


@rule(language="ru", phrases=BARE_HEADS)
def bare_head(mention: Mention) -> Verdict | None:
    """ "Час откровенности", "вечер «Свет в окне»", but not "добрый вечер" and "длилась два часа"."""
    frame, index = mention.frame, mention.mark.last + 1
    if "-" in frame.words.words[mention.mark.first]:  # "вечер-портрет"
        return None
    told = not mention.is_plural and mention.cases() & DIRECT and number_before(mention) is None
    if told:
        if frame.quotes_in(mention.mark.end, mention.mark.end + BESIDE):
            return None
        of = index < len(frame.words) and frame.words.words[index].endswith(GENITIVE)
        dated = frame.dates_in(mention.sentence.start, mention.mark.start)
        if of and frame.words.gap(index) == " " and (mention.clause.categories & HELD or dated):
            return None
    return Verdict("none", 0.7, "bare_head")


def named_by_kind(mention: Mention, quote: Span) -> bool:
    """ "Устроили «Марш добрых рук»", «День открытых дверей»: a name that begins with its kind, behind the verb."""
    frame, mark = mention.frame, mention.mark
    is_bare = quote.end - mark.end <= BESIDE and mark.first == mark.last
    if mention.language != "ru" or mark.start - quote.start > 1 or is_bare:
        return False
    if "n" not in mention.cases() or mention.code in UNNAMED:
        return False
    before = frame.word_index(quote.start) - 1
    at = frame.mark_at[before] if before >= 0 and frame.words.starts[before] >= mention.clause.start else -1
    told = at >= 0 and not frame.marks[at].categories.isdisjoint({"held.subject", "held.object"})
    return told and not any("kind" in other.categories and not other.quoted for other in mention.clause.marks)


@rule(said={"held.as"}, is_governed=True, is_known=False, is_near=False)
def stood_there(mention: Mention) -> Verdict | None:
    """ "Участниками тренинга стали 25 педагогов": told by as what they came, where it was not told before."""
    mark, clause = mention.governor_mark, mention.clause
    if mark is None or "held.as" not in mark.categories:
        return None
    is_there = not {"partner", "audience"}.isdisjoint(mention.frame.said(mention.mark.end, clause.end))
    there = is_there or people_in(mention.frame, mention.mark.end, clause.end)
    return Verdict("held", 0.7, "came_to") if there else None


@rule(begins=DEDICATED)
def dedicated_to(mention: Mention) -> Verdict | None:
    """ "Концерт, посвящённый Дню матери": a day of the calendar."""
    index = mention.mark.first - 1
    if index < 0 or not mention.frame.words.words[index].startswith(DEDICATED) or "d" not in mention.cases():
        return None
    return Verdict("none", 0.7, "dependent")


def _belongs_to(mention: Mention) -> bool:
    """ "Специалисты телефона доверия": a genitive right behind its noun."""
    frame, before = mention.frame, mention.mark.first - 1
    if "g" not in mention.cases() or before < 0 or before != mention.governor or is_past(frame.words.words[before]):
        return False
    at = frame.mark_at[before]
    return at < 0 or frame.marks[at].categories.isdisjoint(VERBAL | {"reference.preposition", "held.noun"})


@rule(kinds={"hotline"}, is_listed=False)
def always_there(mention: Mention) -> Verdict | None:
    """ "Телефон доверия 150 круглосуточный": a line that is there for everybody was not opened for the campaign."""
    if mention.language == "ru" and _belongs_to(mention):
        return Verdict("none", 0.6, "dependent")
    is_object = bool(mention.cases() & DIRECT) or number_before(mention) is not None  # "открыто 9 горячих линий"
    if mention.clause.categories & (HELD | {"planned.verb"}) and is_object:
        return None
    frame, start, end = mention.frame, mention.sentence.start, mention.sentence.end
    is_item = not frame.text[start].isalpha() or "|" in frame.text[start:end]
    return None if is_item or frame.dates_in(start, end) else Verdict("none", 0.6, "only_a_campaign")


@rule(language="ru", kinds={"hotline"}, is_verb=False)
def posted(mention: Mention) -> Verdict | None:
    """ "Размещены телефоны доверия", "буклеты с телефонами доверия": numbers to call, written somewhere."""
    told = (mention.frame.words.words[verb.last] for verb in mention.clause.verbs)
    is_written = mention.is_plural and ("i" in mention.cases() or any(word.startswith(POSTED) for word in told))
    return Verdict("none", 0.6, "dependent") if is_written else None


def of_organisations(mention: Mention) -> bool:
    """ "Обошли более 200 школ": organisations are visited, flats are gone round."""
    frame, end = mention.frame, mention.mark.end
    if mention.language != "ru":
        return False
    numbers = frame.numbers_in(end, min(end + NAME, mention.clause.end))
    return any(
        "measure.organisations" in mark.categories
        for number in numbers
        for mark in frame.marks_in(number.end, number.end + NAME)
    )


@rule(phrases=AWARDS)
def award(mention: Mention) -> Verdict | None:
    """ "Прошёл конкурс. Состоялась церемония награждения": what closes another activity is a part of it."""
    before = mention.frame.said(mention.sentence.start, mention.mark.start)
    if mention.language == "ru" and "kind" in mention.frame.said(mention.mark.end, mention.clause.end):
        return Verdict("reference", 0.7, "inside_another")  # "награждение прошло 6 декабря на пленуме"
    if mention.frame.dates_in(mention.sentence.start, mention.sentence.end):
        return None
    if mention.paragraph_told or "kind" in before:
        return Verdict("reference", 0.7, "inside_another")
    return None


@rule(language="ru", kinds={"lecture", "talk"}, is_verb=False, is_near=True, begins=LISTENING)
def listened_to(mention: Mention) -> Verdict | None:
    """ "Прошла беседа с врачом. Ученики внимательно выслушали лекцию": what they heard was told before."""
    frame, sentence = mention.frame, mention.sentence
    if len(mention.told) > 1 or mention.is_plural or not mention.cases() & {"a"}:
        return None
    if frame.quotes_in(sentence.start, sentence.end) or frame.dates_in(sentence.start, sentence.end):
        return None
    before = frame.words_in(sentence.start, mention.mark.start)
    return Verdict("reference", 0.6, "points_back") if any(word.startswith(LISTENING) for word in before) else None


@rule(language="ru", kinds={"sports", "challenge"}, is_verb=False)
def handed_on(mention: Mention) -> Verdict | None:
    """ "Эстафету челленджа приняла Актюбинская область": what is handed on is no race."""
    frame, index = mention.frame, mention.mark.last + 1
    if not frame.words.words[mention.mark.first].startswith(RELAY):
        return None
    behind = frame.said(mention.mark.end, mention.clause.end)
    seen = frame.words_in(mention.clause.start, mention.clause.end)
    passed = any(word.startswith(HANDING_ON) for word in seen)
    of_another = index < len(frame.words) and "kind" in behind
    return Verdict("none", 0.7, "handed_on") if passed and (of_another or "challenge" in mention.told) else None


@rule(language="ru", kinds=SPEECHES, is_verb=False, is_near=True, is_listed=False, said={"held.object"})
def spoken_at(mention: Mention) -> Verdict | None:
    """ "Прошёл час права. Библиотекарь провела беседу о законах": what somebody did at the only thing told."""
    frame, sentence = mention.frame, mention.sentence
    if len(mention.told) != 1 or not mention.told or AT_WHICH.isdisjoint(mention.told) or mention.is_plural:
        return None
    if "held.object" not in mention.clause.categories or "a" not in mention.cases() or number_before(mention):
        return None
    if frame.quotes_in(sentence.start, sentence.end) or frame.dates_in(sentence.start, sentence.end):
        return None
    if "place" in frame.said_in(sentence) or is_one_more(mention):
        return None
    opens = "\n" in frame.text[max(0, sentence.start - 2) : sentence.start]
    return None if opens else Verdict("reference", 0.55, "inside_another")
