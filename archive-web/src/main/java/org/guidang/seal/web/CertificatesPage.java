// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.web;

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

/** 签字证书: one's own, and for the administrator those of an account, to be registered and withdrawn. */
@Named
@ViewScoped
public class CertificatesPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient PersonCertificates certificates;

    @Inject
    transient PageMessages messages;

    private transient Part file;
    private List<CertificateView> mine;
    private List<CertificateView> theirs = List.of();
    private String account;

    /** Shows what the account has. */
    public void show() {
        messages.attempt(() -> theirs = certificates.of(account));
    }

    public void register() {
        if (file == null || file.getSize() == 0) {
            messages.refuse("certificates.file.missing");
            return;
        }
        boolean done = messages.attempt(() -> {
            try (InputStream content = file.getInputStream()) {
                CertificateView registered = certificates.register(account, content);
                messages.done("certificates.registered", registered.userName(), registered.subject());
            }
        });
        file = null;
        if (done) {
            show();
        }
    }

    public void withdraw(CertificateView one) {
        if (messages.attempt(() -> certificates.withdraw(one.userName(), one.sha256()))) {
            messages.done("certificates.withdrawn", one.userName(), one.subject());
            show();
        }
    }

    public List<CertificateView> getMine() {
        if (mine == null) {
            mine = certificates.mine();
        }
        return mine;
    }

    public List<CertificateView> getTheirs() {
        return theirs;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }

    public String getAccount() {
        return account;
    }

    public void setAccount(String account) {
        this.account = account;
    }
}
