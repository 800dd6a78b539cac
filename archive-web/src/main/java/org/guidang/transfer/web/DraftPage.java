// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guidang.shared.web.PageMessages;
import org.guidang.transfer.A1Row;
import org.guidang.transfer.TransferListNumber;
import org.guidang.transfer.TransferState;
import org.guidang.transfer.boundary.OfferedPackageRow;
import org.guidang.transfer.boundary.TransferQueues;
import org.guidang.transfer.boundary.TransferView;
import org.guidang.transfer.boundary.Transfers;

/**
 * The wizard after the choice: A.1 as it will be printed with its remarks edited in place, the catalogue behind it, and
 * the confirmation with counts. Every step is an address; a draft can be left and taken up again from 我的移交.
 */
@Named
@ViewScoped
public class DraftPage implements Serializable {

    private static final int MOST = 1000;

    @Inject
    Transfers transfers;

    @Inject
    TransferQueues queues;

    @Inject
    PageMessages messages;

    private String number;
    private int step = 2;
    private TransferView list;
    private List<OfferedPackageRow> packages = List.of();
    private final Map<String, String> remarks = new HashMap<>();
    private boolean confirmed;

    /** A list that is no draft any more is shown on its own page. */
    public String load() {
        list = queues.get(key());
        if (list.row().state() != TransferState.DRAFT) {
            return "/transfer/list.xhtml?faces-redirect=true&number=" + number;
        }
        packages = queues.packages(key(), 0, MOST);
        list.rows().forEach(row -> remarks.put(row.batch(), row.remark()));
        return null;
    }

    /** Keeps the remarks that were changed and goes on to the catalogue. */
    public String keepRemarks() {
        for (A1Row row : list.rows()) {
            String typed = remarks.get(row.batch()) == null ? "" : remarks.get(row.batch());
            if (!typed.equals(row.remark())
                    && !messages.attempt(
                            () -> list = transfers.remark(key(), list.row().revision(), row.batch(), typed))) {
                return null;
            }
        }
        return here(3);
    }

    public String remove(String packageNumber) {
        return messages.attempt(() -> transfers.removePackages(key(), list.row().revision(), List.of(packageNumber)))
                ? here(3)
                : null;
    }

    public String submit() {
        if (!confirmed) {
            messages.refuse("transfer.confirm.missing");
            return null;
        }
        if (!messages.attempt(() -> transfers.submit(key(), list.row().revision()))) {
            return null;
        }
        messages.afterRedirect("transfer.submitted", number, list.row().agencyName());
        return "/transfer/list.xhtml?faces-redirect=true&number=" + number;
    }

    public String drop() {
        if (!messages.attempt(() -> transfers.withdraw(key(), list.row().revision()))) {
            return null;
        }
        messages.afterRedirect("transfer.dropped", number);
        return "/transfer/lists.xhtml?faces-redirect=true";
    }

    private String here(int step) {
        return "/transfer/draft.xhtml?faces-redirect=true&number=" + number + "&step=" + step;
    }

    private TransferListNumber key() {
        return new TransferListNumber(number);
    }

    public TransferView getList() {
        return list;
    }

    public List<OfferedPackageRow> getPackages() {
        return packages;
    }

    public Map<String, String> getRemarks() {
        return remarks;
    }

    public boolean isConfirmed() {
        return confirmed;
    }

    public void setConfirmed(boolean confirmed) {
        this.confirmed = confirmed;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public int getStep() {
        return step;
    }

    /** Steps 2 to 4; anything else is 2. */
    public void setStep(int step) {
        this.step = step < 2 || step > 4 ? 2 : step;
    }
}
