"""Texts to activities, beside natasha's segmentation, morphology and named entities on the same texts, in one process.

Run: `make bench`, or `python bench/extraction.py` where natasha is installed, with PYTHONPATH=build/compiled for what
`make wheel` compiled.
"""

import json
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import pymorphy3

from svod import extraction
from svod.extraction import extract, rows
from svod.packs import load
from svod.records import Document

TEXTS = Path(__file__).parents[1] / "samples" / "expected.jsonl"
ROUNDS = 5


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
    best = {name: measure(work) for name, work in programs.items()}
    print(f"{'':<8} {'ms a text':>10} {'KB/s':>8} {'ratio':>7}")
    for name, seconds in best.items():
        ratio = best["natasha"] / seconds
        print(f"{name:<8} {1000 * seconds / len(documents):>10.2f} {size / seconds:>8.0f} {ratio:>7.1f}")


def measure(work: Callable[[], object]) -> float:
    """The shortest of several rounds, in seconds; a round before them loads what is loaded once."""
    work()
    rounds = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        work()
        rounds.append(time.perf_counter() - started)
    return min(rounds)


def natasha() -> Callable[[str], object]:
    """Natasha's usual steps. It asks for pymorphy2, which no longer starts; pymorphy3 is its continuation."""
    sys.modules["pymorphy2"] = pymorphy3
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
