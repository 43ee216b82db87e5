"""Files of a folder, an export of the campaign's form among them: read as that, and each answer once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from svod.odk.answers import Answers
from svod.odk.exports import answers_in
from svod.odk.told import tell
from svod.packs import Pack
from svod.reading import File, read_whole
from svod.records import Document, Problem, Reading


@dataclass(frozen=True, slots=True)
class Filled:
    """A filled-in form, and the file it came from."""

    source: str
    answers: Answers


def read_any(file: File) -> Sequence[Document | Problem | Filled]:
    """What a process of its own does, as `read_whole` for all other files."""
    answers = answers_in(file.path)
    return read_whole(file) if answers is None else [Filled(file.source, one) for one in answers]


def readings_of(filled: Iterable[Filled], pack: Pack) -> list[Reading]:
    """What they tell; one that was exported again is the same."""
    first: dict[str, Filled] = {}
    for one in filled:
        first.setdefault(one.answers.instance, one)
    return [tell(one.answers, pack, one.source) for one in first.values()]
