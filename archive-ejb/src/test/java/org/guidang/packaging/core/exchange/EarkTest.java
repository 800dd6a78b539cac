// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.guidang.packaging.core.Layout;
import org.guidang.packaging.core.PackageBuilder;
import org.guidang.packaging.core.PackageReader;
import org.guidang.packaging.core.PackageSamples;
import org.guidang.packaging.core.PackageView;
import org.guidang.packaging.core.zip.GuardedZip;
import org.guidang.packaging.core.zip.StoredZipWriter;
import org.guidang.packaging.core.zip.ZipEntryInfo;
import org.guidang.packaging.core.zip.ZipLimits;
import org.guidang.seal.core.Suite;
import org.guidang.seal.core.Trust;
import org.guidang.shared.BusinessRuleException;
import org.guidang.shared.Finding;
import org.guidang.shared.core.FixityMeter;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roda_project.commons_ip.utils.IPEnums;
import org.roda_project.commons_ip2.model.IPContentInformationType;
import org.roda_project.commons_ip2.model.IPContentType;
import org.roda_project.commons_ip2.model.IPFile;
import org.roda_project.commons_ip2.model.IPRepresentation;
import org.roda_project.commons_ip2.model.SIP;
import org.roda_project.commons_ip2.model.impl.eark.EARKSIP;
import org.roda_project.commons_ip2.model.impl.eark.out.writers.strategy.ZipWriteStrategy;
import org.roda_project.commons_ip2.validator.EARKSIPValidator;
import org.roda_project.commons_ip2.validator.reporter.ValidationReportOutputJson;

/** E-ARK packages: ours judged by the library RODA reads them with, and those of that library read by us. */
class EarkTest {

    private static final String TOP = "33000001-2026-000123-v1/";
    private static final PackageSamples SM = new PackageSamples(Suite.SM2_SM3);

    @TempDir
    Path folder;

    private Path pack;
    private Path sip;

    @BeforeEach
    void export() throws Exception {
        pack = folder.resolve("p.zip");
        sip = folder.resolve(TOP.replace("/", ".zip"));
        new PackageBuilder(Layout.DAT_85_2019, SM.sealer()).build(PackageSamples.content(), pack);
        try (PackageView view = PackageReader.open(pack)) {
            EarkExport.write(
                    view, FixityMeter.measure(Files.readAllBytes(pack)), new byte[] {1, 2}, PackageSamples.NOW, sip);
        }
    }

    private static void requireNamesInUnicode() {
        Assumptions.assumeTrue(
                "UTF-8".equalsIgnoreCase(System.getProperty("sun.jnu.encoding")),
                "SKIPPED: file names of this machine are not in UTF-8");
    }

    private static List<Finding> judge(Path zip) throws IOException {
        List<Finding> findings = new ArrayList<>();
        try (GuardedZip opened = GuardedZip.open(zip, ZipLimits.STANDARD)) {
            findings.addAll(opened.findings());
            FileTree tree = new FileTree(opened);
            assertEquals(FileTree.Kind.EARK, tree.kind());
            EarkValidator.validate(tree, findings::add);
        }
        return findings;
    }

    @Test
    void an_exported_sip_is_valid_and_gives_the_same_package_back() throws Exception {
        assertEquals(List.of(), judge(sip));
        Path back = folder.resolve("back.zip");
        Imported imported = PackageImport.read(sip, back, Trust.none(), PackageSamples.NOW);
        assertEquals("eark", imported.form());
        assertEquals(List.of(), imported.findings());
        assertArrayEquals(Files.readAllBytes(pack), Files.readAllBytes(back));
        assertArrayEquals(new byte[] {1, 2}, imported.laterToken().orElseThrow());
    }

