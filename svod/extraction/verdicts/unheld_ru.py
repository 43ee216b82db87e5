"""Russian mentions that tell of nothing held: denied, advised, what is so in general."""

from svod.extraction.fields.numbers_of_kinds import number_before
from svod.extraction.lexicon.categories import HELD, KIND_VERBS
from svod.extraction.lexicon.grammar import HOLDING, is_adjective, is_finite, is_infinitive, is_past, words
from svod.extraction.mentions.mention import Mention, Verdict
from svod.extraction.mentions.rule import rule

NOT = words("not")
CLOSE, INSTEAD, AS_WELL = 10, (", а ", "– ", "— "), ", а также"
TELLING = HELD | KIND_VERBS | {"planned.verb"}
EACH_ONE, PRESENT = words("each_one"), tuple(words("third_person"))
OFFERING = tuple(words("offering"))
PASSING_OVER, WITHOUT, SOON = tuple(words("passing_over")), words("without"), 3  # words from the verb to "без"
WAS = words("was_there")
QUESTIONS, NONE_THERE = words("question_words"), words("none_there")


@rule(language="ru", words=NOT)
def denied(mention: Mention) -> Verdict | None:
    """ "Лекцию не провели", "шествие не разрешил санврач": no verb of the clause stands without "не"."""
    frame, clause = mention.frame, mention.clause
    told = [verb.first for verb in clause.verbs if verb.categories & TELLING]
    seen = frame.words.words
    if not told:
        first, last = frame.word_index(clause.start), frame.word_index(clause.end)
        told = [
            index
            for index in range(first + 1, last)
            if seen[index - 1] in NOT and is_finite(seen[index]) and _is_said_of(mention, index)
        ]
    is_denied = bool(told) and all(index > 0 and seen[index - 1] in NOT for index in told)
    if (
        is_denied
        and seen[told[-1]].startswith(PASSING_OVER)
        and not WITHOUT.isdisjoint(seen[told[-1] + 1 : told[-1] + SOON])
    ):
        return Verdict("held", 0.6, "held")  # "не обошлось и без викторины", "не остался без внимания и час куратора"
    return Verdict("none", 0.9, "called_off") if is_denied else None


def _is_said_of(mention: Mention, index: int) -> bool:
    """Not in somebody's words, nor behind a comma: "сказала: «Мы не гнались»", "статья о том, что не вышло"."""
    frame, at = mention.frame, mention.frame.words.starts[index]
    if frame.quote_around(at) is not None and not mention.mark.quoted:
        return False
    start, end = sorted((mention.mark.start, at))
    return "," not in frame.text[start:end]


def told_of_the_past(mention: Mention) -> bool:
    """ "На прошлом, ноябрьском, заседании был диспут": a comma parts the year from its verb."""
    if mention.language != "ru" or mention.clause.start == mention.sentence.start:
        return False
    before = mention.frame.said(mention.sentence.start, mention.clause.start)
    return "goal.history" in before and before.isdisjoint(TELLING)


@rule(language="ru", begins=HOLDING, is_verb=False)
def advised(mention: Mention) -> Verdict | None:
    """ "Классный час лучше проводить вместе с психологом": an infinitive, and no verb that tells of anything."""
    clause, frame = mention.clause, mention.frame
    if clause.categories:
        return None
    first, last = frame.word_index(clause.start), frame.word_index(clause.end)
    seen = [frame.words.words[index] for index in range(first, last) if frame.mark_at[index] is None]
    if any(is_infinitive(word) and word.startswith(HOLDING) for word in seen):
        return Verdict("none", 0.6, "in_the_infinitive")
    return None


@rule(language="ru", begins=OFFERING, is_verb=False)
def suggested(mention: Mention) -> Verdict | None:
    """ "Участники предложили провести семинар", "предложили новые лекции"; not "детям предложили викторину «…»"."""
    frame, clause = mention.frame, mention.clause
    seen = frame.words_in(clause.start, clause.end)
    if not any(word.startswith(OFFERING) for word in seen):
        return None
    if any(is_infinitive(word) for word in seen):
        return Verdict("none", 0.7, "wished")
    people = (mark for mark in clause.marks if not mark.quoted and "audience" in mark.categories)
    to_somebody = any("d" in mark.meaning.cases("audience", "ru") for mark in people)
    return None if to_somebody or frame.quotes_in(mention.mark.end, clause.end) else Verdict("none", 0.7, "wished")


