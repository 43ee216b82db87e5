"""Reading: a file somebody handed in becomes documents whose text and positions never change, and problems."""

from svod.reading.catalogue import message
from svod.reading.folder import submissions
from svod.reading.limits import Limits
from svod.reading.submission import File, lost, read_path, read_whole

__all__ = ["File", "Limits", "lost", "message", "read_path", "read_whole", "submissions"]
