// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

/** What the agency decided about one package on a list. */
public enum Decision {
    /** 待核对 */
    PENDING,
    /** 合格 */
    ACCEPTED,
    /** 退回 */
    RETURNED
}
