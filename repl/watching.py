# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""``licet kb test --watch``: cases are run again when an edit can affect them.

Each run is a process of its own, so that nothing of the files as they were is remembered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import sleep

import click

from licet.engine.workbench.cases.stamps import Sort, Stamps, edited_between, stamped

from .trials import close, tell
from .trying import Key, Wish, key, run

PAUSE = 0.5
"""Seconds between two looks at the files."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of a case from its last run: whether it failed, and the licence files it loads."""

    failed: bool
    loads: frozenset[str]


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the cases that were run, and the files that could not be read."""

    cases: Mapping[Key, Seen] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()

    @property
    def failed(self) -> frozenset[Key]:
        """The cases that failed when they were last run."""
        return frozenset(each for each, seen in self.cases.items() if seen.failed)

    @property
    def exit_code(self) -> int:
        """That of a run of all cases."""
        return 2 if self.unread else int(bool(self.failed))

    def without(self, files: Iterable[str]) -> Known:
        """The same, but for what is known of the cases of some files."""
        gone = set(files)
        return Known({each: seen for each, seen in self.cases.items() if each[0] not in gone}, self.unread - gone)


def watched(wish: Wish, rest: Callable[[float], None] = sleep) -> int:
    """Run cases, and again what edits can affect, until the user ends it.

    Args:
        wish: what is to be run
        rest: what waits
    Returns:
        the exit code: 0 where all cases met their expectations when they were last run, 1 where some did not, 2 where files
        cannot be read
    """
    known = Known()
    try:
        stamps = stamped(wish.paths)
        known = _again(known, wish)
        while True:
            rest(PAUSE)
            edited = edited_between(stamps, now := stamped(wish.paths))
            while edited and edited_between(now, later := _after(rest, wish)):  # an editor has not finished
                now = later
            edited, stamps = edited_between(stamps, now), now
            following = concerned(wish, known, edited)
            if following is not None:
                click.echo(f"\nEdited: {', '.join(sorted(edited)[:3])}{', …' if len(edited) > 3 else ''}")
                known = _again(known.without(path for path, sort in edited.items() if sort == "case"), following)
    except KeyboardInterrupt:
        click.echo()
        return known.exit_code


def concerned(wish: Wish, known: Known, edited: Mapping[str, Sort]) -> Wish | None:
    """What to run after edits: the cases of edited files and those that load edited licences; after other edits all.

    Args:
        wish: what was run at first
        known: what is known of the cases
        edited: paths as ``stamped`` has them, each with what it is
    Returns:
        the cases that failed going first; None where no case is concerned
    """
    from licet.engine.workbench.cases.loading import affected  # noqa: PLC0415 - not needed for help and usage errors

    everything = replace(wish, soon=known.failed)
    law = [path for path, sort in edited.items() if sort == "law"]
    if "catalogue" in edited.values() or affected((), law) or (wish.stop and known.failed):
        return everything if edited else None
    hit = {each for each, seen in known.cases.items() if affected(seen.loads, law)}
    changed = {path for path, sort in edited.items() if sort == "case"}
    files = sorted({*(file for file, _ in hit), *(file for file in changed if Path(file).exists())})
    skip = frozenset(each for each in known.cases if each not in hit and each[0] not in changed)
    return replace(everything, paths=tuple(files), skip=skip) if files else None


def _after(rest: Callable[[float], None], wish: Wish) -> Stamps:
    rest(PAUSE)
    return stamped(wish.paths)


def _again(known: Known, wish: Wish) -> Known:
    """Run cases in a process of their own, and put what it comes to in the place of what was known of them."""
    from licet.engine.catalog import added  # noqa: PLC0415 - not needed for help and usage errors
    from licet.engine.elsewhere import apart  # noqa: PLC0415

    with apart() as process:
        try:
            found = process.submit(_attempt, wish, added()).result() or Known()
        except BrokenProcessPool:
            raise KeyboardInterrupt from None
    cases = {**known.cases, **found.cases}
    rerun = {file for file, _ in found.cases} | found.unread
    after = Known(cases, (known.unread - rerun) | found.unread)
    elsewhere = len(after.failed - found.cases.keys())
    if elsewhere:
        click.echo(f"Of the cases that were not run again {elsewhere} failed before.")
    click.echo("Waiting for edits; Ctrl-C ends it.")
    return after


def _attempt(wish: Wish, own: tuple[Path, ...]) -> Known | None:
    """One run, in a process of its own; None where nothing could be run."""
    from licet.engine.catalog import include  # noqa: PLC0415 - in a process of its own
    from licet.engine.problem import InputError  # noqa: PLC0415
    from licet.engine.workbench.cases.loading import loaded  # noqa: PLC0415

    include(own)
    try:
        done = run(wish, lambda told: tell(told, wish.full))
    except (InputError, click.UsageError) as error:
        click.echo(error.format_message() if isinstance(error, click.UsageError) else str(error), err=True)
        return None
    close(done)
    tried = (each.trial for each in done.told)
    cases = {key(trial.case): Seen(trial.outcome == "failed", loaded(trial.case)) for trial in tried}
    return Known(cases, frozenset(problem.place.file for problem in done.problems))
