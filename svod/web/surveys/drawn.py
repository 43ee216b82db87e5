"""What came of surveys, as the report tells it, in the language of the page: words, tables, charts."""

from collections.abc import Iterable, Iterator

from django.utils.safestring import SafeString, mark_safe
from lxml import etree

from svod.narration import LANGUAGES
from svod.narration.phrases import phrases_for
from svod.narration.surveys import say_surveys
from svod.packs import Pack
from svod.publishing.beside import words_for
from svod.publishing.html_blocks import Drawing
from svod.publishing.references import References
from svod.records import Heading, Report, SurveyWave
from svod.register.published.diary import no_sources


def drawn(waves: Iterable[SurveyWave], pack: Pack, language: str, *, named: bool = True) -> list[SafeString]:
    """Block by block, each group beside all; nothing where nothing may be told. `named`: under the surveys' names."""
    grammar = LANGUAGES[language](phrases_for(pack, language))
    blocks = say_surveys(waves, pack.surveys, grammar, by_group=True)
    shown = (block for block in blocks[1:] if named or not isinstance(block, Heading))  # the page has its own first
    return list(_drawn(Report("", "", language, tuple(shown))))


def _drawn(tree: Report) -> Iterator[SafeString]:
    drawing = Drawing(tree, References(tree, no_sources()), words_for(tree))
    for block in tree.blocks:
        text = etree.tostring(drawing.block(block), method="html", encoding="unicode")
        yield mark_safe(text)  # noqa: S308 # lxml wrote it: every text in it is escaped
