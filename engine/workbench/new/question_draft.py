# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""A new open question of law: its answers, who gives them, what follows from them, and two cases in which they differ."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ...glossary import glossary
from ...problem import quoted
from . import case_file
from .draft import Change, Draft, DraftError, fill_in, new_file
from .licence_file import SPDX_LINES
from .licence_name import nearly

_WORD = re.compile(r"[a-z][a-z0-9_]*")
_RESERVED = ("jurisdiction", "theory")
"""What stands beside the questions where a case settles them."""
_FOLLOWS = "% ---- What follows\n"


@dataclass(frozen=True, slots=True)
class Wish:
    """What the author knows of a question: its word, the words of its answers, and the one that most give.

    ``file`` is where it goes, ``cases`` where the cases go; ``distinct`` says that a name which resembles another is meant.
    """

    name: str
    answers: tuple[str, ...]
    majority: str
    file: str | None = None
    cases: str | None = None
    distinct: bool = False


def draft(root: Path, wish: Wish) -> Draft:
    """Begin a question.

    Args:
        root: of the checkout
        wish: what the author knows
    Raises:
        DraftError: the name is taken or nearly so, or the answers are none that a question can have
    """
    name, answers, majority = _checked(wish)
    path = _place(root, name, wish.file)
    other = next(answer for answer in answers if answer != majority)
    words = [word.replace("_", "-") for word in (name, majority, other)]
    told = [case_file.of_answer(words[0], answer) for answer in words[1:]]
    target = case_file.place(root, wish.cases, words[0])
    cases = case_file.change(target, f"What changes with the answer to {words[0]}?", told, bool(wish.cases))
    notes = (f"Most answer {majority}; that the conservative theory answers {other} is a guess to be checked.",)
    return Draft((_file(path, name, answers, majority, other), cases), notes, _steps(root, path, target, words[0]))


def _checked(wish: Wish) -> tuple[str, tuple[str, ...], str]:
    """The words as rules write them."""
    name, majority, *answers = (word.strip().replace("-", "_") for word in (wish.name, wish.majority, *wish.answers))
    for word in (name, *answers):
        if not _WORD.fullmatch(word):
            raise DraftError(f"{quoted(word)} is no word; small letters, digits and underscores are, beginning with a letter")
    if name in _RESERVED:
        raise DraftError(f"{quoted(name)} is what settles several questions at once in a case; choose another word")
    if len(set(answers)) != len(answers) or len(answers) < 2:
        raise DraftError("a question has two answers at least, each another one: --answers a,b")
    if majority not in answers:
        raise DraftError(f"{quoted(majority)} is none of the answers: {', '.join(answers)}")
    _refuse_known(name, wish.distinct)
    return name, tuple(answers), majority


def _refuse_known(name: str, distinct: bool) -> None:
    known = glossary()["question"]
    word = name.replace("_", "-")
    if word in known:
        raise DraftError(f"the question {quoted(word)} is there already: {known[word].sentence}")
    alike = None if distinct else nearly(word, known)
    if alike:
        raise DraftError(
            f"{quoted(word)} is nearly {quoted(alike)}: {known[alike].sentence} If it is another question, say --distinct"
        )


def _place(root: Path, name: str, named: str | None) -> Path:
    folder = (root / "kb" / "doctrine").resolve()
    if named is None:
        return folder / f"{name.replace('_', '-')}.lp"
    path = case_file.inside(root, (folder,), named)
    if path is None or path.suffix != ".lp":
        raise DraftError(f"{named} is no file of open questions; they stand in kb/doctrine/, as x.lp")
    return path


def _file(path: Path, name: str, answers: tuple[str, ...], majority: str, other: str) -> Change:
    """The file with the question among the others, and what follows from it at the end."""
    question = "\n".join(_question(name, answers, majority, other)) + "\n"
    follows = "\n".join(_follows(name, answers)) + "\n"
    if not path.exists():
        title = f"%# {fill_in('the question that the file answers')}\n%\n"
        header = f"{title}%  reads    {fill_in('what its rules read')}\n%  derives  {fill_in('what they derive')}\n\n"
        return new_file(path, f"{SPDX_LINES}{header}% ---- Open questions\n\n{question}\n{_FOLLOWS}\n{follows}")
    before = path.read_text(encoding="utf-8")
    begin, heading, rest = before.partition(_FOLLOWS)
    rest = rest if heading else ""
    return Change(
        path, f"{begin.rstrip()}\n\n{question}\n{_FOLLOWS}\n{rest.strip()}\n\n{follows}".replace("\n\n\n\n", "\n\n"), before
    )


def _question(name: str, answers: tuple[str, ...], majority: str, other: str) -> Iterator[str]:
    """The question, its answers, and who gives them; what only the author can know is commented out."""
    yield f"% {fill_in('the question, as a sentence with a question mark')}"
    yield from (f"% {answer}: {fill_in('the answer, as a clause')}" for answer in answers)
    yield f"question({name})."
    yield f"answer({name}, ({'; '.join(answers)}))."
    yield f"% {fill_in('source')} {fill_in('why most read it so')}"
    yield f"majority({name}, {majority})."
    yield f"% {fill_in('theories')} The conservative one counts every plausible trigger, and always has an answer; others may."
    yield f"holds_by({name}, {other}, conservative)."
    theories = (theory.replace("-", "_") for theory in glossary()["theory"] if theory != "conservative")
    yield from (f"% holds_by({name}, {fill_in()}, {theory})." for theory in theories)
    yield f"% {fill_in('jurisdictions')} Whose courts have decided; appealed besides, while a judgment is under appeal."
    yield from (f'% {said}({name}, {fill_in()}, "US").' for said in ("holds_in", "appealed"))
    yield f"% {fill_in('authority')} Without it an answer is contested or unknown, with it perhaps settled or majority."
    yield f"confidence({name}, ({'; '.join(answers)}), unknown)."
    for answer in answers:
        yield f'% authority({name}, {answer}, "{fill_in("citation")}", "{fill_in("date")}", published).'


def _follows(name: str, answers: tuple[str, ...]) -> Iterator[str]:
    """When the question arises, and what follows from each answer."""
    yield f"% [open law] {fill_in('the question as a sentence: what is so, or otherwise')}"
    yield f"% turns_on(Case, {name}) :- {fill_in('where it matters')}, belongs(Work, Case)."
    for answer in answers:
        yield f"% {fill_in('what follows')} :- {fill_in('the same')}, belongs(Work, Case), reading(Case, {name}, {answer})."


def _steps(root: Path, path: Path, cases: Path, word: str) -> tuple[str, ...]:
    file = path.relative_to(root).as_posix()
    return (
        f"Write question, answers and authority in {file}, and see them: licet questions {word}",
        "PYTHONPATH=.dev python -m tests.test_case_documentation: docs/cases.md lists the question, too.",
        f"Write the two cases, alike but for the answer, and see them fail: licet kb test {cases.relative_to(root).as_posix()}",
        f"Write when the question arises and what follows from each answer, in {file}; then the cases pass.",
        f"licet kb lint, licet kb cover, licet kb mutate --only {file}, licet kb diff HEAD",
    )
