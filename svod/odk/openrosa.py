"""What a server answers to ODK Collect and KoboCollect, in OpenRosa's XML."""

from collections.abc import Mapping
from hashlib import md5
from xml.etree.ElementTree import Element, SubElement, tostring

from svod.odk.xform import XForm

LIST = "http://openrosa.org/xforms/xformsList"
MANIFEST = "http://openrosa.org/xforms/xformsManifest"
RESPONSE = "http://openrosa.org/http/response"


def form_list(form: XForm, address: str, manifest: str = "") -> bytes:
    """The one form of a link; `manifest` where files go with it."""
    told = {
        "formID": form.id,
        "name": form.title,
        "version": form.version,
        "hash": _hash(form.xml),
        "downloadUrl": address,
        "manifestUrl": manifest,
    }
    return _written("xforms", LIST, "xform", told)


def manifest(name: str = "", data: bytes = b"", address: str = "") -> bytes:
    """The file that goes with the form, or that there is none."""
    told = {"filename": name, "hash": _hash(data), "downloadUrl": address}
    return _written("manifest", MANIFEST, "mediaFile", told if name else {})


def response(message: str, nature: str) -> bytes:
    """What Collect shows to whoever sent a form."""
    root = Element("OpenRosaResponse", {"xmlns": RESPONSE})
    SubElement(root, "message", {"nature": nature}).text = message
    return _as_bytes(root)


def _written(name: str, space: str, entry: str, told: Mapping[str, str]) -> bytes:
    root = Element(name, {"xmlns": space})
    inner = SubElement(root, entry) if told else root
    for field, value in told.items():
        if value:
            SubElement(inner, field).text = value
    return _as_bytes(root)


def _as_bytes(root: Element) -> bytes:
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _hash(data: bytes) -> str:
    """By which an app knows whether what it has is still what there is: the protocol wants MD5."""
    return f"md5:{md5(data, usedforsecurity=False).hexdigest()}"
