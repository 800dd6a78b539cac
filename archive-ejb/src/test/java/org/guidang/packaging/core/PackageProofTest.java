// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core;

import static org.guidang.packaging.core.PackageSamples.NOW;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.guidang.packaging.core.Layout.DocumentRole;
import org.guidang.packaging.core.zip.ZipLimits;
import org.guidang.seal.core.Suite;
import org.guidang.seal.core.Trust;
import org.guidang.shared.BusinessRuleException;
import org.guidang.shared.Finding;
import org.guidang.shared.Outcome;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PackageProofTest {

    private static final PackageSamples SM = new PackageSamples(Suite.SM2_SM3);

    @TempDir
    Path folder;

    private Path build(ManifestSealer sealer, String name) throws Exception {
        Path zip = folder.resolve(name);
        new PackageBuilder(Layout.DAT_85_2019, sealer).build(PackageSamples.content(), zip);
        return zip;
    }

    private static PackageVerdict verify(Path zip, Trust trust) throws IOException {
        try (PackageView view = PackageReader.open(zip)) {
            return PackageVerifier.verify(view, trust, NOW);
        }
    }

    private static List<String> codes(PackageVerdict verdict) {
        return verdict.findings().stream().map(Finding::code).toList();
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @DisplayName("信息包自身可证明")
    void a_package_proves_itself_by_every_suite(Suite suite) throws Exception {
        PackageSamples samples = new PackageSamples(suite);
        PackageVerdict verdict = verify(build(samples.sealer(), "p.zip"), samples.trust());
        assertEquals(List.of(), verdict.findings());
        assertEquals(Outcome.PASSED, verdict.outcome());
        assertEquals(NOW, verdict.provenTime());
        assertEquals("CN=Window", verdict.signer().getSubjectX500Principal().getName());
        assertEquals(4 + 3 + 5, verdict.files());
    }

    @Test
    void without_an_anchor_it_is_intact_but_undecided() throws Exception {
        PackageVerdict verdict = verify(build(SM.sealer(), "p.zip"), Trust.none());
        assertEquals(Outcome.INDETERMINATE, verdict.outcome());
        assertNull(verdict.provenTime());
    }

    @Test
    @DisplayName("同样的内容，同样的字节")
    void the_same_content_gives_the_same_octets() throws Exception {
        ManifestSealer fixed = manifest -> new ManifestSealer.Seal(new byte[] {1}, "CN=x", null, null);
        assertArrayEquals(Files.readAllBytes(build(fixed, "1.zip")), Files.readAllBytes(build(fixed, "2.zip")));
    }

    @Test
    @DisplayName("待补时间戳")
    void a_package_without_time_stamp_says_so_and_is_complete_with_the_later_token() throws Exception {
        Path zip = build(SM.sealerWithoutTime(), "p.zip");
        byte[] before = Files.readAllBytes(zip);
        PackageVerdict pending = verify(zip, SM.trust());
        assertEquals(List.of("package.time-stamp-pending"), codes(pending));
        assertEquals(Outcome.PASSED, pending.outcome());

        byte[] token;
        try (PackageView view = PackageReader.open(zip)) {
            byte[] signature = view.signature().orElseThrow();
            assertEquals(Suite.SM2_SM3, SigningSealer.suiteOf(signature));
            token = SM.authority().stamp(SigningSealer.digest(signature, Suite.SM2_SM3));
        }
        try (PackageView view = PackageReader.open(zip, ZipLimits.STANDARD, token)) {
            PackageVerdict stamped = PackageVerifier.verify(view, SM.trust(), NOW);
            assertEquals(List.of(), stamped.findings());
            assertEquals(NOW, stamped.provenTime());
        }
        assertArrayEquals(before, Files.readAllBytes(zip));
    }

    @Test
    void metadata_is_written_by_the_schemas_inside_the_package_and_read_back() throws Exception {
        try (PackageView view = PackageReader.open(build(SM.sealer(), "p.zip"))) {
            assertEquals(List.of(), view.findings());
            for (String document : List.of("归档配置信息", "基本信息", "办理流程信息", "归档文件信息")) {
                validate(view, document + ".xml", "元数据方案/" + document + ".xsd");
            }
            validate(view, "固化信息/manifest.xml", "元数据方案/manifest.xsd");

            PackageMetadata metadata = view.metadata();
            assertEquals(Optional.of("330000261711151100004"), metadata.value(DocumentRole.BASICS, "projid"));
            assertEquals(Optional.of("张某\ufffd𠮷"), metadata.value(DocumentRole.BASICS, "ApplyName"));
            assertEquals(Optional.of("2026-11-20 11:00:00"), metadata.value(DocumentRole.BASICS, "TransactTime"));
            assertEquals(
                    "<准予>&", metadata.all(DocumentRole.PROCESS, "Body").get(1).value());
            assertEquals(
                    2, metadata.all(DocumentRole.PROCESS, "NodeName").get(1).group());
            assertEquals(
                    "办理人",
                    metadata.first(DocumentRole.PROCESS, "author").orElseThrow().title());
            assertEquals(3, metadata.all(DocumentRole.FILES, "FilePath").size());
        }
    }

    private static void validate(PackageView view, String document, String schema) throws Exception {
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        try (InputStream rules = view.open(schema);
                InputStream xml = view.open(document)) {
            factory.newSchema(new StreamSource(rules)).newValidator().validate(new StreamSource(xml));
        }
    }

    @Test
    @DisplayName("逐字节篡改均被发现并指明")
    void every_single_octet_that_is_changed_is_found_and_named() throws Exception {
        Path zip = folder.resolve("small.zip");
        PackageContent content = PackageSamples.content(Map.of("申请材料/a.txt", "a"));
        new PackageBuilder(withoutSchemas(), SM.sealer()).build(content, zip);
        byte[] good = Files.readAllBytes(zip);
        Trust trust = SM.trust();
        assertEquals(Outcome.PASSED, verify(zip, trust).outcome());

        IntStream.range(0, good.length).parallel().forEach(i -> {
            byte[] bad = good.clone();
            bad[i] ^= 1 << (i % 8);
            try {
                Path flipped = Files.write(folder.resolve("flipped" + i), bad);
                List<Finding> findings = verify(flipped, trust).findings();
                Files.delete(flipped);
                assertTrue(findings.stream().anyMatch(PackageProofTest::names), "octet " + i + " " + findings);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }

    private static boolean names(Finding finding) {
        return !finding.file().isEmpty()
                || !finding.place().isEmpty()
                || finding.code().startsWith("zip.");
    }

    private static Layout withoutSchemas() {
        Layout full = Layout.DAT_85_2019;
        return new Layout(
                full.id(),
                false,
                full.names(),
                full.schemas(),
                null,
                null,
                full.fixingFolder(),
                full.manifestName(),
                full.signatureName(),
                full.tokenName());
    }

    @Test
    void every_altered_missing_and_added_file_is_named_at_once() throws Exception {
        Path zip = build(SM.sealer(), "p.zip");
        byte[] rewritten = rewrite(Files.readAllBytes(zip));
        PackageVerdict verdict = verify(Files.write(folder.resolve("bad.zip"), rewritten), SM.trust());
        Map<String, String> named = verdict.findings().stream()
                .filter(finding -> finding.code().startsWith("package."))
                .collect(java.util.stream.Collectors.toMap(Finding::code, Finding::file));
        assertEquals(
                Map.of(
                        "package.file-altered", "办理结果/结果.pdf",
                        "package.file-missing", "申请材料/婚姻证明/婚姻电子证照.ofd",
                        "package.file-unlisted", "申请材料/婚姻证明/加入的.txt"),
                named);
        assertEquals(Outcome.FAILED, verdict.outcome());
    }

    /** Packed again by another program, with one file changed, one left out and one added. */
    private static byte[] rewrite(byte[] zip) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip));
                ZipOutputStream out = new ZipOutputStream(octets)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().endsWith(".ofd")) {
                    continue;
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                byte[] content = in.readAllBytes();
                if (entry.getName().endsWith(".pdf")) {
                    content[0] = 'X';
                }
                out.write(content);
            }
            out.putNextEntry(new ZipEntry("申请材料/婚姻证明/加入的.txt"));
            out.write("x".getBytes(StandardCharsets.UTF_8));
        }
        return octets.toByteArray();
    }

    @Test
    void a_package_of_others_without_fixing_is_read_but_not_proven() throws Exception {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(octets)) {
            put(
                    out,
                    "E1/归档配置表.XML",
                    "<description title=\"归档配置表\"><servicecode title=\"权力事项编码\">S1</servicecode>"
                            + "<retentionperio title=\"保管期限\">30年</retentionperio></description>");
            put(
                    out,
                    "E1/基本信息描述.XML",
                    "<description title=\"基本信息描述\"><projid title=\"业务流水号\"> 1 </projid></description>");
            put(out, "E1/办理流程.XML", "<Opinions><Opinion nodename=\"受理\"><Author>王五</Author></Opinion></Opinions>");
            put(out, "E1/申请材料/a.pdf", "x");
        }
        Path zip = Files.write(folder.resolve("old.zip"), octets.toByteArray());
        try (PackageView view = PackageReader.open(zip)) {
            PackageMetadata metadata = view.metadata();
            assertEquals(Optional.of("S1"), metadata.value(DocumentRole.CONFIGURATION, "TaskCode"));
            assertEquals(Optional.of("30年"), metadata.value(DocumentRole.CONFIGURATION, "RetentionPeriod"));
            assertEquals(Optional.of("1"), metadata.value(DocumentRole.BASICS, "ProjectId"));
            assertEquals(Optional.of("受理"), metadata.value(DocumentRole.PROCESS, "NodeName"));
            assertEquals(1, view.entries(PackageEntry.Part.CONTENT).size());
            assertEquals(List.of("package.not-fixed"), codes(PackageVerifier.verify(view, SM.trust(), NOW)));
        }
    }

    @Test
    void a_package_of_others_can_be_fixed_once_and_then_proves_itself() throws Exception {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(octets)) {
            put(out, "基本信息描述.XML", "<description title=\"基本信息描述\"><projid>1</projid></description>");
            put(out, "申请材料/a.pdf", "x");
        }
        Path plain = Files.write(folder.resolve("plain.zip"), octets.toByteArray());
        Path fixed = folder.resolve("fixed.zip");
        try (PackageView view = PackageReader.open(plain)) {
            assertEquals(1, PackageFixer.fix(view, SM.sealer(), fixed).files());
        }
        assertEquals(List.of(), verify(fixed, SM.trust()).findings());
        try (PackageView view = PackageReader.open(fixed)) {
            BusinessRuleException refused = assertThrows(
                    BusinessRuleException.class,
                    () -> PackageFixer.fix(view, SM.sealer(), folder.resolve("again.zip")));
            assertEquals("packaging.fix.already", refused.key());
        }
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void all_sections_in_one_document_are_told_apart() throws Exception {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(octets)) {
            put(
                    out,
                    "行政审批元数据.xml",
                    "<root><description title=\"归档配置信息\"><TaskCode>S1</TaskCode></description>"
                            + "<description title=\"办件基本信息\"><ProjectId>1</ProjectId></description>"
                            + "<description title=\"办理流程信息\"><Process><NodeName>受理</NodeName></Process></description></root>");
        }
        try (PackageView view = PackageReader.open(Files.write(folder.resolve("one.zip"), octets.toByteArray()))) {
            assertEquals(Optional.of("S1"), view.metadata().value(DocumentRole.CONFIGURATION, "TaskCode"));
            assertEquals(Optional.of("1"), view.metadata().value(DocumentRole.BASICS, "ProjectId"));
            assertEquals(Optional.of("受理"), view.metadata().value(DocumentRole.PROCESS, "NodeName"));
        }
    }

    @Test
    void a_doctype_in_metadata_is_refused_with_its_place() throws Exception {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(octets)) {
            put(out, "基本信息.xml", "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<d>&x;</d>");
        }
        try (PackageView view = PackageReader.open(Files.write(folder.resolve("x.zip"), octets.toByteArray()))) {
            Finding finding = view.findings().get(0);
            assertEquals("package.metadata-unreadable", finding.code());
            assertTrue(finding.place().startsWith("line 1,"), finding.place());
            assertEquals(List.of(), view.metadata().items());
        }
    }
}
