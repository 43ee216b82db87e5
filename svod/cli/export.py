"""`svod export`: a consolidation's figures as other systems take them."""

from datetime import datetime
from pathlib import Path

import click

from svod.cli import options
from svod.packs import Pack

FORMS = ("hxl", "3w", "3w-csv", "activityinfo", "dhis2", "dhis2-xml", "dhis2-metadata", "iati")


@click.command(short_help="Write a consolidation's figures for other systems.")
@click.argument("folder", type=click.Path(exists=True, path_type=Path))
@click.option("--as", "form", type=click.Choice(FORMS), required=True, help="For which system.")
@click.option("-o", "--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="Where to write.")
@click.option("--lang", "language", type=click.Choice(["ru", "kk", "en"]), default="ru", show_default=True)
@click.option("--identifier", metavar="ID", help="For IATI: the organisation's own, as registered there.")
@options.campaign
def export(folder: Path, form: str, out: Path, language: str, identifier: str | None, pack: Pack) -> None:
    """Write the figures of FOLDER, which `svod consolidate` wrote, for another system.

    HXL and 3W are tables; ActivityInfo imports its table; DHIS2 takes data values and, before them, what their codes
    mean; IATI is XML. What leads to a private person is masked as in all that leaves the organisation.
    """
    from svod.publishing.earlier import read_earlier
    from svod.publishing.earlier_totals import UnreadableEarlier
    from svod.standards.formats import FORMATS
    from svod.standards.iati import iati
    from svod.standards.of_register import figures_of_register

    try:
        register = read_earlier(folder, pack)
    except (UnreadableEarlier, OSError) as error:
        raise click.UsageError(str(error)) from None
    figures = figures_of_register(register, pack, datetime.now().astimezone().isoformat(timespec="seconds"))
    if form != "iati":
        out.write_bytes(FORMATS[form].write(figures, language))
        return
    try:
        out.write_bytes(iati(figures, identifier or ""))
    except ValueError:
        raise click.UsageError("IATI asks for --identifier: the organisation's own, as KZ-BIN-000140000000.") from None
