# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Commands about files, other commands of licet, help, and the way out."""

from __future__ import annotations

from contextlib import redirect_stderr, redirect_stdout
from dataclasses import replace
from io import StringIO

from .judge import written
from .phrases import Plain, SentenceError
from .registry import COMMANDS, Table, command, find
from .state import Desk, Home, Reply, reply
from .storage import loaded, saved


def fetched(line: str) -> tuple[Plain, Home]:
    """The case that a line names: a file, a file with the line of a case, or a file with words of the name of the case.

    Raises:
        SentenceError: there is no such file or case
    """
    import click  # noqa: PLC0415 - the commands of the shell say what is wrong

    from licet.engine.problem import InputError  # noqa: PLC0415

    from ..choosing import the_case  # noqa: PLC0415

    path, _, words = line.strip().partition(" ")
    try:
        found = the_case(path, words or None)
    except InputError as error:
        raise SentenceError(str(error)) from error
    except click.UsageError as error:
        raise SentenceError(error.message) from error
    listed = found.text.lstrip("\ufeff \n").startswith("-") or found.count > 1
    home = Home(found.file, found.index if listed else None)
    try:
        return loaded(found.text, home.index), home
    except (LookupError, TypeError, ValueError) as error:
        raise SentenceError(f"{found.file} holds several YAML documents; the desk takes files of one") from error


@command("load", "FILE[:LINE] [WORDS]", "Take a case from a file.", "file")
def _load(table: Table, desk: Desk, line: str) -> Reply:
    if not line:
        raise SentenceError("which file? load FILE, FILE:LINE, or FILE with words of the name of the case")
    case, home = fetched(line)
    decision = table.judge.decided(case)
    after = replace(desk.changed(case), home=home, kept=case)
    from licet.engine.report.words import VERDICTS  # noqa: PLC0415 - slow to import

    verdict = VERDICTS[decision.verdict] if decision else "nothing to decide"
    return reply(after, [str(case.get("name", "")), f"=> {verdict}"])


@command("save", "[FILE]", "Write the case to a file; without one to where it was loaded from.", "file")
def _save(table: Table, desk: Desk, line: str) -> Reply:
    home = Home(line.strip()) if line.strip() else desk.home
    if home is None:
        raise SentenceError("where to? save FILE")
    if desk.home is not None and home.file == desk.home.file:
        home = desk.home
    saved(desk.case, home)
    table.recovery.forget()
    return reply(replace(desk, home=home, kept=desk.case), [f"Saved in {home.file}."])


@command("recover", "", "Take the case of a session that ended without saving.")
def _recover(table: Table, desk: Desk, _line: str) -> Reply:
    case = table.recovery.recovered()
    if case is None:
        return reply(desk, ["No session has left a case."])
    return reply(desk.changed(case), ["Recovered:", *written(case).splitlines()])


@command("show", "", "Show the case as YAML.")
def _show(_table: Table, desk: Desk, _line: str) -> Reply:
    return reply(desk, written(desk.case).splitlines())


def _shell(desk: Desk, *arguments: str) -> Reply:
    """What a command of the shell prints."""
    from ..main import run  # noqa: PLC0415 - main opens the desk

    out, err = StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = run(list(arguments))
    failed = bool(err.getvalue())
    return reply(desk, (err if failed else out).getvalue().splitlines(), failed and code != 0)


@command("licenses", "[show ID | diff ID OTHER | FILTERS]", "List licences, show what one says, tell two apart.", "license")
def _licenses(_table: Table, desk: Desk, line: str) -> Reply:
    return _shell(desk, "licenses", *line.split())


@command("compat", "INBOUND OUTBOUND", "Tell whether a work under the one may go into a work under the other.", "license")
def _compat(_table: Table, desk: Desk, line: str) -> Reply:
    return _shell(desk, "compat", *line.split())


@command("questions", "[WORD]", "Tell what the law leaves open, who answers it how, and on what authority.", "question")
def _questions(_table: Table, desk: Desk, line: str) -> Reply:
    return _shell(desk, "questions", *line.split())


SENTENCES = (
    ("work NAME KIND under LICENCE", "a work: software, model, adapter, dataset, content, image or service"),
    ("WORK VERB SOURCE", "how it was made: tuned fine-tunes base; app dynamically links lib together"),
    ("WORK under LICENCE, WORK by PARTY", "what is said of a work: tuned is not modified"),
    ("PARTY VERBS WORK", "an act: acme hosts tuned commercially in DE for medical-advice"),
    ("PARTY FACT", "a party: acme established-in DE; acme yearly-revenue USD 12000000"),
)
"""How sentences are made that build a case."""


@command("help", "[COMMAND]", "Tell what one can say.", "command")
def _help(_table: Table, desk: Desk, line: str) -> Reply:
    found = find(line) if line else None
    if line and found is None:
        raise SentenceError(f"there is no command `{line}`")
    if found:
        return reply(desk, [found[0].usage, f"  {found[0].help}"])
    rows = [(each.usage, each.help) for each in sorted(COMMANDS.values(), key=lambda each: each.name)]
    width = max(len(usage) for usage, _ in (*rows, *SENTENCES)) + 2
    told = [f"  {usage:<{width}}{text}" for usage, text in SENTENCES]
    return reply(
        desk, ["Sentences build the case:", *told, "", "Commands:", *(f"  {usage:<{width}}{text}" for usage, text in rows)]
    )


@command("quit", "", "Leave; unsaved work is asked about.")
def _quit(_table: Table, desk: Desk, _line: str) -> Reply:
    return Reply(desk, leave=True)
