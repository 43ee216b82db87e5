"""HTML as elements, so that no text is ever taken for markup."""

import re

from lxml import etree
from lxml.builder import ElementMaker  # type: ignore[import-not-found]  # lxml-stubs leaves it out

from svod.publishing.quotes import printable
from svod.publishing.svg import Element

_VOID_OF_NAMES = re.compile(r"[^\w.-]+")


def _add_text(parent: Element, text: str) -> None:
    clean = printable(text)
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + clean
    else:
        parent.text = (parent.text or "") + clean


html = ElementMaker(typemap={str: _add_text})


def identifier(text: str) -> str:
    """The text as an id that needs no escaping in an address."""
    return _VOID_OF_NAMES.sub("-", text).strip("-")


def drawn(svg: str) -> Element:
    """A drawing of ours as an element of the page."""
    return etree.fromstring(svg)


def as_html(page: Element) -> str:
    return etree.tostring(page, method="html", encoding="unicode", doctype="<!DOCTYPE html>") + "\n"
