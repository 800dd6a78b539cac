// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.organization;

import java.util.List;
import java.util.Set;

/** Role names, as boundaries demand them and as the realm of the server gives them out. */
public final class Role {

    /** 综合受理窗口经办: takes cases in, arranges, packs, tests. */
    public static final String WINDOW_CLERK = "window-clerk";

    /** 窗口档案员: registers, makes transfer lists, signs for the window. */
    public static final String WINDOW_ARCHIVIST = "window-archivist";

    /** 实施机构审核员: receives, tests again, returns or accepts, signs for the agency. */
    public static final String AGENCY_REVIEWER = "agency-reviewer";

    /** 机构档案员: keeps the holdings. */
    public static final String AGENCY_ARCHIVIST = "agency-archivist";

    /** 系统管理员: accounts and settings; reads no record. */
    public static final String SYSTEM_ADMIN = "system-admin";

    /** 审计管理员: reads all logs, changes nothing. */
    public static final String AUDITOR = "audit-admin";

    public static final List<String> ALL =
            List.of(WINDOW_CLERK, WINDOW_ARCHIVIST, AGENCY_REVIEWER, AGENCY_ARCHIVIST, SYSTEM_ADMIN, AUDITOR);

    /** The roles an account of such a body may have; officers (系统管理员, 审计管理员) are not made this way. */
    public static Set<String> of(OrganizationKind kind) {
        return switch (kind) {
            case SERVICE_WINDOW -> Set.of(WINDOW_CLERK, WINDOW_ARCHIVIST);
            case IMPLEMENTING_AGENCY -> Set.of(AGENCY_REVIEWER, AGENCY_ARCHIVIST);
            case OPERATOR -> Set.of();
        };
    }

    private Role() {}
}
