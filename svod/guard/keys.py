"""What is the same has the same key, and the key tells nothing by itself."""

from hashlib import blake2b

from svod.language.fold import fold

SUBSCRIBER = 10  # the last digits of a telephone number: +7 and 8 before them say the same


def key_of(kind: str, words: str) -> str:
    """A short digest of the letters and digits, however they are spaced."""
    plain = "".join(sign for sign in fold(words) if sign.isalnum())
    if kind == "phone":
        plain = plain[-SUBSCRIBER:]
    return blake2b(f"{kind}|{plain}".encode(), digest_size=6).hexdigest()
