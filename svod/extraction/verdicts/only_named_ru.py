"""Russian mentions that only name what is no activity: a theme, an office, numbers to call, an hour of the clock."""

from svod.extraction.fields.numbers_of_kinds import number_before
from svod.extraction.lexicon.categories import HELD
from svod.extraction.lexicon.grammar import ON, is_adjective, words
from svod.extraction.lexicon.meaning import DIRECT
from svod.extraction.mentions.mention import Mention, Verdict
from svod.extraction.mentions.rule import rule
from svod.packs.traits import traits

THEMES, HOUSES, BARE_HEADS = words("themes"), words("houses"), words("bare_heads")
GENITIVE = tuple(words("genitive_endings"))
DEDICATED, POSTED = tuple(words("dedicated")), tuple(words("posted"))  # how the words begin
RELAYED, ACCUSATIVE = traits("relay"), frozenset("a")
RELAY, HANDING_ON = tuple(words("relay")), tuple(words("handing_on"))
BEST, SHEETS = tuple(words("best")), words("sheets")
DAYS = words("calendar_days")
BESIDE = 2  # characters from a kind to its own name


@rule(language="ru", words=THEMES, is_verb=False)
def theme(mention: Mention) -> Verdict | None:
    """ "Звучала одна тема: пропаганда здорового образа жизни": what they spoke of."""
    frame, before = mention.frame, mention.mark.first - 1
    is_theme = before >= 0 and frame.words.words[before] in THEMES and frame.words.gap(before + 1).strip() == ":"
    return Verdict("none", 0.7, "tells_theme") if is_theme else None


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


@rule(begins=DEDICATED)
def dedicated_to(mention: Mention) -> Verdict | None:
    """ "Концерт, посвящённый Дню матери": a day of the calendar."""
    index = mention.mark.first - 1
    if index < 0 or not mention.frame.words.words[index].startswith(DEDICATED) or "d" not in mention.cases():
        return None
    return Verdict("none", 0.7, "dependent")


@rule(language="ru", is_verb=False)
def of_a_head(mention: Mention) -> Verdict | None:
    """ "Управление социальных программ", "в здании общественной приёмной": a genitive that names whose it is."""
    if "g" not in mention.cases() or (mention.cases() & DIRECT and "sitting" not in mention.traits):
        return None
    frame, index = mention.frame, mention.mark.first - 1
    while index >= 0 and is_adjective(frame.words.words[index]) and not frame.words.gap(index + 1).strip():
        index -= 1
    if index < 0 or frame.words.starts[index] < mention.sentence.start or frame.words.gap(index + 1).strip():
        return None
    if not frame.said_at(index).isdisjoint({"organiser.head", "partner"}):
        return Verdict("none", 0.6, "dependent")  # "адвокат областной коллегии"
    return Verdict("none", 0.6, "dependent") if frame.words.words[index] in HOUSES else None


@rule(language="ru", said={"held.object"}, is_listed=False)
def holds_another(mention: Mention) -> Verdict | None:
    """ "Общественная приёмная провела приём граждан": the first is who held the second."""
    clause = mention.clause
    if "held.object" not in clause.categories or "n" not in mention.cases():
        return None
    verb = next((verb for verb in clause.verbs if "held.object" in verb.categories), None)
    if verb is None or verb.first <= mention.mark.last or "held.subject" in verb.categories:
        return None
    behind = [mark for mark in clause.marks if mark.first > verb.last and not mark.quoted]
    other = next((mark for mark in behind if "a" in mark.meaning.cases("kind", "ru")), None)
    if other is None or "," in mention.frame.text[verb.end : other.start]:
        return None  # "тренинг провела психолог, лекцию – юрист"
    return Verdict("none", 0.6, "holds_another")


@rule(language="ru", traits={"line"}, is_verb=False)
def posted(mention: Mention) -> Verdict | None:
    """ "Размещены телефоны доверия", "буклеты с телефонами доверия": numbers to call, written somewhere."""
    told = (mention.frame.words.words[verb.last] for verb in mention.clause.verbs)
    is_written = mention.is_plural and ("i" in mention.cases() or any(word.startswith(POSTED) for word in told))
    return Verdict("none", 0.6, "dependent") if is_written else None


@rule(language="ru", traits={"match", "relay"}, is_verb=False)
def handed_on(mention: Mention) -> Verdict | None:
    """ "Назавтра эстафету приняли студенты", "эстафета челленджа передана дальше": what is handed on is no race."""
    frame, clause = mention.frame, mention.clause
    if not frame.words.words[mention.mark.first].startswith(RELAY):
        return None
    if not any(word.startswith(HANDING_ON) for word in frame.words_in(clause.start, clause.end)):
        return None
    is_taken = mention.cases() == ACCUSATIVE and "relay" not in mention.traits
    if is_taken or "kind" in frame.said(mention.mark.end, clause.end):
        return Verdict("none", 0.7, "handed_on")
    before = frame.marks_in(mention.sentence.start, mention.mark.start)
    told = mention.told_any(RELAYED) or any("relay" in entry.traits for mark in before for entry in mark.entries)
    return Verdict("none", 0.7, "handed_on") if told else None


@rule(language="ru", begins=BEST, is_verb=False)
def of_a_contest(mention: Mention) -> Verdict | None:
    """ "Конкурс на лучший школьный уголок": what the contest was for."""
    seen, index = mention.frame.words.words, mention.mark.first - 1
    while index > 0 and is_adjective(seen[index]) and not seen[index].startswith(BEST):
        index -= 1
    is_best = index > 0 and seen[index].startswith(BEST) and seen[index - 1] in ON
    return Verdict("none", 0.7, "dependent") if is_best else None


@rule(language="ru", phrases=SHEETS, is_verb=False)
def called_a_form(mention: Mention) -> Verdict | None:
    """ "АНКЕТА ОТЧЁТНОСТИ" at the head of a text: what it calls itself."""
    frame, sentence = mention.frame, mention.sentence
    heads = sentence == frame.sentences[0] and mention.mark.start == sentence.start and not mention.clause.verbs
    named = any(look(sentence.start, sentence.end) for look in (frame.quotes_in, frame.dates_in, frame.numbers_in))
    return Verdict("none", 0.7, "heading") if heads and not named else None


@rule(language="ru", traits={"drive"}, words=DAYS, is_verb=False, is_plural=True)
def days_of_many(mention: Mention) -> Verdict | None:
    """ "В школе прошли Дни правовых знаний": a campaign of several days, not "прошли три дня права"."""
    is_of_days = mention.frame.words.words[mention.mark.first] in DAYS and number_before(mention) is None
    return Verdict("none", 0.6, "only_a_campaign") if is_of_days else None


@rule(language="ru", is_governed=True, is_verb=False)
def names_it(mention: Mention) -> Verdict | None:
    """ "Спортивные соревнования Весёлые старты": a form of the same kind right before it has this one for its name."""
    before, frame = mention.governor_mark, mention.frame
    if before is None or before.last + 1 != mention.mark.first or frame.words.gap(mention.mark.first) != " ":
        return None
    entry = before.meaning.entry("kind", "ru")
    is_name = frame.words.is_capital(mention.mark.first) and not mention.mark.quoted
    is_same = entry is not None and entry.code.partition(" ")[0] == mention.code
    return Verdict("none", 0.6, "dependent") if is_same and is_name and "n" in mention.cases() else None
