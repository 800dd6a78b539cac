// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.storage.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.guidang.shared.Outcome;
import org.guidang.shared.web.Download;
import org.guidang.shared.web.PageMessages;
import org.guidang.storage.boundary.EvidenceRow;
import org.guidang.storage.boundary.HoldingView;
import org.guidang.storage.boundary.Holdings;
import org.guidang.storage.boundary.HoldingsEvidence;

/** One holding: where it came from, every file in it, and its stored octets read again on demand. */
@Named
@ViewScoped
public class HoldingPage implements Serializable {

    @Inject
    Holdings holdings;

    @Inject
    PageMessages messages;

    @Inject
    HoldingsEvidence evidence;

    private String code;
    private String branch;
    private List<EvidenceRow> records;
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

    /** Both evidence records; none while they are awaited. */
    public List<EvidenceRow> getEvidence() {
        if (records == null) {
            records = evidence.of(code);
        }
        return records;
    }

    public void checkEvidence() {
        records = evidence.check(code);
        List<EvidenceRow> bad = records.stream()
                .filter(row -> row.checkOutcome() != Outcome.PASSED)
                .toList();
        if (bad.isEmpty()) {
            messages.done("holding.evidence.sound", code);
        } else {
            messages.refuse(
                    "holding.evidence.damaged",
                    code,
                    bad.get(0).branch(),
                    bad.get(0).checkCode());
        }
    }

    /** Sends one record, under the name by which it is found beside the package. */
    public void downloadEvidence() {
        Download.save(
                code + ".zip." + branch.toLowerCase(Locale.ROOT) + ".ers",
                "application/octet-stream",
                out -> out.write(evidence.open(code, branch)));
    }

    public String getBranch() {
        return branch;
    }

    public void setBranch(String branch) {
        this.branch = branch;
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
