# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What an edit of the knowledge base means: the findings it changes, and the edit that each is due to."""
