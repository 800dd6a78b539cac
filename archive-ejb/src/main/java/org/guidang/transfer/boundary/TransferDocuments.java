// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guidang.organization.OrganizationRepository;
import org.guidang.organization.Role;
import org.guidang.packaging.PackageVersion;
import org.guidang.registry.RegisterEntry;
import org.guidang.registry.RegisterRepository;
import org.guidang.registry.core.CatalogueCsv;
import org.guidang.seal.control.Keys;
import org.guidang.transfer.Party;
import org.guidang.transfer.ReceiptAbsentException;
import org.guidang.transfer.TransferList;
import org.guidang.transfer.TransferListNumber;
import org.guidang.transfer.control.ListPrinting;
import org.guidang.transfer.control.PartyAtWork;
import org.guidang.transfer.core.PrintedList;
import org.guidang.transfer.core.ReceiptPdf;
import org.guidang.transfer.core.ReturnNoticeJson;
import org.guidang.transfer.core.TransferListCsv;
import org.guidang.transfer.core.TransferListExcel;
import org.guidang.transfer.core.TransferListJson;
import org.guidang.transfer.core.TransferListXml;

/**
 * A list as paper and as files, for both its parties: table A.1 as PDF, the same as JSON, XML, Excel and CSV, its
 * receipt, its archiving
 * catalogue, and the reply to the window. All streams are flushed and left open.
 *
 * <p>Where a version is asked for, 0 means the one that stands now.
 */
@Stateless
public class TransferDocuments {

    @Inject
    PartyAtWork parties;

    @Inject
    OrganizationRepository organizations;

    @Inject
    RegisterRepository register;

    @Inject
    ListPrinting printing;

    @Inject
    Keys keys;

    @Inject
    Clock clock;

    /** A4, PDF/A-3b, with the signed text and the signatures attached. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public void writePdf(TransferListNumber number, int version, OutputStream out) throws IOException {
        printing.write(printed(number, version), clock.instant(), out);
    }

    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public void writeJson(TransferListNumber number, int version, OutputStream out) {
        TransferListJson.write(printed(number, version), out);
    }

    /** After {@code org/guidang/transfer/transfer-list-2.xsd}. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public void writeXml(TransferListNumber number, int version, OutputStream out) throws IOException {
        TransferListXml.write(printed(number, version), out);
    }

    /** Excel workbook: table A.1, the packages, the checkpoint. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public void writeExcel(TransferListNumber number, int version, OutputStream out) throws IOException {
        TransferListExcel.write(printed(number, version), out);
    }

    /** Table A.1 and its checkpoint, UTF-8 with byte order mark. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public void writeCsv(TransferListNumber number, int version, OutputStream out) throws IOException {
        TransferListCsv.write(printed(number, version), out);
    }

    /**
     * Number of the receipt, such as {@code WZ-2026-0012-H2}.
     *
     * @throws ReceiptAbsentException while not both parties have signed
     */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public String receiptNumber(TransferListNumber number) {
        return ReceiptPdf.number(signed(number));
    }

    /**
     * 交接回执 of what both signed, A4, PDF/A-3b.
     *
     * @throws ReceiptAbsentException while not both parties have signed
     */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public void writeReceipt(TransferListNumber number, OutputStream out) throws IOException {
        printing.writeReceipt(signed(number), clock.instant(), out);
    }

    /**
     * The receipt for machines.
     *
     * @throws ReceiptAbsentException while not both parties have signed
     */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public void writeReceiptJson(TransferListNumber number, OutputStream out) {
        PrintedList list = signed(number);
        TransferListJson.write(list, ReceiptPdf.number(list), out);
    }

    /** The canonical text, octet for octet what the signatures cover. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public void writeText(TransferListNumber number, int version, OutputStream out) throws IOException {
        out.write(printed(number, version).text());
        out.flush();
    }

    /** 退回通知: what became of every package, with reasons, for the machine of the window. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public void writeReply(TransferListNumber number, OutputStream out) {
        ReturnNoticeJson.write(parties.get(number), out);
    }

    /** 归档目录清单 of the packages on a version, CSV, UTF-8 with byte order mark. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public void writeCatalogue(TransferListNumber number, int version, OutputStream out) throws IOException {
        CatalogueCsv csv = new CatalogueCsv(out);
        List<PackageVersion> versions = printed(number, version).packages().stream()
                .map(pack -> new PackageVersion(pack.packageNumber(), pack.packageVersion()))
                .toList();
        Map<PackageVersion, RegisterEntry> entries = register.all(versions);
        for (PackageVersion id : versions) {
            csv.row(Optional.ofNullable(entries.get(id))
                    .orElseThrow(() -> new IllegalStateException("not in the catalogue: " + id)));
        }
        csv.end();
    }

    private PrintedList signed(TransferListNumber number) {
        PrintedList list = printed(number, 0);
        if (list.signatures().size() != Party.values().length) {
            throw new ReceiptAbsentException(number);
        }
        return list;
    }

    private PrintedList printed(TransferListNumber number, int version) {
        TransferList list = parties.get(number);
        int asked = version == 0 ? list.version() : version;
        return PrintedList.of(
                list,
                Math.max(1, Math.min(asked, list.version())),
                organizations.get(list.window()).name(),
                organizations.get(list.agency()).name(),
                keys.demonstration());
    }
}
