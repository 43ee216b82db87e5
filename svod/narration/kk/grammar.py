"""Kazakh, as the report speaks it."""

from collections.abc import Sequence

from svod.language.bounds_text import printed
from svod.narration.facts import Count, Item, Statement
from svod.narration.grammar import Grammar, Place
from svod.narration.kk import words as kazakh
from svod.narration.kk.clauses import clause, grouped, is_short
from svod.narration.kk.items import deeds_done, summed_up
from svod.narration.kk.organisers import begun_small, genitive, is_owned, may_be_subject
from svod.narration.kk.words import AND, declined, enumerated, numbered, plural
from svod.narration.phrases import Phrases
from svod.narration.quotes import quoted
from svod.narration.runs import Words, listed, number, phrase, words
from svod.narration.statements import by_deed, tells_materials_after
from svod.packs.pack import Unit
from svod.records import Bounds, Period
from svod.records.bounds import ONE


class Kazakh(Grammar):
    __slots__ = ()

    def quoted(self, title: str) -> str:
        return quoted(title)

    def day(self, period: Period, *, with_year: bool) -> str:
        return kazakh.day(period, with_year=with_year)

    def listed(self, parts: Sequence[Words]) -> Words:
        return listed(parts, AND)

    def plural(self, noun: str) -> str:
        return plural(noun)

    def numbered(self, value: Bounds, noun: str) -> tuple[str, str]:
        return numbered(value, noun)

    def of_all(self, number: int, noun: str) -> str:
        return declined(noun, "gen")

    def within(self, count: Count, noun: str, country: str) -> Words:
        """ "Қазақстанның 13 өңірінде"."""
        digits = number(printed(count.value, "kk"), count.source)
        return phrase(words(declined(country, "gen")), digits, words(declined(noun, "loc", "sing", "third")))

    def held(self, count: Count) -> Words:
        """ "кемінде 201 іс-шара өткізілді"."""
        said = self.with_noun(count, self.text("totals", "unit"))
        return phrase(said, words(self.phrases.verb("held", "passive")))

    def addressed(self, audience: str) -> str:
        return plural(self.phrases.noun("audiences", audience), "dat")

    def where(self, unit: Unit) -> str:
        return declined(unit.names["kk"], "loc")

    def in_place(self, place: str) -> str:
        is_known = self.phrases.knows_place(place) or kazakh.says_what_it_is(place)
        key, name = kazakh.in_place(place) if is_known else ("in_place", place)
        return self.text("statement", key).format(place=name)

    def phrases_and_verbs(self, items: Sequence[Item]) -> tuple[int, int]:
        phrases = len(list(grouped(items, self.phrases)))
        return phrases, phrases

    def in_company(self, statement: Statement) -> str:
        """ "Психологтардың қатысуымен"; "психологтармен бірлесіп" where "45 оқушының қатысуымен" follows."""
        key, case = ("jointly", "ins") if statement.items[0].participants else ("with_people", "gen")
        people = enumerated([self.guests(code) for code in statement.guests], case)
        return self.text("item", key).format(people=people)

    def by(self, statement: Statement, place: Place) -> str:
        """The organiser as the subject; of a long clause, or with a bare name, as its "ұйымдастыруымен".

        A Russian name stands beside the sentence, and after it "осы ұйым".
        """
        organiser = self._subject(statement, place)
        if not organiser or (is_short(statement) and (is_owned(organiser) or self.says_the_same(statement, place))):
            return organiser
        whose = genitive(organiser)
        return self.text("statement", "organised_by").format(organiser=whose) if whose else organiser

    def says_the_same(self, statement: Statement, place: Place) -> bool:
        """ "Осы ұйым" as the subject of a short clause, "осы ұйымның ұйымдастыруымен" in a long one."""
        return place.same_organiser(statement)

    def _subject(self, statement: Statement, place: Place) -> str:
        organiser = statement.organiser or ""
        if self.says_the_same(statement, place):
            return self.text("statement", "same_organiser")
        shared = tuple(self.phrases.texts("organiser", "shared"))
        if not organiser or not may_be_subject(organiser, shared):
            return ""
        return begun_small(organiser, tuple(self.phrases.texts("organiser", "common")))

    def clause(self, statement: Statement, setting: str, place: Place, *, is_one_of_many: bool) -> Words:
        by = self._subject(statement, place)
        is_subject = bool(by) and self.by(statement, place) == by
        if not setting and place.before is not None and _is_bare(statement, place, self.phrases):
            setting = self._as_well(place)
        guests = self.guests_by_verb(statement, place)
        said = clause(statement, setting, place, self.phrases, guests=guests, active=is_subject)
        if not statement.organiser or by:
            return said
        beside = self.text("statement", "organiser_beside").format(organiser=statement.organiser)
        return (*said, *words(beside))

    def _as_well(self, place: Place) -> str:
        """ "Сондай-ақ": a bare noun that begins a sentence, "жиналыс болып өтті", would be the one told before."""
        openings = [opening for opening in self.phrases.texts("statement", "openings") if opening]
        return openings[place.turn % len(openings)]

    def summed_up(self, items: Sequence[Item], *, planned: bool) -> Words:
        """ "дәрістер (кемінде 30), әңгімелесулер (12) және сауалнама өткізіліп, сенім телефоны ашылды"."""
        by_verb = by_deed(items, self.phrases, planned=planned)
        clauses = []
        for verb, alike in by_verb:
            form = self.phrases.verb(verb, "passive" if verb == by_verb[-1][0] else "passive_on")
            clauses.append(phrase(listed([summed_up(item, self.phrases) for item in alike], AND), words(form)))
        return phrase(*clauses, glue=", ")

    def handed_out(self, materials: Sequence[str]) -> str:
        done = deeds_done(materials, self.phrases, "passive")
        return ", ".join([*deeds_done(materials, self.phrases, "passive_on")[:-1], *done[-1:]])


def _is_bare(statement: Statement, place: Place, phrases: Phrases) -> bool:
    """Whether nothing but the noun is said of the first item before its verb."""
    item = statement.items[0]
    things = item.materials and not tells_materials_after(statement, place, phrases)
    said = item.titles or item.audience or item.partners or item.participants or things
    return item.count == ONE and not (said or item.online or item.again)
