"""Workbooks made in memory, in which every text is written as text: none becomes a formula, an address or markup."""

from datetime import datetime
from io import BytesIO
from typing import Any

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

_CREATED = datetime(2020, 1, 1)  # so that the same rows are the same bytes
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


class TextSheet(Worksheet):  # type: ignore[misc] # xlsxwriter carries no types
    """XlsxWriter takes "<r>…</r>" for markup of its own and writes it as it is: what somebody typed broke the file."""

    def __init__(self) -> None:
        super().__init__()
        self.add_write_handler(str, TextSheet._as_text)

    def write_string(self, row: int, column: int, text: str, *look: Any) -> int:
        written = self._as_text(row, column, text, *look)
        return super().write_string(row, column, text, *look) if written is None else written

    def _as_text(self, row: int, column: int, text: str, *look: Any) -> int | None:
        """A text in pieces is escaped whatever it says. None where XlsxWriter's own way is as good."""
        if not (text.startswith("<r>") and text.endswith("</r>")):
            return None
        written: int = self.write_rich_string(row, column, text[0], text[1], text[2:], *filter(None, look))
        return written


class Book(Workbook):  # type: ignore[misc]
    """Filled within `with`; then `content` is the file."""

    worksheet_class = TextSheet

    def __init__(self) -> None:
        self._out = BytesIO()
        super().__init__(self._out, _OPTIONS)
        self.set_properties({"created": _CREATED})

    def __enter__(self) -> "Book":
        return self

    @property
    def content(self) -> bytes:
        return self._out.getvalue()
