// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake.web;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.guidang.intake.Applicant;
import org.guidang.intake.CaseFacts;
import org.guidang.intake.ProcessOpinion;

/** What a clerk types of a case: its facts and the steps of its handling. Times are local, Asia/Shanghai. */
public class FactsForm implements Serializable {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** One step of the handling as typed. */
    public static class Step implements Serializable {
        private String node;
        private String author;
        private String type;
        private String body;
        private String at;

        boolean isEmpty() {
            return node == null && author == null && type == null && body == null && at == null;
        }

        ProcessOpinion opinion() {
            return new ProcessOpinion(node, author, type, body, instant(at));
        }

        public String getNode() {
            return node;
        }

        public void setNode(String node) {
            this.node = node;
        }

        public String getAuthor() {
            return author;
        }

        public void setAuthor(String author) {
            this.author = author;
        }

        public String getType() {
            return type;
        }

        public void setType(String type) {
            this.type = type;
        }

        public String getBody() {
            return body;
        }

        public void setBody(String body) {
            this.body = body;
        }

        public String getAt() {
            return at;
        }

        public void setAt(String at) {
            this.at = at;
        }
    }

    private String title;
    private String applicant;
    private String documentType;
    private String documentNumber;
    private String acceptedAt;
    private String closedAt;
    private String result;
    private String resultCode;
    private final List<Step> steps = new ArrayList<>();

    static FactsForm empty() {
        FactsForm form = new FactsForm();
        form.documentType = "居民身份证";
        for (int i = 0; i < 3; i++) {
            form.addStep();
        }
        return form;
    }

    static FactsForm of(CaseFacts facts, List<ProcessOpinion> opinions) {
        FactsForm form = new FactsForm();
        form.title = facts.title();
        if (facts.applicant() != null) {
            form.applicant = facts.applicant().name();
            form.documentType = facts.applicant().documentType();
            form.documentNumber = facts.applicant().documentNumber();
        }
        form.acceptedAt = local(facts.acceptedAt());
        form.closedAt = local(facts.closedAt());
        form.result = facts.result();
        form.resultCode = facts.resultCode();
        for (ProcessOpinion opinion : opinions) {
            Step step = form.addStep();
            step.node = opinion.node();
            step.author = opinion.author();
            step.type = opinion.type();
            step.body = opinion.body();
            step.at = local(opinion.at());
        }
        form.addStep();
        return form;
    }

    CaseFacts facts() {
        return new CaseFacts(
                title,
                new Applicant(applicant, documentType, documentNumber),
                instant(acceptedAt),
                instant(closedAt),
                result,
                resultCode);
    }

    /** The steps of which anything was typed. */
    List<ProcessOpinion> opinions() {
        return steps.stream().filter(step -> !step.isEmpty()).map(Step::opinion).toList();
    }

    public Step addStep() {
        Step step = new Step();
        steps.add(step);
        return step;
    }

    /** Null for nothing and for what is no time; the boundary then names the missing time. */
    private static Instant instant(String text) {
        try {
            return text == null ? null : LocalDateTime.parse(text).atZone(ZONE).toInstant();
        } catch (DateTimeParseException noTime) {
            return null;
        }
    }

    private static String local(Instant at) {
        return at == null ? null : at.atZone(ZONE).toLocalDateTime().withNano(0).toString();
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getApplicant() {
        return applicant;
    }

    public void setApplicant(String applicant) {
        this.applicant = applicant;
    }

    public String getDocumentType() {
        return documentType;
    }

    public void setDocumentType(String documentType) {
        this.documentType = documentType;
    }

    public String getDocumentNumber() {
        return documentNumber;
    }

    public void setDocumentNumber(String documentNumber) {
        this.documentNumber = documentNumber;
    }

    public String getAcceptedAt() {
        return acceptedAt;
    }

    public void setAcceptedAt(String acceptedAt) {
        this.acceptedAt = acceptedAt;
    }

    public String getClosedAt() {
        return closedAt;
    }

    public void setClosedAt(String closedAt) {
        this.closedAt = closedAt;
    }

    public String getResult() {
        return result;
    }

    public void setResult(String result) {
        this.result = result;
    }

    public String getResultCode() {
        return resultCode;
    }

    public void setResultCode(String resultCode) {
        this.resultCode = resultCode;
    }

    public List<Step> getSteps() {
        return steps;
    }
}
