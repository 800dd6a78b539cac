// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.core;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.guidang.transfer.A1Row;
import org.guidang.transfer.OfferedPackage;
import org.guidang.transfer.ReturnReason;
import org.guidang.transfer.Signed;

/**
 * A list version as JSON, UTF-8: the facts of the paper, the packages behind each row, its proof (digests, checkpoint,
 * signatures) and the signed text itself. A receipt is the same with its own number. Streamed.
 */
public final class TransferListJson {

    static final String LIST = "guidang-transfer-list-2";
    static final String RECEIPT = "guidang-transfer-receipt-1";

    private TransferListJson() {}

    /** The stream is flushed and left open. */
    public static void write(PrintedList list, OutputStream out) {
        write(list, "", out);
    }

    /**
     * The stream is flushed and left open.
     *
     * @param receipt number of the receipt when it is one; empty for a list
     */
    public static void write(PrintedList list, String receipt, OutputStream out) {
        JsonGenerator json = Json.createGeneratorFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createGenerator(out, StandardCharsets.UTF_8);
        json.writeStartObject()
                .write("form", receipt.isEmpty() ? LIST : RECEIPT)
                .write("title", receipt.isEmpty() ? PaperWords.TITLE : ReceiptWords.TITLE)
                .write("receipt", receipt)
                .write("number", list.number())
                .write("version", list.version())
                .write("resubmits", list.resubmits());
        json.writeStartObject("window")
                .write("code", list.window())
                .write("name", list.windowName())
                .writeEnd();
        json.writeStartObject("agency")
                .write("code", list.agency())
                .write("name", list.agencyName())
                .writeEnd();
        if (list.fixity() != null) {
            json.writeStartObject("digest")
                    .write("sm3", list.fixity().sm3())
                    .write("sha256", list.fixity().sha256())
                    .write("octets", list.fixity().octets())
                    .writeEnd();
            write(json, list.checkpoint());
            json.write("text", new String(list.text(), StandardCharsets.UTF_8));
        }
        json.write("demonstration", list.demonstration());
        json.writeStartArray("rows");
        list.rows().forEach(row -> write(json, row));
        json.writeEnd().writeStartArray("packages");
        list.packages().forEach(pack -> write(json, pack));
        json.writeEnd().writeStartArray("signatures");
        list.signatures().forEach(signed -> write(json, signed));
        json.writeEnd().writeEnd().flush();
    }

    private static void write(JsonGenerator json, ListCheckpoint checkpoint) {
        json.writeStartObject("checkpoint")
                .write("root", checkpoint.root())
                .write("packages", checkpoint.packages())
                .write("octets", checkpoint.octets())
                .write("text", checkpoint.text())
                .writeEnd();
    }

    private static void write(JsonGenerator json, A1Row row) {
        json.writeStartObject()
                .write("sequence", row.sequence())
                .write("batch", row.batch())
                .write("itemName", row.itemName())
                .write("itemType", row.itemType())
                .write("packages", row.packages())
                .write("opinion", row.opinion())
                .write("remark", row.remark())
                .writeEnd();
    }

    static void write(JsonGenerator json, OfferedPackage pack) {
        json.writeStartObject()
                .write("batch", pack.batch())
                .write("number", pack.packageNumber())
                .write("version", pack.packageVersion())
                .write("applicationNumber", pack.applicationNumber())
                .write("title", pack.title())
                .write("retention", pack.retention())
                .write("files", pack.files())
                .write("contentOctets", pack.contentOctets())
                .write("octets", pack.zip().octets())
                .write("sm3", pack.zip().sm3())
                .write("sha256", pack.zip().sha256())
                .write("report", pack.report())
                .write("receiptReport", pack.receiptReport().orElse(""))
                .write("receiptOutcome", pack.receiptOutcome().map(Enum::name).orElse(""))
                .write("decision", pack.decision().name())
                .write("note", pack.note())
                .write("archivalCode", pack.archivalCode().orElse(""));
        json.writeStartArray("reasons");
        for (ReturnReason reason : pack.reasons()) {
            json.writeStartObject()
                    .write("code", reason.code().name())
                    .write("text", reason.text())
                    .write("finding", reason.finding())
                    .write("file", reason.file())
                    .write("place", reason.place())
                    .write("expected", reason.expected())
                    .write("found", reason.found())
                    .writeEnd();
        }
        json.writeEnd()
                .write("correctBy", pack.correctBy().map(Object::toString).orElse(""));
        json.writeStartArray("attachments");
        pack.attachments().forEach(json::write);
        json.writeEnd().writeEnd();
    }

    private static void write(JsonGenerator json, Signed signed) {
        json.writeStartObject()
                .write("party", signed.party().name())
                .write("userName", signed.userName())
                .write("name", signed.displayName())
                .write("organization", signed.organization())
                .write("organizationName", signed.organizationName())
                .write("certificate", signed.certificate())
                .write("signedAt", signed.at().toString())
                .write("sm3", signed.sm3())
                .write("cms", signed.cms())
                .write("timeStamped", signed.token() != null)
                .writeEnd();
    }
}
