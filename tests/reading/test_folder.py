"""What is read below a folder, and what is left alone."""

from pathlib import Path

from svod.reading import submissions


def test_submissions_are_sorted_and_clutter_is_left_out(tmp_path: Path) -> None:
    folder, outside = tmp_path / "folder", tmp_path / "outside"
    for place in (folder / "б", folder / ".git", outside):
        place.mkdir(parents=True)
    kept = [folder / "а.docx", folder / "б" / "в.txt"]
    clutter = [folder / name for name in (".DS_Store", "~$а.docx", "Thumbs.db", ".git/config")]
    for path in (*kept, *clutter, outside / "x.txt"):
        path.write_text("Урок.", encoding="utf-8")
    (folder / "link").symlink_to(outside)
    (folder / "link.txt").symlink_to(outside / "x.txt")
    (folder / "round").symlink_to(folder)
    assert submissions(folder) == kept
