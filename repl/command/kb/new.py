# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""``licet kb new``: begin a licence, a rule or a question of law, together with the case that proves it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from licet.engine.workbench.new.draft import Draft

KINDS = ("software", "model", "data", "content", "any", "exception")
_ALIASES = {"license": "licence"}


class _New(click.Group):
    """The group, which knows a command by its other spelling and names the nearest where there is none."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        return super().get_command(ctx, _ALIASES.get(cmd_name, cmd_name))

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        if self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            from licet.engine.problem import hint  # noqa: PLC0415 - only a mistake pays for it

            known = [*self.commands, *_ALIASES]
            ctx.fail(f"No such beginning '{args[0]}'{hint(args[0], known)}: {', '.join(self.commands)}.")
        return super().resolve_command(ctx, args)


def _common(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options that all three have."""
    dry = click.option("--dry-run", is_flag=True, help="Print what would be written, and write nothing.")
    cases = click.option("--cases", metavar="FILE", help="Add the case to this file of scenarios/ instead of a new one.")
    return cases(dry(function))


@click.group("new", cls=_New)
def command() -> None:
    """Begin a licence, a rule or a question, with the case that proves it.

    It writes to the knowledge base of the checkout one is in, and never over anything. What only you can know is marked
    [fill in: …].
    """


def _like(_context: click.Context, _option: click.Parameter, name: str | None) -> str | None:
    """The id of the licence to begin from, or a usage error that says what the name stands for."""
    from licet.engine.catalog import identify, is_exception  # noqa: PLC0415 - slow to import
    from licet.engine.identity import Known  # noqa: PLC0415

    from ...naming import license_id  # noqa: PLC0415

    if name is None:
        return None
    match identify(name):
        case Known(found) if is_exception(found):
            return found
    return license_id(_context, _option, name)


@command.command("licence", short_help="A licence: the questions to put to its text.")
@click.argument("name", metavar="ID")
@click.option("--title", default="", help="Its name in full.")
@click.option("--kind", type=click.Choice(KINDS), help="What it is written for.  [default: that of --like, else software]")
@click.option("--url", default="", help="Where its text is to be had.")
@click.option("--like", metavar="ID", callback=_like, help="Begin with what this licence says, marked for re-reading.")
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="A tag of the hub that means it.")
@click.option("--distinct", is_flag=True, help="The name resembles that of another licence, and is meant.")
@_common
def licence(dry_run: bool, **known: Any) -> None:
    """Begin a licence: the questions to put to its text, each with the terms that answer it.

    ID is the id of SPDX where there is one, else the tag of the hub, else a name of its own.
    """
    from licet.engine.workbench.new.licence_draft import Wish, draft  # noqa: PLC0415 - not needed for help and usage errors

    _begin(lambda root: draft(root, Wish(**known)), dry_run)


@command.command("rule", short_help="A rule that derives a predicate.")
@click.argument("predicate")
@click.option("--file", metavar="FILE", help="The file of rules, as kb/rules/x.lp.  [default: where the predicate is derived]")
@_common
def rule(predicate: str, file: str | None, cases: str | None, dry_run: bool) -> None:
    """Begin a rule that derives PREDICATE.

    That is its name, NAME/ARITY where a name is several, or, if it is new, 'barely(License, Work)', with its arguments.
    """
    from licet.engine.workbench.new.rule_draft import draft  # noqa: PLC0415 - not needed for help and usage errors

    _begin(lambda root: draft(root, predicate, file, cases), dry_run)


def _separated(_context: click.Context, _option: click.Parameter, words: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in words.split(",") if word.strip())


@command.command("question", short_help="An open question of law, with its answers.")
@click.argument("name")
@click.option("--answers", required=True, metavar="A,B[,C]", callback=_separated, help="The words of its answers.")
@click.option("--majority", required=True, metavar="A", help="The answer that most give.")
@click.option("--file", metavar="FILE", help="Where it goes, as kb/doctrine/x.lp.  [default: a new file of its name]")
@click.option("--distinct", is_flag=True, help="The name resembles that of another question, and is meant.")
@_common
def question(dry_run: bool, **known: Any) -> None:
    """Begin an open question of law: its answers, who gives them, and two cases in which they differ."""
    from licet.engine.workbench.new.question_draft import Wish, draft  # noqa: PLC0415 - not needed for help and usage errors

    _begin(lambda root: draft(root, Wish(**known)), dry_run)


def _begin(drafted: Callable[[Path], Draft], dry_run: bool) -> None:
    """Draft something in the checkout one is in, and write or print it; what is wrong is a usage error."""
    from licet.engine.workbench.new.checkout import CheckoutError, checkout  # noqa: PLC0415 - not needed for help
    from licet.engine.workbench.new.draft import DraftError, preview, write  # noqa: PLC0415

    try:
        root = checkout(Path.cwd())
        draft = drafted(root)
        if not dry_run:
            write(draft.changes)
    except (CheckoutError, DraftError) as error:
        raise click.UsageError(f"{error}.") from error
    if dry_run:
        for text in preview(draft.changes, root):
            click.echo(text)
    for line in _told(draft, root, dry_run):
        click.echo(line, color=True, err=dry_run)


def _told(draft: Draft, root: Path, dry_run: bool) -> Iterator[str]:
    """What was written, what waits to be filled in, and what to do next."""
    from licet.engine.report.layout import wrap  # noqa: PLC0415 - not needed for help and usage errors
    from licet.engine.workbench.new.draft import added  # noqa: PLC0415

    from ...reporter import look_of  # noqa: PLC0415

    look = look_of()
    for note in draft.notes:
        yield from wrap(note, look.width)
    for change in draft.changes:
        verb = ("would be " if dry_run else "") + ("written" if change.before is None else "changed")
        lines = ", ".join(_ranges(number for number, _ in added(change)))
        waiting = f"; to be filled in: line {lines}" if lines else ""
        yield from wrap(f"{change.path.relative_to(root).as_posix()} {verb}{waiting}", look.width, hang=2)
    yield "Next"
    for number, step in enumerate(draft.steps, 1):
        yield from wrap(step, look.width, f"  {number}. ", 5)


def _ranges(numbers: Iterable[int]) -> Iterator[str]:
    """Numbers in their order, those that follow one another as one: ``4, 6-8``."""
    held: list[int] = []
    for number in (*numbers, 0):
        if held and number != held[-1] + 1:
            yield str(held[0]) if len(held) == 1 else f"{held[0]}-{held[-1]}"
            held = []
        held.append(number)
