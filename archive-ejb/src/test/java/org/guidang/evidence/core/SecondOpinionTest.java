// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.evidence.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.europa.esig.dss.evidencerecord.asn1.validation.ASN1EvidenceRecordAnalyzer;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.ReferenceValidation;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.x509.tsp.TimestampToken;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.guidang.evidence.EvidenceRecord;
import org.guidang.seal.core.Cryptography;
import org.guidang.seal.core.Suite;
import org.guidang.seal.core.TestPki;
import org.guidang.seal.core.TimeStampAuthority;
import org.guidang.seal.core.TimeStampIssuer;
import org.guidang.seal.core.TimeStampRequestMaker;
import org.guidang.seal.core.TimeStampVerifier;
import org.guidang.shared.Digest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Our evidence records of the SHA-256 branch before the European Commission's DSS, which shares no code with ours. */
class SecondOpinionTest {

    private static final Instant FIRST = Instant.parse("2026-11-20T04:00:00Z");

    private record Issued(TimeStampIssuer issuer) implements TimeStampAuthority {
        @Override
        public byte[] stamp(Digest imprint) {
            try {
                return TimeStampVerifier.tokenOf(issuer.answer(
                        new TimeStampRequestMaker().make(imprint, null).encoded()));
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        }

        @Override
        public boolean demonstration() {
            return true;
        }
    }

    private static TimeStampAuthority at(TestPki pki, Instant time) {
        return new Issued(new TimeStampIssuer(pki.stamper, Clock.fixed(time, ZoneOffset.UTC), TimeStampIssuer.POLICY));
    }

    private static byte[] content(int index) {
        return ("package " + index).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("证据记录（SHA-256）由欧盟 DSS 复核一致，含时间戳更新与散列树更新")
    void dss_agrees_before_and_after_renewals() throws Exception {
        TestPki pki = new TestPki(Suite.RSA_SHA256);
        List<Digest> packages = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            packages.add(Digest.of(
                    Digest.SHA_256, Cryptography.digest(Digest.SHA_256).digest(content(i))));
        }
        EvidenceBatch batch = EvidenceBatch.ofPackages(packages, at(pki, FIRST));
        List<EvidenceRecord> records = new ArrayList<>();
        List<List<byte[]>> anew = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            records.add(batch.record(i));
            anew.add(List.of(Cryptography.digest("SHA-512").digest(content(i))));
        }
        List<EvidenceRecord> renewed =
                EvidenceRenewal.renewTimeStamps(records, at(pki, FIRST.plus(Duration.ofDays(1))));
        List<EvidenceRecord> rehashed =
                EvidenceRenewal.renewHashTrees(renewed, "SHA-512", anew, at(pki, FIRST.plus(Duration.ofDays(2))));
        for (int i = 0; i < 9; i += 4) {
            assertEquals(1, agreed(records.get(i), content(i), pki.stamper.certificate()));
            assertEquals(2, agreed(renewed.get(i), content(i), pki.stamper.certificate()));
            assertEquals(3, agreed(rehashed.get(i), content(i), pki.stamper.certificate()));
        }
        assertTrue(analyze(records.get(0), content(77)).getReferenceValidation().stream()
                .noneMatch(ReferenceValidation::isIntact));
    }

    /** Asserts that data and all time-stamps are intact to DSS; returns the number of time-stamps. */
    private static int agreed(EvidenceRecord record, byte[] content, X509Certificate stamper) {
        eu.europa.esig.dss.spi.x509.evidencerecord.EvidenceRecord read = analyze(record, content);
        List<ReferenceValidation> references = read.getReferenceValidation();
        // Its sibling in the first list is to DSS an orphan, as in the records of others.
        assertEquals(
                1,
                references.stream()
                        .filter(reference -> reference.isFound() && reference.isIntact())
                        .count(),
                references.toString());
        for (TimestampToken token : read.getTimestamps()) {
            assertTrue(token.isMessageImprintDataFound() && token.isMessageImprintDataIntact());
            assertTrue(token.isSignedBy(new CertificateToken(stamper)));
        }
        return read.getTimestamps().size();
    }

    private static eu.europa.esig.dss.spi.x509.evidencerecord.EvidenceRecord analyze(
            EvidenceRecord record, byte[] content) {
        ASN1EvidenceRecordAnalyzer analyzer =
                new ASN1EvidenceRecordAnalyzer(new InMemoryDocument(record.encoded(), "record.ers"));
        List<DSSDocument> data = List.of(new InMemoryDocument(content, "package.zip"));
        analyzer.setDetachedContents(data);
        eu.europa.esig.dss.spi.x509.evidencerecord.EvidenceRecord read = analyzer.getEvidenceRecord();
        return read;
    }
}
