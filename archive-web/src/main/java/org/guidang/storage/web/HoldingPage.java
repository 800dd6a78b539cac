// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.storage.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.InputStream;
import java.io.Serializable;
import java.util.Optional;
import org.guidang.shared.web.Download;
import org.guidang.shared.web.PageMessages;
import org.guidang.storage.boundary.HoldingView;
import org.guidang.storage.boundary.Holdings;

/** One holding: where it came from, every file in it, and its stored octets read again on demand. */
@Named
@ViewScoped
public class HoldingPage implements Serializable {

    @Inject
    Holdings holdings;

    @Inject
    PageMessages messages;

    private String code;
    private HoldingView holding;

    public void load() {
        holding = holdings.get(code);
    }

    public void verify() {
        Optional<String> error = holdings.verify(code);
        if (error.isEmpty()) {
            messages.done("holding.sound", code);
        } else {
            messages.refuse("holding.damaged", code, error.get());
        }
    }

    /** Sends the package as it is stored. */
    public void download() {
        Download.save(code + ".zip", "application/zip", out -> {
            try (InputStream zip = holdings.open(code)) {
                zip.transferTo(out);
            }
        });
    }

    public HoldingView getHolding() {
        return holding;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
