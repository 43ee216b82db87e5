"""Whether a mention of a kind is an activity: held, planned, or only spoken of.

A decision is a chain of small rules, each looking at one mention and answering with a verdict or nothing; their order
is the list RULES at the end of the file. `svod explain` shows the name of the rule that decided.
"""

import re
from collections.abc import Callable
from itertools import pairwise

from svod.extraction import retold_kk as retold, told_at_ru as told_at, verdicts_ru as ru
from svod.extraction.frame import HELD, KIND_VERBS
from svod.extraction.grammar import AND, is_finite, is_infinitive, is_past, words
from svod.extraction.mention import Mention, Verdict
from svod.extraction.scan import Mark
from svod.extraction.verdicts_kk import (
    another_such,
    another_verb,
    governed_from_behind,
    negated,
    oblique,
    only_told_held,
    put_off,
)

DASH = re.compile(r"[–—]|\s-\s|:")
ONE_ACTIVITY = 10  # days: what goes on for longer is a campaign
HOW, NEXT = words("how"), words("next")
QUOTES = tuple('«“„"»”')
BULLET = re.compile(r"\s*(?:[-–—•*●▪◦✓✅]|\d{1,2}[.)]|[а-яa-z]\))\s*")


# The rules ---------------------------------------------------------------------------------------------------------

Rule = Callable[[Mention], Verdict | None]


def inside_quotation(mention: Mention) -> Verdict | None:
    """«Круглый стол без насилия» as a title is no round table."""
    quote = mention.frame.quote_around(mention.mark.start)
    if quote is not None and quote.end - mention.mark.end <= 1 and mention.mark.start - quote.start <= 1:
        first = mention.frame.text[mention.mark.start]
        if first.islower() or retold.held_in_quotation(mention, quote):  # «прямой провод»
            return None
    if quote is not None and told_at.named_by_kind(mention, quote):
        return Verdict("held", 0.6, "named_by_kind")
    if quote is not None and mention.mark.end <= quote.end and quote.start > mention.sentence.start - 1:
        return Verdict("none", 0.9, "inside_quotation")
    return None


def called_off(mention: Mention) -> Verdict | None:
    """ "Баскетбольный турнир перенесён на ноябрь" """
    if (
        "cancelled.word" in mention.clause.categories
        or "cancelled.moved" in mention.clause.said
        or negated(mention)
        or ru.denied(mention)
    ):
        return put_off(mention) or Verdict("none", 0.9, "called_off")
    return None


def history(mention: Mention) -> Verdict | None:
    """ "Ежегодно проводится акция", "в прошлом году было 19 мероприятий" """
    if "goal.history" in mention.clause.categories or ru.told_of_the_past(mention):
        return Verdict("none", 0.8, "history")
    return None


def umbrella(mention: Mention) -> Verdict | None:
    """ "Акция продлится до 10 декабря": a campaign, not an activity of it."""
    if mention.code != "outreach" or mention.is_plural or "goal.umbrella" not in mention.clause.categories:
        return None
    if told_at.joins_by_name(mention):
        return None
    if any(
        "held.object" in verb.categories and "goal.umbrella" not in verb.categories for verb in mention.clause.verbs
    ):
        return None
    return Verdict("none", 0.7, "umbrella")


def only_a_campaign(mention: Mention) -> Verdict | None:
    """ "Итоги акции", "в акции участвовали 64 школы": the bare word is the campaign, unless it was held or named."""
    if mention.code != "outreach" or mention.entry.phrase not in ("акция", "марафон"):
        return None
    frame, mark = mention.frame, mention.mark
    before = frame.mark_at[mark.first - 1] if mention.language == "kk" and mark.first else -1
    if (
        frame.text[mark.end : mark.end + 2].strip()[:1] in QUOTES
        or frame.text[mark.start - 2 : mark.start].strip()[-1:] in QUOTES
        or (before >= 0 and "title.marker" in frame.marks[before].categories)  # «…» атты акциялар
    ):
        return None
    spans = (date.period for date in frame.dates_in(mention.clause.start, mention.clause.end))
    if any(period and (period.last - period.first).days > ONE_ACTIVITY for period in spans):
        return Verdict("none", 0.7, "only_a_campaign")
    named = mention.cases() & ({"n"} if "held.subject" in mention.clause.categories else {"n", "a"})
    told = mention.clause.categories & {"held.subject", "held.object", "planned.verb"}
    if named and told and mention.governor_mark is not None and mention.governor_mark.categories & HELD:
        return None
    if named and told and not mention.is_plural and not mention.cases() & {"g"}:
        return None
    return Verdict("none", 0.6, "only_a_campaign")


