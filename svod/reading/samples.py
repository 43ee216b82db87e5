"""Where the sample submissions lie that come with the program."""

from pathlib import Path

PLACES = ("../samples/reports", "samples/reports")  # in the source tree, in the wheel


def sample_reports() -> Path | None:
    """The folder of the bundled submissions; None where the program was packed without them."""
    package = Path(__file__).parents[1]
    return next((folder.resolve() for place in PLACES if (folder := package / place).is_dir()), None)
