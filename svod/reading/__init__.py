"""Reading: a file somebody handed in becomes documents whose text and positions never change, and problems."""

from svod.reading.catalogue import message
from svod.reading.folder import submissions
from svod.reading.limits import Limits
from svod.reading.submission import read_path

__all__ = ["Limits", "message", "read_path", "submissions"]
