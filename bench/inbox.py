"""From drop to review: 200 one-page DOCX files handed in over HTTP to a `svod serve` of its own, until each is read.

python bench/inbox.py [FILES]
"""

import io
import sys
import tempfile
import time
from pathlib import Path

import docx

sys.path.insert(0, str(Path(__file__).parents[1] / "tools"))

from handing_in import Client, Service, make_world, upload

PARAGRAPH = (
    "{day} ноября 2025 года в школе № {one} проведён круглый стол «Голос {one}» с участием {people} учащихся и "
    "родителей. Обсудили, куда обратиться за помощью, раздали листовки с телефоном доверия, показали выставку рисунков."
)


def page(one: int) -> bytes:
    """About one printed page: eight paragraphs, one activity each."""
    document = docx.Document()
    document.add_heading(f"Отчёт первичной организации № {one}")
    for paragraph in range(8):
        document.add_paragraph(PARAGRAPH.format(day=23 + paragraph, one=one * 8 + paragraph, people=20 + one))
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def main() -> None:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    files = {f"отчёт {one}.docx": page(one) for one in range(number)}
    with tempfile.TemporaryDirectory(prefix="svod-bench-", ignore_cleanup_errors=True) as data:
        service = Service(data)
        client = Client(service.port, *make_world(data))
        service.start()
        client.sign_in()
        time.sleep(5)  # the readers have learnt the words
        measure(client, files)
        service.end()


def measure(client: Client, files: dict[str, bytes]) -> None:
    from svod.register.models import Activity, Submission

    begun, answered = time.monotonic(), {}
    upload(client, files, answered, together=20)
    received = time.monotonic() - begun
    while (done := Submission.objects.filter(state="read").count()) < len(files):
        time.sleep(0.1)
    read = time.monotonic() - begun
    drafts = Activity.objects.count()
    print(f"{len(files)} files: received after {received:.1f} s, {done} read after {read:.1f} s, {drafts} drafts")


if __name__ == "__main__":
    main()
