# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""One case of a file and one of its findings, named on the command line by a place, a number or words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from licet.engine.case import Case
    from licet.engine.report.index import Numbered

_MOST = 30

Reading = Callable[[str, str], Sequence["Case"]]
"""Reads the cases of a text; the second argument is the name of its file."""


@dataclass(frozen=True, slots=True)
class Located:
    """A case with the file it stands in: the text that was read, and which of how many cases it is."""

    case: Case
    file: str
    text: str
    index: int
    count: int


def the_case(path: str, words: str | None, reading: Reading | None = None) -> Located:
    """The case that a user names.

    Args:
        path: a YAML file or -, with ``:LINE`` of the case after it where the file has several
        words: words that its name has
        reading: how a file is read, if not as a file of cases
    Raises:
        click.UsageError: none or several cases are named
        InputError: the file cannot be read
    """
    from licet.engine.reader import read  # noqa: PLC0415 - not needed for help and usage errors
    from licet.engine.source import Source  # noqa: PLC0415

    file, line = _place(path)
    text = Source(file).text
    cases = (reading or read)(text, file)
    if line is not None and not 0 < line <= len(text.splitlines()):
        raise click.UsageError(f"{file} has no line {line}")
    fitting = [case for case in cases if line is None or _stands_at(case, line, cases)]
    if words is not None:
        fitting = _worded(fitting, words.lower())
    if len(fitting) == 1:
        return Located(fitting[0], file, text, cases.index(fitting[0]), len(cases))
    named = [f"{case.place.file}:{case.place.line}: {case.name}" if case.place else case.name for case in fitting or cases]
    reason = "holds several such cases" if fitting else "holds no such case"
    raise click.UsageError(f"{file} {reason}; name one by its line, as FILE:LINE, or with --case WORDS:\n{_listed(named)}")


def the_cases(path: str, words: str | None) -> tuple[Case, ...]:
    """The cases that a user names: all of a file or a folder, unless a line or words name one.

    Args:
        path: a YAML file, a folder or -, with ``:LINE`` of one case after it
        words: words that the name of one case has
    Raises:
        click.UsageError: a line or words name none or several
        InputError: a file cannot be read
    """
    from licet.engine.reader import read  # noqa: PLC0415 - not needed for help and usage errors
    from licet.engine.source import sources  # noqa: PLC0415

    if words is not None or _place(path)[1] is not None:
        return (the_case(path, words).case,)
    return tuple(case for source in sources((path,)) for case in read(source.text, source.file))


def _worded(cases: Sequence[Case], words: str) -> list[Case]:
    """The cases whose name has the words as they stand; if none does, those that have each of them somewhere."""
    whole = [case for case in cases if words in case.name.lower()]
    return whole or [case for case in cases if all(word in case.name.lower() for word in words.split())]


def _place(path: str) -> tuple[str, int | None]:
    """The file and the line that FILE:LINE names."""
    file, _, line = path.rpartition(":")
    return (file, int(line)) if file and line.isdecimal() else (path, None)


def _stands_at(case: Case, line: int, cases: Sequence[Case]) -> bool:
    """Whether a line is one of the case: from where it begins to where the next one does."""
    begins = sorted(each.place.line for each in cases if each.place)
    return case.place is not None and case.place.line == max((begin for begin in begins if begin <= line), default=0)


def the_finding(numbered: Sequence[Numbered], wanted: str, found: Sequence[Numbered] = ()) -> Numbered:
    """The finding that a number or words name.

    Args:
        numbered: what there is to choose from
        wanted: the number or words
        found: what there is, where one chooses among what there is not
    Raises:
        click.UsageError: none or several findings are named
    """
    from licet.engine.report.index import pick  # noqa: PLC0415 - not needed for help and usage errors

    fitting = pick(numbered, wanted) if wanted else list(numbered)
    if len(fitting) == 1:
        return fitting[0]
    if not fitting and (there := pick(found, wanted)):
        raise click.UsageError(f"it is found; `licet why` tells why:\n{_listed(each.line for each in there)}")
    if not numbered:
        raise click.UsageError("there is no finding to choose from")
    reason = f"several findings fit `{wanted}`" if fitting else f"no finding fits `{wanted}`"
    named = [f"{each.number}. {each.line}" for each in fitting or numbered]
    raise click.UsageError(f"{reason if wanted else 'which one'}; name one by its number or by more words:\n{_listed(named)}")


def _listed(lines: Iterable[str]) -> str:
    told = [f"  {line}" for line in lines]
    return "\n".join(told[:_MOST] + ([f"  … and {len(told) - _MOST} more"] if len(told) > _MOST else []))
