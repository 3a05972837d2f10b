# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Reports: what follows from cases, laid out as text, as Markdown and as JSON."""
