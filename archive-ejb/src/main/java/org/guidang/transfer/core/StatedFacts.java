// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.guidang.shared.core.FixityMeter;
import org.guidang.transfer.A1Row;

/** Compares what a list states with what its signed text says, place by place, and its proof with what comes out anew. */
final class StatedFacts {

    private final PresentedList stated;
    private final SignedList signed;
    private final ProofFindings findings;

    StatedFacts(PresentedList stated, SignedList signed, ProofFindings findings) {
        this.stated = stated;
        this.signed = signed;
        this.findings = findings;
    }

    /**
     * @param written how the form had to write text it cannot hold
     * @return the checkpoint as it comes out of the signed text
     */
    ListCheckpoint compare(UnaryOperator<String> written) {
        compareFacts(written);
        compareTotals();
        var text = FixityMeter.measure(stated.text());
        ListCheckpoint checkpoint = signed.checkpoint(text.sm3());
        PresentedList.Proof proof = stated.proof();
        if (proof == null) {
            findings.undecided("transfer.proof.draft", "", "", "");
            return checkpoint;
        }
        if (proof.textOctets() != null) {
            findings.same("transfer.proof.digest-differs", "octets", text.octets(), proof.textOctets());
        }
        findings.same("transfer.proof.digest-differs", "SM3", text.sm3(), proof.sm3());
        findings.same("transfer.proof.digest-differs", "SHA-256", text.sha256(), proof.sha256());
        findings.same("transfer.proof.root-differs", "", checkpoint.root(), proof.root());
        findings.same("transfer.proof.count-differs", "packages", checkpoint.packages(), proof.packages());
        findings.same("transfer.proof.count-differs", "octets", checkpoint.octets(), proof.octets());
        findings.same("transfer.proof.checkpoint-differs", "", checkpoint.text(), proof.checkpoint());
        if (stated.isReceipt()) {
            findings.same(
                    "transfer.proof.differs",
                    "receipt",
                    ReceiptWords.number(signed.number(), signed.version()),
                    stated.receipt());
        }
        return checkpoint;
    }

    private void compareFacts(UnaryOperator<String> written) {
        Map<String, String> should = new LinkedHashMap<>();
        Map<String, String> is = new LinkedHashMap<>();
        head(should, signed.number(), signed.version(), signed.resubmits(), signed.window(), signed.agency());
        head(is, stated.number(), stated.version(), stated.resubmits(), stated.window(), stated.agency());
        rows(should, signed.rows());
        rows(is, stated.rows());
        packages(should, signed.packages());
        packages(is, stated.packages());
        should.forEach((place, text) ->
                findings.same("transfer.proof.differs", place, written.apply(text), is.getOrDefault(place, "")));
        is.forEach((place, text) -> {
            if (!should.containsKey(place)) {
                findings.failed("transfer.proof.differs", place, "", text);
            }
        });
    }

    private static void head(
            Map<String, String> facts, String number, int version, String resubmits, String window, String agency) {
        facts.put("number", number);
        facts.put("version", String.valueOf(version));
        facts.put("resubmits", resubmits);
        facts.put("window", window);
        facts.put("agency", agency);
    }

    private static void rows(Map<String, String> facts, List<A1Row> rows) {
        for (int i = 0; i < rows.size(); i++) {
            A1Row row = rows.get(i);
            List<Object> cells = List.of(
                    row.sequence(),
                    row.batch(),
                    row.itemName(),
                    row.itemType(),
                    row.packages(),
                    row.opinion(),
                    row.remark());
            for (int k = 0; k < cells.size(); k++) {
                facts.put("row " + (i + 1) + ", " + PaperWords.COLUMNS.get(k), String.valueOf(cells.get(k)));
            }
        }
    }

    private static void packages(Map<String, String> facts, List<SignedList.Pack> packages) {
        for (int i = 0; i < packages.size(); i++) {
            SignedList.Pack pack = packages.get(i);
            String place = "package " + (i + 1) + ", ";
            facts.put(place + "batch", pack.batch());
            facts.put(place + "number", pack.number());
            facts.put(place + "version", String.valueOf(pack.version()));
            facts.put(place + "applicationNumber", pack.applicationNumber());
            facts.put(place + "files", String.valueOf(pack.files()));
            facts.put(place + "contentOctets", String.valueOf(pack.contentOctets()));
            facts.put(place + "octets", String.valueOf(pack.zip().octets()));
            facts.put(place + "SM3", pack.zip().sm3());
            facts.put(place + "SHA-256", pack.zip().sha256());
        }
    }

    /** The signed text itself has to add up. */
    private void compareTotals() {
        List<SignedList.Pack> packages = signed.packages();
        findings.same("transfer.proof.total-differs", "total", signed.packageCount(), packages.size());
        findings.same(
                "transfer.proof.total-differs",
                "total, files",
                signed.files(),
                packages.stream().mapToLong(SignedList.Pack::files).sum());
        findings.same(
                "transfer.proof.total-differs",
                "total, octets",
                signed.contentOctets(),
                packages.stream().mapToLong(SignedList.Pack::contentOctets).sum());
        Map<String, Integer> byBatch = new LinkedHashMap<>();
        packages.forEach(pack -> byBatch.merge(pack.batch(), 1, Integer::sum));
        List<String> rowsOf = new ArrayList<>();
        for (A1Row row : signed.rows()) {
            rowsOf.add(row.batch());
            findings.same(
                    "transfer.proof.total-differs",
                    "row " + row.sequence() + ", " + row.batch(),
                    row.packages(),
                    byBatch.getOrDefault(row.batch(), 0));
        }
        byBatch.keySet().stream()
                .filter(batch -> !rowsOf.contains(batch))
                .forEach(batch -> findings.failed("transfer.proof.total-differs", batch, 0, byBatch.get(batch)));
    }
}
