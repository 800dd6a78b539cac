// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.storage;

/** How far a package is in the holdings. */
public enum HoldingState {
    /** Has its archival code; the object is being written or has to be written again. */
    WRITING,
    /** Written, read back, and every digest found to agree. */
    HELD
}
