"""What is told as a part of the activity before it: its leaflets, its film, the network it went through."""

from svod.extraction import sets
from svod.extraction.found import Found
from svod.extraction.grammar import words
from svod.extraction.mention import Mention
from svod.extraction.organisers import has_its_own_holder
from svod.extraction.quantities import counts_things
from svod.extraction.sums import Sums
from svod.extraction.verdicts_kk import stands_alone

# Kinds that, told by a verb alone, may be no more than what was done at the activity before.
PARTS = frozenset({"distribution", "screening", "info_stand"})
# What has no gathering, at which something might be handed out.
WITHOUT_A_GATHERING = frozenset(
    {"exhibition", "info_stand", "media", "hotline", "distribution", "project", "challenge", "survey"}
)
FILMED = frozenset({"challenge", "flash_mob"})  # "челлендж, выложено 63 ролика": what was made in it
SPANS = words("spans")  # what went on for days was no part of one activity
TO_THOSE_PRESENT = words("to_those_present")
POINTS_BACK = frozenset({"points_back", "points_at_gathering"})


def is_part(mention: Mention, made: list[Found], found: list[Found], sums: Sums, *, summing: bool) -> bool:
    """Leaflets handed out or a film shown at an activity are its materials; summed up, they are a total.

    `made` are the activities that the sentence told before the mention, `found` those of the sentences before.
    """
    frame = mention.frame
    is_film = mention.is_verb or "material" in mention.mark.categories
    if mention.code == "media" and is_film and _is_film_of(mention, made, found):
        return True
    if mention.code not in PARTS or not mention.is_verb:
        return False
    clause = mention.clause
    before = made or [item for item in found[-1:] if item.line == mention.sentence.line]
    counted = counts_things(frame, clause)
    if mention.language != "kk" and (summing or (counted and sums.told_before(mention.sentence))):
        return True
    if not before:
        return False
    words_said = frame.words_in(clause.start, clause.end)
    if counted or frame.dates_in(clause.start, clause.end) or not SPANS.isdisjoint(words_said):
        return False
    if TO_THOSE_PRESENT.isdisjoint(words_said) and _tells_another(mention, before[-1]):
        return False
    before[-1].add_codes("materials", sets.codes_in(frame, "material", clause.start, clause.end))
    return True


def hear_of_network(mention: Mention, found: list[Found]) -> None:
    """ "Кездесу ZOOM платформасында өтті": of the meeting told before."""
    if mention.language != "kk" or mention.verdict.rule not in POINTS_BACK or not mention.is_online:
        return
    last = found[-1] if found else None
    if last is not None and last.line == mention.sentence.line:
        last.online = True


def _is_film_of(mention: Mention, made: list[Found], found: list[Found]) -> bool:
    """ "Челлендж басталды, студенттер 60 видео түсірді": what a challenge is made of."""
    if mention.language != "kk" and mention.is_verb and made and made[-1].kind in FILMED:
        made[-1].add_codes("materials", ["video"])
        return True
    before = (made or found)[-1:] if mention.language == "kk" else []
    if not before or before[0].kind != "challenge" or mention.sentence.line - before[0].line > 1:
        return False
    clause = mention.clause
    before[0].add_codes("materials", sets.codes_in(mention.frame, "material", clause.start, clause.end))
    return True


def _tells_another(mention: Mention, before: Found) -> bool:
    """Whether nothing could be handed out or shown at the activity before, or what the verb tells is apart from it."""
    if before.kind in WITHOUT_A_GATHERING and before.kind != mention.code:
        return True
    return _stands_apart(mention, before.mention)


def _stands_apart(mention: Mention, before: Mention) -> bool:
    """Whether what a verb tells is no part of the activity before: "Акимат показал на площади фильм"."""
    if mention.language == "kk":
        return mention.code != "info_stand" and stands_alone(mention, before)
    return before.sentence is not mention.sentence and has_its_own_holder(mention)