@rule(language="ru", is_verb=False, is_plural=True)
def in_general(mention: Mention) -> Verdict | None:
    """ "Хорошо помогают беседы": a verb of the present alone says what is so in general."""
    clause, frame = mention.clause, mention.frame
    if clause.categories:
        return None
    if any(look(clause.start, clause.end) for look in (frame.quotes_in, frame.dates_in, frame.numbers_in)):
        return None
    seen = frame.words_in(clause.start, clause.end)
    if any(is_past(word) for word in seen) or not any(is_finite(word) for word in seen):
        return None
    return Verdict("none", 0.6, "in_general")


@rule(language="ru", words=EACH_ONE, is_verb=False)
def of_everybody(mention: Mention) -> Verdict | None:
    """ "Каждая первичка проводит не менее 3 мероприятий": what everybody is to do, in the present."""
    clause, seen = mention.clause, mention.frame.words
    if not any(word in EACH_ONE for word in mention.frame.words_in(clause.start, mention.mark.start)):
        return None
    told = [seen.words[verb.first] for verb in clause.verbs]
    in_the_present = bool(told) and all(word.endswith(PRESENT) for word in told)
    return Verdict("none", 0.6, "in_general") if in_the_present else None


@rule(language="ru")
def asked_about(mention: Mention) -> Verdict | None:
    """ "Были ли лекции?", "Как прошёл семинар?", "Выставки?": a question, and no answer to it."""
    frame, sentence = mention.frame, mention.sentence
    if frame.text[sentence.end - 1] != "?":
        return None
    before = frame.words_in(sentence.start, mention.mark.start)
    was_it = before[-1:] and before[-1] in WAS and not frame.quotes_in(mention.mark.end, sentence.end)  # "Был митинг?"
    if not was_it and QUESTIONS.isdisjoint(before) and not _is_all_it_asks(mention):
        return None
    return Verdict("none", 0.7, "asked_about")


def _is_all_it_asks(mention: Mention) -> bool:
    """ "Конкурсы, выставки?"; not "Круглый стол: Кто виноват?", "дебаты «Нужна ли школа?»"."""
    frame, sentence = mention.frame, mention.sentence
    if mention.clause.verbs or ":" in frame.text[sentence.start : sentence.end]:
        return False
    behind = frame.words_in(mention.mark.end, sentence.end)
    return QUESTIONS.isdisjoint(behind) and not frame.quotes_in(sentence.start, sentence.end)


@rule(language="ru", words=NOT | NONE_THERE, is_verb=False)
def none_of_it(mention: Mention) -> Verdict | None:
    """ "Не лекция, а разговор", "нет, не лекцию – провела супервизию", "флешмоба нет": it was none."""
    frame, mark = mention.frame, mention.mark
    seen, before, behind = frame.words, mark.first - 1, mark.last + 1
    while before > 0 and is_adjective(seen.words[before]) and seen.gap(before + 1).isspace():
        before -= 1
    is_not = before >= 0 and seen.words[before] in NOT and seen.gap(before + 1).isspace() and _is_another(mention)
    is_none = behind < len(seen) and seen.words[behind] in NONE_THERE and seen.gap(behind).isspace()
    return Verdict("none", 0.8, "none_of_it") if is_not or is_none else None


def _is_another(mention: Mention) -> bool:
    """Whether what it was is told behind it: ", а разговор", " – провела супервизию"."""
    behind = mention.frame.text[mention.mark.end : mention.mark.end + CLOSE].lstrip()
    if number_before(mention) is not None:
        return False  # "не менее одного конкурса, а также акция"
    return behind.startswith(INSTEAD) and not behind.startswith(AS_WELL)
