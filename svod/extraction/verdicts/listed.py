"""Rules on a kind that only heads, doubles or sums up what other words of its sentence tell."""

from svod.extraction.lexicon.categories import HELD
from svod.extraction.lexicon.grammar import COVERING, is_adjective, words
from svod.extraction.lexicon.meaning import ONE_OF_MANY
from svod.extraction.mentions.kinds import kinds_of
from svod.extraction.mentions.mention import Mention, Verdict
from svod.extraction.mentions.rule import rule
from svod.extraction.text.signs import DASHES
from svod.packs.traits import traits

ALL, SUMMING = words("all_of_them"), words("summing")
DOING, RELEASES = tuple(words("noun_of_doing_endings")), tuple(words("releases"))
POSTS = tuple(words("own_posts"))
UMBRELLAS = traits("drive", "undertaking", "rest")
FAR = 40  # characters from a kind to the brackets that say what it was


@rule(language="ru", is_verb=False, is_quoted=False)
def opens_its_list(mention: Mention) -> Verdict | None:
    """ "Организованы конкурсы: фотоконкурс «…», конкурс слоганов": what follows names them."""
    frame, sentence = mention.frame, mention.sentence
    if not mention.is_plural or not frame.text.startswith(":", mention.mark.end):
        return None
    below = kinds_of(frame.kinds_in(mention.mark.end, sentence.end))
    return Verdict("none", 0.7, "opens_its_list") if mention.code in below else None


@rule(language="ru", is_verb=False, is_quoted=False)
def first_of_two(mention: Mention) -> Verdict | None:
    """ "Правовая игра - викторина «…»": one activity, called by two nouns of one kind."""
    frame, behind = mention.frame, mention.mark.last + 1
    at = frame.mark_at[behind]
    if at is None or frame.words.gap(behind).strip() not in DASHES or at.quoted:
        return None
    other = at.meaning.entry("kind", "ru")
    is_same = other is not None and other.code == mention.code and mention.is_plural == _is_plural(other.number)
    return Verdict("none", 0.7, "first_of_two") if is_same else None


def _is_plural(number: str) -> bool:
    return number in ("p", ONE_OF_MANY)


@rule(language="ru", is_verb=False, is_known=True, is_near=True, words=ALL)
def all_of_them(mention: Mention) -> Verdict | None:
    """ "Все соревнования прошли в упорной борьбе": those told before."""
    frame, clause, first = mention.frame, mention.clause, mention.mark.first
    if not mention.is_plural or first == 0 or frame.words.words[first - 1] not in ALL:
        return None
    if any(look(clause.start, clause.end) for look in (frame.quotes_in, frame.dates_in, frame.numbers_in)):
        return None
    return Verdict("reference", 0.7, "points_back")


@rule(language="ru", traits={"showing"}, is_verb=False)
def shows_another(mention: Mention) -> Verdict | None:
    """ "Показ кукольного спектакля", "просмотр сценки": the play is the activity."""
    frame, behind = mention.frame, mention.mark.last + 1
    while behind < len(frame.words) and frame.mark_at[behind] is None and is_adjective(frame.words.words[behind]):
        behind += 1
    at = frame.mark_at[behind] if frame.words.gap(behind) == " " else None
    other = at.meaning.entry("kind", "ru") if at is not None else None
    is_shown = other is not None and other.code != mention.code and "g" in other.cases
    return Verdict("none", 0.7, "named_by_kind") if is_shown else None


@rule(language="ru", is_verb=False)
def of_its_doing(mention: Mention) -> Verdict | None:
    """ "Финансирование спартакиады проведено за счёт райкома": something was done for it."""
    frame, before = mention.frame, mention.governor
    if before < 0 or mention.governor_mark is not None or "g" not in mention.cases():
        return None
    doing = frame.words.words[before].endswith(DOING) and frame.words.starts[before] == mention.clause.start
    return Verdict("none", 0.7, "dependent") if doing else None


@rule(language="ru", is_verb=False, begins=COVERING, said={"total.trigger"})
def reached_in_all(mention: Mention) -> Verdict | None:
    """ "Всего профилактической работой охвачено 95 подростков": a sum, whatever it was."""
    frame, sentence = mention.frame, mention.sentence
    with_it = bool(mention.cases()) and mention.cases() <= {"i"}
    opens = not SUMMING.isdisjoint(frame.words_of(sentence)[:1])
    return Verdict("none", 0.7, "sums_up") if with_it and opens else None


@rule(language="ru", traits={"published"}, is_verb=False, begins=RELEASES + POSTS)
def called_a_release(mention: Mention) -> Verdict | None:
    """ "Пресс-релиз, 14 декабря", "Пост на странице лицея" in the first line: what the text calls itself."""
    frame, first = mention.frame, mention.frame.word_index(mention.sentence.start)
    opens = mention.mark.first == first and not mention.clause.verbs
    called = RELEASES if mention.sentence.line else RELEASES + POSTS
    is_release = frame.words.folded.startswith(called, mention.mark.start)
    return Verdict("none", 0.7, "heading") if opens and is_release else None


@rule(is_verb=False, is_quoted=False)
def said_in_brackets(mention: Mention) -> Verdict | None:
    """ "Родительское собрание (ата-аналар жиналысы)": one activity, in both languages."""
    frame, mark = mention.frame, mention.mark
    if frame.text[mark.start - 1 : mark.start] != "(" or not frame.text.startswith(")", mark.end):
        return None
    at = frame.mark_at[mark.first - 1]
    same = at is not None and mention.code in at.meaning.kinds
    return Verdict("reference", 0.7, "same_again") if same else None


@rule(language="ru", traits={"rest"}, is_verb=False)
def glossed(mention: Mention) -> Verdict | None:
    """ "Тимбилдинг для учителей (тренинг)": the brackets behind it name its form."""
    frame, end = mention.frame, mention.clause.end
    if not mention.clause.categories.isdisjoint(HELD):
        return None  # "прошла ярмарка (выставка поделок)": what brackets add is a part
    opened = frame.text.find("(", mention.mark.end, min(end, mention.mark.end + FAR))
    named = frame.mark_at[frame.word_index(opened)] if opened >= 0 else None
    if named is None or "|" in frame.text[mention.mark.end : opened]:
        return None
    in_brackets = named.start == opened + 1 and frame.text.startswith(")", named.end)
    is_form = in_brackets and any(one.category == "kind" and UMBRELLAS.isdisjoint(one.traits) for one in named.entries)
    return Verdict("none", 0.7, "first_of_two") if is_form else None
