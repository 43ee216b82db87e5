"""Exports as KoboToolbox and ODK Central write them, made of the same answers."""

import csv
from collections.abc import Iterable, Sequence
from io import BytesIO, StringIO
from zipfile import ZipFile

import xlsxwriter

UUID = "0b1c9d3e-5a0a-4c7e-9d0a-2f6f1f3f8a11"
OTHER = "7f0e4b51-9a57-4f64-8d27-5f6a7f6e2c90"
NAMES = ("kind", "title", "first_day", "people_said", "people", "audience", "photo")


def workbook(*sheets: tuple[str, Iterable[Sequence[object]]]) -> bytes:
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        for name, rows in sheets:
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return out.getvalue()


def kobo_names() -> bytes:
    """XML values and headers, groups in the headers, choices both together and apart."""
    main = (
        ("organisation", "held", "reason", "_id", "_uuid", "_submission_time", "_index"),
        ("{school}", "yes", "", 101, UUID, "2025-12-01T10:00:00", 1),
        ("{school}", "no", "карантин", 102, OTHER, "2025-12-02T10:00:00", 2),
    )
    repeat = (
        (
            *(f"activities/{name}" for name in NAMES),
            "activities/audience/pupils",
            "activities/audience/parents",
            "_index",
            "_parent_table_name",
            "_parent_index",
            "_submission__uuid",
        ),
        (
            "round_table",
            "Семья без страха",
            "2025-11-28",
            "about",
            45,
            "pupils parents",
            "1.jpg",
            1,
            1,
            1,
            "m",
            1,
            UUID,
        ),
        ("training", "", "2025-11-29", "", "", "", "", 0, 0, 2, "m", 1, UUID),
    )
    return workbook(("16 дней против насилия 2025", main), ("activities", repeat))


def kobo_labels(language: str = "ru") -> bytes:
    """Labels for headers and values, each choice in a column of its own; no groups."""
    from svod.odk.words import said
    from svod.packs import load

    label = {name: words[language] for name, words in said()["questions"].items()}
    pack = load("sixteen_days")
    kind = {one.code: one.names[language] for one in pack.kinds}
    who = {one.code: one.names[language] for one in pack.audiences}
    choice = said()["choices"]
    main = (
        (label["organisation"], label["held"], label["reason"], "_id", "_uuid", "_index"),
        ("Школа № 7", choice["held"]["yes"][language], "", 101, UUID, 1),
        ("Школа № 7", choice["held"]["no"][language], "карантин", 102, OTHER, 2),
    )
    said_about = choice["people_said"]["about"][language]
    repeat = (
        (
            *(label[name] for name in NAMES if name != "audience"),
            f"{label['audience']}/{who['pupils']}",
            f"{label['audience']}/{who['parents']}",
            "_parent_index",
        ),
        (kind["round_table"], "Семья без страха", "2025-11-28", said_about, 45, "1.jpg", 1, 1, 1),
        (kind["training"], "", "2025-11-29", "", "", "", 0, 0, 1),
    )
    return workbook(("Отчёт", main), ("activities", repeat))


def central(photo: bytes = b"") -> bytes:
    """A ZIP: the form's CSV, the repeat's beside it, what was attached in media/."""
    main = (
        ("SubmissionDate", "organisation", "held", "reason", "meta-instanceID", "KEY", "SubmitterName"),
        ("2025-12-01T10:00:00.000Z", "{school}", "yes", "", f"uuid:{UUID}", f"uuid:{UUID}", "a"),
        ("2025-12-02T10:00:00.000Z", "{school}", "no", "карантин", f"uuid:{OTHER}", f"uuid:{OTHER}", "a"),
    )
    repeat = (
        (*NAMES, "PARENT_KEY", "KEY"),
        (
            *("round_table", "Семья без страха", "2025-11-28", "about", 45, "pupils parents", "1.jpg"),
            *(f"uuid:{UUID}", f"uuid:{UUID}/activities[1]"),
        ),
        ("training", "", "2025-11-29", "", "", "", "", f"uuid:{UUID}", f"uuid:{UUID}/activities[2]"),
    )
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr("svod_sixteen_days_2025.csv", as_csv(main))
        archive.writestr("svod_sixteen_days_2025-activities.csv", as_csv(repeat))
        if photo:
            archive.writestr("media/1.jpg", photo)
    return out.getvalue()


def ona() -> bytes:
    """One CSV with semicolons and a repeat beside the others."""
    head = (
        "held",
        "activities[1]/kind",
        "activities[1]/people_said",
        "activities[1]/people",
        "activities[2]/kind",
        "_uuid",
    )
    return as_csv((head, ("yes", "round_table", "about", 45, "training", UUID)), ";")


def as_csv(rows: Iterable[Sequence[object]], separator: str = ",") -> bytes:
    out = StringIO()
    csv.writer(out, delimiter=separator, quoting=csv.QUOTE_ALL).writerows(rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode()
