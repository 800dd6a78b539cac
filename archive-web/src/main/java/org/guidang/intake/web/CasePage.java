// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guidang.intake.ApplicationNumber;
import org.guidang.intake.CaseState;
import org.guidang.intake.boundary.CaseChanges;
import org.guidang.intake.boundary.CaseFileView;
import org.guidang.intake.boundary.CaseView;
import org.guidang.intake.boundary.Cases;
import org.guidang.intake.boundary.IncomingFile;
import org.guidang.shared.web.PageMessages;

/** One case: its materials held against the catalogue, completion by hand, supplement, arrangement. */
@Named
@ViewScoped
public class CasePage implements Serializable {

    @Inject
    Cases cases;

    @Inject
    PageMessages messages;

    private String number;
    private String reason;
    private CaseView received;
    private FactsForm facts;
    private Map<String, String> materials = new HashMap<>();
    private List<MaterialSlot> slots = List.of();

    public void load() {
        show(cases.get(new ApplicationNumber(number)));
    }

    private void show(CaseView now) {
        received = now;
        facts = FactsForm.of(now.facts(), now.opinions());
        materials = new HashMap<>();
        for (CaseFileView file : now.files()) {
            materials.put(file.id(), file.materialName());
        }
        slots = now.materials().stream()
                .map(status -> new MaterialSlot(status.name(), status.kind(), status.missing()))
                .toList();
    }

    /** Keeps what was typed (信息补录). */
    public String complete() {
        Map<String, String> said = new HashMap<>();
        materials.forEach((file, material) -> {
            if (material != null) {
                said.put(file, material);
            }
        });
        CaseChanges changes = new CaseChanges(facts.facts(), facts.opinions(), said);
        return afterwards(
                () -> cases.completeMetadata(received.number(), received.version(), changes), "intake.completed");
    }

    /** Adds the files chosen (材料补充). */
    public String supplement() {
        List<IncomingFile> files =
                slots.stream().flatMap(slot -> slot.files().stream()).toList();
        if (files.isEmpty()) {
            messages.warn("intake.no-files");
            return null;
        }
        return afterwards(() -> cases.supplement(received.number(), files), "intake.supplemented");
    }

    public String withdraw(String file) {
        return afterwards(() -> cases.withdraw(received.number(), received.version(), file), "intake.withdrawn");
    }

    /** Arranges by the item's configuration; refused with every missing material. */
    public String arrange() {
        return afterwards(() -> cases.arrange(received.number(), received.version()), "intake.arranged");
    }

    /** Opens an arranged case again for correction. */
    public String reopen() {
        return afterwards(() -> cases.reopen(received.number(), received.version(), reason), "intake.reopened");
    }

    private String afterwards(PageMessages.Deed deed, String done) {
        if (!messages.attempt(deed)) {
            return null;
        }
        messages.afterRedirect(done, received.number());
        return "/intake/case.xhtml?faces-redirect=true&number=" + received.number();
    }

    public boolean isArranged() {
        return received.state() == CaseState.ARRANGED;
    }

    /** Whether the agency holds its package: then the page only tells. */
    public boolean isArchived() {
        return received.archivedAt() != null;
    }

    /** What is required and has no file. */
    public List<String> getMissing() {
        return received.materials().stream()
                .filter(status -> status.missing())
                .map(status -> status.name())
                .toList();
    }

    public CaseView getReceived() {
        return received;
    }

    public FactsForm getFacts() {
        return facts;
    }

    public Map<String, String> getMaterials() {
        return materials;
    }

    public List<MaterialSlot> getSlots() {
        return slots;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }
}
