// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gov.loc.repository.bagit.reader.BagReader;
import gov.loc.repository.bagit.verify.BagVerifier;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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

class ExportTest {

    private static final PackageSamples SM = new PackageSamples(Suite.SM2_SM3);

    @TempDir
    Path folder;

    private Path pack;
    private Path bag;

    @BeforeEach
    void export() throws Exception {
        pack = folder.resolve("p.zip");
        bag = folder.resolve("bag.zip");
        new PackageBuilder(Layout.DAT_85_2019, SM.sealer()).build(PackageSamples.content(), pack);
        try (PackageView view = PackageReader.open(pack)) {
            BagExport.write(
                    view,
                    FixityMeter.measure(Files.readAllBytes(pack)),
                    new byte[] {1, 2},
                    LocalDate.of(2026, 11, 20),
                    bag);
        }
    }

    private static List<Finding> judge(Path zip) throws IOException {
        List<Finding> findings = new ArrayList<>();
        try (GuardedZip opened = GuardedZip.open(zip, ZipLimits.STANDARD)) {
            findings.addAll(opened.findings());
            FileTree tree = new FileTree(opened);
            switch (tree.kind()) {
                case BAG -> BagValidator.validate(tree, findings::add);
                case OCFL_OBJECT -> OcflValidator.validate(tree, findings::add);
                case EARK -> EarkValidator.validate(tree, findings::add);
                case OTHER -> throw new IllegalStateException("neither");
            }
        }
        return findings;
    }

    @Test
    void an_exported_bag_is_valid_and_gives_the_same_package_back() throws Exception {
        assertEquals(List.of(), judge(bag));
        Path back = folder.resolve("back.zip");
        Imported imported = PackageImport.read(bag, back, Trust.none(), PackageSamples.NOW);
        assertArrayEquals(Files.readAllBytes(pack), Files.readAllBytes(back));
        assertArrayEquals(new byte[] {1, 2}, imported.laterToken().orElseThrow());
    }

    @Test
    void the_order_of_the_bag_does_not_matter() throws Exception {
        Path shuffled = folder.resolve("shuffled.zip");
        repack(shuffled, "", new byte[0]);
        Path back = folder.resolve("back.zip");
        PackageImport.read(shuffled, back, Trust.none(), PackageSamples.NOW);
        assertArrayEquals(Files.readAllBytes(pack), Files.readAllBytes(back));
    }

    @Test
    void a_bag_with_a_changed_file_is_refused_and_leaves_nothing() throws Exception {
        Path changed = folder.resolve("changed.zip");
        repack(changed, "结果.pdf", new byte[] {'%', 'P', 'D', 'F', '!'});
        Path back = folder.resolve("back.zip");
        BusinessRuleException refused = assertThrows(
                BusinessRuleException.class, () -> PackageImport.read(changed, back, Trust.none(), PackageSamples.NOW));
        assertTrue(
                refused.findings().stream().allMatch(finding -> finding.code().equals("bag.altered")));
        assertEquals(2, refused.findings().size());
        assertFalse(Files.exists(back));
    }

    /** The bag in reverse order, with the content of one file replaced. */
    private void repack(Path target, String suffix, byte[] other) throws IOException {
        try (GuardedZip zip = GuardedZip.open(bag, ZipLimits.STANDARD);
                StoredZipWriter out = new StoredZipWriter(target)) {
            List<ZipEntryInfo> entries = new ArrayList<>(zip.entries());
            Collections.reverse(entries);
            for (ZipEntryInfo entry : entries) {
                if (!suffix.isEmpty() && entry.name().endsWith(suffix)) {
                    out.add(entry.name(), other);
                } else {
                    try (InputStream content = zip.open(entry)) {
                        out.add(entry.name(), content, entry.size());
                    }
                }
            }
            out.finish();
        }
    }

    @Test
    void the_bag_is_valid_by_the_library_of_congress_too() throws Exception {
        requireNamesInUnicode();
        Path unpacked = folder.resolve("unpacked");
        try (GuardedZip zip = GuardedZip.open(bag, ZipLimits.STANDARD)) {
            for (ZipEntryInfo entry : zip.entries()) {
                Path target = unpacked.resolve(entry.name());
                Files.createDirectories(target.getParent());
                try (InputStream content = zip.open(entry)) {
                    Files.copy(content, target);
                }
            }
        }
        try (BagVerifier verifier = new BagVerifier()) {
            verifier.isValid(new BagReader().read(unpacked.resolve("33000001-2026-000123-v1")), false);
        }
    }

    /** Where the machine cannot write Chinese file names, what needs them is skipped. */
    private static void requireNamesInUnicode() {
        Assumptions.assumeTrue(
                "UTF-8".equalsIgnoreCase(System.getProperty("sun.jnu.encoding")),
                "SKIPPED: file names of this machine are not in UTF-8");
    }

    @Test
    void an_exported_ocfl_object_is_valid_by_ocfl_java() throws Exception {
        requireNamesInUnicode();
        Path object = folder.resolve("object.zip");
        try (PackageView view = PackageReader.open(pack)) {
            OcflExport.write(view, PackageSamples.NOW, object);
        }
        assertEquals(List.of(), judge(object));
    }
}