def not_carried_out(mention: Mention) -> Verdict | None:
    """ "Программа профилактики охватила детей": a project counts where it was carried out."""
    if mention.code == "project" and not mention.clause.categories & {"held.carried_out", "planned.verb"}:
        return Verdict("none", 0.7, "not_carried_out")
    return None


def inside_another(mention: Mention) -> Verdict | None:
    """ "Форум, на котором состоялась дискуссия": a part of what was told before it."""
    if not mention.paragraph_told and mention.clause.start == mention.sentence.start:
        return None
    if "held.inside" not in mention.clause.said:
        return None
    for mark in mention.frame.marks_in(mention.clause.start, mention.mark.start):
        if "held.inside" in mark.categories and mark.start - mention.clause.start <= 12:
            return Verdict("reference", 0.7, "inside_another")
    return None


def points_back(mention: Mention) -> Verdict | None:
    """ "Встреча прошла в деловой обстановке": bare, singular, first in its sentence, and something was told before."""
    if not mention.paragraph_told or mention.is_plural or mention.is_verb or mention.governor >= 0:
        return None
    if mention.language == "en":  # what is known has an article
        return None
    frame, clause = mention.frame, mention.clause
    if (
        mention.mark.start > frame.words.starts[frame.word_index(clause.start)]
        or mention.mark.first != mention.mark.last
    ):
        return None
    dated = mention.entry.phrase != "акция" and frame.dates_in(mention.sentence.start, mention.sentence.end)
    if dated or frame.quotes_in(clause.start, clause.end) or only_told_held(mention):
        return None
    dash = DASH.search(frame.text, mention.mark.end, clause.end)  # "Анкета на выходе: ответили 402 студента"
    if dash is not None and frame.numbers_in(dash.end(), clause.end):
        return None
    near = frame.marks_in(clause.start, clause.end)
    if any("place" in mark.categories or "organiser.head" in mark.categories for mark in near):
        return None
    first, last = frame.word_index(clause.start), frame.word_index(clause.end)
    if not clause.verbs and not any(is_past(word) for word in frame.words.words[first:last]):
        return None
    return Verdict("reference", 0.6, "points_back")


def wished(mention: Mention) -> Verdict | None:
    """ "Подобные семинары необходимо проводить регулярно" """
    verbs = mention.clause.categories
    if "goal.word" in verbs and not verbs & {"held.subject", "held.object", *KIND_VERBS}:
        return Verdict("none", 0.8, "wished")
    for mark in mention.clause.verbs:
        near = mention.mark.start - 60 < mark.end <= mention.mark.start
        if near and "goal.word" in mark.categories and not mark.categories & HELD:
            return Verdict("none", 0.7, "wished")
    return None


def verb_of_a_kind(mention: Mention) -> Verdict | None:
    """ "Встретились с инспектором": the verb itself tells the kind and that it took place."""
    if not mention.is_verb:
        return None
    if mention.code == "raid" and told_at.of_organisations(mention):
        return Verdict("none", 0.6, "looked_round")
    otherwise = wished(mention) or inside_another(mention)
    if otherwise is not None:
        return otherwise
    if "planned.verb" in mention.clause.categories:
        return Verdict("planned", 0.7, "verb_of_a_kind")
    if mention.entry.category == "kind_verb_weak" and mention.paragraph_told:
        return Verdict("reference", 0.6, "verb_of_a_kind")
    return Verdict("held", 0.75, "verb_of_a_kind")


def goes_with_its_list(mention: Mention) -> Verdict | None:
    """ "Проведены тренинги, семинары и лекции": the later items share the verdict of the first."""
    before = mention.listed_after
    if before is None:
        return None
    if mention.governor >= 0 and mention.frame.words.words[mention.governor] not in AND:
        return None
    if before.verdict.status == "none" and before.verdict.rule == "inside_quotation":
        return None
    if before.is_verb or mention.cases() & before.cases() or before.verdict.status in ("held", "planned"):
        return before.verdict._replace(rule="goes_with_its_list:" + before.verdict.rule.split(":")[-1])
    return None


def pointed_at(mention: Mention) -> Verdict | None:
    """ "Данный семинар", "каждый участник круглого стола" """
    mark = mention.governor_mark
    index = mention.mark.first - 1
    before = (
        mention.frame.mark_at[index]
        if index >= 0 and mention.frame.words.starts[index] >= mention.sentence.start
        else -1
    )
    for candidate in (mark, mention.frame.marks[before] if before >= 0 else None):
        if candidate is None:
            continue
        if "reference.demonstrative" in candidate.categories and not another_such(mention, candidate):
            if "planned.verb" in mention.clause.categories and candidate.entries[0].phrase in NEXT:
                return Verdict("planned", 0.75, "announced")  # "следующий вебинар намечен на январь"
            return Verdict("reference", 0.8, "pointed_at")
        if (
            "reference.noun" in candidate.categories
            and (mention.language != "ru" or mention.cases() & {"g"})  # not "для гостей викторину"
            and not candidate.categories & HELD
            and "held.noun" not in candidate.categories
        ):
            return Verdict("reference", 0.8, "pointed_at")
    return None


