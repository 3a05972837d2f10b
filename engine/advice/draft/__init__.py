# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""A new licence from a brief: terms composed, their models named, and every line of the brief tried as a case."""
