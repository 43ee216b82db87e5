"""`svod corrections`: `python -m svod.web.serving.corrections CAMPAIGN OUT`."""

import json
import os
import sys
from pathlib import Path

import django

from svod.web.serving.prepare import CannotServe, ensure_register


def main(slug: str, out: str) -> int:
    try:
        ensure_register(Path(os.environ["SVOD_DATA"]))
    except CannotServe as error:
        sys.stderr.write(f"{error}\n")
        return 1
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "svod.settings.local")
    django.setup()
    from svod.register.corrections import corrections, reviewed
    from svod.register.models import Campaign

    campaign = Campaign.objects.filter(slug=slug).first()
    if campaign is None:
        known = ", ".join(Campaign.objects.values_list("slug", flat=True)) or "none"
        sys.stderr.write(f"There is no campaign {slug!r}. There are: {known}\n")
        return 1
    lines = [json.dumps(one, ensure_ascii=False) + "\n" for one in corrections(reviewed(campaign), campaign)]
    Path(out).write_text("".join(lines), encoding="utf-8")
    sys.stdout.write(f"{len(lines)} documents that are reviewed to the end: {out}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
