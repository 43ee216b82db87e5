"""From the key that confirms a draft to the next one on screen, in Chromium, beside a bare page that moves its focus.

python bench/review.py [DRAFTS]

One submission of 40 drafts, handed in to a `svod serve` of its own; all but ten are confirmed by keyboard.
"""

import shutil
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1] / "tools"))

from handing_in import Client, Service, make_world

HELD = "{day} ноября 2025 года в школе № {n} состоялся круглый стол «Голос {n}», участвовали {many} учащихся.\n"
# From the key to the frame after the focus has moved to another card.
MEASURE = """() => {
  window.times = [];
  const done = (time) => { document.body.dataset.moved = window.times.push(time); };
  document.addEventListener("keydown", () => {
    const from = performance.now(), card = document.querySelector(".draft-card.current");
    const look = () => {
      const now = document.querySelector(".draft-card.current");
      if (now && now !== card && now.contains(document.activeElement)) {
        requestAnimationFrame(() => done(performance.now() - from));
      } else requestAnimationFrame(look);
    };
    look();
  }, true);
}"""
BARE = """<title>bare</title><body><div class="draft-card current" tabindex="0"></div>"""
MOVE = """() => document.addEventListener("keydown", () => {
  const card = document.querySelector(".draft-card"), next = card.cloneNode();
  card.replaceWith(next);
  next.focus();
})"""


def main() -> None:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    with tempfile.TemporaryDirectory(prefix="svod-bench-", ignore_cleanup_errors=True) as data:
        service = Service(data)
        client = Client(service.port, *make_world(data))
        let_review()
        service.start()
        client.sign_in()
        address = submission(client, number)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            page = browser.new_page()
            page.set_content(BARE)
            page.evaluate(MEASURE)
            page.evaluate(MOVE)
            floor = median(keys(page, number - 10))
            host = f"http://127.0.0.1:{service.port}"
            page.context.add_cookies([{"name": n, "value": v, "url": host} for n, v in client.cookies.items()])
            page.goto(host + address)
            page.evaluate(MEASURE)
            times = keys(page, number - 10)
            browser.close()
        service.end()
    print(f"key to next draft, {number} drafts: median {median(times):.0f} ms, longest {max(times):.0f} ms;", end=" ")
    print(f"{median(times) / floor:.1f} times a bare page that moves its focus ({floor:.1f} ms)")


def let_review() -> None:
    """Whoever hands in may review as well."""
    from svod.register.models import Role, RoleAt

    RoleAt.objects.update(role=Role.COORDINATOR)


def submission(client: Client, number: int) -> str:
    """The address of a submission of that many drafts, once it has been read."""
    from svod.register.models import Submission

    text = "".join(HELD.format(day=1 + n % 28, n=n, many=20 + n) for n in range(1, number + 1))
    client.hand_in([("отчёт.txt", text.encode())])
    while not (read := Submission.objects.filter(state=Submission.State.READ).first()):
        time.sleep(0.1)
    return f"/c/{read.campaign.slug}/submissions/{read.pk}/"


def keys(page: Page, number: int) -> list[float]:
    for one in range(1, number + 1):
        page.keyboard.press("c")
        page.wait_for_selector(f'body[data-moved="{one}"]')
    return page.evaluate("window.times")


if __name__ == "__main__":
    main()
