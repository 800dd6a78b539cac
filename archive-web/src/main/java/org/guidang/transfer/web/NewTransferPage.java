// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.guidang.packaging.boundary.PackageChoice;
import org.guidang.packaging.boundary.PackageChoices;
import org.guidang.packaging.boundary.PackageRow;
import org.guidang.shared.web.PageMessages;
import org.guidang.transfer.TransferListNumber;
import org.guidang.transfer.boundary.TransferQueues;
import org.guidang.transfer.boundary.TransferView;
import org.guidang.transfer.boundary.Transfers;

/**
 * First step of the wizard: which registered packages, for which agency; and whether they answer a returned list. They
 * are ticked in the table, taken all at once, or named by pasted or scanned numbers; what is for several agencies
 * becomes a draft for each.
 */
@Named
@ViewScoped
public class NewTransferPage implements Serializable {

    /** Rows to tick; the others are reached by the filter, by their numbers, or all together. */
    private static final int SHOWN = 200;

    /** Rows when a returned list is answered, whose packages are ticked beforehand. */
    private static final int SHOWN_ANSWERS = 1000;

    @Inject
    PackageChoices choices;

    @Inject
    Transfers transfers;

    @Inject
    TransferQueues queues;

    @Inject
    PageMessages messages;

    private String agency;
    private String resubmits;
    private String text;
    private Map<String, Long> agencies = Map.of();
    private List<PackageRow> offered = List.of();
    private long matching;
    private boolean everything;
    private String scanned;
    private String pasted;
    private boolean byNumbers;
    private PackageChoice said;
    private Map<String, String> onLists = Map.of();
    private final Map<String, Boolean> chosen = new HashMap<>();
    private final Map<String, PackageRow> named = new LinkedHashMap<>();

    /** Without an agency in the address, that with the most packages. */
    public void load() {
        agencies = choices.agencies();
        if (agency == null) {
            agency = agencies.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .orElse(null);
        }
        if (agency != null) {
            offered = choices.registeredFor(agency, text, 0, resubmits == null ? SHOWN : SHOWN_ANSWERS);
            matching = choices.countRegisteredFor(agency, text);
        }
        onLists = queues.openListsOf(
                offered.stream().map(pack -> pack.number().value()).toList());
        offered.forEach(pack -> chosen.put(pack.number().value(), isWanted(pack)));
    }

    /** A resubmission begins with the packages that answer its list, a first offer with all the others. */
    private boolean isWanted(PackageRow pack) {
        if (onLists.containsKey(pack.number().value())) {
            return false;
        }
        String answered = pack.answersList(); // number of the list, a slash, its version
        return resubmits == null ? answered == null : answered != null && (answered + "/").startsWith(resubmits + "/");
    }

    /** Takes what was scanned or pasted. The first numbers replace the ticks the page began with. */
    public void add() {
        if (!byNumbers) {
            byNumbers = true;
            chosen.replaceAll((number, ticked) -> false);
        }
        said = choices.find((scanned == null ? "" : scanned) + " " + (pasted == null ? "" : pasted), numbers());
        said.found().forEach(pack -> {
            String number = pack.number().value();
            if (chosen.containsKey(number)) {
                chosen.put(number, true);
            } else {
                named.put(number, pack);
            }
        });
        scanned = null;
        pasted = null;
    }

    public void leaveOut(String number) {
        named.remove(number);
        said = null;
    }

    public String draft() {
        Set<String> numbers = numbers();
        if (everything) {
            List<String> all = choices.allRegisteredFor(agency, text);
            numbers.addAll(all);
            numbers.removeAll(queues.openListsOf(all).keySet());
        }
        if (numbers.isEmpty()) {
            messages.warn("choose.none");
            return null;
        }
        List<TransferView> drafted = new ArrayList<>();
        if (!messages.attempt(() -> drafted.addAll(drafts(numbers)))) {
            return null;
        }
        List<String> lists =
                drafted.stream().map(list -> list.row().number().toString()).toList();
        if (lists.size() > 1) {
            messages.afterRedirect("transfer.drafted-by-agency", lists.size(), String.join("、", lists));
            return "/transfer/lists.xhtml?faces-redirect=true&state=DRAFT";
        }
        return "/transfer/draft.xhtml?faces-redirect=true&number=" + lists.get(0);
    }

    private List<TransferView> drafts(Collection<String> numbers) {
        return resubmits == null
                ? transfers.draftByAgency(numbers)
                : List.of(transfers.draft(agency, numbers, new TransferListNumber(resubmits)));
    }

    private Set<String> numbers() {
        Set<String> numbers = chosen.entrySet().stream()
                .filter(each -> Boolean.TRUE.equals(each.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        numbers.addAll(named.keySet());
        return numbers;
    }

    /** Agencies with registered packages, and how many each. */
    public Map<String, Long> getAgencies() {
        return agencies;
    }

    public List<PackageRow> getOffered() {
        return offered;
    }

    /** The list each package of the table stands on already, for those that do; they cannot be ticked. */
    public Map<String, String> getOnLists() {
        return onLists;
    }

    /** How many registered packages the filter leaves for the agency, shown or not. */
    public long getMatching() {
        return matching;
    }

    /** Packages chosen by number that the table does not show. */
    public Collection<PackageRow> getNamed() {
        return named.values();
    }

    /** What became of the numbers last given; null before the first. */
    public PackageChoice getSaid() {
        return said;
    }

    public Map<String, Boolean> getChosen() {
        return chosen;
    }

    public boolean isEverything() {
        return everything;
    }

    public void setEverything(boolean everything) {
        this.everything = everything;
    }

    public String getScanned() {
        return scanned;
    }

    public void setScanned(String scanned) {
        this.scanned = scanned;
    }

    public String getPasted() {
        return pasted;
    }

    public void setPasted(String pasted) {
        this.pasted = pasted;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
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
