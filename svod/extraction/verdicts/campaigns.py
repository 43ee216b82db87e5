"""The whole campaign, or one of its days, called by a word that may name an activity: «акция»."""

from svod.extraction.lexicon.categories import HELD
from svod.extraction.lexicon.grammar import is_adjective, words
from svod.extraction.mentions.mention import Mention, Verdict
from svod.extraction.mentions.rule import rule
from svod.extraction.verdicts.named import BESIDE, QUOTES

ONE_ACTIVITY = 10  # days: what goes on for longer is a campaign
CAMPAIGNS = words("campaign_phrases")  # bare words for the whole campaign
HOURS, JOINING = words("hours"), tuple(words("joining"))
LINE_DAY = 14  # characters of a day at the head of a line: "06.12.2025 г. "


@rule(traits={"drive"}, said={"goal.umbrella"})
def umbrella(mention: Mention) -> Verdict | None:
    """ "Акция продлится до 10 декабря": a campaign, not an activity of it."""
    if "goal.umbrella" not in mention.clause.categories or (mention.is_plural and not _is_stage_of(mention)):
        return None
    if _joins_by_name(mention) or _took_hours(mention):
        return None
    if any(
        "held.object" in verb.categories and "goal.umbrella" not in verb.categories for verb in mention.clause.verbs
    ):
        return None
    return Verdict("none", 0.7, "umbrella")


def _is_stage_of(mention: Mention) -> bool:
    """ "Проходит второй этап акции": of one, though the form may be of many."""
    return mention.governor_mark is not None and "held.noun" in mention.governor_mark.categories


def _took_hours(mention: Mention) -> bool:
    """ "Акция продлилась два часа": no campaign."""
    return not HOURS.isdisjoint(mention.frame.words_in(mention.mark.end, mention.clause.end))


def _joins_by_name(mention: Mention) -> bool:
    """ "К акции «Белая лента» присоединились студенты": who joins what has a name held a part of it."""
    frame, mark = mention.frame, mention.mark
    joining = any(frame.words.words[verb.first].startswith(JOINING) for verb in mention.clause.verbs)
    return joining and any((frame.quotes_in(mark.end, mark.end + BESIDE), frame.quote_around(mark.start - BESIDE)))


@rule(traits={"drive"})
def only_a_campaign(mention: Mention) -> Verdict | None:
    """ "Итоги акции", "в акции участвовали 64 школы": the bare word is the campaign, unless it was held or named."""
    if mention.entry.phrase not in CAMPAIGNS:
        return None
    frame, mark = mention.frame, mention.mark
    if (
        frame.text[mark.end : mark.end + 2].strip()[:1] in QUOTES
        or frame.text[mark.start - 2 : mark.start].strip()[-1:] in QUOTES
        or (mention.language == "kk" and "title.marker" in frame.said_at(mark.first - 1))  # «…» атты акциялар
    ):
        return None
    dates = frame.dates_in(mention.clause.start, mention.clause.end)
    was_told = mention.paragraph_told or mention.known
    if mention.language == "ru" and was_told and not mention.is_plural and not dates:
        return Verdict("reference", 0.6, "points_back")  # "Акция была организована школой": the one just told
    spans = (date.period for date in dates)
    if any(period and (period.last - period.first).days > ONE_ACTIVITY for period in spans):
        return Verdict("none", 0.7, "only_a_campaign")
    named = mention.cases() & ({"n"} if "held.subject" in mention.clause.categories else {"n", "a"})
    told = mention.clause.categories & {"held.subject", "held.object", "planned.verb"}
    if named and told and mention.governor_mark is not None and mention.governor_mark.categories & HELD:
        return None
    if named and told and not mention.is_plural and "g" not in mention.cases():
        return None
    if _is_of_a_day(mention):
        return None
    return Verdict("none", 0.6, "only_a_campaign")


def _is_of_a_day(mention: Mention) -> bool:
    """ "6.12. Выездная акция в детдом": behind its day, with a word of what it was, and no verb."""
    frame, mark, start = mention.frame, mention.mark, mention.sentence.start
    if mention.language != "ru" or mention.is_plural or mention.clause.verbs or "n" not in mention.cases():
        return False
    described = mark.first - frame.word_index(start) == 1 and is_adjective(frame.words.words[mark.first - 1])
    return described and bool(frame.dates_in(start - LINE_DAY, mark.start))
