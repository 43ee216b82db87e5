"""How much of a submission is read before it is refused."""

from dataclasses import dataclass

from svod.reading.errors import TooLarge

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What one submission may take.

    Sizes in bytes: `file_bytes` for a file or a member, `package_bytes` for the parts of one office file together,
    `unpacked_bytes` for all that is unpacked on the way. `ratio` is unpacked to packed, `ocr_seconds` for one page.
    """

    file_bytes: int = 50 * MEGABYTE
    package_bytes: int = 200 * MEGABYTE
    unpacked_bytes: int = 1000 * MEGABYTE
    members: int = 2_000
    depth: int = 3
    ratio: int = 200
    characters: int = 5_000_000
    pages: int = 500
    ocr_pages: int = 30
    ocr_seconds: float = 60.0


class Meter:
    """What one submission has taken so far, all its nested archives together: it goes along with the reading."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._unpacked = 0
        self._members = 0

    def unpack(self, size: int) -> None:
        """Count `size` more bytes unpacked. Raises TooLarge beyond the limit."""
        self._unpacked += size
        if self._unpacked > self.limits.unpacked_bytes:
            raise TooLarge("archive_too_large", limit=self.limits.unpacked_bytes // MEGABYTE)

    def enter(self, members: int = 1) -> None:
        """Count `members` more members of archives and letters. Raises TooLarge beyond the limit."""
        self._members += members
        if self._members > self.limits.members:
            raise TooLarge("archive_too_many", limit=self.limits.members)
