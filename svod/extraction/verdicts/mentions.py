"""The mentions of a sentence, each decided."""

from collections.abc import Collection, Sequence

from svod.extraction.lexicon.categories import AHEAD, TO_DO, VERBAL
from svod.extraction.lexicon.endings_kk import POSSESSIVE
from svod.extraction.lexicon.grammar import AND
from svod.extraction.lexicon.meaning import Entry
from svod.extraction.mentions.mention import Mention, Verdict, governor_of
from svod.extraction.mentions.rule import NOTHING, Heard
from svod.extraction.mentions.unknown_kk import unknown_form
from svod.extraction.text.along import comes_along, is_attribute, is_done_along, is_used
from svod.extraction.text.clause import NONE, Clause
from svod.extraction.text.frame import Frame
from svod.extraction.text.scan import Mark
from svod.extraction.text.sentences import Sentence
from svod.extraction.text.tongue import kazakh_letters
from svod.extraction.verdicts.chain import CHAIN
from svod.extraction.verdicts.doubled import without_doubled_verbs
from svod.extraction.verdicts.tense_kk import is_ahead
from svod.extraction.verdicts.verb_objects import has_its_object

ENDS = frozenset(".!;,\n")
BY_OBJECT = frozenset({"kind_verb_object", AHEAD, TO_DO})
MEANT = frozenset({"planned.verb", "planned.intent", "planned.wish"})
ENDS_A_NAME = frozenset('»”“"')


def find_mentions(
    frame: Frame, sentence: Sentence, clauses: list[Clause], told: Collection[str], paragraph_told: bool
) -> list[Mention]:
    """Every place of the sentence where a kind is named, in order, with its verdict.

    `told` holds the kinds told before; `paragraph_told` says whether this paragraph or the last one told any activity.
    """
    mentions: list[Mention] = []
    language = frame.language_at(sentence.start)
    is_named = language != "kk" or not frame.quotes_in(sentence.start, sentence.end)
    heard = NOTHING
    for clause in clauses:
        for mark in clause.marks if is_named or "kind" in clause.said else _with_unknown(frame, clause):
            if not mark.meaning.names_kind:
                continue
            entry = _kind_entry(frame, clause, mark, _titled_so(frame, mark) or _spoken(clause) or language)
            if entry is None or _is_spelt_in_kazakh(frame, mark, entry):
                continue
            if entry.category != "kind" and is_done_along(frame, mark):
                continue
            if "material" in mark.categories and (is_used(frame, mark) or is_attribute(frame, mark)):
                continue
            governor = governor_of(frame, sentence, mark)
            before = _listed_after(frame, mentions, mark, clause) if entry.category == "kind" else None
            known = _with_earlier(told, mentions, clause) if language == "kk" else told
            mention = Mention(frame, sentence, clause, mark, entry, governor, before, known, paragraph_told)
            if not mentions:
                heard = _heard(frame, sentence, clauses)
            mention.verdict = decided(mention, heard)
            if before is not None:
                before.listed_before = mention
            mentions.append(mention)
    return without_doubled_verbs(mentions)


def _with_unknown(frame: Frame, clause: Clause) -> Sequence[Mark]:
    """The marks of a Kazakh clause, none of which names a form: a name may stand before one that no lexicon knows."""
    unknown = unknown_form(frame, clause) if clause.verbs else None
    return clause.marks if unknown is None else [*clause.marks, unknown]


def decided(mention: Mention, heard: Heard) -> Verdict:
    """What the chain of rules says of it, and when it is."""
    verdict = CHAIN.decide(mention, heard)
    is_still_to_come = verdict.status == "held" and is_ahead(mention)
    return Verdict("planned", verdict.confidence, verdict.rule) if is_still_to_come else verdict


def _is_spelt_in_kazakh(frame: Frame, mark: Mark, entry: Entry) -> bool:
    """ "Патрульдік полиция полкі": no "полки" of "полка", whose own possessive would be "полкасы"."""
    if entry.language != "ru" or not entry.phrase.endswith(("а", "я")):
        return False
    return frame.has_kazakh_letters and kazakh_letters(frame.text, mark.start, mark.end) > 0


def _heard(frame: Frame, sentence: Sentence, clauses: list[Clause]) -> Heard:
    """What the sentence's words say, and what it carries on; a phrase, or what belongs to it, may lie beside it."""
    first, last = frame.word_index(sentence.start), frame.word_index(sentence.end)
    opening = frame.mark_at[first]
    marks = frame.marks[frame.mark_from[opening.first if opening is not None else first] : frame.mark_from[last]]
    carried = next((clause.categories for clause in clauses if not clause.verbs), NONE)
    return CHAIN.asked_of(marks, frame.words.forms[max(0, first - 1) : last + 2], carried)