    @Test
    void the_validator_of_commons_ip_says_valid() throws Exception {
        requireNamesInUnicode();
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        ValidationReportOutputJson reporter = new ValidationReportOutputJson(sip, report);
        boolean valid = new EARKSIPValidator(reporter, "2.1.0").validate("2.1.0");
        Set<String> advice = new TreeSet<>();
        reporter.getResults().forEach((rule, details) -> {
            if (!details.isValid()) {
                advice.add(rule);
            }
        });
        // Level MAY: another folder, another agent, rights metadata, keys of a format registry.
        assertEquals(
                Set.of("CSIP45", "CSIPSTR8", "SIP26", "SIP32", "SIP33", "SIP34", "SIP35"),
                advice,
                report.toString(StandardCharsets.UTF_8));
        assertTrue(valid, report.toString(StandardCharsets.UTF_8));
        assertEquals(0, reporter.getErrors());
        assertEquals(0, reporter.getWarnings());
    }

    @Test
    void commons_ip_reads_all_files_into_its_model() throws Exception {
        requireNamesInUnicode();
        SIP read = new EARKSIP().parse(sip, Files.createDirectory(folder.resolve("parsed")));
        assertTrue(
                read.getValidationReport().isValid(),
                () -> read.getValidationReport().toString());
        assertEquals(List.of(TOP.replace("/", "")), read.getIds());
        assertEquals(1, read.getDescriptiveMetadata().size());
        assertEquals(1, read.getPreservationMetadata().size());
        assertEquals(5, read.getSchemas().size());
        assertEquals(2, read.getDocumentation().size());
        assertEquals(1, read.getRepresentations().size());
        IPRepresentation representation = read.getRepresentations().get(0);
        assertEquals(1, representation.getPreservationMetadata().size());
        try (PackageView view = PackageReader.open(pack)) {
            assertEquals(view.entries().size(), representation.getData().size());
        }
    }

    @Test
    void a_sip_that_commons_ip_made_gives_its_files() throws Exception {
        requireNamesInUnicode();
        Path content = Files.write(folder.resolve("内容 1.txt"), "octets".getBytes(StandardCharsets.UTF_8));
        SIP theirs = new EARKSIP("SIP_1", IPContentType.getMIXED(), IPContentInformationType.getMIXED(), "2.1.0");
        IPRepresentation representation = new IPRepresentation("rep1");
        representation.addFile(new IPFile(content, List.of("办理结果")));
        theirs.addRepresentation(representation);
        Path out = Files.createDirectory(folder.resolve("theirs"));
        ZipWriteStrategy strategy = new ZipWriteStrategy();
        strategy.setup(out);
        Path made = theirs.build(strategy, "SIP_1", IPEnums.SipType.EARK2);
        assertEquals(
                List.of(),
                judge(made).stream()
                        .filter(finding -> !finding.code().startsWith("zip."))
                        .toList());
        Path back = folder.resolve("back.zip");
        PackageImport.read(made, back, Trust.none(), PackageSamples.NOW);
        try (GuardedZip zip = GuardedZip.open(back, ZipLimits.STANDARD)) {
            assertEquals(
                    List.of("办理结果/内容 1.txt"),
                    zip.entries().stream().map(ZipEntryInfo::name).toList());
            try (InputStream octets = zip.open(zip.entries().get(0))) {
                assertArrayEquals("octets".getBytes(StandardCharsets.UTF_8), octets.readAllBytes());
            }
        }
    }

