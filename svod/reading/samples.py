"""Where the sample submissions lie that come with the program, and what they are about."""

from pathlib import Path

CAMPAIGN, YEAR = "sixteen_days", 2025  # the pack of the campaign that the samples tell of, and its year
PLACES = ("../samples/reports", "samples/reports")  # in the source tree, in the wheel


def sample_reports() -> Path | None:
    """The folder of the bundled submissions; None where the program was packed without them."""
    package = Path(__file__).parents[1]
    return next((folder.resolve() for place in PLACES if (folder := package / place).is_dir()), None)
