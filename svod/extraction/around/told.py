"""What a text has told so far: its activities in order, told once each, and which of them stay in the end."""

from svod.extraction.around.later import gathered, give_those_gathered
from svod.extraction.fields.people import People
from svod.extraction.fields.people_kk import heads_attendance, kinds_of_head
from svod.extraction.lexicon.grammar import words
from svod.extraction.mentions.elsewhere import says_itself
from svod.extraction.mentions.found import Found, lines_about
from svod.extraction.mentions.told_twice import GAPS, tell_again, told_before
from svod.extraction.text.frame import Frame
from svod.extraction.text.sentences import Sentence

DAYS = tuple(words("days_marked"))
PICTURES = words("pictures")  # how a caption begins, before its number


class Told:
    """The activities of one text, sentence by sentence."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.found: list[Found] = []
        self.kinds: set[str] = set()  # of the activities told so far
        self.titles: set[str] = set()  # of these, in small letters
        self.awaited: list[People] = []  # told before any activity
        self.gathered: tuple[int, People | None] = (-1, None)  # on which line, and who had come there before any

    def keep(self, made: list[Found]) -> None:
        """Add a sentence's activities; what was told before is made fuller."""
        if made and self.awaited:
            _give_those_present(made[0], self.awaited.pop())
        if made and self.gathered[1] is not None:
            if made[0].line == self.gathered[0] and len(made) == 1:
                give_those_gathered(made[0], self.gathered[1])
            self.gathered = (-1, None)
        for item in made:
            earlier = told_before(item, self.found)
            if earlier is not None:
                self._tell_again(earlier, item)
            else:
                self.append([item])

    def _tell_again(self, old: Found, new: Found) -> None:
        """Make the first telling fuller; what a headline only announces is told where the text says where it was."""
        is_announced = self._is_headline(old) and new.line > old.line
        tell_again(old, new)
        if is_announced and any(says_itself(name, new) for name in GAPS):
            old.evidence = new.evidence

    def append(self, made: list[Found]) -> None:
        """Add activities that were not told before."""
        self.found += made
        for item in made:
            self.kinds.add(item.kind)
            self.kinds |= kinds_of_head(item.mention)
            self.titles.add((item.title or "").casefold())

    def expect(self, sentence: Sentence, said: frozenset[str], people: list[People]) -> None:
        """Keep who had come, told in a sentence without an activity, for the one told behind it."""
        if "measure.organisations" in said:  # "қатысқан ұйымдардың саны — 76"
            return
        if not self.found and heads_attendance(self.frame, sentence):
            self.awaited = people[:1]
        elif not self.found or self.found[-1].line != sentence.line:
            them = gathered(said, people)
            self.gathered = (sentence.line, them) if them is not None else self.gathered

    def kept(self) -> list[Found]:
        """All but what is weak beside others, and what a headline tells before the text does."""
        kept = self.found
        if any(item.is_weak for item in kept):
            strong = {item.line for item in kept if not item.is_weak}
            first = {item.line: item for item in reversed(kept) if item.line not in strong and not self._leads(item)}
            for item in kept:
                if item.is_weak and item.line in strong:
                    self._tell_with(item)
            kept = [item for item in kept if item is first.get(item.line) or self._stands_alone(item)]
        if len(kept) > 1 and self._is_day(kept[0]):
            kept = kept[1:]
        captions = [item for item in kept if self._is_caption(item)]
        if captions:
            others = {item.kind for item in kept if item not in captions}
            kept = [item for item in kept if item.kind not in others or item not in captions]
        if kept and self._is_headline(kept[0]):
            below = {item.kind for item in kept if item.line > kept[0].line}
            kept = [item for item in kept if item.kind not in below or not self._is_headline(item)]
        return kept

    def _tell_with(self, weak: Found) -> None:
        """ "О травле говорили полицейские с учениками. Встреча прошла в лицее": with whom, told by the verb alone."""
        beside = [item for item in self.found if item.line == weak.line and not item.is_weak]
        if len(beside) == 1 and weak.mention.language == beside[0].mention.language == "ru":
            beside[0].add_codes("partners", weak.partners)
            if not beside[0].audience:
                beside[0].add_codes("audience", weak.audience)
            if beside[0].date is None and weak.date is not None:  # "Инспектор пришла 2 декабря. Она провела квест"
                beside[0].say("date", weak.date, weak.sources["date"])

    def _stands_alone(self, item: Found) -> bool:
        """ "25 қарашада семинар өтті. 26 қарашада инспектор оқушылармен әңгімелесті": none of the others was then."""
        if not item.is_weak:
            return True
        if item.mention.language != "kk" or not item.says_its_day():
            return False
        days = [other.date for other in self.found if other.line == item.line and not other.is_weak]
        return bool(days) and None not in days and item.date not in days

    def _leads(self, item: Found) -> bool:
        """ "Полиция поговорила с детьми." over a text that goes on with the meeting itself."""
        if not item.is_weak or item.line != self.frame.sentences[0].line:
            return False
        return any(0 < other.line - item.line <= 1 and not other.is_weak for other in self.found)

    def _is_day(self, item: Found) -> bool:
        """ "День правовой помощи детям в детском саду." over a text: what all the rest was for."""
        mention = item.mention
        bare = mention.verdict.rule == "without_a_verb" and mention.entry.phrase.startswith(DAYS)
        return bare and mention.sentence == self.frame.sentences[0] and item.date is None

    def _is_caption(self, item: Found) -> bool:
        """ "Фото 2. Встреча с прокурором": a picture of what the text told."""
        if item.participants is not None:
            return False
        seen = self.frame.words.words
        first = self.frame.word_index(self.frame.text.rfind("\n", 0, item.mention.sentence.start) + 1)
        return seen[first] in PICTURES and first + 1 < item.mention.mark.first and seen[first + 1].isdigit()

    def _is_headline(self, item: Found) -> bool:
        """ "Костанай отметил День семьи концертом" over a text, without a full stop and without a day."""
        sentence = item.mention.sentence
        first = self.frame.sentences[0]
        if item.line != first.line or item.date is not None or item.participants is not None:
            return False
        return sentence.end == first.end and self.frame.text[sentence.end - 1] not in ".;|"

    def near(self, sentence: Sentence) -> bool:
        """Whether this paragraph or the last one told an activity; a text that told but one goes on about it longer."""
        if not self.found or (
            len(self.found) == 1 and self.found[0].mention.comes_with_guests and self.found[0].is_weak
        ):
            return False  # "Полицейские пришли к студентам. Диалог собрал 500 человек"
        return sentence.line - self.found[-1].line <= max(1, lines_about(self.found))


def _give_those_present(item: Found, people: People) -> None:
    """ "Қатысқандар: 9 адам. Күн тәртібі: …": a protocol's people are those of the meeting told behind them."""
    if "called" in item.mention.traits and item.participants is None:
        item.say("participants", people.bounds, people.span)
