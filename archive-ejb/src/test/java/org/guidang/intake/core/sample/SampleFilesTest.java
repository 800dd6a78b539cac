// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake.core.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.guidang.detection.core.Examination;
import org.guidang.detection.core.Examiner;
import org.guidang.detection.core.FileResult;
import org.guidang.detection.core.StandardExaminers;
import org.guidang.detection.core.ofd.OfdExaminer;
import org.guidang.intake.core.LeadingOctets;
import org.guidang.issuing.IssuingRecordData;
import org.guidang.issuing.core.IssuingRecordReader;
import org.guidang.seal.core.CertificateIssuer;
import org.guidang.seal.core.CertificateIssuer.Profile;
import org.guidang.seal.core.SigningKey;
import org.guidang.seal.core.Suite;
import org.guidang.seal.core.Trust;
import org.guidang.seal.core.ses.DemonstrationSeal;
import org.guidang.shared.Level;
import org.guidang.shared.Outcome;
import org.guidang.shared.core.PrintFonts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration's files are real: our own examiners, which the corpus keeps honest, find nothing against them. */
class SampleFilesTest {

    private static final Instant NOW = Instant.parse("2026-11-20T04:00:00Z");

    private static SigningKey agency;
    private static SigningKey maker;
    private static Trust trust;

    @TempDir
    Path folder;

    @BeforeAll
    static void keys() throws GeneralSecurityException {
        Instant from = NOW.minus(1, ChronoUnit.DAYS);
        Instant until = NOW.plus(900, ChronoUnit.DAYS);
        CertificateIssuer root = CertificateIssuer.root(Suite.SM2_SM3, "C=CN,CN=测试根", from, until);
        agency = root.issue("MZ", "C=CN,O=市民政局,CN=市民政局电子印章", Profile.SIGNER, from, until);
        maker = root.issue("YW", "C=CN,O=印章制作,CN=电子印章制作", Profile.SIGNER, from, until);
        trust = new Trust(List.of(root.authority().certificate()), List.of(), List.of());
    }

    @Test
    void an_ofd_carries_a_seal_that_verifies_over_all_its_parts() throws Exception {
        DemonstrationSeal seal = new DemonstrationSeal("33010000000001", "市民政局", maker, agency, NOW);
        byte[] ofd = SampleOfd.of("0123456789abcdef0123456789abcdef", List.of("婚姻证明", "张某 & 李某"), seal, NOW);
        Path file = Files.write(folder.resolve("a.ofd"), ofd);
        Examination examination = new Examination(file, "a.ofd", trust, NOW);
        var seals = new OfdExaminer().examineSeals(examination);
        assertEquals(
                List.of(),
                examination.findings().stream()
                        .filter(finding -> finding.level() != Level.NOTE)
                        .toList());
        assertEquals(1, seals.size());
        assertEquals(Outcome.PASSED, seals.get(0).outcome());
        assertEquals("市民政局", seals.get(0).sealName());
        assertEquals("ofd", LeadingOctets.format(file));
    }

    @Test
    void a_pdf_is_signed_as_a_whole() throws Exception {
        byte[] pdf = SamplePdf.of(PrintFonts.with(List.of()), "结婚登记申请书", List.of("申请人：张某"), agency, NOW);
        FileResult result = examine("a.pdf", pdf);
        assertEquals("pdf", result.identification().format().id());
        assertEquals(
                List.of(),
                result.findings().stream()
                        .filter(finding -> finding.level() != Level.NOTE)
                        .toList());
    }

    @Test
    void a_scan_is_a_jpeg_of_200_dpi() throws Exception {
        byte[] scan = SampleScan.of(7);
        FileResult result = examine("确认书.jpg", scan);
        assertEquals("jpeg", result.identification().format().id());
        assertEquals(
                List.of(),
                result.findings().stream()
                        .filter(finding -> finding.level() != Level.NOTE)
                        .toList());
        // JFIF: units 1, then both densities.
        assertEquals(
                "01 00c8 00c8", "%02x %02x%02x %02x%02x".formatted(scan[13], scan[14], scan[15], scan[16], scan[17]));
        assertTrue(scan.length < 1_000_000);
    }

    @Test
    void a_record_breaks_no_rule() throws IOException {
        LocalDateTime time = LocalDateTime.of(2026, 11, 2, 9, 30);
        IssuingRecordData data = new IssuingRecordData(
                "0123456789abcdef0123456789abcdef",
                "s",
                "d",
                "i",
                "p",
                time,
                time,
                "330102199001011015",
                "c",
                "u",
                "330000261711151100004",
                "婚姻证明",
                "{\"a\":\"<&>\"}",
                "{\"code\":\"0\"}");
        var reading = new IssuingRecordReader().read("r", new ByteArrayInputStream(SampleRecord.of(data)));
        assertEquals(List.of(), reading.findings());
        assertEquals(data, reading.data().orElseThrow());
    }

    private FileResult examine(String name, byte[] octets) throws IOException {
        Path file = Files.write(folder.resolve("file"), octets);
        return new Examiner(StandardExaminers.all()).examine(file, name, trust, NOW);
    }
}
