"""`svod xlsform`: the campaign's form for ODK and KoboToolbox."""

from datetime import date
from pathlib import Path

import click

from svod.cli import options
from svod.packs import Pack


@click.command(short_help="Write the campaign's form for ODK and KoboToolbox.")
@click.option("-o", "--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="Where to write.")
@click.option(
    "--as",
    "form",
    type=click.Choice(["xlsform", "xform"]),
    default="xlsform",
    show_default=True,
    help="The workbook that servers take, or the XML that apps fetch from them.",
)
@click.option(
    "--organisations",
    is_flag=True,
    help="Ask which organisation reports; organisations.csv goes with the form: name, label, region, district.",
)
@options.campaign
@options.year
def xlsform(out: Path, form: str, organisations: bool, pack: Pack, year: int | None) -> None:
    """Write the campaign's form, in Russian, Kazakh and English.

    KoboToolbox, ODK Central and all that know XLSForm take the workbook. What they export comes back by the inbox of
    the application, or by `svod extract`.
    """
    from svod.odk.xform import xform
    from svod.odk.xlsform import xlsform as workbook

    year = year or date.today().year
    is_workbook = form == "xlsform"
    out.write_bytes(
        workbook(pack, year, whose=organisations) if is_workbook else xform(pack, year, whose=organisations).xml
    )
