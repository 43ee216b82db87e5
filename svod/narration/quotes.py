"""Titles in quotation marks, whatever marks they came with."""

import re

ANY = '«»„“”"'
OPENING = "«„"
EITHER = '"“'
STRAIGHT = re.compile(r'["“]([^"“”«»]+)["”]')
CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
LONGEST = 160  # characters of a title

GUILLEMETS = ("«", "»", "„", "“")  # outside, inside: Russian and Kazakh
CURLY = ("“", "”", "‘", "’")  # English


def quoted(title: str, marks: tuple[str, str, str, str] = GUILLEMETS) -> str:
    """The title in «ёлочки», with „лапки“ inside; quotation marks that do not pair are dropped, a long one is cut."""
    text = re.sub(r"\s+", " ", title).strip()
    text = re.sub(r"\s+([,.;:!?…])", r"\1", text).strip(".,;: ")
    text = text.replace(" - ", " — ").replace(" – ", " — ")
    if len(text) > LONGEST:
        text = f"{text[:LONGEST].rpartition(' ')[0] or text[:LONGEST]}…"
    return f"{marks[0]}{_inner(text, marks)}{marks[1]}"


def typeset(name: str) -> str:
    """A name in Cyrillic with its marks as a book has them: 'ясли-сад "Росинка"' becomes "ясли-сад «Росинка»"."""
    return STRAIGHT.sub(r"«\1»", name) if CYRILLIC.search(name) else name


def _inner(text: str, marks: tuple[str, str, str, str]) -> str:
    depth, result = 0, ""
    for letter in text:
        if letter not in ANY:
            result += letter
            continue
        opens = letter in OPENING or (letter in EITHER and depth == 0)
        depth += 1 if opens else -1
        result += marks[2] if opens else marks[3]
        if depth < 0:
            break
    if depth == 0:
        return result
    return " ".join("".join(letter for letter in text if letter not in ANY).split())
