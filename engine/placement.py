# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Where the words of the vocabulary may stand in a case: which attribute fits which way of making, which circumstance what.

A word that has no place here cannot be written in a case; a test sees to it that every word has one.
"""

from __future__ import annotations

from collections.abc import Mapping

MAKING: Mapping[str, tuple[str, ...]] = {
    "copies": ("together", "substantial", "more-than-de-minimis"),
    "modifies": ("together", "substantial", "more-than-de-minimis"),
    "links-statically": ("substantial",),
    "links-dynamically": ("together",),
    "plugs-into": ("through", "payload", "together"),
    "runs": ("payload", "together"),
    "calls": ("payload", "together"),
    "bundles": ("limits-users", "together"),
    "includes-headers-of": ("takes", "substantial"),
    "loads": ("together",),
    "adapts": ("contains-layers", "together"),
    "merges": ("method",),
    "distills": ("using", "intent", "more-than-de-minimis"),
    "trains-on": ("intent", "more-than-de-minimis"),
    "embeds": ("more-than-de-minimis",),
    "retrieves-from": ("shows-passages", "together"),
    "outputs-of": ("contains-source", "substantial", "more-than-de-minimis"),
}
"""What a way of making may say of itself: attributes, and circumstances that concern what is taken. Others say nothing more."""

WORK = (
    "modified",
    "altered",
    "has-notice-file",
    "language-model",
    "substantial",
    "multimodal",
    "has-reserved-name",
    "change-date-passed",
    "change-license-allows",
    "additional-grant",
    "generative-model",
    "foundation-model",
    "image-model",
    "similar-model",
    "competing-model",
    "terms-forbid",
    "label-meets-demands",
    "label-carries-restrictions",
    "licensed-separately",
)
"""Circumstances that a work may state."""

PARTY = ("nonprofit", "sanctioned", "operates-model-as-a-service")
"""Circumstances that a party may state."""

PARTY_FIGURES = {
    "monthly-users": "How many users its products have in a month, or had in the months that licences count.",
    "monthly-revenue": "Its revenue in a month, affiliates included, by currency.",
    "yearly-revenue": "Its revenue in a year, affiliates included, by currency.",
    "staff": "How many people work for it.",
}
"""What may be counted of a party, each with its sentence; revenue is a sum by currency."""

ACT = (
    "commercially",
    "research",
    "education",
    "production",
    "internal",
    "personal",
    "competes",
    "computational",
    "registered",
    "managed-service",
    "model-as-a-service",
    "standalone-sale",
    "licensor-hardware",
    "licensor-service",
    "end-user",
    "user-product",
    "integrated-product",
)
"""Circumstances that an act may state."""

ACT_FIGURES = {
    "product-users": "How many users in a month the product has that the act serves.",
    "product-visits": "How often in a month the product is visited that the act serves.",
    "product-revenue": "The revenue in a month of the product that the act serves, by currency.",
}
"""What may be counted of the product that an act serves."""

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
    "unlawful",
    "lawful-rights",
    "artistic-or-educational",
    "real-person",
)
"""Circumstances that a purpose may state."""

SAID_OTHERWISE = {
    "without-licence": "a work without any licence says `under: NONE`",
    "performs-similarly": "a way of making says `intent: perform-similarly`",
    "delivers": "an act says with `form` what is handed over",
    "takes-place-in": "an act says with `in` where it takes place",
}
"""Circumstances that a case says in another way, with what to tell who writes them down."""
