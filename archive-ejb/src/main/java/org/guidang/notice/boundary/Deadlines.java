// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import org.guidang.audit.control.OperationLog;
import org.guidang.notice.DeadlineRules;
import org.guidang.notice.DeadlineRulesException;
import org.guidang.notice.NoticeRepository;
import org.guidang.organization.OrganizationRepository;
import org.guidang.organization.Person;
import org.guidang.organization.PersonRepository;
import org.guidang.organization.Role;

/** How long an organization may take. A change counts for what begins after it; days already set stand. */
@Stateless
public class Deadlines {

    @Inject
    NoticeRepository notices;

    @Inject
    OrganizationRepository organizations;

    @Inject
    PersonRepository people;

    @Inject
    OperationLog log;

    /** Those in force, the standard ones when none were set. */
    @RolesAllowed(Role.SYSTEM_ADMIN)
    public DeadlineRulesView rulesOf(String organization) {
        return DeadlineRulesView.of(
                notices.rulesOf(organizations.get(organization).code()));
    }

    /** @throws DeadlineRulesException naming every figure that cannot be, or a lead the organization does not have */
    @RolesAllowed(Role.SYSTEM_ADMIN)
    public DeadlineRulesView set(DeadlineRulesView wanted) {
        String organization = organizations.get(wanted.organization()).code();
        String lead = wanted.lead() == null || wanted.lead().isBlank()
                ? null
                : wanted.lead().strip();
        if (lead != null
                && people.find(lead)
                        .filter(Person::isActive)
                        .filter(person -> person.organizationCode().equals(organization))
                        .isEmpty()) {
            throw DeadlineRulesException.unknownLead(organization, lead);
        }
        DeadlineRules rules = notices.rulesOf(organization);
        rules.set(
                wanted.receiptDays(),
                wanted.reviewDays(),
                wanted.correctionDays(),
                wanted.signOffDays(),
                wanted.warningDays(),
                wanted.escalationDays(),
                lead);
        notices.save(rules);
        DeadlineRulesView now = DeadlineRulesView.of(rules);
        log.record("deadline-rules.set", "organization", organization, "done", Map.of("days", days(now)));
        return now;
    }

    private static String days(DeadlineRulesView rules) {
        return rules.receiptDays() + "/" + rules.reviewDays() + "/" + rules.correctionDays() + "/" + rules.signOffDays()
                + " " + rules.warningDays() + "/" + rules.escalationDays();
    }
}
