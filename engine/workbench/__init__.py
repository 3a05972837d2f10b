# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
