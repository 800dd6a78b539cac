// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging;

/** Where a package version stands. The database allows the same names and no others. */
public enum PackageState {
    /** Built, digested, signed; its octets never change from here on (固化). */
    FIXED,
    /** Tested at the window (归档检测), passed or failed. */
    DETECTED,
    /** In the archiving catalogue (归档目录清单). */
    REGISTERED,
    /** On an open transfer list (申请移交). */
    OFFERED,
    /** On a list signed by both parties. */
    ACCEPTED,
    /** In the holdings of the agency (接收入库). */
    HELD,
    /** Sent back by the agency with a reason (退回); a next version answers it. */
    RETURNED
}
