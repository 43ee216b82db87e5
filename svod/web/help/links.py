"""Where a link of the guide leads. In the files it names another file, as on GitHub; in the application, an address."""

from posixpath import normpath
from struct import unpack

from django.templatetags.static import static
from django.urls import reverse

from svod.web.help.place import DOCS


def address(link: str, folder: str) -> str:
    """Of a link in a page of that folder below docs: "review.md#merge" in "guide/ru" is /help/ru/review/#merge.

    "" where it leads to a file of the sources that the application does not show.
    """
    path, mark, anchor = link.partition("#")
    if not path or path.startswith(("/", "http")):
        return link
    place = normpath(f"{folder}/{path}")
    if place.startswith("..") or not place.endswith(".md"):
        return ""
    *book, name = place.removesuffix(".md").split("/")
    page = reverse("help_page", args=(book[-1], name)) if book else reverse("help_reference", args=(name,))
    return page + mark + anchor


def picture(source: str, folder: str) -> tuple[str, int, int]:
    """Its address, width and height: the page keeps its place, so that nothing moves when it comes."""
    place = normpath(f"{folder}/{source}")
    head = (DOCS / place).read_bytes()[:24]
    return (static(place), *unpack(">II", head[16:]))
