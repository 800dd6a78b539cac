// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.organization;

/** What an organization is in the hand-over. */
public enum OrganizationKind {
    /** 综合受理窗口 */
    SERVICE_WINDOW,
    /** 政务服务实施机构 */
    IMPLEMENTING_AGENCY,
    /** Whoever runs the system: administrators and auditors, no party to any hand-over. */
    OPERATOR
}
