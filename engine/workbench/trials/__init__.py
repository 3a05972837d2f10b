# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Whether a case notices a fault: which cases could, what they come to with it, many at a time, and what is remembered."""
