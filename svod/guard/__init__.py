"""What must not leave an organisation's circle: personal data, cases of violence, places that must not be known.

finds = find(text, "ru", pack)          what was found, where, by which rule, how surely
"""

from svod.guard.find import find
from svod.guard.records import Find, Release

__all__ = ["Find", "Release", "find"]
