"""The command line, one file per command; a command's file is loaded when the command is used."""

from importlib import import_module
from typing import Any

import click

from svod import __version__

COMMANDS = (
    "backup",
    "check",
    "consolidate",
    "corrections",
    "demo",
    "doctor",
    "explain",
    "export",
    "extract",
    "guard",
    "learn",
    "mail",
    "packs",
    "restore",
    "serve",
    "telegram",
    "xlsform",
)
INTERRUPTED = 130  # the exit status that shells expect after Ctrl-C


class LazyCommands(click.Group):
    """Loads a command's module only where it is called or listed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = getattr(import_module(f"svod.cli.{cmd_name}"), cmd_name)
        return command if isinstance(command, click.Command) else None

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            click.echo("\nInterrupted.", err=True)
            ctx.exit(INTERRUPTED)


@click.group(cls=LazyCommands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="svod %(version)s")
def svod() -> None:
    """Svod: from a folder of narrative reports to one consolidated report.

    Every number of the report leads back to the sentence it came from.
    """
