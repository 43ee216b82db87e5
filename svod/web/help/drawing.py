"""A page of the guide becomes HTML, by markdown-it: no script, no inline style, no other host.

A heading's anchor stands before it, as `{#confirm}`; where none does, it follows from the words, as GitHub makes it.
A block of code that is a file says so behind its language: ```toml reading_week/pack.toml.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from mdit_py_plugins.anchors import anchors_plugin
from mdit_py_plugins.attrs import attrs_block_plugin

from svod.web.help.links import address, picture

PARTS = ("h1", "h2", "h3")
TITLE = 3  # tokens: the heading opens, its words, it closes


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with all that stands below it, up to the next heading."""

    anchor: str
    title: str
    depth: int
    text: str


@dataclass(frozen=True, slots=True)
class Drawn:
    title: str
    about: str
    html: SafeString
    sections: tuple[Section, ...]


class Renderer(RendererHTML):
    """What differs from markdown-it's own: tables scroll in their own box, files have their name, links lead on,
    pictures open by themselves."""

    def table_open(self, tokens: Sequence[Token], place: int, options: OptionsDict, env: EnvType) -> str:
        return '<div class="scroll" tabindex="0"><table>\n'

    def table_close(self, tokens: Sequence[Token], place: int, options: OptionsDict, env: EnvType) -> str:
        return "</table></div>\n"

    def fence(self, tokens: Sequence[Token], place: int, options: OptionsDict, env: EnvType) -> str:
        name = file_of(tokens[place])
        code = f'<pre tabindex="0"><code>{escape(tokens[place].content)}</code></pre>'
        return f"<figure><figcaption><code>{escape(name)}</code></figcaption>{code}</figure>\n" if name else f"{code}\n"

    def image(self, tokens: Sequence[Token], place: int, options: OptionsDict, env: EnvType) -> str:
        source, width, height = picture(str(tokens[place].attrGet("src")), env["folder"])
        shown = f'src="{escape(source)}" alt="{escape(tokens[place].content)}"'
        img = f'<img {shown} width="{width}" height="{height}" loading="lazy">'
        return f'<a href="{escape(source)}">{img}</a>'  # alone it is as large as the screen lets it be

    def link_open(self, tokens: Sequence[Token], place: int, options: OptionsDict, env: EnvType) -> str:
        leads_to = address(str(tokens[place].attrGet("href")), env["folder"])
        return f'<a href="{escape(leads_to)}">' if leads_to else "<a>"


MARKDOWN = MarkdownIt("js-default", renderer_cls=Renderer).use(attrs_block_plugin)
MARKDOWN.use(anchors_plugin, max_level=len(PARTS))


def file_of(fence: Token) -> str:
    """The file that a block of code is, "" where it is none: "toml reading_week/pack.toml"."""
    return fence.info.partition(" ")[2].strip()


def drawn(text: str, folder: str) -> Drawn:
    """The page whose Markdown lies in that folder below docs; its title stands apart."""
    env = {"folder": folder}
    tokens = MARKDOWN.parse(text, env)
    sections = tuple(_sections(tokens))
    about = next((_words(token) for before, token in pairwise(tokens) if before.type == "paragraph_open"), "")
    html = MARKDOWN.renderer.render(tokens[TITLE:], MARKDOWN.options, env)
    return Drawn(sections[0].title, about, mark_safe(html), sections)  # noqa: S308 # markdown-it lets no HTML through


def _sections(tokens: Sequence[Token]) -> Iterator[Section]:
    heads = [place for place, token in enumerate(tokens) if token.type == "heading_open" and token.tag in PARTS]
    for place, end in pairwise([*heads, len(tokens)]):
        text = " ".join(_words(token) for token in tokens[place + 2 : end] if token.type == "inline")
        yield Section(str(tokens[place].attrGet("id")), _words(tokens[place + 1]), int(tokens[place].tag[1]), text)


def _words(inline: Token) -> str:
    """What a person reads of it."""
    breaks = ("softbreak", "hardbreak")
    shown = (" " if one.type in breaks else one.content for one in inline.children or () if one.type != "image")
    return " ".join("".join(shown).split())
