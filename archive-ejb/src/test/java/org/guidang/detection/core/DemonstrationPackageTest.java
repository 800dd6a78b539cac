// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guidang.detection.DetectionReport;
import org.guidang.detection.ItemResult;
import org.guidang.detection.Phase;
import org.guidang.detection.core.virus.Clamd;
import org.guidang.detection.xml.ProfileReader;
import org.guidang.intake.core.sample.SampleDataCertificate;
import org.guidang.intake.core.sample.SampleOfd;
import org.guidang.intake.core.sample.SamplePdf;
import org.guidang.intake.core.sample.SampleRecord;
import org.guidang.intake.core.sample.SampleScan;
import org.guidang.issuing.IssuingRecordData;
import org.guidang.issuing.core.DataCertificate.Item;
import org.guidang.packaging.PackageDescription;
import org.guidang.packaging.PackageNumber;
import org.guidang.packaging.PackageVersion;
import org.guidang.packaging.core.Layout;
import org.guidang.packaging.core.PackageBuilder;
import org.guidang.packaging.core.PackageContent;
import org.guidang.packaging.core.PackageContent.ContentFile;
import org.guidang.packaging.core.SigningSealer;
import org.guidang.seal.core.DemonstrationKeys;
import org.guidang.seal.core.DemonstrationTimeStampAuthority;
import org.guidang.seal.core.KeyOwner;
import org.guidang.seal.core.SigningKey;
import org.guidang.seal.core.Suite;
import org.guidang.seal.core.ses.DemonstrationSeal;
import org.guidang.shared.Actor;
import org.guidang.shared.Finding;
import org.guidang.shared.Level;
import org.guidang.shared.Outcome;
import org.guidang.shared.core.FixityMeter;
import org.guidang.shared.core.PrintFonts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A case as the demonstration has it: sealed OFD, signed PDF, scan, issuing record, certificate without layout. */
class DemonstrationPackageTest {

    private static final Instant NOW = Instant.parse("2026-11-20T04:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Test
    @DisplayName("演示办件的信息包四性检测合格")
    void a_package_of_the_demonstration_passes_but_for_what_a_person_decides() throws Exception {
        DemonstrationKeys keys = new DemonstrationKeys(folder.resolve("keys"), Suite.SM2_SM3, CLOCK);
        Path zip = build(keys);
        PackageDetection detection = new PackageDetection(CLOCK);
        DetectionReport report = detection.run(
                zip,
                null,
                new PackageDetection.About("33000001-2026-000001", 1, new Actor("w", "w", "33000001", Set.of())),
                Phase.ARCHIVING,
                ProfileReader.shipped("DAT70-2018"),
                Facts.of(NOW, keys.trust(), Clamd.get().scanner()));

        for (ItemResult item : report.items()) {
            List<Finding> blocking = item.findings().stream()
                    .filter(finding -> finding.level() == Level.MUST)
                    .toList();
            assertEquals(List.of(), blocking, item.code() + " " + item.outcome());
        }
        assertEquals(Outcome.PASSED, report.outcome());
    }

    private Path build(DemonstrationKeys keys) throws Exception {
        SigningKey window = keys.find(KeyOwner.organization("33000001")).orElseThrow();
        SigningKey agency = keys.find(KeyOwner.organization("A001")).orElseThrow();
        DemonstrationTimeStampAuthority stamps =
                new DemonstrationTimeStampAuthority(keys.timeStamper(Suite.SM2_SM3), CLOCK);
        Path zip = folder.resolve("demonstration.zip");
        new PackageBuilder(Layout.DAT_85_2019, new SigningSealer(window, stamps, NOW))
                .build(content(files(window, agency, stamps, keys)), zip);
        return zip;
    }

    private Map<String, byte[]> files(
            SigningKey window, SigningKey agency, DemonstrationTimeStampAuthority stamps, DemonstrationKeys keys)
            throws Exception {
        DemonstrationSeal seal = new DemonstrationSeal(
                "33010000000001",
                "某某市民政局",
                keys.find(KeyOwner.organization("YW")).orElseThrow(),
                agency,
                NOW);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(
                "申请材料/申请书/申请书.pdf",
                SamplePdf.of(PrintFonts.with(List.of()), "婚姻登记申请书", List.of("申请人：张某"), window, NOW));
        files.put("申请材料/身份证/身份证.jpg", SampleScan.of(3));
        files.put(
                "申请材料/婚姻证明/婚姻电子证照.ofd",
                SampleOfd.of("0123456789abcdef0123456789abcdef", List.of("婚姻证明", "张某"), seal, NOW));
        files.put("申请材料/婚姻证明/电子出证记录.XML", record("婚姻证明"));
        files.put(
                "申请材料/出生证明/出生证明电子证照.xml",
                SampleDataCertificate.of(
                        "出生证明",
                        "某某市卫生健康委员会",
                        "0123456789abcdef0123456789abcdef",
                        List.of(new Item("xm", "新生儿姓名", "张小满")),
                        agency,
                        stamps::stamp));
        files.put("申请材料/出生证明/电子出证记录.XML", record("出生证明"));
        return files;
    }

    private static byte[] record(String material) {
        LocalDateTime asked = LocalDateTime.of(2026, 11, 19, 9, 41, 7);
        return SampleRecord.of(new IssuingRecordData(
                "0123456789abcdef0123456789abcdef",
                "S1",
                "001003010",
                "0123456789abcdef0123456789abcdef",
                "001003019",
                asked,
                asked.plusSeconds(1),
                "11010519491231002X",
                "3D8BA7302D519F2643203E8A56B66CEE",
                "window",
                "330000261711151100004",
                material,
                "{}",
                "{\"code\":\"0\"}"));
    }

    private static PackageContent content(Map<String, byte[]> files) throws GeneralSecurityException {
        return new PackageContent(
                new PackageVersion(PackageNumber.of("33000001", 2026, 1), 1),
                null,
                null,
                new PackageDescription(
                        "330000261711151100004",
                        "3D8BA7302D519F2643203E8A56B66CEE",
                        "婚姻登记",
                        "行政权力事项",
                        "张某婚姻登记",
                        "33000001",
                        "A001",
                        "PERMANENT",
                        2026),
                new PackageContent.CaseData(
                        "某某市民政局",
                        "某某市综合窗口",
                        "永久",
                        "张某",
                        "居民身份证",
                        "11010519491231002X",
                        NOW.minusSeconds(7200),
                        NOW.minusSeconds(3600),
                        "准予登记",
                        null),
                NOW,
                1,
                List.of(new PackageContent.Material("婚姻证明", "申请材料", "ISSUING", true)),
                List.of(new PackageContent.Step("受理", "王五", "同意", "", NOW.minusSeconds(7000))),
                files.entrySet().stream().map(DemonstrationPackageTest::file).toList());
    }

    private static ContentFile file(Map.Entry<String, byte[]> file) {
        String path = file.getKey();
        String material = path.split("/")[1];
        String extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(java.util.Locale.ROOT);
        return new ContentFile(
                path,
                path.substring(path.lastIndexOf('/') + 1),
                material,
                "ISSUING",
                extension.equals("jpg") ? "jpeg" : extension,
                "数据共享",
                NOW,
                FixityMeter.measure(file.getValue()),
                () -> new ByteArrayInputStream(file.getValue()));
    }
}