def manner(mention: Mention) -> Verdict | None:
    """ "Заседание прошло в форме круглого стола" tells how."""
    mark = mention.governor_mark
    if mark is not None and mention.language != "kk" and "reference.manner" in mark.categories:
        return Verdict("reference", 0.8, "manner")
    return None


def in_the_infinitive(mention: Mention) -> Verdict | None:
    """ "Спросили, как вести беседу с подростком": nobody says that it was held."""
    seen, governor = mention.frame.words.words, mention.governor
    if governor < 0 or not is_infinitive(seen[governor]):
        return None
    asks_how = governor > 0 and seen[governor - 1] in HOW
    return Verdict("none", 0.6, "in_the_infinitive") if asks_how or not mention.clause.categories else None


def held_by_a_noun(mention: Mention) -> Verdict | None:
    """ "Организовали проведение круглых столов", "цикл семинаров" """
    mark = mention.governor_mark
    if mark is None or "held.noun" not in mark.categories:
        return None
    outer = mention.frame.mark_at[mark.first - 1] if mark.first else -1
    if outer >= 0 and "reference.preposition" in mention.frame.marks[outer].categories:
        return None
    if "goal.word" in mention.clause.categories and not mention.clause.categories & HELD:
        return Verdict("none", 0.8, "wished")
    status = "planned" if "planned.verb" in mention.clause.categories else "held"
    return Verdict(status, 0.85, "held_by_a_noun")


def taken_part_in(mention: Mention) -> Verdict | None:
    """ "Приняли участие в тренинге": the preposition belongs to the verb."""
    mark = mention.governor_mark
    if mark is not None and "held.joined" in mark.categories:
        return Verdict("held", 0.85, "taken_part_in")
    index = mention.governor
    if index > 0 and "held.joined" in mention.clause.categories:
        joined = [verb for verb in mention.clause.verbs if "held.joined" in verb.categories]
        if joined and index - joined[0].last in (1, 2) and "reference.preposition" in (mark.categories if mark else ()):
            return Verdict("held", 0.8, "taken_part_in")
    return None


def after_a_preposition(mention: Mention) -> Verdict | None:
    """ "В ходе семинара", "на встрече", "к конкурсу": told elsewhere, or told here by what happened at it."""
    mark = mention.governor_mark
    if mark is None or "reference.preposition" not in mark.categories:
        return None
    if mention.frame.number_at(mark.start) is not None:  # "at least 5 seminars"
        return None
    if not mention.known and "held.heard" in mention.clause.categories:
        return Verdict("held", 0.6, "after_a_preposition")
    if (
        mark.entries[0].phrase == "на"
        and not mention.known
        and not mention.paragraph_told
        and mention.clause.verbs == []
        and not any(is_past(word) for word in mention.frame.words_in(mention.clause.start, mention.clause.end))
    ):
        return Verdict("held", 0.5, "after_a_preposition")
    return Verdict("reference", 0.7, "after_a_preposition")


def by_means_of(mention: Mention) -> Verdict | None:
    """ "Просветительская работа велась через распространение буклетов" """
    mark = mention.governor_mark
    if mention.code == "distribution" and mark is not None and "held.means" in mark.categories:
        return Verdict("held", 0.7, "by_means_of")
    return None


def dependent(mention: Mention) -> Verdict | None:
    """ "Председатель комиссии", "победители олимпиады": a genitive after its noun."""
    if mention.governor < 0 or mention.language != "ru":
        return None
    word = mention.frame.words.words[mention.governor]
    mark = mention.governor_mark
    if word in AND or (mark is not None and mark.categories & (HELD | {"planned.verb", "held.noun", "title.marker"})):
        return None
    if is_past(word) or not mention.cases() & {"g"}:
        return None
    if mention.cases() <= {"g"} or (mark is not None and mark.categories & {"kind", "material", "measure.head"}):
        return Verdict("none", 0.7, "dependent")
    return None


def announced(mention: Mention) -> Verdict | None:
    """ "Планируется провести семинар", "6 марта пройдёт концерт" """
    categories = mention.clause.categories
    if "planned.verb" in categories and not categories & {"held.subject"}:
        return Verdict("planned", 0.85, "announced")
    if "planned.verb" in categories:
        nearest = min(
            (verb for verb in mention.clause.verbs if not verb.categories & {"goal.word"}),
            key=lambda verb: min(abs(verb.start - mention.mark.end), abs(mention.mark.start - verb.end)),
        )
        if "planned.verb" in nearest.categories or _about_to_be(mention.clause.verbs):
            return Verdict("planned", 0.75, "announced")
    return None


