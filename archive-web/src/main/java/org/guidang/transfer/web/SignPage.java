// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.guidang.organization.IdentityProof;
import org.guidang.organization.boundary.SecondFactorView;
import org.guidang.organization.boundary.SecondFactors;
import org.guidang.shared.web.PageMessages;
import org.guidang.transfer.Decision;
import org.guidang.transfer.TransferListNumber;
import org.guidang.transfer.TransferState;
import org.guidang.transfer.boundary.OfferedPackageRow;
import org.guidang.transfer.boundary.TransferQueues;
import org.guidang.transfer.boundary.TransferView;
import org.guidang.transfer.boundary.Transfers;

/**
 * Signing for one party: the list as it will be printed, its digest, counts and exceptions, the tick and the password.
 * What is signed is the version and digest this page has shown, whatever happens to the list meanwhile.
 */
@Named
@ViewScoped
public class SignPage implements Serializable {

    private static final int MOST = 1000;

    @Inject
    Transfers transfers;

    @Inject
    TransferQueues queues;

    @Inject
    SecondFactors secondFactors;

    @Inject
    PageMessages messages;

    private String number;
    private TransferView list;
    private List<OfferedPackageRow> exceptions = List.of();
    private boolean checked;
    private String password;
    private String code;
    private SecondFactorView secondFactor;

    /** A list that cannot be signed any more is shown on its own page. */
    public String load() {
        list = queues.get(key());
        if (list.row().state() == TransferState.SIGNED || list.row().state() == TransferState.STORED) {
            return "/transfer/receipt.xhtml?faces-redirect=true&number=" + number;
        }
        if (!list.row().concluded() || list.current() == null) {
            return "/transfer/list.xhtml?faces-redirect=true&number=" + number;
        }
        secondFactor = secondFactors.mine();
        exceptions = queues.packages(key(), Decision.RETURNED, 0, MOST);
        return null;
    }

    public String sign() {
        if (!checked) {
            messages.refuse("sign.check.missing");
            return null;
        }
        TransferView[] signed = new TransferView[1];
        boolean done = messages.attempt(() -> signed[0] = transfers.sign(
                key(), list.current().version(), list.current().sm3(), new IdentityProof(password, code)));
        password = null;
        code = null;
        if (!done) {
            return null;
        }
        messages.afterRedirect(
                signed[0].row().state() == TransferState.SIGNED_BY_ONE ? "sign.one" : "sign.both", number);
        return "/transfer/receipt.xhtml?faces-redirect=true&number=" + number;
    }

    private TransferListNumber key() {
        return new TransferListNumber(number);
    }

    public TransferView getList() {
        return list;
    }

    public List<OfferedPackageRow> getExceptions() {
        return exceptions;
    }

    public boolean isChecked() {
        return checked;
    }

    public void setChecked(boolean checked) {
        this.checked = checked;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public SecondFactorView getSecondFactor() {
        return secondFactor;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }
}
