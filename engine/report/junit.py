# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Trials of cases as JUnit XML, in the form that continuous integration reads: a suite, a testcase for each case."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from ..problem import Problem
from .look import Look
from .trials import Told, failed

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML cannot hold, not even as a reference."""


def junit(told: Sequence[Told], problems: Sequence[Problem], seconds: float) -> str:
    """The XML.

    Args:
        told: the trials, each with the reasons that were looked for
        problems: what is wrong with files that could not be read
        seconds: what all took
    """
    outcomes = [each.trial.outcome for each in told]
    files = list(dict.fromkeys(problem.place.file for problem in problems))
    counts = {
        "tests": len(told) + len(files),
        "failures": outcomes.count("failed"),
        "errors": len(files),
        "skipped": outcomes.count("skipped"),
    }
    numbers = {**{key: str(number) for key, number in counts.items()}, "time": f"{seconds:.3f}"}
    root = Element("testsuites", {"name": "licet", **numbers})
    suite = SubElement(root, "testsuite", {"name": "licet kb test", **numbers})
    for each in told:
        _case(suite, each)
    for file in files:
        _unread(suite, file, [problem for problem in problems if problem.place.file == file])
    indent(root)
    return f"<?xml version='1.0' encoding='utf-8'?>\n{tostring(root, encoding='unicode')}\n"


def _case(suite: Element, told: Told) -> None:
    trial = told.trial
    place = trial.case.place
    where = {"file": _clean(place.file), "line": str(place.line)} if place else {}
    name = {"classname": where.get("file", ""), "name": _clean(trial.case.name)}
    element = SubElement(suite, "testcase", {**name, **where, "time": f"{trial.seconds:.3f}"})
    if trial.outcome == "failed":
        message = "; ".join(f"{each.expected}; {each.found}" for each in trial.unmet)
        failure = SubElement(element, "failure", {"type": "expectation", "message": _clean(message)})
        failure.text = _clean("\n".join(failed(told, Look(120))))
    elif trial.outcome == "skipped":
        SubElement(element, "skipped", {"message": "the case expects nothing"})


def _unread(suite: Element, file: str, problems: Iterable[Problem]) -> None:
    element = SubElement(suite, "testcase", {"classname": _clean(file), "name": "the file can be read", "time": "0.000"})
    said = [_clean(str(problem)) for problem in problems]
    error = SubElement(element, "error", {"type": "input", "message": said[0]})
    error.text = "\n".join(said)


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
