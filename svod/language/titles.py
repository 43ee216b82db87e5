"""Titles as people type them."""

import re

WRAPPED = re.compile(r'[«"“„]([^«»"“”„]*)[»"”“]')


def bare(title: str) -> str:
    """Without the quotation marks around all of it: «Слово лечит»; 'Форум «Семья»' keeps the marks of its own."""
    return WRAPPED.sub(r"\1", title) if WRAPPED.fullmatch(title) else title
