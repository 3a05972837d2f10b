# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""A knowledge base in another place: an environment variable names it, for the whole of a process."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

VARIABLE = "LICET_KNOWLEDGE_BASE"
"""The environment variable. It is read once, when the engine is imported."""


def location(usual: Path) -> Path:
    """The folder of the knowledge base of this process.

    Args:
        usual: where it is unless the environment variable names another place
    """
    return Path(os.environ.get(VARIABLE) or usual).absolute()


def apart(knowledge_base: Path | None = None) -> ProcessPoolExecutor:
    """A process of its own, which reads every file anew.

    Args:
        knowledge_base: the folder of its knowledge base; that of this process if None
    Returns:
        an executor of one process, which begins with the first call that is submitted
    """
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - slow to import
    from multiprocessing import get_context  # noqa: PLC0415

    return ProcessPoolExecutor(1, get_context("spawn"), _begin, (knowledge_base,))


def _begin(knowledge_base: Path | None) -> None:
    """Set the place before anything of the engine is imported; an interrupt ends the process without a word."""
    import signal  # noqa: PLC0415 - only such a process asks for it

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if knowledge_base is not None:
        os.environ[VARIABLE] = str(knowledge_base)
