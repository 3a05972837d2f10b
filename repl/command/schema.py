# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""``licet schema``: the formats that licet reads and writes, for editors and programs."""

from __future__ import annotations

from importlib.resources import files

import click


@click.command("schema")
@click.argument("name", type=click.Choice(["finding", "scenario"]))
def command(name: str) -> None:
    """Print the JSON Schema of what licet reads (scenario) or writes (finding)."""
    text = files("licet.engine").joinpath("schema", f"{name}.json").read_text(encoding="utf-8")
    click.echo(text, nl=False)
