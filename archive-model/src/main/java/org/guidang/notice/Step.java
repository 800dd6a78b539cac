// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice;

/** What has to be done by a day. */
public enum Step {
    /** 接收: the agency begins with what was submitted. */
    RECEIPT,
    /** 核对: the agency concludes its review. */
    REVIEW,
    /** 补正: the window offers returned packages again. */
    CORRECTION,
    /** 签字: both parties sign what was concluded. */
    SIGN_OFF
}
