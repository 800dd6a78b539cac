// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake;

/** Where a case stands before its package is built. */
public enum CaseState {
    /** Received whole, nobody has touched it. */
    RECEIVED,
    /** A clerk has completed metadata or added files; not yet arranged. */
    ARRANGING,
    /** Complete by the item's configuration; a package can be built of it. */
    ARRANGED,
    /** Its package failed detection or came back; to be corrected and arranged anew. */
    SUPPLEMENTING
}
