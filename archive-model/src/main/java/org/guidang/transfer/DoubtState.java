// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

/** What became of a doubt. */
public enum DoubtState {
    /** 待答复; the review cannot end. */
    OPEN,
    /** 已答复 */
    ANSWERED,
    /** 已收回 by a reviewer, who no longer needs the opinion. */
    TAKEN_BACK,
    /** 已失效: the whole list went back before anybody answered. */
    LAPSED
}
