// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.guidang.packaging.PackageCriteria;
import org.guidang.packaging.PackageState;
import org.guidang.packaging.boundary.PackageRow;
import org.guidang.packaging.boundary.Packages;
import org.guidang.shared.web.PageMessages;
import org.guidang.transfer.TransferListNumber;
import org.guidang.transfer.boundary.TransferView;
import org.guidang.transfer.boundary.Transfers;

/** First step of the wizard: which registered packages, for which agency; and whether they answer a returned list. */
@Named
@ViewScoped
public class NewTransferPage implements Serializable {

    /** The most packages offered for choice at once; more go on a second list. */
    private static final int MOST = 1000;

    @Inject
    Packages packages;

    @Inject
    Transfers transfers;

    @Inject
    PageMessages messages;

    private String agency;
    private String resubmits;
    private List<PackageRow> registered;
    private final Map<String, Boolean> chosen = new HashMap<>();

    public void load() {
        registered = packages.list(PackageCriteria.in(PackageState.REGISTERED), 0, MOST);
        if (agency == null && getAgencies().size() == 1) {
            agency = getAgencies().keySet().iterator().next();
        }
        getOffered().forEach(pack -> chosen.put(pack.number().value(), isWanted(pack)));
    }

    /** A resubmission begins with the packages that answer its list, a first offer with all the others. */
    private boolean isWanted(PackageRow pack) {
        String answered = pack.answersList(); // number of the list, a slash, its version
        return resubmits == null ? answered == null : answered != null && (answered + "/").startsWith(resubmits + "/");
    }

    /** Agencies with registered packages, and how many each. */
    public Map<String, Long> getAgencies() {
        Map<String, Long> counts = new TreeMap<>();
        registered.forEach(pack -> counts.merge(pack.description().agencyCode(), 1L, Long::sum));
        return counts;
    }

    public List<PackageRow> getOffered() {
        return registered.stream()
                .filter(pack -> pack.description().agencyCode().equals(agency))
                .toList();
    }

    public String draft() {
        List<String> numbers = chosen.entrySet().stream()
                .filter(each -> Boolean.TRUE.equals(each.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        if (numbers.isEmpty()) {
            messages.warn("choose.none");
            return null;
        }
        TransferView[] drafted = new TransferView[1];
        TransferListNumber answered = resubmits == null ? null : new TransferListNumber(resubmits);
        if (!messages.attempt(() -> drafted[0] = transfers.draft(agency, numbers, answered))) {
            return null;
        }
        return "/transfer/draft.xhtml?faces-redirect=true&number="
                + drafted[0].row().number();
    }

    public Map<String, Boolean> getChosen() {
        return chosen;
    }

    public String getAgency() {
        return agency;
    }

    public void setAgency(String agency) {
        this.agency = agency;
    }

    public String getResubmits() {
        return resubmits;
    }

    public void setResubmits(String resubmits) {
        this.resubmits = resubmits;
    }
}
