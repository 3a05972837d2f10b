# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""``licet schema``: the formats that licet reads and writes, for editors and programs."""

from __future__ import annotations

import click


@click.command("schema")
@click.argument("name", type=click.Choice(["scenario", "finding", "review", "choose", "fix", "brief", "draft"]))
def command(name: str) -> None:
    """Print the JSON Schema of what licet reads (scenario, brief) or writes (finding of check; review, choose, fix, draft)."""
    click.echo({"scenario": _scenario, "brief": _brief}.get(name, lambda: _written(name))(), nl=False)


def _scenario() -> str:
    import json  # noqa: PLC0415 - not needed for help and usage errors

    from licet.engine.schema.scenario import scenario_schema  # noqa: PLC0415

    return json.dumps(scenario_schema(), indent=2, ensure_ascii=False) + "\n"


def _brief() -> str:
    import json  # noqa: PLC0415 - not needed for help and usage errors

    from licet.engine.schema.brief import brief_schema  # noqa: PLC0415

    return json.dumps(brief_schema(), indent=2, ensure_ascii=False) + "\n"


def _written(name: str) -> str:
    from importlib.resources import files  # noqa: PLC0415 - not needed for help and usage errors

    return files("licet.engine.schema").joinpath(f"{name}.json").read_text(encoding="utf-8")
