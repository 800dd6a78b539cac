// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.guidang.notice.boundary.MailAddressView;
import org.guidang.notice.boundary.MailAddresses;
import org.guidang.shared.web.PageMessages;

/** 邮件通知: one's own address, proven by the code that is mailed there. */
@Named
@ViewScoped
public class MailPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient MailAddresses addresses;

    @Inject
    transient PageMessages messages;

    private transient MailAddressView mine;
    private String address;
    private String code;

    public void save() {
        if (messages.attempt(() -> mine = addresses.set(address))) {
            messages.done("mail.code-sent", mine.address());
            address = null;
        }
    }

    public void confirm() {
        if (messages.attempt(() -> mine = addresses.confirm(code))) {
            messages.done("mail.confirmed", mine.address());
        }
        code = null;
    }

    public void remove() {
        if (messages.attempt(() -> mine = addresses.remove())) {
            messages.done("mail.removed");
        }
    }

    public MailAddressView getMine() {
        if (mine == null) {
            mine = addresses.get();
        }
        return mine;
    }

    public String getMissing() {
        return String.join("、", getMine().missing());
    }

    public String getAddress() {
        return address;
    }

    public void setAddress(String address) {
        this.address = address;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
