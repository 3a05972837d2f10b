# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""A new rule: its beginning in a file of rules, the doc block of a predicate that is new, and the case that proves it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from ...because.phrases import phrases
from ...because.wording import SPECIAL
from ..statements import derived_in, passages
from . import case_file
from .draft import Change, Draft, DraftError, fill_in, new_file
from .licence_file import SPDX_LINES
from .rule_head import Head, arguments, head_of, known, others

FOLDERS = ("rules", "doctrine")
"""Where the rules stand that a case is decided by."""

_USUAL = 6
"""How many of the premises are told that other rules with the same head have."""


def draft(root: Path, written: str, file: str | None, cases: str | None) -> Draft:
    """Begin a rule.

    Args:
        root: of the checkout
        written: the predicate, as ``reaches``, ``reaches/4`` or ``barely(License, Work)``; one that is new has its arguments
        file: of rules, where the user names it; else the first that derives the predicate
        cases: the file that the case goes to, where the user names it
    Raises:
        DraftError: there is no such predicate, or no such place
    """
    head = head_of(written)
    path = _place(root, head, file)
    changes = [_rule(path, head)]
    if head.new:
        changes.append(_block(root / "kb" / "conclusions.lp", path, head))
    target = case_file.place(root, cases, head.name.replace("_", "-"))
    title = f"What follows from the rule for {head.name}?"
    proof = case_file.of_rule(f"{head.name}/{len(head.arguments)}")
    changes.append(case_file.change(target, title, [proof], bool(cases)))
    return Draft(tuple(changes), tuple(_notes(head, path)), _steps(root, path, target, head))


def _place(root: Path, head: Head, named: str | None) -> Path:
    """The file of rules that the rule goes to."""
    folders = [(root / "kb" / folder).resolve() for folder in FOLDERS]
    if named is not None:
        path = case_file.inside(root, folders, named)
        if path is None or path.suffix != ".lp":
            raise DraftError(
                f"{named} is no file of rules; those that decide cases stand in kb/rules/ and kb/doctrine/, as x.lp"
            )
        return path
    for file in derived_in().get(head.predicate, ()):
        if file.resolve().parent in folders:
            return file.resolve()
    raise DraftError(f"no rule that decides cases derives {head} so far; say where its rule belongs, as --file kb/rules/x.lp")


def _rule(path: Path, head: Head) -> Change:
    """The file with the beginning of the rule at its end."""
    skeleton = (
        f"% {fill_in('source')} {fill_in('the rule as a sentence of law, as explanations tell it')}\n"
        f"% {head} :-\n"
        f"%     {fill_in('what has to hold')}.\n"
    )
    if path.exists():
        before = path.read_text(encoding="utf-8")
        return Change(path, f"{before.rstrip()}\n\n{skeleton}", before)
    signature = f"{head.name}/{len(head.arguments)}"
    title = f"%# {fill_in('the question that the file answers')}\n%\n"
    return new_file(
        path, f"{SPDX_LINES}{title}%  reads    {fill_in('what its rules read')}\n%  derives  {signature}\n\n{skeleton}"
    )


def _usual(head: Head) -> Iterator[str]:
    """What other rules with the same head often read, as premises."""
    read = Counter(each for passage in passages() if head.predicate in passage.derives for each in passage.reads)
    for (name, size), _ in read.most_common(_USUAL):
        told = phrases().get((name, size))
        yield f"{name}({', '.join(told.arguments if told else arguments((name, size)))})"


def _block(conclusions: Path, path: Path, head: Head) -> Change:
    """The doc blocks with one for a new predicate, under the file that derives it."""
    blanks = ", ".join(f"{{{place}}}" for place in head.arguments)
    block = (
        f"%*! {head}\n    {fill_in(f'that it is so, as part of a sentence, with {blanks}')}\n"
        f"    Not: {fill_in('that it is not so')}\n*%\n"
    )
    before = conclusions.read_text(encoding="utf-8")
    begin, heading, rest = before.partition(f"% ---- {path.name}\n")
    if not heading:
        return Change(conclusions, f"{before.rstrip()}\n\n% ---- {path.name}\n\n{block}", before)
    part, rule, after = rest.partition("\n% ----")
    return Change(conclusions, f"{begin}{heading}{part.rstrip()}\n\n{block}{rule}{after}", before)


def _notes(head: Head, path: Path) -> Iterator[str]:
    if head.new:
        yield f"{head} is new{others(head.name, known(head.name))}; kb/conclusions.lp says how it reads."
        return
    told = "" if head.told or head.name in SPECIAL else ", which has no doc block and needs one if another file is to read it"
    elsewhere = ", ".join(file.name for file in derived_in().get(head.predicate, ()) if file.name != path.name)
    also = f"; derived in {elsewhere}, too (--file)" if elsewhere else ""
    yield f"{head}{told}{also}."
    if usual := ", ".join(_usual(head)):
        yield f"Others of its rules read {usual}."


def _steps(root: Path, path: Path, cases: Path, head: Head) -> tuple[str, ...]:
    file = path.relative_to(root).as_posix()
    block = ", and how it reads in kb/conclusions.lp" if head.new else ""
    return (
        f'Write the case, and see it fail: licet kb test {cases.relative_to(root).as_posix()} -k "word and word"',
        f"Write source, sentence and rule in {file}{block}; the header of the file says what it reads and derives.",
        "licet kb lint, and licet kb diff HEAD: what changes beyond the case",
        f"licet kb cover, and licet kb mutate --only {file}",
    )
