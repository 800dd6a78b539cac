// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guidang.catalog.ServiceItem;
import org.guidang.intake.Applicant;
import org.guidang.intake.ApplicationNumber;
import org.guidang.intake.CaseFacts;
import org.guidang.intake.ProcessOpinion;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;

/** What the description of a case must hold: at the door little, for arrangement all (办件基本信息, 办理流程信息). */
public final class CaseRules {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_WORD = 50;
    private static final int LONGEST_BODY = 2000;

    /** How far a clock elsewhere may be ahead of ours. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final Instant now;
    private final List<Finding> findings = new ArrayList<>();

    private CaseRules(Instant now) {
        this.now = now;
    }

    /** Number, item and the form of all that is given. A case that is still to be closed is refused (DB43/T 第6部分 6.1). */
    public static List<Finding> atTheDoor(
            String number,
            String itemCode,
            Optional<ServiceItem> item,
            String window,
            CaseFacts facts,
            List<ProcessOpinion> opinions,
            Instant now) {
        CaseRules rules = new CaseRules(now);
        if (!ApplicationNumber.isWellFormed(number)) {
            rules.failed("number", Characteristic.AUTHENTICITY, "[0-9A-Za-z-]{1,50}", number);
        }
        if (item.isEmpty()) {
            rules.failed("item-unknown", Characteristic.AUTHENTICITY, "", itemCode);
        } else if (!item.get().takenAt(window)) {
            rules.failed("item-not-here", Characteristic.AUTHENTICITY, "", itemCode);
        }
        rules.form(facts, opinions);
        return rules.findings;
    }

    /** The form of what is given; nothing is demanded but a title. */
    public static List<Finding> ofForm(CaseFacts facts, List<ProcessOpinion> opinions, Instant now) {
        CaseRules rules = new CaseRules(now);
        rules.form(facts, opinions);
        return rules.findings;
    }

    /** What must be there before a package can be built. */
    public static List<Finding> complete(CaseFacts facts, List<ProcessOpinion> opinions, Instant now) {
        CaseRules rules = new CaseRules(now);
        rules.form(facts, opinions);
        rules.demand(
                "申请人名称 ApplyName",
                facts.applicant() == null ? null : facts.applicant().name());
        rules.demand("受理时间 ReceiveTime", facts.acceptedAt());
        rules.demand("办结时间 TransactTime", facts.closedAt());
        rules.demand("办理结果 Result", facts.result());
        if (opinions.isEmpty()) {
            rules.demand("办理流程信息 Opinion", null);
        }
        return rules.findings;
    }

    private void form(CaseFacts facts, List<ProcessOpinion> opinions) {
        demand("办件名称 ProjectName", facts.title());
        length("办件名称 ProjectName", facts.title(), LONGEST_TITLE);
        Applicant applicant = facts.applicant();
        if (applicant != null) {
            length("申请人名称 ApplyName", applicant.name(), LONGEST_NAME);
            length("证件类型 CardType", applicant.documentType(), LONGEST_WORD);
            length("证件号码 ContactedCard", applicant.documentNumber(), LONGEST_WORD);
        }
        length("办理结果 Result", facts.result(), LONGEST_NAME);
        length("结果文号 ResultCode", facts.resultCode(), LONGEST_NAME);
        Instant accepted = facts.acceptedAt();
        if (accepted != null && facts.closedAt() != null && facts.closedAt().isBefore(accepted)) {
            failed("closed-before-accepted", Characteristic.AUTHENTICITY, ">= " + accepted, facts.closedAt());
        }
        if (facts.closedAt() != null && facts.closedAt().isAfter(now.plus(CLOCKS_DIFFER))) {
            failed("not-closed", Characteristic.AUTHENTICITY, "<= " + now, facts.closedAt());
        }
        for (ProcessOpinion opinion : opinions) {
            demand("环节名称 NodeName", opinion.node());
            demand("办理人 Author", opinion.author());
            demand("办理时间 Modified", opinion.at());
            length("环节名称 NodeName", opinion.node(), LONGEST_WORD);
            length("办理人 Author", opinion.author(), LONGEST_NAME);
            length("意见类型 Type", opinion.type(), LONGEST_WORD);
            length("意见内容 Body", opinion.body(), LONGEST_BODY);
        }
    }

    private void demand(String field, Object value) {
        if (value == null || value instanceof String text && text.isBlank()) {
            add("field-missing", Characteristic.INTEGRITY, "", "", field);
        }
    }

    private void length(String field, String value, int longest) {
        if (value != null && value.codePointCount(0, value.length()) > longest) {
            add(
                    "field-too-long",
                    Characteristic.AUTHENTICITY,
                    "<= " + longest,
                    value.codePointCount(0, value.length()),
                    field);
        }
        if (value != null && value.codePoints().anyMatch(point -> Character.isISOControl(point) && point != '\n')) {
            add("field-control", Characteristic.SECURITY, "", "", field);
        }
    }

    private void failed(String what, Characteristic property, String expected, Object found) {
        add(what, property, expected, found, "");
    }

    private void add(String what, Characteristic property, String expected, Object found, String field) {
        findings.add(Finding.failed("case." + what, property, "intake.case." + what)
                .at(field)
                .expecting(expected, found));
    }
}
