# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What the checks of the knowledge base find, as text and as objects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..workbench.lint.checks import Check, Finding
from .layout import wrap
from .look import Look


def lines(findings: Sequence[Finding], skipped: Sequence[str], look: Look) -> Iterator[str]:
    """Findings file by file, what was not checked, and how many there are.

    Args:
        findings: in any order
        skipped: sentences on what was left out
    """
    for found in sorted(findings, key=lambda found: (found.fault.file, found.fault.line)):
        fault = found.fault
        yield look.paint(f"kb/{fault.file}:{fault.line}", "name") + look.paint(f"  {found.check}", "faint")
        yield from (look.paint(line, "wrong") for line in wrap(_capital(f"{fault.message}."), look.width, "  ", 2))
        if fault.expected:
            yield from (look.paint(line, "fix") for line in wrap(f"expected: {fault.expected}", look.width, "  ", 4))
    for sentence in skipped:
        yield from (look.paint(line, "doubt") for line in wrap(sentence, look.width))
    yield _counted(findings)


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def _counted(findings: Sequence[Finding]) -> str:
    files = len({found.fault.file for found in findings})
    if not findings:
        return "Nothing found."
    return f"{len(findings)} finding{'s' * (len(findings) > 1)} in {files} file{'s' * (files > 1)}."


def table(checks: Sequence[Check], look: Look) -> Iterator[str]:
    """The checks, each with its sentence."""
    for check in checks:
        yield look.paint(check.name, "name")
        yield from wrap(check.sentence, look.width, "  ", 2)


def structured(findings: Sequence[Finding], skipped: Sequence[str]) -> dict[str, object]:
    """The same as :func:`lines` for machines."""
    objects = [
        {
            "file": f"kb/{found.fault.file}",
            "line": found.fault.line,
            "check": found.check,
            "message": found.fault.message,
            **({"expected": found.fault.expected} if found.fault.expected else {}),
        }
        for found in findings
    ]
    return {"findings": objects, "skipped": list(skipped)}
