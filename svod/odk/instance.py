"""A filled-in form as OpenRosa sends it: an XML instance, read into answers and written from them."""

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element, ParseError, SubElement, tostring  # it writes; defusedxml reads

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from svod.odk.answers import Answers, NoAnswers, Values
from svod.odk.questions import EACH, IN_ACTIVITY, ONCE

MOST_BYTES = 1024 * 1024
LONGEST = 2000  # characters of an answer
MOST_ACTIVITIES = 500
META = "http://openrosa.org/xforms"


def read_instance(data: bytes, form: str = "") -> Answers:
    """`form`: only those of the form with this id, in whatever version of it.

    Raises NoAnswers: too_large, no_xml, encrypted, without_instance, another_form.
    """
    if len(data) > MOST_BYTES:
        raise NoAnswers("too_large")
    try:
        root = fromstring(data)
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise NoAnswers("no_xml") from error
    if root.get("encrypted") == "yes":
        raise NoAnswers("encrypted")
    instance = _instance_of(root)
    if not instance:
        raise NoAnswers("without_instance")
    activities = [_values(one, EACH) for one in _children(root, IN_ACTIVITY)]
    if len(activities) > MOST_ACTIVITIES:
        raise NoAnswers("too_large")
    answers = Answers(instance, _values(root, ONCE), tuple(one for one in activities if one))
    if "held" not in answers.once or (form and root.get("id") != form):
        raise NoAnswers("another_form")
    return answers


def write_instance(answers: Answers, form: str) -> bytes:
    """The same answers give the same bytes."""
    root = Element("data", {"id": form})
    _write(root, answers.once, ONCE)
    for one in answers.activities:
        _write(SubElement(root, IN_ACTIVITY), one, EACH)
    SubElement(SubElement(root, "meta"), "instanceID").text = answers.instance
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def instance_key(said: str) -> str:
    """ "uuid:8d6c…" and "8D6C…" are one: KoboToolbox exports it without the scheme."""
    return said.strip().removeprefix("uuid:").lower()[:200]


def _instance_of(root: Element) -> str:
    """In the OpenRosa namespace or in none; very old programs have it as an attribute."""
    for meta in _children(root, "meta"):
        for one in _children(meta, "instanceID"):
            return instance_key(one.text or "")
    return instance_key(root.get("instanceID", ""))


def _values(of: Element, names: Iterable[str]) -> Values:
    said = {_local(one): " ".join((one.text or "").split())[:LONGEST] for one in of if not len(one)}
    return {name: said[name] for name in names if said.get(name)}


def _write(into: Element, values: Values, names: Iterable[str]) -> None:
    for name in names:
        if name in values:
            SubElement(into, name).text = values[name]


def _children(of: Element, name: str) -> Iterator[Element]:
    return (one for one in of if _local(one) == name)


def _local(of: Element) -> str:
    """A comment has no name."""
    return of.tag.rpartition("}")[2] if isinstance(of.tag, str) else ""
