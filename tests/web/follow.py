"""Follow every number of a page to what it counts."""

from dataclasses import dataclass
from urllib.parse import urljoin

from django.test import Client
from lxml import html


@dataclass(frozen=True)
class Followed:
    """A number of a page, and the one that stands where it leads."""

    address: str
    counts: str
    shown: str
    found: str


def page(client: Client, address: str) -> html.HtmlElement:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return html.fromstring(answer.content.decode())


def follow_all(client: Client, address: str, counts: str = "") -> list[Followed]:
    """Each link that says what it counts; only those that count that, where it is given."""
    found, pages = [], {}
    wanted = f"[@data-follows='{counts}']" if counts else "[@data-follows]"
    for link in page(client, address).xpath(f"//a{wanted}"):
        to, what = urljoin(address, link.get("href")), link.get("data-follows")
        if to not in pages:
            pages[to] = page(client, to)
        (number,) = pages[to].xpath(f"//*[@data-counts='{what}']") or [None]
        found.append(Followed(to, what, text(link), text(number) if number is not None else "no such number there"))
    return found


def text(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())
