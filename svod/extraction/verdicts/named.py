"""A kind that is but a part of a name, or the name of the whole campaign."""

from svod.extraction.fields.quantities import number_before
from svod.extraction.lexicon.categories import HELD
from svod.extraction.lexicon.grammar import words
from svod.extraction.mentions.mention import Mention, Verdict
from svod.extraction.mentions.rule import rule
from svod.extraction.verdicts import only_named_kk, told_at_ru as told_at

ONE_ACTIVITY = 10  # days: what goes on for longer is a campaign
OPENING = tuple(words("opening_of"))  # how the words begin: "открытие проекта"
CAMPAIGNS = words("campaign_phrases")  # bare words for the whole campaign
QUOTES = tuple('«“„"»”')


@rule(is_quoted=True)
def inside_quotation(mention: Mention) -> Verdict | None:
    """«Круглый стол без насилия» as a title is no round table."""
    quote = mention.frame.quote_around(mention.mark.start)
    if quote is not None and quote.end - mention.mark.end <= 1 and mention.mark.start - quote.start <= 1:
        first = mention.frame.text[mention.mark.start]
        if first.islower() or only_named_kk.held_in_quotation(mention, quote):  # «прямой провод»
            return None
    if quote is not None and told_at.named_by_kind(mention, quote):
        return Verdict("held", 0.6, "named_by_kind")
    if quote is not None and mention.mark.end <= quote.end and quote.start > mention.sentence.start - 1:
        return Verdict("none", 0.9, "inside_quotation")
    return None


@rule(kinds={"outreach"}, said={"goal.umbrella"})
def umbrella(mention: Mention) -> Verdict | None:
    """ "Акция продлится до 10 декабря": a campaign, not an activity of it."""
    if mention.is_plural or "goal.umbrella" not in mention.clause.categories:
        return None
    if told_at.joins_by_name(mention):
        return None
    if any(
        "held.object" in verb.categories and "goal.umbrella" not in verb.categories for verb in mention.clause.verbs
    ):
        return None
    return Verdict("none", 0.7, "umbrella")


@rule(kinds={"outreach"})
def only_a_campaign(mention: Mention) -> Verdict | None:
    """ "Итоги акции", "в акции участвовали 64 школы": the bare word is the campaign, unless it was held or named."""
    if mention.entry.phrase not in CAMPAIGNS:
        return None
    frame, mark = mention.frame, mention.mark
    before = frame.mark_at[mark.first - 1] if mention.language == "kk" and mark.first else -1
    if (
        frame.text[mark.end : mark.end + 2].strip()[:1] in QUOTES
        or frame.text[mark.start - 2 : mark.start].strip()[-1:] in QUOTES
        or (before >= 0 and "title.marker" in frame.marks[before].categories)  # «…» атты акциялар
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
    return Verdict("none", 0.6, "only_a_campaign")


@rule(kinds={"project"})
def not_carried_out(mention: Mention) -> Verdict | None:
    """ "Программа профилактики охватила детей": a project counts where it was carried out."""
    if mention.clause.categories & {"held.carried_out", "planned.verb"} or _is_opened(mention):
        return None
    return Verdict("none", 0.7, "not_carried_out")


def _is_opened(mention: Mention) -> bool:
    """ "Состоялось открытие проекта «Юный юрист»": it begins with that."""
    frame = mention.frame
    named = frame.quotes_in(mention.clause.start, mention.clause.end)
    is_opening = mention.governor >= 0 and frame.words.words[mention.governor].startswith(OPENING)
    return bool(named) and is_opening and not mention.clause.categories.isdisjoint(HELD)


@rule(kinds={"distribution"}, is_verb=False)
def of_no_things(mention: Mention) -> Verdict | None:
    """ "Опасность распространения наркотиков", "распространение идей": nothing that is handed out is named."""
    if " " in mention.entry.phrase or mention.language != "ru" or "material" in mention.clause.said:
        return None
    if not mention.cases() & {"g"} or mention.governor < 0 or number_before(mention) is not None:
        return None
    return Verdict("none", 0.6, "bare_head")
