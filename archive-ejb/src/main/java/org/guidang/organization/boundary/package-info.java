// SPDX-License-Identifier: AGPL-3.0-only
/** Who takes part and who is asking. */
package org.guidang.organization.boundary;
