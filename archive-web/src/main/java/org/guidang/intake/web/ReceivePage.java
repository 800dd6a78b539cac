// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.guidang.catalog.boundary.ServiceItemView;
import org.guidang.catalog.boundary.ServiceItems;
import org.guidang.intake.Source;
import org.guidang.intake.boundary.CaseReceipt;
import org.guidang.intake.boundary.CaseSubmission;
import org.guidang.intake.boundary.Cases;
import org.guidang.intake.boundary.IncomingFile;
import org.guidang.organization.web.SignedIn;
import org.guidang.shared.web.PageMessages;

/** Taking a closed case in by hand: what it is about, and its files by material. Refused whole with every finding. */
@Named
@ViewScoped
public class ReceivePage implements Serializable {

    private static final int MOST_ITEMS = 500;

    @Inject
    Cases cases;

    @Inject
    ServiceItems items;

    @Inject
    SignedIn signedIn;

    @Inject
    PageMessages messages;

    private String item;
    private String number;
    private FactsForm facts = FactsForm.empty();
    private List<MaterialSlot> slots = List.of();

    /** Lays out the places for files by the material catalogue of the chosen item. */
    public void load() {
        if (item != null) {
            slots = new ArrayList<>();
            items.get(item)
                    .materials()
                    .forEach(rule -> slots.add(new MaterialSlot(rule.name(), rule.kind(), rule.required())));
            slots.add(new MaterialSlot(null, null, false));
        }
    }

    public String receive() {
        List<IncomingFile> files =
                slots.stream().flatMap(slot -> slot.files().stream()).toList();
        CaseSubmission submission = new CaseSubmission(number, item, facts.facts(), facts.opinions());
        CaseReceipt[] taken = new CaseReceipt[1];
        if (!messages.attempt(() -> taken[0] = cases.receive(submission, files))) {
            return null;
        }
        messages.afterRedirect(
                taken[0].again() ? "intake.received-again" : "intake.received", taken[0].number(), files.size());
        return "/intake/case.xhtml?faces-redirect=true&number=" + taken[0].number();
    }

    public List<ServiceItemView> getItems() {
        String window = signedIn.getOrganizationCode();
        return items.list(0, MOST_ITEMS).stream()
                .filter(each -> each.windows().isEmpty() || each.windows().contains(window))
                .toList();
    }

    public Source[] getSources() {
        return Source.values();
    }

    public List<MaterialSlot> getSlots() {
        return slots;
    }

    public FactsForm getFacts() {
        return facts;
    }

    public String getItem() {
        return item;
    }

    public void setItem(String item) {
        this.item = item;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }
}
