# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""When the files of cases and of the knowledge base were changed.

They are looked at again and again: some three hundred files cost a few milliseconds, and this works on every file system and
takes no library.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Literal

from ...catalog import added
from ...glossary import KNOWLEDGE_BASE
from ...source import sources
from .loading import path_of

Sort = Literal["case", "law", "catalogue"]
"""What an edited file is: one of cases, of the knowledge base, or one by which the licences are others."""

Stamps = Mapping[str, tuple[Sort, int, int]]
"""What a file is, when it was changed, and its size, by its path: of a file of the knowledge base that inside of it."""


def stamped(paths: Iterable[str]) -> Stamps:
    """When the files of cases and of the knowledge base were changed, and how large they are.

    Args:
        paths: files and folders of cases
    """
    law: dict[str, tuple[Path, Sort]] = {path_of(file): (file, "law") for file in (*KNOWLEDGE_BASE.rglob("*.lp"), *added())}
    files: dict[str, tuple[Path, Sort]] = {source.file: (Path(source.file), "case") for source in sources(tuple(paths))}
    stamps: dict[str, tuple[Sort, int, int]] = {}
    for path, (file, sort) in {**law, **files}.items():
        try:
            status = file.stat()
        except OSError:  # gone between two looks
            continue
        if file.is_file():
            stamps[path] = (sort, status.st_mtime_ns, status.st_size)
    return stamps


def edited_between(before: Stamps, after: Stamps) -> dict[str, Sort]:
    """The files that differ, each with what it is; a licence that comes or goes changes what every name may mean."""
    edited: dict[str, Sort] = {}
    for path in {*before, *after}:
        was, now = before.get(path), after.get(path)
        if was != now:
            sort = (now or was or ("law",))[0]
            edited[path] = "catalogue" if sort == "law" and (was is None or now is None) else sort
    return edited
