# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Readings of the law on the command line: profiles, and answers to single questions."""

from __future__ import annotations

import click


def profile(_context: click.Context, _option: click.Parameter, name: str | None) -> str | None:
    """The name of a profile, if there is one of that name."""
    if name is not None and name != "all":
        from licet.engine.profiles import UnknownProfileError, answers  # noqa: PLC0415 - most runs ask for no profile

        try:
            answers(name)
        except UnknownProfileError as error:
            raise click.BadParameter(str(error)) from error
    return name


def settled_questions(_context: click.Context, _option: click.Parameter, written: tuple[str, ...]) -> dict[str, str]:
    """Questions with the answers given to them, or a usage error that names the nearest words."""
    if not written:
        return {}
    from licet.engine.glossary import glossary  # noqa: PLC0415 - most runs settle nothing
    from licet.engine.problem import nearest  # noqa: PLC0415

    readings: dict[str, str] = {}
    for each in written:
        question, _, answer = each.partition("=")
        for word, known in ((question, list(glossary()["question"])), (answer, _answers(question))):
            if word not in known:
                close = nearest(word, known)
                hint = f"did you mean {close[0]}?" if close else f"one of {', '.join(known)}"
                raise click.BadParameter(f"`{each}` names no open question with one of its answers; {hint}")
        readings[question] = answer
    return readings


def _answers(question: str) -> list[str]:
    from licet.engine.glossary import glossary  # noqa: PLC0415 - most runs settle nothing

    entry = glossary()["question"].get(question)
    return list(entry.answers) if entry else []
