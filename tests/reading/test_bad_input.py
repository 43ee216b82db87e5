"""Every kind of bad input is named with its reason and what to do, and harms nothing."""

import os
import tempfile
import zipfile
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pytest

from svod.reading import Limits, message, read_path
from svod.records import Document, Problem
from tests.reading.test_docx import repacked
from tests.reading.test_kinds import FILES

SMALL = Limits(file_bytes=1 << 20, unpacked_bytes=1 << 20, members=20)


def problems(path: Path, limits: Limits = SMALL) -> list[tuple[str, str]]:
    """Severity and code of each problem; each has its sentence in every language."""
    found = [outcome for outcome in read_path(path, path.parent, limits) if isinstance(outcome, Problem)]
    assert all(message(problem, language) for problem in found for language in ("ru", "kk", "en"))
    return [(problem.severity, problem.code) for problem in found]


def texts(path: Path) -> list[str]:
    return [outcome.text for outcome in read_path(path) if isinstance(outcome, Document)]


def word_file(path: Path, text: str = "Урок доброты.") -> Path:
    made = docx.Document()
    made.add_paragraph(text)
    made.save(path)
    return path


def archive(path: Path, **members: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return path


def written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("content", [b"", b" \r\n\t", bytes(4096)])
def test_empty(tmp_path: Path, content: bytes) -> None:
    assert problems(written(tmp_path / "a.docx", content)) == [("unreadable", "empty")]


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_truncated(tmp_path: Path, share: float) -> None:
    whole = word_file(tmp_path / "whole.docx").read_bytes()
    zipped = archive(tmp_path / "whole.zip", **{"a.docx": whole}).read_bytes()
    printed = (FILES / "report.pdf").read_bytes()
    for name, content in (("a.docx", whole), ("a.zip", zipped), ("a.doc", (FILES / "report.doc").read_bytes())):
        cut = written(tmp_path / name, content[: int(len(content) * share)])
        assert problems(cut) == [("unreadable", "damaged")], name
    cut = written(tmp_path / "a.pdf", printed[: int(len(printed) * share)])
    assert {code for _, code in problems(cut)} <= {"damaged", "no_text", "needs_ocr"}


@pytest.mark.parametrize("name", ["locked.pdf", "locked.doc", "locked.odt"])
def test_encrypted(name: str) -> None:
    assert problems(FILES / name) == [("unreadable", "encrypted")]


def test_encrypted_docx(tmp_path: Path) -> None:
    """Word puts an encrypted document into the old container, under these names."""
    names = "".join(name.ljust(32, "\0") for name in ("Root Entry", "EncryptionInfo", "EncryptedPackage"))
    container = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + names.encode("utf-16-le") + os.urandom(2048)
    assert problems(written(tmp_path / "a.docx", container)) == [("unreadable", "encrypted")]


def test_encrypted_zip() -> None:
    assert problems(FILES / "locked.zip") == [("unreadable", "encrypted_archive")]


def test_wrong_extension_is_read_by_what_it_is(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx").rename(tmp_path / "a.pdf")
    assert problems(path) == [("warning", "wrong_extension")]
    assert texts(path) == ["Урок доброты."]


def test_zip_bomb_by_its_ratio(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.zip", **{"a.txt": b"a" * (3 << 20)})
    assert problems(path, Limits()) == [("unreadable", "archive_bomb")]


def test_zip_bomb_nested(tmp_path: Path) -> None:
    content = os.urandom(300_000).hex().encode()
    inner = BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("a.txt", content)
    path = archive(tmp_path / "a.zip", **{f"{number}.zip": inner.getvalue() for number in range(3)})
    limits = Limits(unpacked_bytes=1_500_000)
    assert ("unreadable", "archive_too_large") in problems(path, limits)
    assert len(problems(path, limits)) <= 3


def test_zip_that_lies_about_its_sizes(tmp_path: Path) -> None:
    content = archive(tmp_path / "a.zip", **{"a.txt": b"a" * (2 << 20)}).read_bytes()
    size = (2 << 20).to_bytes(4, "little")
    assert content.count(size) == 2
    assert problems(written(tmp_path / "b.zip", content.replace(size, (9).to_bytes(4, "little")))) == [
        ("unreadable", "damaged")
    ]


def test_zip_bomb_dressed_as_docx(tmp_path: Path) -> None:
    plain = word_file(tmp_path / "plain.docx")
    path = repacked(plain, tmp_path / "a.docx", lambda _, content: content, **{"word/x.xml": b" " * (3 << 20)})
    assert problems(path, Limits()) == [("unreadable", "archive_bomb")]


def test_too_many_members_and_too_deep(tmp_path: Path) -> None:
    many = archive(tmp_path / "many.zip", **{f"{number}.txt": b"a" for number in range(30)})
    assert problems(many) == [("unreadable", "archive_too_many")]
    content, name = "Урок.".encode(), "a.txt"
    for depth in range(5):
        path = archive(tmp_path / f"{depth}.zip", **{name: content})
        content, name = path.read_bytes(), path.name
    assert problems(path) == [("unreadable", "archive_too_deep")]
    assert problems(tmp_path / "2.zip") == []


@pytest.mark.parametrize("name", ["../../outside.txt", "/etc/outside.txt", "C:\\outside.txt", "..\\outside.txt"])
def test_path_traversal(tmp_path: Path, name: str) -> None:
    path = archive(tmp_path / "a.zip", **{name: "Урок.".encode(), "b.txt": "Лекция.".encode()})
    assert problems(path) == [("unreadable", "unsafe_path")]
    assert texts(path) == ["Лекция."]


def test_200_megabytes_are_refused_by_their_size(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with path.open("wb") as stream:
        stream.truncate(200 << 20)
    assert problems(path, Limits()) == [("unreadable", "too_large")]


NEIGHBOUR = "слова соседнего файла"


def entities(tmp_path: Path) -> tuple[str, str]:
    """A declaration that reads another file, and one that grows: "billion laughs"."""
    secret = written(tmp_path / "secret", NEIGHBOUR.encode())
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return (
        f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>',
        f'<!DOCTYPE x [<!ENTITY l0 "ха">{laughs}<!ENTITY e "&l9;">]>',
    )


@pytest.mark.parametrize("which", [0, 1])
@pytest.mark.parametrize("ending", ["docx", "odt", "xlsx"])
def test_entities_in_office_files_are_refused(tmp_path: Path, ending: str, which: int) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Урок"])
    book.save(tmp_path / "plain.xlsx")
    word_file(tmp_path / "plain.docx", "Урок")
    source = FILES / "report.odt" if ending == "odt" else tmp_path / f"plain.{ending}"
    declaration = entities(tmp_path)[which].encode()

    def change(name: str, content: bytes) -> bytes:
        if name not in ("word/document.xml", "content.xml", "xl/worksheets/sheet1.xml"):
            return content
        head, mark, rest = content.rpartition(b"?>")
        return head + mark + declaration + rest

    path = repacked(source, tmp_path / f"a.{ending}", change)
    assert problems(path) == [("unreadable", "unsafe_xml")]


@pytest.mark.parametrize("which", [0, 1])
def test_entities_in_html_and_svg_are_harmless(tmp_path: Path, which: int) -> None:
    declaration = entities(tmp_path)[which]
    page = written(tmp_path / "a.html", f"{declaration.replace('x', 'html', 1)}<html><p>Урок &e;</p></html>".encode())
    assert all(NEIGHBOUR not in text and len(text) < 200 for text in texts(page))
    drawing = f"<?xml version='1.0'?>{declaration.replace(' x ', ' svg ', 1)}<svg><text>&e;</text></svg>"
    picture = written(tmp_path / "a.svg", drawing.encode())
    assert problems(picture) == [("unreadable", "unsupported_picture")]


def test_no_text_in_it(tmp_path: Path) -> None:
    assert problems(word_file(tmp_path / "a.docx", "…")) == [("unreadable", "no_text")]
    assert problems(archive(tmp_path / "a.zip")) == [("unreadable", "empty_archive")]


@pytest.mark.parametrize(
    ("head", "code"),
    [
        (bytes(range(256)), "unknown_format"),
        (b"Rar!\x1a\x07\0", "unsupported_archive"),
        (b"\0\0\0\x18ftypheic", "unsupported_heic"),
        (b"OggS\0", "unsupported_media"),
        (b"GIF89a", "unsupported_picture"),
    ],
)
def test_formats_that_are_not_read_are_named(tmp_path: Path, head: bytes, code: str) -> None:
    assert problems(written(tmp_path / "a", head + bytes(range(256)))) == [("unreadable", code)]


def test_outlook_letter_is_named(tmp_path: Path) -> None:
    stream = "__properties_version1.0".encode("utf-16-le")
    content = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + stream + "WordDocument".encode("utf-16-le")
    assert problems(written(tmp_path / "a.msg", content)) == [("unreadable", "unsupported_msg")]


def test_what_is_not_there_or_not_a_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert problems(tmp_path / "pipe") == [("unreadable", "not_a_file")]
    assert problems(tmp_path / "none.docx") == [("unreadable", "cannot_open")]


def test_nothing_is_left_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    monkeypatch.setenv("HOME", str(temporary))
    path = archive(tmp_path / "a.zip", **{"a.odt": (FILES / "report.odt").read_bytes()})
    assert texts(path)
    assert list(temporary.iterdir()) == []
