"""Whether what has the name of an activity told before was held again, somewhere else."""

import re

from svod.extraction.mentions.found import Found
from svod.language.standing import is_district

NUMBER = re.compile(r"\d+")
FORM = re.compile(r"\b(\d{1,2}) ?[-–]? ?[«\"“]?([А-ЕӘ])\b")  # of a school: "7 «Б»", "9-А"


def is_elsewhere(old: Found, new: Found) -> bool:
    """Whether it was held again: on another day, in another region, another town, house or form of a school."""
    if old.region is not None and new.region is not None and old.region != new.region:
        return True
    apart = (_on_other_days, _in_another_town, _in_another_house, _in_another_form)
    return any(differ(old, new) for differ in apart)


def says_itself(name: str, item: Found) -> bool:
    """Whether the telling's own sentence says that of it, and not the text around."""
    span, sentence = item.sources.get(name), item.mention.sentence
    return span is not None and sentence.start <= span.start < sentence.end


def _on_other_days(old: Found, new: Found) -> bool:
    """ "1 декабря лекция «Право», 2 декабря лекция «Право»": each sentence gives a day of its own."""
    if old.date is None or new.date is None or not _both_say("date", old, new):
        return False
    return max(old.date.first, new.date.first) > min(old.date.last, new.date.last)


def _in_another_town(old: Found, new: Found) -> bool:
    """ "В Рудном флешмоб «Дом», в Лисаковске флешмоб «Дом»"; a district may be that of the village told before."""
    if old.place is None or new.place is None or old.place == new.place or not _both_say("place", old, new):
        return False
    return is_district(old.place) == is_district(new.place)


def _in_another_house(old: Found, new: Found) -> bool:
    """ "В СШ № 5 прошёл флешмоб «Дом», в СШ № 7 – флешмоб «Дом»": houses of different numbers."""
    if old.organiser is None or new.organiser is None or not _both_say("organiser", old, new):
        return False
    return _are_apart(NUMBER.findall(old.organiser), NUMBER.findall(new.organiser))


def _in_another_form(old: Found, new: Found) -> bool:
    """ "7 «А» – беседа «Дом»", "7 «Б» – беседа «Дом»": each form had its own."""
    text, one, other = new.mention.frame.text, old.mention.sentence, new.mention.sentence
    return _are_apart(FORM.findall(text, one.start, one.end), FORM.findall(text, other.start, other.end))


def _are_apart(one: list[str], other: list[str]) -> bool:
    return bool(one and other) and set(one).isdisjoint(other)


def _both_say(name: str, old: Found, new: Found) -> bool:
    return says_itself(name, old) and says_itself(name, new)
