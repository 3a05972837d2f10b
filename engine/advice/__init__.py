# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Advice: what to change, which licence to choose, what terms to draft, what to watch in a product."""
