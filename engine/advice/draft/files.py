# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""A draft as files: the licence for the knowledge base, and the lines of the brief as cases about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import wrap

from clingo import String, Symbol, SymbolType

from ...case import Expectation
from ...difference import provisions
from ...written import Plain, one_or_all, plain
from .outcome import Try
from .terms import Section, Terms
from .values import Draft

_WIDTH = 118
_HEAD = "% SPDX-FileCopyrightText: licet contributors\n% SPDX-License-Identifier: Apache-2.0\n"


def licence(terms: Terms) -> str:
    """The text of the licence file, in the form of those of the knowledge base."""
    brief = terms.brief
    header = [
        *_key("text", "drafted from a brief; the wording is to be written, and these facts to be checked against it"),
        *_key("encoded", ", ".join(section.number for section in terms.sections)),
        *_key("left out", "warranty, liability, severability: nothing there turns on how works are combined"),
    ]
    title = f"%# {brief.license} — {brief.title}\n%\n" + "\n".join(header)
    kind = f"license({String(brief.license)}, {brief.kind})."
    return "\n\n".join((_HEAD + "\n" + title, kind, *(each for section in terms.sections for each in _clauses(section)))) + "\n"


def _key(name: str, said: str) -> list[str]:
    first, *rest = wrap(said, _WIDTH - 12, break_long_words=False, break_on_hyphens=False)
    return [f"%  {name:<8}  {first}", *(f"%            {line}" for line in rest)]


def _clauses(section: Section) -> Iterator[str]:
    """Each provision of a section: what it says and which clauses it follows, and its facts."""
    follows = "".join(
        f" {word} {'; '.join(map(str, cites))}."
        for word, cites in (("Follows", section.models.whole), ("Follows in part", section.models.partly))
        if cites
    )
    for provision in provisions(section.clauses):
        said = f"{section.number}. {provision.sentence.removesuffix('.')}.{follows}"
        comment = wrap(said, _WIDTH, break_long_words=False, break_on_hyphens=False)
        facts = [f'clause({String(clause.license)}, "{clause.section}", {_term(clause.term)}).' for clause in provision.clauses]
        yield "\n".join((*(f"% {line}" for line in comment), *facts))


def _term(symbol: Symbol) -> str:
    """A term as the files of the knowledge base write it."""
    if symbol.type is not SymbolType.Function or not symbol.arguments:
        return str(symbol)
    return f"{symbol.name}({', '.join(map(_term, symbol.arguments))})"


def scenarios(draft: Draft) -> list[Plain]:
    """What a brief wants as cases: one for each trial, with all that it has to show, as one would write them in YAML."""
    by_name: dict[str, list[Try]] = {}
    for each in draft.tries:
        by_name.setdefault(each.case.name, []).append(each)
    return [plain(tries[0].case) | {"expect": _expected(tries)} for tries in by_name.values()]


def _expected(tries: Iterable[Try]) -> Plain:
    expected: Plain = {}
    listed: dict[str, list[Plain]] = {}
    for wanted in dict.fromkeys(_frozen(each.outcome.expectation(each.decision)) for each in tries):
        kind, pattern = wanted
        if kind == "verdict":
            expected[kind] = one_or_all([value for _, value in pattern])
        else:
            listed.setdefault(kind, []).append(dict(pattern))
    return expected | listed


def _frozen(expectation: Expectation) -> tuple[str, tuple[tuple[str, str], ...]]:
    (pattern,) = expectation.patterns
    return expectation.kind, tuple((key, str(value)) for key, value in pattern.items())
