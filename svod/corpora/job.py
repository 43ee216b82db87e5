"""One block from its texts to its part. Done twice it leaves the same bytes, so that any engine may repeat it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import svod
from svod.corpora.blocks import Block
from svod.corpora.contract import BadLine, answer_of
from svod.corpora.parts import Tally, write_part
from svod.corpora.texts import texts_of
from svod.extraction import extract
from svod.packs import Pack


@dataclass(frozen=True)
class Job:
    """What is done with each block: by which pack, for which year where a text gives none, and where its part goes."""

    pack: Pack
    year: int | None
    out: str
    version: str = svod.__version__

    @cached_property
    def recipe(self) -> str:
        """The same for what gives the same answers."""
        return f"{self.pack.fingerprint} {self.year} {self.version}"

    def do(self, block: Block) -> Tally:
        """Raises OSError where the block cannot be read or its part not written, NoCorpus where its file changed."""
        return write_part(self._answers(block), self.out, block.name(self.recipe))

    def _answers(self, block: Block) -> Iterator[dict[str, Any]]:
        for text in texts_of(block):
            if isinstance(text, BadLine):
                yield {"id": text.id, "error": str(text)}
                continue
            answer = answer_of(extract(replace(text, year=text.year or self.year), self.pack))
            for one in answer["activities"]:
                one["sources"] = list(one["sources"].items())
            yield answer
