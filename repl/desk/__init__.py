# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The desk: a case is built and changed in sentences, and asked."""
