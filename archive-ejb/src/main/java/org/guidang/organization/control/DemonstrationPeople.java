// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.organization.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.guidang.organization.Organization;
import org.guidang.organization.OrganizationKind;
import org.guidang.organization.OrganizationRepository;
import org.guidang.organization.Person;
import org.guidang.organization.PersonRepository;
import org.guidang.organization.Role;

/**
 * The bodies and accounts of the demonstration: two windows, three agencies, one person per desk, one client system per
 * side. Every account has the password {@value #PASSWORD}, which is why none of them exists outside demonstration mode.
 */
@ApplicationScoped
public class DemonstrationPeople {

    public static final String PASSWORD = "Guidang-2026";

    @Inject
    OrganizationRepository organizations;

    @Inject
    PersonRepository people;

    /** Adds them when no organization exists yet; runs in the caller's transaction. */
    public void addOnce() {
        if (!organizations.isEmpty()) {
            return;
        }
        window("WZ", "市政务服务中心综合受理窗口");
        window("WB", "滨江区政务服务中心综合受理窗口");
        agency("MZ", "市民政局", "11330100002489303H", "J019");
        agency("WJ", "市卫生健康委员会", "11330100MB1B51203U", "J037");
        agency("SJ", "市市场监督管理局", "11330100MB1A2C235T", "J052");
        organizations.add(new Organization("YW", "归档系统运行单位", OrganizationKind.OPERATOR, null, null));

        String hash = Passwords.hash(PASSWORD);
        person("wang", "王敏", "WZ", hash, Role.WINDOW_CLERK);
        person("li", "李静", "WZ", hash, Role.WINDOW_ARCHIVIST);
        person("xu", "徐磊", "WB", hash, Role.WINDOW_CLERK);
        person("he", "何晓燕", "WB", hash, Role.WINDOW_ARCHIVIST);
        person("zhang", "张伟", "MZ", hash, Role.AGENCY_REVIEWER);
        person("zhao", "赵芳", "MZ", hash, Role.AGENCY_ARCHIVIST);
        person("chen", "陈杰", "WJ", hash, Role.AGENCY_REVIEWER);
        person("liu", "刘洋", "WJ", hash, Role.AGENCY_ARCHIVIST);
        person("sun", "孙丽", "SJ", hash, Role.AGENCY_REVIEWER);
        person("zhou", "周强", "SJ", hash, Role.AGENCY_ARCHIVIST);
        person("admin", "系统管理员", "YW", hash, Role.SYSTEM_ADMIN);
        person("audit", "审计管理员", "YW", hash, Role.AUDITOR);
        client("client-wz", "市平台接口", "WZ", hash, Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST);
        client("client-wb", "区平台接口", "WB", hash, Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST);
        client("client-mz", "民政档案系统接口", "MZ", hash, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST);
        client("client-wj", "卫健档案系统接口", "WJ", hash, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST);
    }

    private void window(String code, String name) {
        organizations.add(new Organization(code, name, OrganizationKind.SERVICE_WINDOW, null, null));
    }

    private void agency(String code, String name, String creditCode, String fonds) {
        organizations.add(new Organization(code, name, OrganizationKind.IMPLEMENTING_AGENCY, creditCode, fonds));
    }

    private void person(String userName, String displayName, String organization, String hash, String role) {
        people.add(new Person(userName, displayName, organization, hash, false, Set.of(role)));
    }

    private void client(String userName, String displayName, String organization, String hash, String... roles) {
        people.add(new Person(userName, displayName, organization, hash, true, Set.of(roles)));
    }
}
