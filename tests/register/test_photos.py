"""Photos: drawn anew without place and device, each once, and what is none is refused with its reason."""

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import ExifTags, Image

from svod.register.errors import NoPhoto, TooManyPhotos
from svod.register.models import Photo
from svod.register.pictures import redraw
from svod.register.services import photos
from tests.world import World, make_world

PLACE, MAKER = b"Kostanay", "Secret Phone 9"


def jpeg(width: int = 2000, height: int = 1000, **more: object) -> bytes:
    """As a phone writes it: red on the left, with its maker, its place and that it was held on its side."""
    image = Image.new("RGB", (width, height), "blue")
    image.paste("red", (0, 0, width // 2, height))
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = MAKER
    exif[ExifTags.Base.Orientation] = 6
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSAreaInformation] = PLACE
    written = BytesIO()
    image.save(written, "JPEG", exif=exif, comment=PLACE, **more)
    return written.getvalue()


def saved(kind: str, image: Image.Image) -> bytes:
    written = BytesIO()
    image.save(written, kind)
    return written.getvalue()


def bomb() -> bytes:
    """A PNG of a few bytes that says it is 60,000 pixels wide and high."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 9)) + chunk(b"IEND", b"")


def test_it_works() -> None:
    sent = jpeg()
    assert PLACE in sent
    picture = redraw(sent)
    assert (picture.width, picture.height) == (800, 1600)  # upright, and no longer than that
    assert PLACE not in picture.data
    assert MAKER.encode() not in picture.data
    with Image.open(BytesIO(picture.data)) as drawn:
        assert not drawn.getexif()
        assert set(drawn.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
        red, _green, blue = drawn.getpixel((400, 100))
        assert red > 200 > 50 > blue


@pytest.mark.parametrize(
    ("kind", "mode"), [("PNG", "RGBA"), ("PNG", "P"), ("PNG", "I;16"), ("PNG", "1"), ("WEBP", "RGBA"), ("JPEG", "CMYK")]
)
def test_other_pictures(kind: str, mode: str) -> None:
    picture = redraw(saved(kind, Image.new(mode, (40, 30))))
    assert (picture.data[:3], picture.width, picture.height) == (b"\xff\xd8\xff", 40, 30)


def test_what_is_transparent_is_white() -> None:
    with Image.open(BytesIO(redraw(saved("PNG", Image.new("RGBA", (9, 9)))).data)) as drawn:
        assert drawn.getpixel((4, 4)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda: b"", "no_picture"),
        (lambda: "Отчёт".encode(), "no_picture"),
        (lambda: b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "heic"),
        (lambda: jpeg()[:4000], "damaged"),
        (lambda: saved("PNG", Image.effect_noise((300, 300), 90))[:9000], "damaged"),
        (bomb, "too_large"),
        (lambda: saved("PNG", Image.new("1", (10_000, 9_500))), "too_large"),
        (lambda: jpeg() + b"\0" * (20 * 1024 * 1024), "too_large"),
        (lambda: saved("GIF", Image.new("P", (9, 9))), "no_picture"),
    ],
)
def test_what_is_no_photo(make: Callable[[], bytes], why: str) -> None:
    with pytest.raises(NoPhoto) as refused:
        redraw(make())
    assert refused.value.details == {"why": why}


def test_each_is_kept_once(world: World) -> None:
    submission, person = world.submission(), world.people["reporter"]
    one = photos.attach(submission, jpeg(), person)
    assert photos.attach(submission, jpeg(), person) == one
    assert photos.attach(submission, jpeg(30, 20), person) != one
    with one.file.open() as kept:
        assert kept.read()[:3] == b"\xff\xd8\xff"


@pytest.mark.django_db(transaction=True)
def test_one_is_taken_out_for_good(transactional_db: None) -> None:
    world = make_world()
    person = world.people["reporter"]
    one = photos.attach(world.submission(), jpeg(), person)
    same = photos.attach(world.submission(world.rudny), jpeg(), person)
    place = Path(one.file.path)
    photos.take_out(one, person)
    assert place.exists()  # the other report has it still
    photos.take_out(same, person)
    assert not place.exists()
    assert not Photo.objects.exists()


def test_a_handful_and_no_more(world: World) -> None:
    submission, person = world.submission(), world.people["reporter"]
    for number in range(photos.MOST):
        photos.attach(submission, jpeg(20 + number, 20), person)
    with pytest.raises(TooManyPhotos):
        photos.attach(submission, jpeg(90, 20), person)
    photos.attach(submission, jpeg(20, 20), person)  # sent before
    assert Photo.objects.count() == photos.MOST
