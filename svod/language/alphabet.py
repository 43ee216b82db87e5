"""Names in the order of the alphabet: Unicode puts Ә, Қ and Ө behind Я, and Ё before А."""

# That of Kazakh, which holds the Russian one in its order.
LETTERS = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
_PLACES = {ord(letter): ord(LETTERS[0]) + place for place, letter in enumerate(LETTERS)}


def alphabetical(name: str) -> str:
    """A key to sort names by, capital letters as small ones."""
    return name.casefold().translate(_PLACES)
