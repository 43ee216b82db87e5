"""The guard on made passages, beside natasha on the same passages in one process: what each finds, and how fast.

Run: `make bench`, or `python bench/guard.py [HOW_MANY]` where natasha is installed; `--alone` leaves the others
out. Where presidio-analyzer and a spaCy model are installed as well, `--presidio=MODEL` measures them in English.
`--missed` prints what was missed and what was found wrongly in that half of the passages that the guard may be tuned
on. The speed is by processor time: a busy machine does not change it much.
"""

import sys
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from extraction import natasha

sys.path.insert(0, str(Path(__file__).parents[1]))

from svod.guard import Find, find
from svod.packs import load
from tests.guard.made import LANGUAGES, Passage, passages, told
from tests.guard.scoring import Score, score

COUNT = 2000
SHOWN = 60
GROUPS = {"formed": "identifiers", "address": "addresses", "name": "private names", "official": "officials"}
Finder = Callable[[Passage], Iterable[Find]]


def main() -> None:
    numbers = [int(word) for word in sys.argv[1:] if word.isdigit()]
    count = numbers[0] if numbers else COUNT
    pack = load("sixteen_days")

    def svod(passage: Passage) -> Iterable[Find]:
        return find(passage.text, passage.language, pack)

    if "--missed" in sys.argv:
        for language in LANGUAGES:
            show_missed(score(passages(language, count, unseen=False), svod))
        return
    model = next((word.partition("=")[2] for word in sys.argv if word.startswith("--presidio=")), "")
    analyze = presidio(model) if model else None
    read = None if "--alone" in sys.argv else natasha()
    for language in LANGUAGES:
        for unseen in (False, True):
            made = list(passages(language, count, unseen=unseen))
            print(f"\n{language}, {count} passages, names and sentences {'un' if unseen else ''}seen")
            print(f"{'':<9}" + "".join(f"{title:>15}" for title in (*GROUPS.values(), "precision", "KB/s")))
            compare("svod", made, svod)
            stories = score(told(language, count // 4, unseen), lambda passage: stories_of(svod(passage)))
            print(f"  cases of violence: recall {stories.recall('story'):.4f}, precision {stories.precision:.4f}")
            if analyze and language == "en":
                compare("presidio", made, partial(by_presidio, analyze))
            if read and language == "ru":
                compare("natasha", made, partial(by_natasha, read))


def compare(name: str, made: Sequence[Passage], finder: Finder) -> None:
    started = time.process_time()
    found = [tuple(finder(passage)) for passage in made]
    speed = sum(len(passage.text.encode()) for passage in made) / 1024 / (time.process_time() - started)
    answers = iter(found)
    result = score(made, lambda _: next(answers))
    cells = [f"{result.recall(group):.4f}" for group in GROUPS]
    print(f"{name:<9}" + "".join(f"{cell:>15}" for cell in (*cells, f"{result.precision:.4f}", f"{speed:.0f}")))


def stories_of(finds: Iterable[Find]) -> Iterable[Find]:
    return [find for find in finds if find.kind == "story"]


def by_natasha(read: Callable[[str], object], passage: Passage) -> Iterable[Find]:
    """Natasha's persons. It knows no officials and no identifiers."""
    spans = read(passage.text).spans  # type: ignore[attr-defined]
    return [Find("name", span.start, span.stop, "", 1.0, "natasha") for span in spans if span.type == "PER"]


def presidio(model: str) -> Callable[..., Iterable[object]]:
    """Presidio's analyzer with that spaCy model."""
    from presidio_analyzer import AnalyzerEngine
    from presidio_analyzer.nlp_engine import NlpEngineProvider

    models = [{"lang_code": "en", "model_name": model}]
    provider = NlpEngineProvider(nlp_configuration={"nlp_engine_name": "spacy", "models": models})
    return AnalyzerEngine(nlp_engine=provider.create_engine(), supported_languages=["en"]).analyze


def by_presidio(analyze: Callable[..., Iterable[object]], passage: Passage) -> Iterable[Find]:
    """What it takes for personal data; places, nations and days alone are none here."""
    found = analyze(text=passage.text, language="en")
    kept = (one for one in found if one.entity_type not in ("LOCATION", "NRP", "DATE_TIME"))  # type: ignore[attr-defined]
    return [
        Find("name" if one.entity_type == "PERSON" else "phone", one.start, one.end, "", one.score, "presidio")
        for one in kept
    ]


def show_missed(result: Score) -> None:
    for group in GROUPS:
        print(f"{group}: recall {result.recall(group):.4f} of {result.golds[group]}")
    print(f"precision {result.precision:.4f} of {result.finds.total()}")
    for title, lines in (("missed", result.missed), ("wrong", result.wrong)):
        print(f"\n{title}: {len(lines)}")
        print("\n".join(line[:200] for line in sorted(lines)[:: 1 + len(lines) // SHOWN]))


if __name__ == "__main__":
    main()
