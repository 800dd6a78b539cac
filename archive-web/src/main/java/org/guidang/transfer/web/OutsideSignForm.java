// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;
import org.guidang.seal.boundary.CertificateView;
import org.guidang.seal.boundary.PersonCertificates;
import org.guidang.shared.web.PageMessages;
import org.guidang.transfer.TransferListNumber;
import org.guidang.transfer.TransferState;
import org.guidang.transfer.boundary.TransferView;
import org.guidang.transfer.boundary.Transfers;

/** Signing with a certificate of one's own: the text goes out, the signature over it comes back. */
@Named
@ViewScoped
public class OutsideSignForm implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Transfers transfers;

    @Inject
    transient PersonCertificates certificates;

    @Inject
    transient PageMessages messages;

    private transient Part signature;
    private List<CertificateView> mine;
    private boolean checked;

    /** @param shown the list as the page has shown it; its version and digest are what is signed */
    public String sign(TransferView shown) {
        Part handedIn = signature;
        signature = null;
        if (!checked) {
            messages.refuse("sign.check.missing");
            return null;
        }
        if (handedIn == null || handedIn.getSize() == 0) {
            messages.refuse("sign.own.file.missing");
            return null;
        }
        String number = shown.row().number();
        TransferView[] signed = new TransferView[1];
        boolean done = messages.attempt(() -> {
            try (InputStream content = handedIn.getInputStream()) {
                signed[0] = transfers.signByCertificate(
                        new TransferListNumber(number),
                        shown.current().version(),
                        shown.current().sm3(),
                        content);
            }
        });
        if (!done) {
            return null;
        }
        messages.afterRedirect(
                signed[0].row().state() == TransferState.SIGNED_BY_ONE ? "sign.one" : "sign.both", number);
        return "/transfer/receipt.xhtml?faces-redirect=true&number=" + number;
    }

    /** Those in force. */
    public List<CertificateView> getMine() {
        if (mine == null) {
            mine = certificates.mine().stream().filter(CertificateView::inForce).toList();
        }
        return mine;
    }

    public boolean isChecked() {
        return checked;
    }

    public void setChecked(boolean checked) {
        this.checked = checked;
    }

    public Part getSignature() {
        return signature;
    }

    public void setSignature(Part signature) {
        this.signature = signature;
    }
}
