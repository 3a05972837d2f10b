# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The checkout whose knowledge base is edited: the one that a folder lies in, if it is the one that licet itself reads."""

from __future__ import annotations

from pathlib import Path

from ...glossary import KNOWLEDGE_BASE

_SIGNS = ("kb/terms.lp", "scenarios", "pyproject.toml")


class CheckoutError(Exception):
    """There is no knowledge base here that could be edited; says why, and what would help."""


def checkout(folder: Path) -> Path:
    """Find the checkout that a folder lies in.

    Args:
        folder: where the user is
    Returns:
        the root of the checkout
    Raises:
        CheckoutError: the folder lies in none, or licet reads another knowledge base than that of the checkout
    """
    here = folder.resolve()
    root = next((each for each in (here, *here.parents) if all((each / sign).exists() for sign in _SIGNS)), None)
    if root is None:
        raise CheckoutError(
            f"{folder} lies in no checkout of licet; change to the folder of one, which holds kb/ and scenarios/"
        )
    if (root / "kb").resolve() != KNOWLEDGE_BASE.resolve():
        raise CheckoutError(
            f"this licet reads {KNOWLEDGE_BASE.resolve()}, not {root / 'kb'}; install the checkout (pip install --editable .) "
            "and run the licet of it"
        )
    return root
