// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.core;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import org.guidang.detection.core.Examination;
import org.guidang.detection.core.pdf.PdfExaminer;
import org.guidang.seal.core.Trust;
import org.guidang.shared.Finding;
import org.guidang.shared.Outcome;
import org.guidang.shared.core.FixityMeter;
import org.guidang.transfer.Party;
import org.guidang.transfer.Signed;

/**
 * Verifies a transfer list or a receipt that lies before us, from its octets and the anchors alone: PDF, XML or JSON. The
 * signed text is what counts. Digest, Merkle root and counts are made anew from it; both signatures and their time-stamps
 * are verified over it; rows, packages, codes of the parties and every word on the paper have to agree with it.
 *
 * <p>What is not signed and cannot be proven: the written-out names of the two organizations.
 */
public final class ListVerifier {

    private static final int LARGEST = 64 << 20;

    private final Trust trust;
    private final Instant at;
    private final Path packages;

    /**
     * @param at the instant validity is judged at where a signature itself proves no time
     * @param packages folder of the packages to be compared; null when there is none
     */
    public ListVerifier(Trust trust, Instant at, Path packages) {
        this.trust = trust;
        this.at = at;
        this.packages = packages;
    }

    /**
     * @param format {@code transfer-list}, {@code transfer-receipt}, or {@code unknown}
     * @param covered what was proven, for people
     */
    public record Verdict(String format, List<Finding> findings, List<String> covered) {

        public Outcome outcome() {
            return Outcome.of(findings);
        }
    }

    /** Whether the octets begin like a list or receipt may: as PDF, XML or JSON. */
    public static boolean takes(byte[] head) {
        String start = new String(head, java.nio.charset.StandardCharsets.ISO_8859_1)
                .replaceFirst("^\u00ef\u00bb\u00bf", "")
                .stripLeading();
        return start.startsWith("%PDF") || start.startsWith("<") || start.startsWith("{");
    }

    /** @throws IOException when the file cannot be read; what is bad about it is a finding */
    public Verdict verify(Path file, String name) throws IOException {
        ProofFindings findings = new ProofFindings(name);
        List<String> covered = new ArrayList<>();
        try {
            if (Files.size(file) > LARGEST) {
                findings.failed("transfer.proof.unknown-form", "", "≤ " + LARGEST, Files.size(file));
                return new Verdict("unknown", findings.all(), covered);
            }
            byte[] octets = Files.readAllBytes(file);
            PresentedPdf paper = null;
            PresentedList list;
            if (octets.length > 0 && octets[0] == '%') {
                paper = paper(file, name, findings);
                if (paper == null) {
                    return new Verdict("unknown", findings.all(), covered);
                }
                list = attached(paper, findings);
            } else {
                list = octets.length > 0 && octets[0] == '<'
                        ? PresentedXml.read(new ByteArrayInputStream(octets))
                        : PresentedJson.read(octets);
            }
            boolean xml = paper == null && octets[0] == '<';
            verify(list, paper, xml ? TransferListXml::readable : UnaryOperator.identity(), findings, covered);
            return new Verdict(list.isReceipt() ? "transfer-receipt" : "transfer-list", findings.all(), covered);
        } catch (PresentedList.UnknownFormException unknown) {
            findings.failed("transfer.proof.unknown-form", "", TransferListJson.LIST, unknown.getMessage());
            return new Verdict("unknown", findings.all(), covered);
        }
    }

    private void verify(
            PresentedList list,
            PresentedPdf paper,
            UnaryOperator<String> written,
            ProofFindings findings,
            List<String> covered)
            throws IOException {
        if (list.text() == null) {
            findings.undecided("transfer.proof.text-absent", "", TransferListXml.NAMESPACE, "");
            return;
        }
        SignedList signed;
        try {
            signed = SignedList.parse(list.text());
        } catch (SignedList.MalformedException malformed) {
            findings.failed("transfer.proof.text-malformed", malformed.getMessage(), "", "");
            return;
        }
        ListCheckpoint checkpoint = new StatedFacts(list, signed, findings).compare(written);
        List<Signed> signatures = new SignatureProof(trust, at, findings).verify(list, list.text());
        if (paper != null) {
            compare(paper, list, signed, checkpoint, signatures, findings);
        }
        covered.add(checkpoint.text());
        covered.add(signatures.size() + " / " + Party.values().length + " signatures");
        findings.noted("transfer.proof.names-unsigned", signed.window() + ", " + signed.agency());
        if (packages != null) {
            int found = new PackageComparison(findings).compare(signed, packages);
            covered.add(found + " / " + signed.packages().size() + " packages");
        }
    }

    /** Null when it is no paper that may be read on. */
    private PresentedPdf paper(Path file, String name, ProofFindings findings) throws IOException {
        Examination examination = new Examination(file, name, trust, at);
        new PdfExaminer().examine(examination);
        // The parties sign the text and not the paper, so that the paper itself is unsigned and may be.
        findings.take(examination.findings().stream()
                .filter(finding -> !finding.code().equals("pdf.unsigned"))
                .toList());
        if (examination.outcome() == Outcome.FAILED) {
            return null;
        }
        try {
            return PresentedPdf.read(file);
        } catch (IOException unreadable) {
            throw new PresentedList.UnknownFormException(unreadable.getMessage(), unreadable);
        }
    }

    private static PresentedList attached(PresentedPdf paper, ProofFindings findings)
            throws PresentedList.UnknownFormException {
        byte[] facts = paper.attachments().get(ListAttachments.FACTS);
        if (facts == null) {
            throw new PresentedList.UnknownFormException(ListAttachments.FACTS, null);
        }
        PresentedList list = PresentedJson.read(facts);
        agree(paper, ListAttachments.TEXT, list.text(), findings);
        for (Signed signed : list.signatures()) {
            byte[] cms;
            try {
                cms = Base64.getMimeDecoder().decode(signed.cms());
            } catch (IllegalArgumentException malformed) {
                throw new PresentedList.UnknownFormException(malformed.getMessage(), malformed);
            }
            agree(paper, ListAttachments.signature(signed.party()), cms, findings);
        }
        return list;
    }

    /** The same thing is attached once by itself, for tools that are not ours, and once within the facts. */
    private static void agree(PresentedPdf paper, String name, byte[] within, ProofFindings findings) {
        byte[] attached = paper.attachments().get(name);
        if (attached == null) {
            findings.failed("transfer.proof.attachment-missing", name, 1, 0);
        } else if (!Arrays.equals(attached, within)) {
            findings.failed(
                    "transfer.proof.attachment-differs",
                    name,
                    within == null ? "" : FixityMeter.measure(within).sm3(),
                    FixityMeter.measure(attached).sm3());
        }
    }

    private static void compare(
            PresentedPdf paper,
            PresentedList list,
            SignedList signed,
            ListCheckpoint checkpoint,
            List<Signed> signatures,
            ProofFindings findings) {
        PrintedList facts = new PrintedList(
                signed.number(),
                signed.version(),
                signed.resubmits(),
                signed.window(),
                list.windowName(),
                signed.agency(),
                list.agencyName(),
                signed.rows(),
                List.of(),
                list.text(),
                FixityMeter.measure(list.text()),
                checkpoint,
                signatures,
                list.demonstration());
        PaperCheck check = list.isReceipt() ? ReceiptWords.check(facts) : PaperWords.check(facts);
        PaperCheck.Difference difference = check == null ? null : check.compare(paper.pages());
        if (difference != null) {
            findings.failed("transfer.proof.paper-differs", "", difference.expected(), difference.found());
        }
    }
}
