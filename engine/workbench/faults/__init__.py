# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Faults that can be put into the statements of the knowledge base, one at a time."""
