// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.guidang.shared.web.Download;
import org.guidang.transfer.TransferListNumber;
import org.guidang.transfer.boundary.TransferDocuments;
import org.guidang.transfer.boundary.TransferQueues;

/** Table A.1 of a list as PDF, and the text that is signed; the version that stands now unless the address names one. */
@Named
@RequestScoped
public class ListPrint {

    @Inject
    TransferDocuments documents;

    @Inject
    TransferQueues queues;

    private String number;
    private Integer version;

    public void pdf() {
        TransferListNumber key = new TransferListNumber(number);
        int wanted = version == null ? queues.get(key).row().version() : version;
        Download.show(
                "移交清单-" + number + "-v" + wanted + ".pdf",
                "application/pdf",
                out -> documents.writePdf(key, wanted, out));
    }

    /** The canonical text of that version, octet for octet what is signed. */
    public void text() {
        TransferListNumber key = new TransferListNumber(number);
        int wanted = version == null ? queues.get(key).row().version() : version;
        Download.save(
                "移交清单-" + number + "-v" + wanted + ".txt",
                "text/plain;charset=UTF-8",
                out -> documents.writeText(key, wanted, out));
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public Integer getVersion() {
        return version;
    }

    public void setVersion(Integer version) {
        this.version = version;
    }
}
