# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Names on the command line: licences, expressions of them, and words by which they differ, each checked."""

from __future__ import annotations

import click

SAID = {
    "permits": "permits",
    "within": "grants only within",
    "forbids": "forbids",
    "requires": "requires",
    "restricts": "restricts",
    "approved": "is approved by",
}
"""Aspects of licences as verbs."""


def traits(_context: click.Context, option: click.Parameter, words: tuple[str, ...]) -> tuple[str, ...]:
    """The words asked for under an aspect, or a usage error that names the nearest one that some licence has."""
    if not words:
        return ()
    from licet.engine.problem import nearest  # noqa: PLC0415 - slow to import
    from licet.engine.traits import known  # noqa: PLC0415

    aspect = option.name or ""
    asked = tuple(word.lower().replace("_", "-") for word in words)
    for word in asked:
        if word not in known(aspect):
            close = nearest(word, known(aspect), 3)
            hint = f"did you mean {' or '.join(close)}?" if close else f"one of {', '.join(known(aspect))}"
            raise click.BadParameter(f"of no licence is it told that it {SAID[aspect]} `{word}`; {hint}")
    return asked


def license_id(_context: click.Context, _argument: click.Parameter, name: str) -> str:
    """The id of a licence whose clauses are known, or a usage error that says what the name stands for."""
    from licet.engine.catalog import identify, is_exception  # noqa: PLC0415 - slow to import
    from licet.engine.identity import Family, Known, Unknown  # noqa: PLC0415

    match identify(name):
        case Known(found) if is_exception(found):
            raise click.BadParameter(f"`{found}` is an exception, which only changes a licence")
        case Known(found):
            return found
        case Family(_, candidates):
            raise click.BadParameter(f"`{name}` names a family of licences, not a text: {', '.join(candidates)}")
        case Unknown(_, nearest) if nearest:
            raise click.BadParameter(f"there is no licence `{name}`; did you mean {' or '.join(nearest)}?")
    raise click.BadParameter(f"the knowledge base holds no text of `{name}`")


def license_ids(context: click.Context, argument: click.Parameter, names: tuple[str, ...]) -> tuple[str, ...]:
    """The ids of several licences."""
    return tuple(dict.fromkeys(license_id(context, argument, name) for name in names))


def expression(_context: click.Context, argument: click.Parameter, written: str | None) -> str | None:
    """A licence expression all of whose names are known, or a usage error."""
    if written is None:
        return None
    from licet.engine.catalog import identify  # noqa: PLC0415 - slow to import
    from licet.engine.expression import ExpressionError, branches  # noqa: PLC0415
    from licet.engine.identity import Family, Known, Unknown  # noqa: PLC0415

    try:
        terms = [term for branch in branches(written) for term in branch]
    except ExpressionError as error:
        raise click.BadParameter(str(error)) from error
    for term in terms:
        if argument.name == "outbound" and term.license.lower().startswith("licenseref-"):
            continue  # terms of one's own, for a work of one's own
        match identify(term.license):
            case Known():
                pass
            case Family(tag, candidates):
                raise click.BadParameter(f"`{tag}` names a family of licences, not a text: {', '.join(candidates)}")
            case Unknown(_, nearest) if nearest:
                raise click.BadParameter(f"there is no licence `{term.license}`; did you mean {' or '.join(nearest)}?")
            case _:
                raise click.BadParameter(f"the knowledge base holds no text of `{term.license}`")
    return written


def offers(_context: click.Context, _option: click.Parameter, written: tuple[str, ...]) -> tuple[str, ...]:
    """Licence expressions to think of. They may name texts that nobody here knows, but nothing that looks misspelt."""
    from licet.engine.catalog import identify  # noqa: PLC0415 - slow to import
    from licet.engine.expression import ExpressionError, branches  # noqa: PLC0415
    from licet.engine.identity import Unknown  # noqa: PLC0415

    try:
        terms = [term for each in written for branch in branches(each) for term in branch]
    except ExpressionError as error:
        raise click.BadParameter(str(error)) from error
    for term in terms:
        match identify(term.license):
            case Unknown(_, nearest) if nearest and not term.license.lower().startswith("licenseref-"):
                raise click.BadParameter(f"there is no licence `{term.license}`; did you mean {' or '.join(nearest)}?")
    return written


def expressions(context: click.Context, option: click.Parameter, written: tuple[str, ...]) -> tuple[str, ...]:
    """Several licence expressions, each of known names."""
    return tuple(read for each in written if (read := expression(context, option, each)) is not None)
