"""What names a text: the same for the same bytes, whoever handed them in, without reading the text again."""

TEXT = ("document__submission__sha256", "document__position")


def text_named(sha256: str, position: int) -> str:
    return f"{sha256} {position}"
