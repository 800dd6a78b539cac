// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.evidence.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.ers.ERSByteData;
import org.bouncycastle.tsp.ers.ERSEvidenceRecord;
import org.guidang.evidence.EvidenceRecord;
import org.guidang.seal.core.Asn1;
import org.guidang.seal.core.Cryptography;
import org.guidang.seal.core.SignedContent;
import org.guidang.seal.core.SigningKey;
import org.guidang.seal.core.Suite;
import org.guidang.seal.core.TestPki;
import org.guidang.seal.core.TimeStampAuthority;
import org.guidang.seal.core.TimeStampIssuer;
import org.guidang.seal.core.TimeStampRequestMaker;
import org.guidang.seal.core.TimeStampVerifier;
import org.guidang.shared.Digest;
import org.guidang.shared.Finding;
import org.guidang.shared.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceTest {

    private static final Instant FIRST = Instant.parse("2026-11-20T04:00:00Z");
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    private static TestPki pki;

    @BeforeAll
    static void make() throws Exception {
        pki = new TestPki(Suite.SM2_SM3);
    }

    private static TimeStampAuthority authority(SigningKey key, Instant time) {
        TimeStampIssuer issuer = new TimeStampIssuer(key, Clock.fixed(time, ZoneOffset.UTC), TimeStampIssuer.POLICY);
        return new TimeStampAuthority() {
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
        };
    }

    private static byte[] content(int index) {
        return ("归档信息包 " + index).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] digest(String algorithm, byte[] content) throws Exception {
        return Cryptography.digest(algorithm).digest(content);
    }

    private static List<Digest> packages(String algorithm, int count) throws Exception {
        List<Digest> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(Digest.of(algorithm, digest(algorithm, content(i))));
        }
        return all;
    }

    @ParameterizedTest
    @CsvSource({"SM3,1", "SM3,2", "SM3,3", "SHA-256,7", "SHA-256,64", "SM3,33"})
    @DisplayName("一个时间戳覆盖多个信息包，每个包的记录独立可验")
    void each_record_of_a_batch_verifies_alone_by_us_and_by_bouncycastle(String algorithm, int count) throws Exception {
        EvidenceBatch batch = EvidenceBatch.ofPackages(packages(algorithm, count), authority(pki.stamper, FIRST));
        EvidenceVerifier verifier = new EvidenceVerifier(pki.trust());
        for (int i = 0; i < count; i++) {
            byte[] record = batch.record(i).encoded();
            assertArrayEquals(Asn1.read(record).getEncoded(ASN1Encoding.DER), record);
            EvidenceVerdict verdict = verifier.verify(record, List.of(SignedContent.of(content(i))), NOW);
            assertEquals(List.of(), codes(verdict));
            assertEquals(FIRST, verdict.provenTime().orElseThrow());
            EvidenceVerdict foreign = verifier.verify(record, List.of(SignedContent.of(content(count + 1))), NOW);
            assertEquals(Outcome.FAILED, foreign.outcome());

            ERSEvidenceRecord judge = new ERSEvidenceRecord(
                    record,
                    new JcaDigestCalculatorProviderBuilder()
                            .setProvider(Cryptography.provider())
                            .build());
            judge.validate(new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(Cryptography.provider())
                    .build(pki.stamper.certificate()));
            judge.validatePresent(new ERSByteData(content(i)), Date.from(FIRST.plusSeconds(1)));
        }
    }

    @Test
    void a_record_of_a_group_covers_all_its_parts() throws Exception {
        List<byte[]> group = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            group.add(digest("SM3", content(i)));
        }
        EvidenceBatch batch = EvidenceBatch.of(
                "SM3", List.of(group, List.of(digest("SM3", content(9)))), authority(pki.stamper, FIRST));
        EvidenceVerifier verifier = new EvidenceVerifier(pki.trust());
        List<SignedContent> parts = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            parts.add(SignedContent.of(content(i)));
        }
        assertEquals(List.of(), codes(verifier.verify(batch.record(0).encoded(), parts, NOW)));
        parts.add(SignedContent.of(content(9)));
        assertEquals(
                List.of("evidence.record.not-covered"),
                codes(verifier.verify(batch.record(0).encoded(), parts, NOW)));
    }

    @Test
    @DisplayName("时间戳更新与散列树更新后，最初的时间仍可证明")
    void renewals_keep_the_first_time() throws Exception {
        EvidenceBatch batch = EvidenceBatch.ofPackages(packages("SM3", 5), authority(pki.stamper, FIRST));
        List<EvidenceRecord> records = new ArrayList<>();
        List<List<byte[]>> anew = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            records.add(batch.record(i));
            anew.add(List.of(digest("SHA-256", content(i))));
        }
        Instant second = FIRST.plus(Duration.ofDays(300));
        Instant third = FIRST.plus(Duration.ofDays(600));
        List<EvidenceRecord> renewed = EvidenceRenewal.renewTimeStamps(records, authority(pki.stamper, second));
        List<EvidenceRecord> rehashed =
                EvidenceRenewal.renewHashTrees(renewed, "SHA-256", anew, authority(pki.stamper, third));
        EvidenceVerifier verifier = new EvidenceVerifier(pki.trust());
        for (int i = 0; i < 5; i++) {
            EvidenceVerdict verdict =
                    verifier.verify(rehashed.get(i).encoded(), List.of(SignedContent.of(content(i))), NOW);
            assertEquals(List.of(), codes(verdict));
            assertEquals(List.of(FIRST, second, third), verdict.times());
            assertEquals(2, verdict.chains());
            assertEquals(FIRST, verdict.provenTime().orElseThrow());

            ERSEvidenceRecord judge = new ERSEvidenceRecord(
                    rehashed.get(i).encoded(),
                    new JcaDigestCalculatorProviderBuilder()
                            .setProvider(Cryptography.provider())
                            .build());
            judge.validatePresent(new ERSByteData(content(i)), Date.from(third.plusSeconds(1)));
        }
        EvidenceVerdict swapped =
                verifier.verify(rehashed.get(0).encoded(), List.of(SignedContent.of(content(1))), NOW);
        assertEquals(List.of("evidence.record.hash-tree-renewal", "evidence.record.not-covered"), codes(swapped));
    }

    @Test
    void an_authority_expired_between_the_renewals_still_proves() throws Exception {
        SigningKey old = pki.sub.issue(
                "tsa",
                "CN=旧时间戳",
                org.guidang.seal.core.CertificateIssuer.Profile.TIME_STAMPER,
                TestPki.FROM,
                FIRST.plus(Duration.ofDays(10)));
        EvidenceRecord record = EvidenceBatch.ofPackages(packages("SM3", 2), authority(old, FIRST))
                .record(1);
        EvidenceVerifier verifier = new EvidenceVerifier(pki.trust());
        EvidenceRecord inTime = EvidenceRenewal.renewTimeStamps(
                        List.of(record), authority(pki.stamper, FIRST.plus(Duration.ofDays(9))))
                .get(0);
        assertEquals(List.of(), codes(verifier.verify(inTime.encoded(), List.of(SignedContent.of(content(1))), NOW)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SM3", "SHA-256"})
    void no_flipped_octet_passes_as_the_same_proof(String algorithm) throws Exception {
        byte[] record = EvidenceBatch.ofPackages(packages(algorithm, 4), authority(pki.stamper, FIRST))
                .record(2)
                .encoded();
        EvidenceVerifier verifier = new EvidenceVerifier(pki.trust());
        int noticed = 0;
        for (int at = 0; at < record.length; at += 11) {
            byte[] altered = record.clone();
            altered[at] ^= 1;
            EvidenceVerdict verdict = verifier.verify(altered, List.of(SignedContent.of(content(2))), NOW);
            boolean same = verdict.outcome() == Outcome.PASSED;
            // What no signature covers inside a token may differ (unneeded certificates); the proven time may not.
            assertTrue(!same || verdict.times().equals(List.of(FIRST)), "octet " + at);
            noticed += same ? 0 : 1;
        }
        assertTrue(noticed * 11 > record.length / 2);
    }

    @Test
    @DisplayName("十万个信息包一批，数秒完成")
    void a_hundred_thousand_packages_take_seconds() throws Exception {
        List<Digest> packages = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            packages.add(Digest.of(
                    "SM3", digest("SM3", ByteBuffer.allocate(4).putInt(i).array())));
        }
        TimeStampAuthority authority = authority(pki.stamper, FIRST);
        // Processor time: the machine may be busy with other things.
        ThreadMXBean processor = ManagementFactory.getThreadMXBean();
        long start = processor.getCurrentThreadCpuTime();
        EvidenceBatch batch = EvidenceBatch.ofPackages(packages, authority);
        long built = processor.getCurrentThreadCpuTime();
        long octets = 0;
        for (int i = 0; i < batch.size(); i++) {
            octets += batch.record(i).encoded().length;
        }
        long written = processor.getCurrentThreadCpuTime();
        System.out.printf(
                "evidence: 100000 packages, tree and token %d ms, records %d ms, %d octets each%n",
                (built - start) / 1_000_000, (written - built) / 1_000_000, octets / batch.size());
        assertTrue(Duration.ofNanos(built - start).compareTo(Duration.ofSeconds(20)) < 0);
        EvidenceVerdict verdict = new EvidenceVerifier(pki.trust())
                .verify(
                        batch.record(77_777).encoded(),
                        List.of(SignedContent.of(
                                ByteBuffer.allocate(4).putInt(77_777).array())),
                        NOW);
        assertEquals(List.of(), codes(verdict));
    }

    @Test
    void garbage_is_a_finding() throws Exception {
        EvidenceVerdict verdict = new EvidenceVerifier(pki.trust()).verify(new byte[] {0x30, 0}, List.of(), NOW);
        assertEquals(List.of("evidence.record.malformed"), codes(verdict));
    }

    private static List<String> codes(EvidenceVerdict verdict) {
        return verdict.findings().stream()
                .map(Finding::code)
                .sorted()
                .distinct()
                .toList();
    }
}
