# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""``licet kb doc``: the knowledge base as pages to browse."""

from __future__ import annotations

from pathlib import Path

import click

from ...progress import Progress


@click.command("doc")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
def command(folder: Path) -> None:
    """Write the vocabulary, the terms, the predicates, the rules, the questions and the licences to DIR, as Markdown.

    DIR/index.md leads to all of them. Pages of an earlier time are replaced or removed; other files are never touched.
    """
    from licet.engine.workbench.browse.shelf import ShelfError, put  # noqa: PLC0415 - not needed for help and usage errors
    from licet.engine.workbench.browse.site import pages  # noqa: PLC0415

    try:
        with Progress() as progress:
            done = put(folder, progress.watch(pages(), "Page"))
    except ShelfError as error:
        raise click.UsageError(f"{error}.") from error
    click.echo(f"{done.pages} pages, {done.written} of them written, {done.removed} old ones removed: {folder / 'index.md'}")
