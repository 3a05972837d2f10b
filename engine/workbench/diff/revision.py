# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The knowledge base as a git revision has it."""

from __future__ import annotations

import io
import subprocess
import tarfile
from pathlib import Path

from ...problem import hint


class RevisionError(Exception):
    """A revision cannot be had; says why."""


def export(knowledge_base: Path, revision: str, target: Path) -> str:
    """Writes the knowledge base of a revision into a folder.

    Args:
        knowledge_base: its folder in a git checkout
        revision: anything that names a commit
        target: an empty folder
    Returns:
        the commit, shortened
    Raises:
        RevisionError: there is no git, no checkout, no such revision, or the revision has no such folder
    """
    folder = knowledge_base.resolve()
    prefix = _git(folder, "rev-parse", "--show-prefix", wrong=f"{knowledge_base} is not in a git checkout").strip().rstrip("/")
    top = Path(_git(folder, "rev-parse", "--show-toplevel", wrong="git knows no top of the checkout").strip())
    commit = _commit(folder, revision)
    wrong = f"{revision} has no folder {prefix} that git knows"
    tree = _git(folder, "rev-parse", "--verify", "--quiet", f"{commit}:{prefix}", wrong=wrong).strip()
    with tarfile.open(fileobj=io.BytesIO(_run(top, "archive", "--format=tar", tree, wrong=wrong))) as archive:
        archive.extractall(target, filter="data")
    return commit[:10]


def _commit(folder: Path, revision: str) -> str:
    """The commit that a revision names."""
    try:
        if revision.startswith("-"):
            raise RevisionError("an option names no revision")
        return _git(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}", wrong="it names no commit").strip()
    except RevisionError as error:
        named = _git(folder, "for-each-ref", "--format=%(refname:short)", wrong="").split()
        raise RevisionError(f"git knows no revision `{revision}` here{hint(revision, named)}") from error


def _git(folder: Path, *arguments: str, wrong: str) -> str:
    return _run(folder, *arguments, wrong=wrong).decode("utf-8", "replace")


def _run(folder: Path, *arguments: str, wrong: str) -> bytes:
    """What git answers; an error says what is wrong, and what git itself says of it."""
    try:
        done = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=False)
    except OSError as error:
        raise RevisionError(f"git cannot be run: {error.strerror or error}") from error
    if done.returncode:
        said = " ".join(done.stderr.decode("utf-8", "replace").split())
        raise RevisionError(f"{wrong} ({said})" if said else wrong)
    return done.stdout
