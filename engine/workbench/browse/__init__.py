# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The knowledge base as pages to browse: Markdown with an index, links and anchors."""