    /** The codes found when one file is changed; null leaves it out. */
    private List<String> codesAfter(String name, UnaryOperator<byte[]> change) throws IOException {
        Path changed = folder.resolve("changed.zip");
        Files.deleteIfExists(changed);
        try (GuardedZip zip = GuardedZip.open(sip, ZipLimits.STANDARD);
                StoredZipWriter out = new StoredZipWriter(changed)) {
            boolean there = false;
            for (ZipEntryInfo entry : zip.entries()) {
                byte[] octets;
                try (InputStream content = zip.open(entry)) {
                    octets = content.readAllBytes();
                }
                boolean this_one = entry.name().equals(TOP + name);
                there |= this_one;
                octets = this_one ? change.apply(octets) : octets;
                if (octets != null) {
                    out.add(entry.name(), octets);
                }
            }
            if (!there) {
                out.add(TOP + name, change.apply(new byte[0]));
            }
            out.finish();
        }
        Path back = folder.resolve("back.zip");
        BusinessRuleException refused = assertThrows(
                BusinessRuleException.class, () -> PackageImport.read(changed, back, Trust.none(), PackageSamples.NOW));
        assertFalse(Files.exists(back));
        return refused.findings().stream().map(Finding::code).toList();
    }

    private static UnaryOperator<byte[]> replacing(String one, String other) {
        return octets -> {
            String text = new String(octets, StandardCharsets.UTF_8);
            assertTrue(text.contains(one), one);
            return text.replace(one, other).getBytes(StandardCharsets.UTF_8);
        };
    }

    @Test
    void everything_that_is_off_has_its_name() throws Exception {
        String data = "representations/rep1/data/办理结果/结果.pdf";
        assertEquals(List.of("eark.altered"), codesAfter(data, octets -> "%PDF!".getBytes(StandardCharsets.UTF_8)));
        assertEquals(List.of("eark.length", "eark.altered"), codesAfter(data, octets -> new byte[] {1}));
        assertEquals(List.of("eark.missing"), codesAfter(data, octets -> null));
        assertEquals(List.of("eark.unlisted"), codesAfter("representations/rep1/data/多.txt", octets -> new byte[] {1}));
        assertEquals(List.of("eark.altered"), codesAfter("metadata/descriptive/dc.xml", replacing("婚姻", "离婚")));
        assertEquals(
                List.of("eark.no-identifier"),
                codesAfter("METS.xml", replacing("OBJID=\"33000001-2026-000123-v1\"", "")));
        assertEquals(
                List.of("eark.path-outside", "eark.unlisted"),
                codesAfter("METS.xml", replacing("\"documentation/about.md\"", "\"../about.md\"")));
        assertEquals(
                List.of("eark.path-outside", "eark.unlisted"),
                codesAfter("METS.xml", replacing("\"documentation/about.md\"", "\"http://example.org/\"")));
        assertEquals(
                List.of("eark.mets-unreadable"),
                codesAfter("METS.xml", replacing("<mets ", "<!DOCTYPE mets SYSTEM \"file:///etc/passwd\"><mets ")));
    }

    @Test
    void a_package_put_together_from_other_files_is_not_the_one_exported() throws Exception {
        Path other = folder.resolve("other.zip");
        try (PackageView view = PackageReader.open(pack)) {
            EarkExport.write(view, FixityMeter.measure(new byte[0]), null, PackageSamples.NOW, other);
        }
        BusinessRuleException refused = assertThrows(
                BusinessRuleException.class,
                () -> PackageImport.read(other, folder.resolve("back.zip"), Trust.none(), PackageSamples.NOW));
        assertEquals(
                List.of("eark.other-package"),
                refused.findings().stream().map(Finding::code).toList());
        assertFalse(Files.exists(folder.resolve("back.zip")));
    }

    @Test
    void a_sip_without_data_is_refused() throws Exception {
        Path bare = folder.resolve("bare.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bare))) {
            zip.putNextEntry(new ZipEntry("x/METS.xml"));
            zip.write("<mets xmlns=\"http://www.loc.gov/METS/\" OBJID=\"x\"/>".getBytes(StandardCharsets.UTF_8));
        }
        BusinessRuleException refused = assertThrows(
                BusinessRuleException.class,
                () -> PackageImport.read(bare, folder.resolve("back.zip"), Trust.none(), PackageSamples.NOW));
        assertEquals(
                List.of("eark.no-data"),
                refused.findings().stream().map(Finding::code).toList());
    }
}
