"""The parts of a DOCX file that hold text, opened by python-docx and looked up by their relationships."""

from io import BytesIO
from typing import Any

from svod.reading.errors import Damaged


class Package:
    """An opened file. Raises Damaged where it is not one that Word would open.

    Relationships are told by the end of their names: strict files begin them otherwise, and files with macros give
    the same part another content type, which python-docx alone would refuse.
    """

    def __init__(self, data: bytes) -> None:
        from docx.opc.exceptions import PackageNotFoundError
        from docx.opc.package import OpcPackage

        try:
            package = OpcPackage.open(BytesIO(data))
        except (PackageNotFoundError, KeyError, ValueError, SyntaxError) as error:  # lxml's errors are SyntaxErrors
            raise Damaged from error
        main = _first(package.rels, "officeDocument")
        if main is None:
            raise Damaged
        self._main: Any = main
        self.document: Any = _root(main)

    def part(self, name: str) -> Any | None:
        """The root of the part that relates to the document as "styles", "numbering", "footnotes"…, or None."""
        return _root(_first(self._main.rels, name))

    def by_id(self, relation: str) -> Any | None:
        """The root of the part with that relationship id, or None."""
        found = self._main.rels.get(relation)
        return None if found is None or found.is_external else _root(found.target_part)

    @property
    def has_macros(self) -> bool:
        return _first(self._main.rels, "vbaProject") is not None


def _first(relations: Any, name: str) -> Any | None:
    inner = (relation for relation in relations.values() if not relation.is_external)
    return next((relation.target_part for relation in inner if relation.reltype.endswith("/" + name)), None)


def _root(part: Any | None) -> Any | None:
    """The root element of a part: as python-docx parsed it, or by its parser, which loads no entities."""
    from docx.oxml.parser import parse_xml

    if part is None:
        return None
    element = getattr(part, "element", None)
    try:
        return parse_xml(part.blob) if element is None else element
    except SyntaxError as error:
        raise Damaged from error
