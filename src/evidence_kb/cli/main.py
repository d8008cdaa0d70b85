"""The command `evidence-kb`: its sub-commands are imported only when they are called."""

from __future__ import annotations

import importlib

import click

from evidence_kb import __version__

COMMANDS = {
    "build": "Check the library and build its site.",
    "check": "Check the whole library; exit code 0 if it passes, 1 if not.",
    "effect": "Compare two arms: RR, OR, RD with several intervals, NNT and p.",
    "fmt": "Lay the YAML files out in canonical form; --check only says which would change.",
    "pool": "Pool claims or a table of studies; the result is marked as computed here.",
    "rule": "Print the documentation of a rule, or the list of rules.",
    "schema": "Print the JSON Schema of a kind of file; write or compare the committed ones.",
    "serve": "Build the site, show it on this machine, rebuild when a file changes.",
    "show": "Print an entry with where it is used.",
    "verify": "Check a printed result against itself and against its arms.",
}
CLEAN, FINDINGS, MISUSE, FAULT = 0, 1, 2, 3


class LazyGroup(click.Group):
    """A group that imports the module of a command when the command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, sorted."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The command of this name, from the module of the same name."""
        if name not in COMMANDS:
            return None
        module = importlib.import_module(f"evidence_kb.cli.{name}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Print the list without importing a command."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name]) for name in self.list_commands(ctx)])


@click.group(cls=LazyGroup, epilog="Exit codes: 0 clean, 1 findings, 2 misuse, 3 a fault of this program.")
@click.version_option(__version__, prog_name="evidence-kb")
def cli() -> None:
    """A library of clinical evidence in which every statement can be checked."""


def main() -> None:
    """Run the command line. A fault of the program itself ends with exit code 3 and says so."""
    try:
        cli()
    except (SystemExit, KeyboardInterrupt):
        raise
    except Exception as error:
        import traceback

        traceback.print_exc()
        click.echo(f"evidence-kb: this is a fault of the program, not of your files: {error}", err=True)
        raise SystemExit(FAULT) from error
