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
    "plugs-into": ("through", "payload", "together"),
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
    "outputs-of": ("contains-source", "substantial"),
}
"""What a way of making may say of itself: attributes, and circumstances that concern what is taken. Others say nothing more."""

WORK = (
    "modified",
    "has-notice-file",
    "language-model",
    "substantial",
    "terms-forbid",
    "label-meets-demands",
    "label-carries-restrictions",
)
"""Circumstances that a work may state."""

ACT = ("commercially", "user-product", "integrated-product")
"""Circumstances that an act may state."""

PURPOSE = (
    "consent",
    "intent-to-harm",
    "can-harm",
    "deceives",
    "disclosed-as-machine-made",
    "disclosed",
    "fully-automated",
    "adversely-affects-rights",
    "substitutes-professional",
    "distorts-behaviour",
    "discriminatory-intent",
    "discriminatory-effect",
    "lawful-rights",
    "artistic-or-educational",
    "real-person",
)
"""Circumstances that a purpose may state."""

SAID_OTHERWISE = {
    "without-licence": "a work without any licence says `under: NONE`",
    "performs-similarly": "a way of making says `intent: perform-similarly`",
    "delivers": "an act says with `form` what is handed over",
    "above-threshold": "a party says with `monthly-users` how many it has",
}
"""Circumstances that a case says in another way, with what to tell who writes them down."""
