# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The JSON Schema of scenario files, generated from the shapes that the reader reads with, so that the two cannot differ."""

from __future__ import annotations

from ..reader import case_shape
from ..shape import Definitions, Schema

SCENARIO_ID = "urn:licet:schema:scenario:1"


def scenario_schema() -> Schema:
    """Return the schema of a file of cases (draft 2020-12), as a value that `json` can write.

    It says what an editor can check. References between works and parties, circles in how works are made and the syntax of
    licence expressions are checked by the reader alone.
    """
    definitions: Definitions = {}
    one = case_shape().schema(definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCENARIO_ID,
        "title": "licet scenario",
        "description": "Cases for licet: works, how they were made, who does what with them, and what is expected to follow.",
        "anyOf": [{"type": "array", "items": one, "minItems": 1}, one],
        "$defs": dict(sorted(definitions.items())),
    }
