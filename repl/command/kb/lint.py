# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""``licet kb lint``: whether the files of the knowledge base keep its conventions."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ...progress import Progress
from ...reporter import look_of

if TYPE_CHECKING:
    from licet.engine.workbench.lint.base import Base
    from licet.engine.workbench.lint.checks import Check


@click.command("lint")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--check", "names", multiple=True, metavar="NAME", help="Do this check alone; several may be named.")
@click.option(
    "--texts",
    envvar="LICET_SOURCES",
    metavar="FOLDER",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Where the texts of the licences are, as <id>.txt, to look sections up in; LICET_SOURCES may name it.",
)
@click.option("--list", "listing", is_flag=True, help="List the checks, each with its sentence.")
@click.option("--format", "shape", type=click.Choice(("text", "json")), default="text", show_default=True, help="The form.")
def command(paths: tuple[str, ...], names: tuple[str, ...], texts: Path | None, listing: bool, shape: str) -> None:
    """Check that the files of the knowledge base keep its conventions.

    With PATHs, files or folders of the knowledge base, only what is wrong there is told; all of it is read nonetheless.

    Exit codes: 0 nothing found, 1 something found, 2 input or usage error.
    """
    from licet.engine.report import findings as report  # noqa: PLC0415 - not needed for help and usage errors
    from licet.engine.workbench.lint.checks import lint  # noqa: PLC0415

    checks = _checks(names, texts)
    if listing:
        _say(report.table(checks, look_of()))
        return
    base = _read()
    files = _files(base, paths)
    with Progress() as progress:
        watched = progress.watch(checks, "Checks", len(checks))
        found = tuple(lint(base, watched, files))
    skipped = _skipped(base, checks, texts)
    if shape == "json":
        click.echo(json.dumps(report.structured(found, skipped), indent=2, ensure_ascii=False))
    else:
        _say(report.lines(found, skipped, look_of()))
    raise click.exceptions.Exit(1 if found else 0)


def _checks(names: tuple[str, ...], texts: Path | None) -> tuple[Check, ...]:
    """The checks asked for, or a usage error that names the nearest one."""
    from licet.engine.problem import hint  # noqa: PLC0415 - slow to import
    from licet.engine.workbench.lint.checks import CHECKS, sections  # noqa: PLC0415

    known = {check.name: check for check in (*CHECKS, sections(texts))}
    for name in names:
        if name not in known:
            raise click.BadParameter(f"there is no check `{name}`{hint(name, known) or '; --list tells them'}")
    return tuple(check for check in known.values() if not names or check.name in names)


def _read() -> Base:
    """The knowledge base, or what keeps it from being read."""
    from licet.engine.workbench.lint.base import read  # noqa: PLC0415 - not needed for help and usage errors

    try:
        return read()
    except (OSError, UnicodeDecodeError) as error:
        raise click.UsageError(f"the knowledge base cannot be read: {error}") from error


def _files(base: Base, paths: tuple[str, ...]) -> frozenset[str] | None:
    """The files that paths name; None where none are named."""
    from licet.engine.problem import hint  # noqa: PLC0415 - slow to import

    chosen: set[str] = set()
    root = base.folder.resolve()
    for path in paths:
        places = [place.relative_to(root).as_posix() for place in _meant(path, root) if place.is_relative_to(root)]
        files = {name for name in base.files for place in places if place in (name, ".") or name.startswith(f"{place}/")}
        if not files:
            near = hint(path, [*(f"kb/{name}" for name in base.files), *base.files])
            raise click.BadParameter(f"`{path}` is no file or folder of the knowledge base{near}")
        chosen |= files
    return frozenset(chosen) if paths else None


def _meant(path: str, root: Path) -> tuple[Path, ...]:
    """What a path may mean: a path as usual, or one from the knowledge base on, as findings print it."""
    return Path(path).resolve(), (root / path).resolve(), (root / path.removeprefix("kb/")).resolve()


def _skipped(base: Base, checks: tuple[Check, ...], texts: Path | None) -> tuple[str, ...]:
    """What was not checked, and why."""
    from licet.engine.workbench.lint.checks import SECTION  # noqa: PLC0415 - not needed for help and usage errors
    from licet.engine.workbench.lint.texts import folder_of, unread  # noqa: PLC0415

    if not any(check.name == SECTION for check in checks):
        return ()
    if texts is None:
        return (
            "Not checked: whether the sections exist in the texts of the licences; --texts or LICET_SOURCES name their folder.",
        )
    missing = unread(base, folder_of(texts))
    return (f"Not checked, for their texts are not in {texts}: the sections of {', '.join(missing)}.",) if missing else ()


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line, color=True)
