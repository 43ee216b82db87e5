"""Texts to activities, beside natasha's segmentation, morphology and named entities on the same texts, in one process.

Run: `make bench`, or `python bench/extraction.py` where natasha is installed, with PYTHONPATH=build/compiled for what
`make wheel` compiled.
"""

import json
import os
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pymorphy3

from svod import extraction
from svod.extraction import extract, rows
from svod.packs import load
from svod.records import Document

TEXTS = Path(__file__).parents[1] / "samples" / "expected.jsonl"
ROUNDS = 7


def main() -> None:
    lines = map(json.loads, TEXTS.read_text(encoding="utf-8").splitlines())
    documents = [Document(line["id"], line["text"], language=line["lang"], year=line["year"]) for line in lines]
    joined = Document("joined", "\n\n".join(document.text for document in documents), language="mixed", year=2025)
    pack = load("sixteen_days")
    is_compiled = Path(rows.__file__).suffix != ".py"
    print(f"Svod from {Path(extraction.__file__).parents[1]}, {'compiled' if is_compiled else 'pure Python'}")
    read = natasha()
    for title, texts in ((f"{len(documents)} texts", documents), ("the same as one long text", [joined])):
        compare(title, texts, read, lambda document: extract(document, pack))


def compare(
    title: str, documents: list[Document], read: Callable[[str], object], ours: Callable[[Document], object]
) -> None:
    size = sum(len(document.text.encode()) for document in documents) / 1024
    programs: dict[str, Callable[[], Iterable[object]]] = {
        "natasha": lambda: [read(document.text) for document in documents],
        "svod": lambda: [ours(document) for document in documents],
    }
    print(f"{title}, {size:.0f} KB, the best of {ROUNDS} rounds in one process")
    best = measure(programs)
    print(f"{'':<8} {'ms a text':>10} {'KB/s':>8} {'ratio':>7}")
    for name, seconds in best.items():
        ratio = best["natasha"] / seconds
        print(f"{name:<8} {1000 * seconds / len(documents):>10.2f} {size / seconds:>8.0f} {ratio:>7.1f}")


def measure(programs: Mapping[str, Callable[[], object]]) -> dict[str, float]:
    """The shortest of several rounds of each, in seconds of the processor, turn by turn: what else the machine does
    falls on all alike. A round before them loads what is loaded once."""
    for work in programs.values():
        work()
    rounds: dict[str, list[float]] = {name: [] for name in programs}
    for _ in range(ROUNDS):
        for name, work in programs.items():
            started = time.process_time()
            work()
            rounds[name].append(time.process_time() - started)
    return {name: min(seconds) for name, seconds in rounds.items()}


def natasha() -> Callable[[str], object]:
    """Natasha's usual steps. It asks for pymorphy2, which no longer starts; pymorphy3 is its continuation."""
    sys.modules["pymorphy2"] = pymorphy3
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # one core each
    from natasha import Doc, NewsEmbedding, NewsMorphTagger, NewsNERTagger, Segmenter

    embedding, segmenter = NewsEmbedding(), Segmenter()
    morphology, names = NewsMorphTagger(embedding), NewsNERTagger(embedding)

    def read(text: str) -> object:
        doc = Doc(text)
        doc.segment(segmenter)
        doc.tag_morph(morphology)
        doc.tag_ner(names)
        return doc

    return read


if __name__ == "__main__":
    main()
