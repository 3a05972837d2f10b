# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The JSON Schema of briefs, generated from the shapes that the reader reads with, so that the two cannot differ."""

from __future__ import annotations

from ..advice.draft.reading import brief_shape
from ..shape import Definitions, Schema

BRIEF_ID = "urn:licet:schema:brief:1"


def brief_schema() -> Schema:
    """Return the schema of a brief for a new licence (draft 2020-12), as a value that `json` can write."""
    definitions: Definitions = {}
    one = brief_shape().schema(definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": BRIEF_ID,
        "title": "licet brief",
        "description": "What a new licence is to do: who may do what, what is barred, asked and settled.",
        **one,
        "$defs": dict(sorted(definitions.items())),
    }
