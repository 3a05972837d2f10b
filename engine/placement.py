# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Where the words of the vocabulary may stand in a case: which attribute fits which way of making, which circumstance what.

A word that has no place here cannot be written in a case; a test sees to it that every word has one.
"""

from __future__ import annotations

from collections.abc import Mapping

MAKING: Mapping[str, tuple[str, ...]] = {
    "copies": ("together", "substantial"),
    "modifies": ("together", "substantial"),
    "links-dynamically": ("together",),
    "plugs-into": ("through", "together"),
    "runs": ("payload", "together"),
    "calls": ("payload", "together"),
    "bundles": ("limits-users", "together"),
    "includes-headers-of": ("takes", "substantial"),
    "loads": ("together",),
    "adapts": ("contains-layers", "together"),
    "merges": ("method",),
    "distills": ("using", "intent"),
    "trains-on": ("intent",),
    "retrieves-from": ("shows-passages", "together"),
    "outputs-of": ("substantial",),
}
"""What a way of making may say of itself: attributes, and circumstances that concern what is taken. Others say nothing more."""

WORK = ("modified", "has-notice-file", "language-model", "substantial")
"""Circumstances that a work may state."""

ACT = ("commercially", "user-product", "integrated-product")
"""Circumstances that an act may state."""

SAID_OTHERWISE = {
    "without-licence": "a work without any licence says `under: NONE`",
    "performs-similarly": "a way of making says `intent: perform-similarly`",
}
"""Circumstances that a case says in another way."""

OF_SOMETHING_ELSE = frozenset(word for words in (WORK, ACT, SAID_OTHERWISE) for word in words)
"""Circumstances that no purpose states. Purposes may state all others."""
