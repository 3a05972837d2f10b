# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What the workbench takes from the checkout that one stands in: its cases, and whether its knowledge base is the one used."""

from __future__ import annotations

from pathlib import Path

import click

SCENARIOS = "scenarios"
ANSWERS = "tests/answers"
KB = "kb"


def scenarios() -> tuple[str, ...]:
    """The folder of the cases.

    Raises:
        click.UsageError: there is none here
    """
    return _here(SCENARIOS)


def answers() -> tuple[str, ...]:
    """The folder of the questions with their answers.

    Raises:
        click.UsageError: there is none here
    """
    return _here(ANSWERS)


def _here(folder: str) -> tuple[str, ...]:
    if not Path(folder).is_dir():
        raise click.UsageError(f"there is no folder {folder} here: run this in a checkout of licet, or name files or folders")
    return (folder,)


def knowledge_base() -> Path:
    """The folder of the knowledge base: the one that stands here, else the one that cases are decided on."""
    from licet.engine.glossary import KNOWLEDGE_BASE  # noqa: PLC0415 - not needed for help and usage errors

    return Path(KB) if (Path(KB) / "rules").is_dir() else KNOWLEDGE_BASE


def warn_of_another() -> None:
    """Say so where the knowledge base that stands here is not the one that cases are decided on."""
    from licet.engine.elsewhere import VARIABLE  # noqa: PLC0415 - not needed for help and usage errors
    from licet.engine.glossary import KNOWLEDGE_BASE  # noqa: PLC0415

    here = Path(KB)
    if (here / "rules").is_dir() and here.resolve() != KNOWLEDGE_BASE.resolve():
        click.echo(
            f"Cases are decided on {KNOWLEDGE_BASE}, not on the folder kb here; {VARIABLE}=kb, or an editable installation, "
            "decides on this one.",
            err=True,
        )
