"""Texts to activities, beside natasha's segmentation, morphology and named entities on the same texts, in one process.

And beside all of natasha that tells what Svod tells as well: dictionary forms of words and names, and dates; and beside
all that its README calls, with syntax: which word a number or a name belongs to. And how the time grows with the text.
Run: `make bench`, which measures the sources as they are and then what `make wheel` compiles of them; or
`python bench/extraction.py` where natasha is installed, with PYTHONPATH=build/compiled for what was compiled.
"""

import json
import os
import sys
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import pymorphy3
from which import which

from svod.extraction import extract
from svod.packs import load
from svod.records import Document

TEXTS = Path(__file__).parents[1] / "samples" / "expected.jsonl"
ROUNDS = 7
TURN = 0.3  # seconds of the processor that each has at a time, about what natasha needs for all texts
GROWTH = (1, 10, 100)
NATASHA_UP_TO = 10  # times the texts: a hundred times would take it a minute a round, and gigabytes
Peers = Mapping[str, Callable[[str], object]]


def main() -> None:
    lines = map(json.loads, TEXTS.read_text(encoding="utf-8").splitlines())
    documents = [Document(line["id"], line["text"], language=line["lang"], year=line["year"]) for line in lines]
    joined = "\n\n".join(document.text for document in documents)
    pack = load("sixteen_days")
    print(which())
    peers = natasha()

    def ours(document: Document) -> object:
        return extract(document, pack)

    for title, texts in ((f"{len(documents)} texts", documents), ("the same as one long text", [_long(joined, 1)])):
        compare(title, texts, peers, ours)
    grow(joined, peers, ours)


def _long(text: str, times: int) -> Document:
    return Document("joined", "\n\n".join([text] * times), language="mixed", year=2025)


def compare(title: str, documents: list[Document], peers: Peers, ours: Callable[[Document], object]) -> None:
    size = sum(len(document.text.encode()) for document in documents) / 1024
    programs: dict[str, Callable[[], object]] = {name: partial(_each, read, documents) for name, read in peers.items()}
    programs["svod"] = lambda: [ours(document) for document in documents]
    print(f"{title}, {size:.0f} KB, the best of {ROUNDS} rounds in one process")
    best = measure(programs, ROUNDS)
    print(f"{'':<20} {'ms a text':>10} {'KB/s':>8}   svod is quicker")
    for name, seconds in best.items():
        ratio = seconds / best["svod"]
        print(f"{name:<20} {1000 * seconds / len(documents):>10.2f} {size / seconds:>8.0f} {ratio:>13.1f} times")


def _each(read: Callable[[str], object], documents: list[Document]) -> object:
    return [read(document.text) for document in documents]


def grow(text: str, peers: Peers, ours: Callable[[Document], object]) -> None:
    """How the time of one text grows with its length: the time of a kilobyte, beside that of the shortest."""
    print("one text, longer and longer; times as quick as natasha, with forms and dates, with syntax")
    print(f"{'KB':>6} {'ms':>8} {'ms a KB':>8} {'to the first':>12}  {'quicker':>16}")
    first = 0.0
    for times in GROWTH:
        document = _long(text, times)
        programs: dict[str, Callable[[], object]] = {"svod": partial(ours, document)}
        if times <= NATASHA_UP_TO:
            programs |= {name: partial(read, document.text) for name, read in peers.items()}
        best = measure(programs, max(1, ROUNDS // times))
        size = len(document.text.encode()) / 1024
        own = best.pop("svod")
        of_one = own / size
        first = first or of_one
        ratios = ", ".join(f"{seconds / own:.1f}" for seconds in best.values()) or "not tried"
        print(f"{size:>6.0f} {1000 * own:>8.1f} {1000 * of_one:>8.2f} {of_one / first:>12.2f}  {ratios:>16}")


def measure(programs: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """The seconds of the processor that each takes once, in the best of its rounds.

    They work turn by turn, so that what else the machine does falls on all alike, and for about as long, so that none
    has to find the processor's caches full of another's data more often. A round before them loads what is loaded once.
    """
    for work in programs.values():
        work()
    taken: dict[str, list[float]] = {name: [] for name in programs}
    for _ in range(rounds):
        for name, work in programs.items():
            taken[name].append(_turn(work))
    return {name: min(seconds) for name, seconds in taken.items()}


def _turn(work: Callable[[], object]) -> float:
    """How long the work takes once, of all the times that it is done in one turn."""
    started, done = time.process_time(), 0
    while done == 0 or time.process_time() - started < TURN:
        work()
        done += 1
    return (time.process_time() - started) / done


def natasha() -> Peers:
    """Natasha's words and names; with forms and dates, which Svod's task needs too; with syntax, as its README has it.
    It asks for pymorphy2, which no longer starts; pymorphy3 is its continuation."""
    sys.modules["pymorphy2"] = pymorphy3
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # one core each
    from natasha import (
        DatesExtractor,
        Doc,
        MorphVocab,
        NewsEmbedding,
        NewsMorphTagger,
        NewsNERTagger,
        NewsSyntaxParser,
        Segmenter,
    )

    embedding, segmenter, vocabulary = NewsEmbedding(), Segmenter(), MorphVocab()
    morphology, names, dates = NewsMorphTagger(embedding), NewsNERTagger(embedding), DatesExtractor(vocabulary)
    syntax = NewsSyntaxParser(embedding)

    def read(text: str) -> Doc:
        doc = Doc(text)
        doc.segment(segmenter)
        doc.tag_morph(morphology)
        doc.tag_ner(names)
        return doc

    def read_forms(text: str) -> Doc:
        doc = read(text)
        for token in doc.tokens:
            token.lemmatize(vocabulary)
        for span in doc.spans:
            span.normalize(vocabulary)
        doc.dates = list(dates(text))
        return doc

    def read_all(text: str) -> Doc:
        doc = read_forms(text)
        doc.parse_syntax(syntax)
        return doc

    return {"natasha": read, "with forms and dates": read_forms, "with syntax as well": read_all}


if __name__ == "__main__":
    main()
