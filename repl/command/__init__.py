# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The commands of ``licet``, one module each; each module holds its click command as ``command``."""
