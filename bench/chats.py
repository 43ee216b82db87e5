"""A WhatsApp chat of 10,000 messages in Russian and Kazakh, and a second export that overlaps: what each takes, and
what is drafted twice, beside a plain reading of the same two files.

python bench/chats.py [MESSAGES]
"""

import random
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tools"))

from handing_in import make_world

PEOPLE = [f"Участник {number}" for number in range(40)]
TALK = (
    "Спасибо!",
    "Рахмет!",
    "Принято",
    "Жарайды",
    "Коллеги, жду отчёты",
    "Есептерді күтеміз",
    "Фото пришлите, пожалуйста",
)
LONG_TALK = (
    "Уважаемые коллеги, напоминаю о сроках, вопрос {n}.",
    "Құрметті әріптестер, {n} сұрақ бойынша хабарласыңыздар.",
)
TOLD = (
    "В школе № {n} прошёл круглый стол «Дом без страха», участвовали {many} учащихся и родителей.",
    "{n} мектепте «Зорлықсыз болашақ» тақырыбында дөңгелек үстел өтті, {many} оқушы қатысты.",
    "Провели тренинг для педагогов колледжа № {n}, присутствовало {many} человек, раздали буклеты.",
    "№ {n} балабақшада ата-аналарға семинар ұйымдастырылды, {many} адам қамтылды.",
)
OVERLAP = 0.8  # of the second export
CHANGED, DELETED = 30, 30

Sent = tuple[datetime, str, str]


def chat(number: int) -> list[Sent]:
    """Four of ten messages tell an activity, each with a number of its own; the others are talk."""
    chance, moment = random.Random(number), datetime(2025, 11, 25, 8, 0)
    sent = []
    for n in range(number):
        moment += timedelta(seconds=chance.randint(20, 200))
        kind = chance.random()
        shape = chance.choice(TOLD if kind < 0.4 else LONG_TALK if kind < 0.7 else TALK)
        sent.append((moment, chance.choice(PEOPLE), shape.format(n=n + 1000, many=chance.randint(15, 90))))
    return sent


def android(sent: Iterable[Sent]) -> bytes:
    return "".join(f"{when:%d.%m.%Y, %H:%M} - {who}: {what}\n" for when, who, what in sent).encode()


def iphone(sent: Iterable[Sent]) -> bytes:
    """Of another member, who knows the others by their numbers."""
    numbers = {who: f"+7 701 000 00 {place:02}" for place, who in enumerate(PEOPLE)}
    return "".join(f"[{when:%d.%m.%y, %H:%M:%S}] {numbers[who]}: {what}\n" for when, who, what in sent).encode()


def changed_since(sent: Sequence[Sent], until: int) -> list[Sent]:
    """Some of what was told before is told otherwise now, some is deleted."""
    chance, now = random.Random(1), list(sent)
    told = [place for place, one in enumerate(now[:until]) if "№" in one[2] or "мектепте" in one[2]]
    for number, place in enumerate(chance.sample(told, CHANGED + DELETED)):
        when, who, what = now[place]
        new = "Данное сообщение удалено" if number < DELETED else f"{what} Дополнили список. <Сообщение изменено>"
        now[place] = (when, who, new)
    return now


def main() -> None:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    all_ = chat(round(number * (2 - OVERLAP)))
    again = all_[-number:]
    overlapping = round(number * OVERLAP)
    files = {
        "chat of an Android phone": android(all_[:number]),
        "later, of another member's iPhone": iphone(changed_since(again, overlapping)),
    }
    with tempfile.TemporaryDirectory(prefix="svod-bench-", ignore_cleanup_errors=True) as data:
        make_world(data)
        print(f"{number} messages each, {overlapping} of them in both; {CHANGED} changed since, {DELETED} deleted")
        plain(files)
        handed_in(files)


def plain(files: dict[str, bytes]) -> None:
    """Read and extracted, each by itself."""
    from svod.extraction import extract
    from svod.packs import load
    from svod.reading import read_path

    pack, found = load("sixteen_days"), []
    with tempfile.TemporaryDirectory() as folder:
        for name, data in files.items():
            path = Path(folder, "chat.txt")
            path.write_bytes(data)
            begun = time.perf_counter()
            (document,) = read_path(path, Path(folder))
            reading = extract(replace(document, year=2025), pack)
            taken = time.perf_counter() - begun
            found.append({document.quote(one.evidence) for one in reading.activities})
            print(f"  plain reading, {name}: {taken:.2f} s, {len(reading.activities)} drafts")
    print(f"  plain reading: {len(found[0] & found[1])} drafts twice")


def handed_in(files: dict[str, bytes]) -> None:
    """As submissions of one organisation."""
    from svod.register.models import Activity, Campaign, Organisation, Submission
    from svod.register.services.read import read
    from svod.register.services.submit import submit

    campaign, organisation = Campaign.objects.get(), Organisation.objects.last()
    found = []
    for name, data in files.items():
        submission = submit(BytesIO(data), f"{name}.txt", campaign, organisation, None)
        begun = time.perf_counter()
        read(submission)
        taken = time.perf_counter() - begun
        submission.refresh_from_db()
        document = submission.documents.get()
        rows = Activity.objects.filter(document=document).values_list("start", "end")
        changed = document.known.get("changed", ())
        fresh = [(start, end) for start, end in rows if not any(one <= start < other for one, other, *_ in changed)]
        found.append({document.text[start:end] for start, end in fresh})
        told = ", ".join(f"{one.code} {dict(one.details)['count']}" for one in submission.trouble)
        drafts = f"{len(rows)} drafts, {len(fresh)} not of changed messages"
        print(f"  in the register, {name}: {taken:.2f} s, {drafts}; {told}")
    twice, submissions = len(found[0] & found[1]), Submission.objects.count()
    print(f"  in the register: {twice} drafts twice, but for changed messages; {submissions} submissions")


if __name__ == "__main__":
    main()
