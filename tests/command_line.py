# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The command ``licet``, run within the tests: a process of its own would have to start first."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from licet.repl.main import run


@dataclass(frozen=True)
class Ended:
    """How a run ended and what it printed."""

    returncode: int
    stdout: str
    stderr: str


def licet(*arguments: str, typed: str = "", where: Path | None = None) -> Ended:
    """Run a command line, 80 columns wide, with something typed into it, in a folder."""
    streams = {name: TextIOWrapper(BytesIO(), "utf-8") for name in ("stdout", "stderr")}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", "80")
        patch.setattr("sys.stdin", TextIOWrapper(BytesIO(typed.encode()), "utf-8"))
        for name, stream in streams.items():
            patch.setattr(f"sys.{name}", stream)
        if where:
            patch.chdir(where)
        code = run(list(arguments))
    said = {}
    for name, stream in streams.items():
        stream.flush()
        stream.seek(0)
        said[name] = stream.read()
    return Ended(code, **said)
