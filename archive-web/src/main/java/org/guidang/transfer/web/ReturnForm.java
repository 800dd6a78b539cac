// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.guidang.detection.boundary.ItemView;
import org.guidang.shared.Finding;
import org.guidang.shared.web.Sentences;
import org.guidang.transfer.CorrectionDemand;
import org.guidang.transfer.ReasonCode;
import org.guidang.transfer.ReturnReason;
import org.guidang.transfer.TransferListNumber;
import org.guidang.transfer.boundary.AttachmentRow;
import org.guidang.transfer.boundary.Attachments;

/**
 * What goes with a return while it is being written: reasons, taken from findings with one click or typed, a last day,
 * files. Files that were kept before the return itself was refused are not sent again.
 */
@Named
@ViewScoped
public class ReturnForm implements Serializable {

    @Inject
    Attachments attachments;

    @Inject
    Sentences sentences;

    private final List<ReasonDraft> reasons = new ArrayList<>(List.of(new ReasonDraft()));
    private final List<AttachmentRow> kept = new ArrayList<>();
    private LocalDate by;
    private transient List<Part> parts;

    /** Makes a finding a reason; one that is a reason already is left as it is. */
    public void take(ItemView item, Finding finding) {
        if (reasons.stream().anyMatch(draft -> draft.restsOn(item.code(), finding))) {
            return;
        }
        add(ReasonDraft.of(item.code(), finding, sentences.place(finding), sentences.say(finding)));
    }

    /** Makes an item that has no findings a reason, by what it says of itself. */
    public void take(ItemView item) {
        if (reasons.stream().noneMatch(draft -> draft.restsOn(item.code(), null))) {
            add(ReasonDraft.of(
                    item.code(), item.name() + "：" + sentences.sentence(item.reason(), item.reasonArguments())));
        }
    }

    private void add(ReasonDraft draft) {
        reasons.removeIf(ReasonDraft::isBlank);
        reasons.add(draft);
    }

    public void more() {
        reasons.add(new ReasonDraft());
    }

    /** At least one stays, to be written. */
    public void drop(ReasonDraft draft) {
        reasons.remove(draft);
        if (reasons.isEmpty()) {
            more();
        }
    }

    /** Keeps the chosen files and says what is demanded. */
    CorrectionDemand demand(TransferListNumber list) throws IOException {
        List<ReturnReason> written = reasons.stream().map(ReasonDraft::reason).toList();
        for (Part part : parts == null ? List.<Part>of() : parts) {
            if (part.getSize() > 0) {
                try (InputStream content = part.getInputStream()) {
                    kept.add(attachments.add(list, part.getSubmittedFileName(), content));
                }
            }
        }
        parts = null;
        return new CorrectionDemand(
                written, by, kept.stream().map(AttachmentRow::id).toList());
    }

    /** Takes a kept file off this return. */
    public void leave(AttachmentRow file) {
        kept.remove(file);
    }

    public List<ReasonDraft> getReasons() {
        return reasons;
    }

    public List<AttachmentRow> getKept() {
        return kept;
    }

    public ReasonCode[] getCodes() {
        return ReasonCode.values();
    }

    public LocalDate getBy() {
        return by;
    }

    public void setBy(LocalDate by) {
        this.by = by;
    }

    public List<Part> getParts() {
        return parts;
    }

    public void setParts(List<Part> parts) {
        this.parts = parts;
    }
}
