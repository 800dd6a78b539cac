// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

/** The two parties of a hand-over (交接双方). */
public enum Party {
    /** 移交方: the comprehensive service window. */
    WINDOW,
    /** 接收方: the implementing agency. */
    AGENCY
}