def _about_to_be(verbs: list[Mark]) -> bool:
    """ "будут проведены": the verb of planning rules the one right behind it."""
    return any(
        "planned.verb" in one.categories and other.first == one.last + 1 and other.categories & HELD
        for one, other in pairwise(verbs)
    )


def most_often(mention: Mention) -> Verdict | None:
    """ "Чаще всего проводились лекции (12) и беседы (5)": what the whole campaign was like."""
    if mention.frame.quotes_in(mention.clause.start, mention.clause.end):
        return None
    before = mention.frame.said(mention.sentence.start, mention.mark.start)
    return Verdict("none", 0.6, "most_often") if "total.often" in before else None


def held(mention: Mention) -> Verdict | None:
    """ "Прошёл круглый стол", "организовали встречу" """
    if mention.clause.categories & HELD:
        return Verdict("held", 0.95, "held")
    return None


def without_a_verb(mention: Mention) -> Verdict | None:
    """ "27 ноября – лекция для студентов", a table's row, a bullet: no verb is needed there."""
    frame, sentence = mention.frame, mention.sentence
    days = (day.relative for day in frame.dates_in(sentence.start, sentence.end))
    is_to_come = any(isinstance(day, int) and day > 0 for day in days)
    if is_to_come or frame.is_announcement or frame.is_plan:
        return Verdict("planned", 0.7, "without_a_verb")
    words = frame.words
    first, last = frame.word_index(sentence.start), frame.word_index(sentence.end)
    if any(is_finite(words.words[index]) and frame.mark_at[index] < 0 for index in range(first, last)):
        return None
    head = frame.text[sentence.start : mention.mark.start]
    if (
        mention.mark.first - first <= 3
        or DASH.search(head)
        or "|" in head
        or BULLET.match(frame.text, sentence.start)
        or frame.dates_in(sentence.start, mention.mark.start)
    ):
        return Verdict("held", 0.7, "without_a_verb")
    return Verdict("held", 0.5, "without_a_verb")


def first_told(mention: Mention) -> Verdict | None:
    """Another verb: "Семинар помог учителям". The first time a kind is named it is an activity, later a reference."""
    if mention.known:
        return Verdict("reference", 0.6, "first_told")
    if mention.cases() & {"n", "a"}:
        return Verdict("held", 0.5, "first_told")
    return Verdict("reference", 0.5, "first_told")


RULES: tuple[Rule, ...] = (
    inside_quotation,
    retold.same_again,
    retold.goes_on_about_it,
    retold.bare_head,
    told_at.bare_head,
    told_at.award,
    told_at.always_there,
    retold.given_as_prize,
    retold.looked_round,
    retold.only_spoken_of,
    retold.handed_on,
    retold.sums_up,
    retold.habitual,
    called_off,
    history,
    ru.of_another_year,
    most_often,
    verb_of_a_kind,
    umbrella,
    ru.told_by_which,
    only_a_campaign,
    not_carried_out,
    ru.aside,
    retold.advised,
    retold.named_for,
    retold.in_manner_of,
    told_at.dedicated_to,
    goes_with_its_list,
    governed_from_behind,
    held_by_a_noun,
    taken_part_in,
    told_at.took_place,
    told_at.stood_there,
    pointed_at,
    manner,
    by_means_of,
    ru.invited_to,
    ru.came_to,
    told_at.came_with,
    told_at.joined_by_name,
    told_at.at_it,
    after_a_preposition,
    wished,
    ru.heading,
    ru.of_a_head,
    inside_another,
    told_at.inside_the_first,
    told_at.inside_what_heads,
    in_the_infinitive,
    ru.advised,
    ru.in_general,
    dependent,
    retold.points_at_gathering,
    oblique,
    points_back,
    ru.fronted,
    ru.celebrated,
    ru.holds_another,
    ru.hoped,
    announced,
    ru.closed_with,
    held,
    another_verb,
    without_a_verb,
    first_told,
)


# Rules that say nothing of any other language than Kazakh.
KAZAKH: frozenset[Rule] = frozenset(
    {
        retold.same_again,
        retold.goes_on_about_it,
        retold.bare_head,
        retold.looked_round,
        retold.only_spoken_of,
        retold.handed_on,
        retold.sums_up,
        retold.habitual,
        retold.advised,
        retold.named_for,
        retold.in_manner_of,
        retold.points_at_gathering,
        governed_from_behind,
        oblique,
        another_verb,
    }
)
OTHER_RULES = tuple(rule for rule in RULES if rule not in KAZAKH)


def decide(mention: Mention) -> Verdict:
    """The first rule that answers."""
    for rule in RULES if mention.language == "kk" else OTHER_RULES:
        verdict = rule(mention)
        if verdict is not None:
            return verdict
    raise AssertionError("the last rule always answers")
