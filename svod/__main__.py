"""`svod`, `python -m svod`: the version is told before anything else is loaded."""

import sys


def main() -> None:
    """The command line. `--version` starts in the time Python itself takes."""
    if sys.argv[1:] == ["--version"]:
        from svod import __version__

        sys.stdout.write(f"svod {__version__}\n")
        return
    from svod.cli import svod

    svod(prog_name="svod")


if __name__ == "__main__":
    main()
