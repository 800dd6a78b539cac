// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.organization.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.guidang.organization.IdentityProof;
import org.guidang.organization.boundary.NewSecondFactor;
import org.guidang.organization.boundary.QrPicture;
import org.guidang.organization.boundary.SecondFactorView;
import org.guidang.organization.boundary.SecondFactors;
import org.guidang.shared.web.PageMessages;

/** 签字动态码: begin, scan, confirm; do without; and for the administrator the recovery of others. */
@Named
@ViewScoped
public class SecondFactorPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient SecondFactors factors;

    @Inject
    transient PageMessages messages;

    private transient SecondFactorView mine;
    private transient NewSecondFactor begun;
    private boolean awaited;
    private String password;
    private String code;
    private String account;

    public void begin() {
        if (messages.attempt(() -> begun = factors.begin(password))) {
            awaited = true;
        }
        password = null;
    }

    public void confirm() {
        if (messages.attempt(() -> mine = factors.confirm(code))) {
            awaited = false;
            messages.done("second-factor.confirmed");
        }
        code = null;
    }

    public void remove() {
        if (messages.attempt(() -> mine = factors.remove(new IdentityProof(password, code)))) {
            messages.done("second-factor.removed");
        }
        password = null;
        code = null;
    }

    public void reset() {
        if (messages.attempt(() -> factors.reset(account))) {
            messages.done("second-factor.reset.done", account);
            account = null;
        }
    }

    public SecondFactorView getMine() {
        if (mine == null) {
            mine = factors.mine();
        }
        return mine;
    }

    /** Shown once, in the answer to its beginning. */
    public NewSecondFactor getBegun() {
        return begun;
    }

    public QrPicture getPicture() {
        return factors.picture(begun);
    }

    /** Whether the first code is waited for. */
    public boolean isAwaited() {
        return awaited;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getAccount() {
        return account;
    }

    public void setAccount(String account) {
        this.account = account;
    }
}
