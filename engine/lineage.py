# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Lineage: what works are made from, and works that are made from one another in a circle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .case import Work


def circles(works: Iterable[Work]) -> Iterator[tuple[str, ...]]:
    """Yield circles in how works are made, each as the names along it; a work made from itself is a circle of one.

    Every work that can be reached from itself lies on a circle that is found, or meets one. Long chains do not recurse.
    """
    unread = {work.name: [making.source for making in reversed(work.makings)] for work in works}
    path: dict[str, None] = {}  # the works being followed, in order
    finished: set[str] = set()
    for start in tuple(unread):
        _follow(start, path, finished)
        while path:
            name = next(reversed(path))
            if not unread.get(name):
                path.popitem()
                finished.add(name)
                continue
            source = unread[name].pop()
            if source in path:
                names = tuple(path)
                yield names[names.index(source) :]
            else:
                _follow(source, path, finished)


def _follow(name: str, path: dict[str, None], finished: set[str]) -> None:
    if name not in finished:
        path[name] = None


def sources(works: Iterable[Work], name: str) -> frozenset[str]:
    """The works that a work was made from, step by step.

    Args:
        works: all of a case
        name: the work
    """
    made = {work.name: [making.source for making in work.makings] for work in works}
    reached = [*made.get(name, ())]
    for source in reached:  # grows while it is read
        reached += [further for further in made.get(source, ()) if further not in reached]
    return frozenset(reached)
