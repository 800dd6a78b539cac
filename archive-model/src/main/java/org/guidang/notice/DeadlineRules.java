// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guidang.shared.WorkingCalendar;

/**
 * How many working days an organization gives itself for each step, when its lamps turn yellow and black, and who is told
 * then. The figures of an organization that set none are {@link #standard}: ours, no source gives any.
 */
@Entity
@Table(name = "deadline_rules")
public class DeadlineRules {

    public static final int MOST_DAYS = 250;

    @Id
    @Column(name = "organization_code")
    private String organization;

    @Column(name = "receipt_days")
    private int receiptDays = 3;

    @Column(name = "review_days")
    private int reviewDays = 10;

    @Column(name = "correction_days")
    private int correctionDays = 5;

    @Column(name = "sign_off_days")
    private int signOffDays = 3;

    @Column(name = "warning_days")
    private int warningDays = 2;

    @Column(name = "escalation_days")
    private int escalationDays = 3;

    @Column(name = "lead_user")
    private String lead;

    protected DeadlineRules() {} // JPA

    private DeadlineRules(String organization) {
        this.organization = organization;
    }

    /** 3 working days to receive, 10 to review, 5 to correct, 3 to sign; yellow from 2 left, black from 3 past. */
    public static DeadlineRules standard(String organization) {
        return new DeadlineRules(organization);
    }

    /**
     * Sets all figures at once.
     *
     * @param lead account that is told what is badly late; null: the administrators are
     * @throws DeadlineRulesException naming every figure that is not between 1 and {@value #MOST_DAYS}
     */
    public void set(int receipt, int review, int correction, int signOff, int warning, int escalation, String lead) {
        List<String> wrong = new ArrayList<>();
        check(wrong, "receiptDays", receipt);
        check(wrong, "reviewDays", review);
        check(wrong, "correctionDays", correction);
        check(wrong, "signOffDays", signOff);
        check(wrong, "warningDays", warning);
        check(wrong, "escalationDays", escalation);
        if (!wrong.isEmpty()) {
            throw new DeadlineRulesException(organization, wrong);
        }
        receiptDays = receipt;
        reviewDays = review;
        correctionDays = correction;
        signOffDays = signOff;
        warningDays = warning;
        escalationDays = escalation;
        this.lead = lead;
    }

    private static void check(List<String> wrong, String field, int days) {
        if (days < 1 || days > MOST_DAYS) {
            wrong.add(field + "=" + days);
        }
    }

    /** The last day for a step that begins on this day. */
    public LocalDate due(Step step, LocalDate begun, WorkingCalendar calendar) {
        return calendar.after(begun, days(step));
    }

    /** How the day looks today. */
    public Deadline look(Step step, LocalDate dueOn, LocalDate today, WorkingCalendar calendar) {
        int left = calendar.between(today, dueOn);
        boolean past = today.isAfter(dueOn);
        Lamp lamp;
        if (past) {
            lamp = -left >= escalationDays ? Lamp.BLACK : Lamp.RED;
        } else {
            lamp = left <= warningDays ? Lamp.YELLOW : Lamp.GREEN;
        }
        boolean provisional = calendar.isProvisional(dueOn.getYear()) || calendar.isProvisional(today.getYear());
        return new Deadline(step, dueOn, lamp, left, provisional);
    }

    public int days(Step step) {
        return switch (step) {
            case RECEIPT -> receiptDays;
            case REVIEW -> reviewDays;
            case CORRECTION -> correctionDays;
            case SIGN_OFF -> signOffDays;
        };
    }

    public String organization() {
        return organization;
    }

    public int warningDays() {
        return warningDays;
    }

    public int escalationDays() {
        return escalationDays;
    }

    public Optional<String> lead() {
        return Optional.ofNullable(lead);
    }
}
