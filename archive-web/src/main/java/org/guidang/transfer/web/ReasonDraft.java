// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.web;

import java.io.Serializable;
import java.util.Objects;
import org.guidang.shared.Finding;
import org.guidang.transfer.ReasonCode;
import org.guidang.transfer.ReturnReason;

/** A return reason as it is being written; what it rests on comes from a finding and is not typed. */
public class ReasonDraft implements Serializable {

    private ReasonCode code = ReasonCode.METADATA;
    private String text;
    private String item = "";
    private Finding finding;
    private String place = "";

    static ReasonDraft of(String item, Finding finding, String place, String text) {
        ReasonDraft draft = new ReasonDraft();
        draft.code = codeFor(finding);
        draft.item = item;
        draft.finding = finding;
        draft.place = place;
        draft.text = text;
        return draft;
    }

    /** Rests on an item that says why by itself, without findings. */
    static ReasonDraft of(String item, String text) {
        ReasonDraft draft = new ReasonDraft();
        draft.code = ReasonCode.OTHER;
        draft.item = item;
        draft.text = text;
        return draft;
    }

    /** A proposal the reviewer may change. */
    private static ReasonCode codeFor(Finding finding) {
        if (finding.message().matches(".*(seal|signature|stamp|certificate).*")) {
            return ReasonCode.SIGNATURE;
        }
        if (finding.message().matches(".*(fixing|digest|altered|identical).*")) {
            return ReasonCode.DAMAGED;
        }
        return switch (finding.property()) {
            case AUTHENTICITY -> ReasonCode.METADATA;
            case INTEGRITY -> ReasonCode.MATERIAL_MISSING;
            case USABILITY -> ReasonCode.FORMAT;
            case SECURITY -> ReasonCode.SECURITY;
        };
    }

    ReturnReason reason() {
        return finding == null
                ? new ReturnReason(code, text, item, "")
                : new ReturnReason(code, text, item, finding.file(), place, finding.expected(), finding.found());
    }

    boolean isBlank() {
        return item.isEmpty() && (text == null || text.isBlank());
    }

    boolean restsOn(String otherItem, Finding other) {
        return item.equals(otherItem) && Objects.equals(finding, other);
    }

    public ReasonCode getCode() {
        return code;
    }

    public void setCode(ReasonCode code) {
        this.code = code;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getItem() {
        return item;
    }

    public Finding getFinding() {
        return finding;
    }

    public String getPlace() {
        return place;
    }
}
