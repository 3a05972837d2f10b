# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The conventions of the knowledge base, each as a check that says where a file does not keep it."""
