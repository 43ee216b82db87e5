"""Reports to hand in while things are broken, and what became of each: for tools/crash-inbox and tools/two-machines."""

import hashlib
import random
from collections import Counter

BAD = (
    "not answered",
    "lost",
    "submission twice",
    "file differs",
    "not read",
    "read twice",
    "activities doubled",
    "activities missing",
    "orphans",
)


def files_of(round_number: int, number: int, chance: random.Random) -> dict[str, bytes]:
    """Small reports, each with its own activity; every tenth is long enough to be sent in pieces."""
    files = {}
    for one in range(number):
        day, people = chance.randint(25, 30), chance.randint(5, 400)
        text = (
            f"Отчёт первичной организации № {round_number}-{one}.\n\n"
            f"{day} ноября 2025 года проведён круглый стол «Голос {round_number}-{one}» с участием {people} учащихся.\n"
        )
        if one % 10 == 9:
            text += "Приложение: список литературы для чтения дома.\n" * 2500
        files[f"отчёт-{round_number}-{one}.txt"] = text.encode()
    return files


def found_wrong(files: dict[str, bytes], answered: dict[str, str]) -> Counter:
    from svod.extraction import extract
    from svod.records import Document
    from svod.register.models import Activity, Submission

    wrong = Counter()
    for name, data in files.items():
        rows = list(Submission.objects.filter(name=name))
        if answered.get(name) != "received":
            wrong["not answered"] += 1
        if not rows:
            wrong["lost"] += 1
            continue
        wrong["submission twice"] += len(rows) - 1
        row = rows[0]
        with row.file.open() as kept:
            wrong["file differs"] += hashlib.sha256(kept.read()).digest() != hashlib.sha256(data).digest()
        documents = list(row.documents.all())
        wrong["not read"] += row.state != "read"
        wrong["read twice"] += max(0, len(documents) - 1)
        if documents:
            text = documents[0].text
            expected = len(extract(Document("", text, "", "txt", year=2025), row.campaign.pack).activities)
            found = Activity.objects.filter(document__submission=row).count()
            wrong["activities doubled"] += max(0, found - expected)
            wrong["activities missing"] += max(0, expected - found)
    return +wrong
