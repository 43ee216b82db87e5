"""The organisations that a form offers, as the CSV beside it."""

import csv
from io import StringIO

from svod.register.models import Organisation

COLUMNS = ("name", "label", "region", "district")  # the first two as XLSForm calls them: what is sent, what is shown


def is_asked(top: Organisation) -> bool:
    """Whether the form asks which one reports: there are others below."""
    return Organisation.objects.filter(path__startswith=top.path, is_closed=False).exclude(pk=top.pk).exists()


def organisations_csv(top: Organisation) -> bytes:
    """The organisation and all below it that go on."""
    rows = Organisation.objects.filter(path__startswith=top.path, is_closed=False).order_by("path")
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in rows.iterator():
        writer.writerow((one.pk, one.name, one.region, one.unit if "/" in one.unit else ""))
    return out.getvalue().encode()