def _spoken(clause: Clause) -> str:
    """The language of the clause's verbs, where they have but one: of "организованы тренинги, организатор — мектеп"."""
    spoken = ""
    for verb in clause.verbs:
        if not verb.meaning.language or (spoken and verb.meaning.language != spoken):
            return ""
        spoken = verb.meaning.language
    return spoken


def _titled_so(frame: Frame, mark: Mark) -> str:
    """ "«Тыныштық сыйла» челленджі", "«Бірге» флешмобы" in a list: Kazakh puts a name right before its kind."""
    if not frame.has_kazakh_letters or frame.text[mark.start - 2 : mark.start - 1] not in ENDS_A_NAME:
        return ""
    last = frame.words.words[mark.last]
    entry = mark.meaning.entry("kind", "kk") if last.endswith(POSSESSIVE) else None
    return "kk" if entry is not None and entry.language == "kk" else ""


def _with_earlier(told: Collection[str], mentions: list[Mention], clause: Clause) -> Collection[str]:
    """The kinds told, those of the sentence's earlier clauses among them: "… форумы өтті, форумды қор ұйымдастырды"."""
    if not mentions:
        return told
    earlier = {
        mention.code for mention in mentions if mention.clause is not clause and mention.verdict.status == "held"
    }
    return told if earlier <= set(told) else earlier.union(told)


def _kind_entry(frame: Frame, clause: Clause, mark: Mark, language: str) -> Entry | None:
    """What names a kind here: a noun, a verb, or a verb with its object in the same clause ("раздали" … "листовки")."""
    entry = mark.meaning.entry("kind", language)
    if entry is None:
        entry = (
            mark.meaning.entry("kind_formless", language)
            or mark.meaning.entry("kind_verb", language)
            or mark.meaning.entry("kind_verb_weak", language)
        )
    elif "kind_verb" in mark.categories and _ends_its_sentence(frame, mark):
        entry = mark.meaning.entry("kind_verb", language)
    if entry is not None:
        return entry
    if "kind_verb_object" not in mark.categories and not _is_to_come(clause, mark):
        return None
    for entry in mark.entries:
        if entry.category in BY_OBJECT and has_its_object(frame, clause, mark, entry):
            return entry
    return None


def _is_to_come(clause: Clause, mark: Mark) -> bool:
    """ "Раздадим листовки", "обещают раздать листовки": an infinitive names nothing where nobody means to do it."""
    if AHEAD in mark.categories:
        return True
    return TO_DO in mark.categories and not clause.said.isdisjoint(MEANT)


def _ends_its_sentence(frame: Frame, mark: Mark) -> bool:
    """ "26 бала екі топқа бөлініп сайысты": there it is the verb, not "сайыс" in the accusative."""
    return mark.last + 1 == len(frame.words) or frame.words.gap(mark.last + 1).lstrip(" ")[:1] in ENDS


def _listed_after(frame: Frame, mentions: list[Mention], mark: Mark, clause: Clause) -> Mention | None:
    """The mention before it, where nothing but the list goes on between them: a comma or "и", and no verb."""
    first, before = mark.first, _item_before(frame, mentions, mark)
    if before is None:
        return None
    if before.verdict.rule == "inside_quotation":
        return before.listed_after
    if before.is_verb and before.language == "kk":  # it ends its clause: "парақша таратып, …"
        return None
    if before.clause is not clause and clause.verbs and before.language != "kk":  # it has a verb of its own
        return None
    between = frame.text[before.mark.end : frame.words.starts[first]]
    if "\n" in between or ". " in between:
        return None
    joined = (
        "," in between
        or ";" in between
        or "+" in between
        or (first > 0 and frame.words.words[first - 1] in AND)
        or any(_joins(frame, index) for index in range(before.mark.last + 1, first))
    )
    if not joined:
        return None
    for index in range(before.mark.last + 1, first):
        at = frame.mark_at[index]
        if at is None or at.categories.isdisjoint(VERBAL) or is_done_along(frame, at):
            continue
        if not frame.quote_around(frame.words.starts[index]):
            return None
    return before


def _joins(frame: Frame, index: int) -> bool:
    """Whether the word there is an "and" outside quotations: not that of «Заң және тәртіп»."""
    return frame.words.words[index] in AND and not frame.quote_around(frame.words.starts[index])


def _item_before(frame: Frame, mentions: list[Mention], mark: Mark) -> Mention | None:
    """The last one; "опрос с раздачей памяток и встреча" lists the survey and the meeting."""
    if comes_along(frame, mark):
        return mentions[-1] if mentions else None
    return next((mention for mention in reversed(mentions) if not comes_along(frame, mention.mark)), None)
