// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.guidang.shared.Outcome;
import org.guidang.shared.web.PageMessages;
import org.guidang.transfer.BulkResult;
import org.guidang.transfer.CorrectionDemand;
import org.guidang.transfer.Decision;
import org.guidang.transfer.PackageFilter;
import org.guidang.transfer.TransferListNumber;
import org.guidang.transfer.TransferState;
import org.guidang.transfer.boundary.BulkDecisions;
import org.guidang.transfer.boundary.TransferQueues;
import org.guidang.transfer.boundary.TransferRow;

/**
 * Deciding many packages of a list at once: choose by filter or by pasted numbers, see what would happen, do it, see what
 * became of each, and try again only what failed.
 */
@Named
@ViewScoped
public class BulkPage implements Serializable {

    private static final int SHOWN = 200;

    @Inject
    BulkDecisions bulk;

    @Inject
    TransferQueues queues;

    @Inject
    ReturnForm returnForm;

    @Inject
    PageMessages messages;

    private String number;
    private TransferRow row;
    private String numbers;
    private Decision decision = Decision.PENDING;
    private Outcome outcome = Outcome.PASSED;
    private String text;
    private boolean returning;
    private String note;
    private CorrectionDemand demand;
    private List<String> chosen = List.of();
    private BulkResult foreseen;
    private BulkResult result;

    /** A list that is not under review is shown on its own page. */
    public String load() {
        row = queues.row(key());
        return row.state() == TransferState.UNDER_REVIEW && !row.concluded()
                ? null
                : "/transfer/list.xhtml?faces-redirect=true&number=" + number;
    }

    /** Chooses by the numbers pasted, else by the filter, and shows what would happen. */
    public void foresee() {
        result = null;
        foreseen = null;
        messages.attempt(() -> {
            chosen = numbers == null || numbers.isBlank()
                    ? bulk.matching(key(), new PackageFilter(decision, outcome, null, null, text))
                    : Stream.of(numbers.strip().split("[\\s,，;；、]+")).distinct().toList();
            if (chosen.isEmpty()) {
                messages.refuse("bulk.none");
            } else {
                foreseen = look();
            }
        });
    }

    private BulkResult look() throws IOException {
        if (returning) {
            demand = returnForm.demand(key());
            return bulk.foreseeReturn(key(), chosen, demand);
        }
        return bulk.foreseeAcceptance(key(), chosen, note);
    }

    /** Does what was shown. */
    public void carryOut() {
        boolean done = messages.attempt(() -> result = returning
                ? bulk.sendBack(key(), row.revision(), chosen, demand)
                : bulk.accept(key(), row.revision(), chosen, note));
        if (done) {
            foreseen = null;
        }
        row = queues.row(key());
    }

    /** Only what failed is chosen now, and shown again. */
    public void again() {
        numbers = String.join("\n", result.failures());
        foresee();
    }

    /** Those that were not decided, with the reason, as far as a page can show them. */
    public List<BulkResult.Item> remarks(BulkResult shown) {
        return shown.items().stream()
                .filter(item -> item.kind() != BulkResult.Kind.DONE)
                .limit(SHOWN)
                .toList();
    }

    private TransferListNumber key() {
        return new TransferListNumber(number);
    }

    public TransferRow getRow() {
        return row;
    }

    public BulkResult getForeseen() {
        return foreseen;
    }

    public BulkResult getResult() {
        return result;
    }

    public Decision[] getDecisions() {
        return Decision.values();
    }

    public List<Outcome> getOutcomes() {
        return List.of(Outcome.PASSED, Outcome.FAILED, Outcome.INDETERMINATE, Outcome.MANUAL);
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public String getNumbers() {
        return numbers;
    }

    public void setNumbers(String numbers) {
        this.numbers = numbers;
    }

    public Decision getDecision() {
        return decision;
    }

    public void setDecision(Decision decision) {
        this.decision = decision;
    }

    public Outcome getOutcome() {
        return outcome;
    }

    public void setOutcome(Outcome outcome) {
        this.outcome = outcome;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public boolean isReturning() {
        return returning;
    }

    public void setReturning(boolean returning) {
        this.returning = returning;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
