"""Russian mentions that only speak of a kind: what it is, where one reads of it, whose case it was."""

from itertools import pairwise

from svod.extraction.lexicon.grammar import WITH, is_adjective, words
from svod.extraction.mentions.mention import Mention, Verdict
from svod.extraction.mentions.rule import rule
from svod.extraction.verdicts.points_back import DASH

IS, LINKS = words("is_defined"), words("links")
LAWS = tuple(words("laws"))
COURTS, JUDICIAL = words("courts"), tuple(words("judicial"))
ONE = words("one_person")


@rule(language="ru", words=IS, is_verb=False)
def defined(mention: Mention) -> Verdict | None:
    """ "Круглый стол – это форма обсуждения": what it is."""
    frame, behind = mention.frame, mention.mark.last + 1
    opens = mention.mark.first == frame.word_index(mention.sentence.start)
    if not opens or behind >= len(frame.words) or frame.words.words[behind] not in IS:
        return None
    return Verdict("none", 0.7, "in_general") if DASH.search(frame.words.gap(behind)) else None


@rule(language="ru", traits={"published"}, words=LINKS, is_verb=False)
def linked(mention: Mention) -> Verdict | None:
    """ "Ссылки на публикации: …": where one reads of what was told."""
    seen, first = mention.frame.words.words, mention.mark.first
    is_linked = first > 1 and not LINKS.isdisjoint(seen[max(0, first - 3) : first])
    return Verdict("none", 0.8, "only_spoken_of") if is_linked else None


@rule(language="ru", phrases=("статья",), is_verb=False)
def of_a_law(mention: Mention) -> Verdict | None:
    """ "Разъяснили статью 131 Кодекса", "статьи закона": nothing that was published."""
    seen, behind = mention.frame.words.words, mention.mark.last + 1
    if behind >= len(seen) or not mention.frame.words.gap(behind).isspace():
        return None
    is_of_law = seen[behind][0].isdigit() or seen[behind].startswith(LAWS)
    return Verdict("none", 0.8, "only_spoken_of") if is_of_law else None


@rule(language="ru", traits={"sitting"}, is_verb=False)
def in_court(mention: Mention) -> Verdict | None:
    """ "Рассмотрено на заседании суда", "судебное заседание": a trial."""
    seen, mark = mention.frame.words.words, mention.mark
    behind = mark.last + 1
    while behind < len(seen) and is_adjective(seen[behind]):
        behind += 1
    of_a_court = behind < len(seen) and seen[behind] in COURTS
    is_trial = of_a_court or seen[mark.first].startswith(JUDICIAL) or seen[mark.first - 1].startswith(JUDICIAL)
    return Verdict("none", 0.7, "only_spoken_of") if is_trial else None


@rule(language="ru", traits={"conversation"}, words=ONE, is_verb=False, is_plural=False)
def with_one_person(mention: Mention) -> Verdict | None:
    """ "Задержали дебошира и провели с ним беседу": somebody's case."""
    seen = mention.frame.words_in(mention.clause.start, mention.clause.end)
    return Verdict("none", 0.7, "only_spoken_of") if any(a in WITH and b in ONE for a, b in pairwise(seen)) else None
