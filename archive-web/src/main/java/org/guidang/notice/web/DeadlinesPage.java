// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.guidang.notice.boundary.DeadlineRulesView;
import org.guidang.notice.boundary.Deadlines;
import org.guidang.organization.boundary.OrganizationView;
import org.guidang.organization.boundary.Organizations;
import org.guidang.shared.web.PageMessages;

/** 办理期限: the working days of one organization, set by the administrator. */
@Named
@ViewScoped
public class DeadlinesPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Deadlines deadlines;

    @Inject
    transient Organizations organizations;

    @Inject
    transient PageMessages messages;

    private String organization;
    private Integer receiptDays;
    private Integer reviewDays;
    private Integer correctionDays;
    private Integer signOffDays;
    private Integer warningDays;
    private Integer escalationDays;
    private String lead;

    public void load() {
        if (organization == null) {
            organization = getOrganizations().get(0).code();
        }
        DeadlineRulesView now = deadlines.rulesOf(organization);
        receiptDays = now.receiptDays();
        reviewDays = now.reviewDays();
        correctionDays = now.correctionDays();
        signOffDays = now.signOffDays();
        warningDays = now.warningDays();
        escalationDays = now.escalationDays();
        lead = now.lead();
    }

    public void save() {
        DeadlineRulesView wanted = new DeadlineRulesView(
                organization,
                number(receiptDays),
                number(reviewDays),
                number(correctionDays),
                number(signOffDays),
                number(warningDays),
                number(escalationDays),
                lead);
        if (messages.attempt(() -> deadlines.set(wanted))) {
            messages.done("deadlines.saved", organization);
        }
    }

    private static int number(Integer typed) {
        return typed == null ? 0 : typed;
    }

    public List<OrganizationView> getOrganizations() {
        return Stream.concat(organizations.windows().stream(), organizations.agencies().stream())
                .toList();
    }

    public String getOrganization() {
        return organization;
    }

    public void setOrganization(String organization) {
        this.organization = organization;
    }

    public Integer getReceiptDays() {
        return receiptDays;
    }

    public void setReceiptDays(Integer days) {
        receiptDays = days;
    }

    public Integer getReviewDays() {
        return reviewDays;
    }

    public void setReviewDays(Integer days) {
        reviewDays = days;
    }

    public Integer getCorrectionDays() {
        return correctionDays;
    }

    public void setCorrectionDays(Integer days) {
        correctionDays = days;
    }

    public Integer getSignOffDays() {
        return signOffDays;
    }

    public void setSignOffDays(Integer days) {
        signOffDays = days;
    }

    public Integer getWarningDays() {
        return warningDays;
    }

    public void setWarningDays(Integer days) {
        warningDays = days;
    }

    public Integer getEscalationDays() {
        return escalationDays;
    }

    public void setEscalationDays(Integer days) {
        escalationDays = days;
    }

    public String getLead() {
        return lead;
    }

    public void setLead(String lead) {
        this.lead = lead;
    }
}
