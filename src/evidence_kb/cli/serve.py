"""`serve`: the preview."""

from __future__ import annotations

import os
from pathlib import Path

import click

from evidence_kb.cli.options import as_of_option, library_option


@click.command("serve")
@library_option
@as_of_option
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes any free port.")
@click.option("--output", type=click.Path(path_type=Path, file_okay=False), help="[default: build, in the library]")
def command(root: Path, as_of: str | None, port: int, output: Path | None) -> None:
    """Build the site, show it on this machine only, and rebuild when a file changes.

    The preview stands in build/preview and is not for publishing: links are not checked, errors do not stop it.
    """
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    from evidence_kb.serving.preview import Preview, serve
    from evidence_kb.site.mkdocs import Folders
    from evidence_kb.store import LibraryNotFound

    try:
        serve(Preview(Folders(root, output or root / "build"), as_of, click.echo), port)
    except LibraryNotFound as error:
        raise click.UsageError(str(error)) from None
    except OSError as error:
        raise click.UsageError(f"Port {port} cannot be used: {error.strerror}. Say another with --port.") from None
    except KeyboardInterrupt:
        click.echo("Ended.")
