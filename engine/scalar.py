# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Shapes of yes and no, numbers and codes: values that YAML may take for something else than text."""

from __future__ import annotations

import re
from collections.abc import Mapping

from .cursor import Cursor
from .node import MapNode, ScalarNode
from .shape import Definitions, Schema

_QUOTED = {"yes": True, "no": False}
_PLAIN = {**_QUOTED, "true": True, "on": True, "false": False, "off": False}
_WHOLE_NUMBER = re.compile(r"0|[1-9][0-9_]*")
_MAXIMUM_DIGITS = 15
_CURRENCY = re.compile(r"[A-Z]{3}")
_MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")


class YesNo:
    """Yes or no. Quotes do not matter."""

    def read(self, cursor: Cursor) -> bool | None:
        node = cursor.node
        answer = None
        if isinstance(node, ScalarNode):
            answer = _PLAIN.get(node.text.lower()) if node.plain else _QUOTED.get(node.text)
        if answer is not None:
            return answer
        cursor.problem(f"{cursor.kind()} is neither yes nor no", expected="yes or no; leave it out where it is not known")
        return None

    def schema(self, definitions: Definitions) -> Schema:
        return {"enum": [True, False, "yes", "no"]}


class WholeNumber:
    """A whole number, zero or more."""

    def read(self, cursor: Cursor) -> int | None:
        node = cursor.node
        if isinstance(node, ScalarNode) and node.plain and _WHOLE_NUMBER.fullmatch(node.text):
            digits = node.text.replace("_", "")
            if len(digits) <= _MAXIMUM_DIGITS:
                return int(digits)
        cursor.problem(f"{cursor.kind()} is no whole number", expected="digits alone, such as 120000")
        return None

    def schema(self, definitions: Definitions) -> Schema:
        return {"type": "integer", "minimum": 0, "maximum": 10**_MAXIMUM_DIGITS - 1}


class Count:
    """A whole number, or whole numbers by month. Read as numbers by month (``2024-06``); a number alone has no month."""

    def read(self, cursor: Cursor) -> Mapping[str, int] | None:
        if not isinstance(cursor.node, MapNode):
            number = WholeNumber().read(cursor)
            return None if number is None else {"": number}
        read = [(self._month(key), WholeNumber().read(value)) for key, value in cursor.entries()]
        return {month: number for month, number in read if month is not None and number is not None}

    def _month(self, key: Cursor) -> str | None:
        if isinstance(key.node, ScalarNode) and _MONTH.fullmatch(key.node.text):
            return key.node.text
        key.problem(f"{key.kind()} is no month", expected="year and month, such as 2024-06")
        return None

    def schema(self, definitions: Definitions) -> Schema:
        number = WholeNumber().schema(definitions)
        by_month = {"type": "object", "propertyNames": {"pattern": f"^{_MONTH.pattern}$"}, "additionalProperties": number}
        return {"anyOf": [number, by_month]}


class Sum:
    """Whole sums by currency (``{USD: 12000000}``). Read as sums by the three letters of the currency."""

    def read(self, cursor: Cursor) -> Mapping[str, int] | None:
        if not isinstance(cursor.node, MapNode):
            cursor.problem(f"{cursor.kind()} stands where a sum belongs", expected="currency and amount, as {USD: 12000000}")
            return None
        read = [(self._currency(key), WholeNumber().read(value)) for key, value in cursor.entries()]
        return {currency: number for currency, number in read if currency is not None and number is not None}

    def _currency(self, key: Cursor) -> str | None:
        if isinstance(key.node, ScalarNode) and _CURRENCY.fullmatch(key.node.text):
            return key.node.text
        key.problem(f"{key.kind()} is no currency", expected="three capital letters, such as USD")
        return None

    def schema(self, definitions: Definitions) -> Schema:
        number = WholeNumber().schema(definitions)
        names = {"pattern": f"^{_CURRENCY.pattern}$"}
        return {"type": "object", "propertyNames": names, "additionalProperties": number}


class Country:
    """A country or region by its two letters, or ``EEA``. Norway needs no quotes: nothing else than a code can stand here."""

    _CODE = "[A-Z]{2}|EEA"

    def read(self, cursor: Cursor) -> str | None:
        node = cursor.node
        if isinstance(node, ScalarNode) and re.fullmatch(self._CODE, node.text):
            return node.text
        cursor.problem(f"{cursor.kind()} is no country code", expected="two capital letters, such as DE, or EEA")
        return None

    def schema(self, definitions: Definitions) -> Schema:
        return {"type": "string", "pattern": f"^({self._CODE})$"}
