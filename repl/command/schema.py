# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""``licet schema``: the formats that licet reads and writes, for editors and programs."""

from __future__ import annotations

import click


@click.command("schema")
@click.argument("name", type=click.Choice(["finding", "scenario"]))
def command(name: str) -> None:
    """Print the JSON Schema of what licet reads (scenario) or writes (finding)."""
    from licet.engine.schema import schema  # noqa: PLC0415 - not needed for help and usage errors

    click.echo(schema(name), nl=False)
