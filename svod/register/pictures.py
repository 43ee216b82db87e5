"""A photo drawn anew from its pixels: nothing else of what a phone writes into a file survives that."""

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from svod.confined import Ended
from svod.reading.detect import detect
from svod.reading.errors import UnreadableSubmission
from svod.register.errors import NoPhoto
from svod.register.opening import Unopened, opener

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_BYTES = 20 * 1024 * 1024
MOST_PIXELS = 50_000_000  # 150 MB while it is drawn; phones that have more save a quarter of them
LONGEST_SIDE = 1600
QUALITY = 82
FORMATS = ("JPEG", "PNG", "WEBP")


@dataclass(frozen=True, slots=True)
class Picture:
    """A JPEG without place, time or device."""

    data: bytes
    width: int
    height: int


def redraw(data: bytes) -> Picture:
    """The picture, upright, at most LONGEST_SIDE long. Raises NoPhoto with the reason's code."""
    if len(data) > MOST_BYTES:
        raise NoPhoto(why="too_large")
    try:
        drawn = opener()(draw, data)
    except Ended as error:
        raise NoPhoto(why="damaged") from error
    if isinstance(drawn, Unopened):
        raise NoPhoto(why=drawn.code)
    return drawn


def draw(data: bytes) -> Picture | Unopened:
    """The work itself."""
    from PIL import Image, ImageOps, UnidentifiedImageError  # only where a photo came

    try:
        with Image.open(BytesIO(data), formats=FORMATS) as image:
            if image.width * image.height > MOST_PIXELS:
                return Unopened("too_large")
            image.thumbnail((LONGEST_SIDE, LONGEST_SIDE), reducing_gap=1.0)  # a large one is decoded at half its size
            ImageOps.exif_transpose(image, in_place=True)
            return _saved(_on_white(image))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return Unopened("too_large")
    except UnidentifiedImageError:
        return Unopened("heic" if _is_heic(data) else "no_picture")
    except (OSError, SyntaxError, ValueError):  # what Pillow says of a file that ends too soon or lies
        return Unopened("damaged")


def _on_white(image: "Image") -> "Image":
    """Without transparency, which a JPEG has not. To copy a photo takes about as long as to decode it."""
    from PIL import Image

    if not image.has_transparency_data:
        return image if image.mode == "RGB" else image.convert("RGB")
    over = image.convert("RGBA")
    ground = Image.new("RGB", over.size, "white")
    ground.paste(over, mask=over)
    return ground


def _saved(image: "Image") -> Picture:
    """The pixels alone: what Pillow carries along for an image it opened is left behind."""
    written = BytesIO()
    image.info = {}
    image.save(written, "JPEG", quality=QUALITY)
    return Picture(written.getvalue(), image.width, image.height)


def _is_heic(data: bytes) -> bool:
    """What iPhones save unless they are told otherwise."""
    try:
        detect(data[:64])
    except UnreadableSubmission as error:
        return error.code == "unsupported_heic"
    return False
