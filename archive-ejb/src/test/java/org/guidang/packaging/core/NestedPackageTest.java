// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.guidang.packaging.core.PackageEntry.Part;
import org.guidang.seal.core.Suite;
import org.guidang.shared.core.FixityMeter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packages of joint cases: written, read, proven from outside to inside, and refused when something is wrong. */
class NestedPackageTest {

    private static final PackageSamples SM = new PackageSamples(Suite.SM2_SM3);
    private static final String CHILDREN = "分件信息包/";

    @TempDir
    Path folder;

    private ChildPackage child(String number, PackageSamples by) throws Exception {
        Path zip = folder.resolve(number + ".zip");
        new PackageBuilder(Layout.DAT_85_2019, by.sealer())
                .build(PackageSamples.content(Map.of("办理结果/" + number + ".txt", number + " granted")), zip);
        return of(number, zip);
    }

    private static ChildPackage of(String number, Path zip) throws Exception {
        return new ChildPackage(number, FixityMeter.measure(Files.readAllBytes(zip)), () -> Files.newInputStream(zip));
    }

    private Path parent(String name, List<ChildPackage> children) throws Exception {
        Path target = folder.resolve(name);
        new PackageBuilder(Layout.GBT_42727_2023, SM.sealer()).build(PackageSamples.content(), children, target);
        return target;
    }

    private static List<String> told(Path zip) throws Exception {
        try (PackageView view = PackageReader.open(zip)) {
            return PackageVerifier.verify(view, SM.trust(), PackageSamples.NOW.plusSeconds(60)).findings().stream()
                    .map(finding -> finding.code() + " " + finding.file())
                    .toList();
        }
    }

    @Test
    @DisplayName("并联办件：父包内含各分件信息包，逐字节不变，父包与每个分件都可独立核验；同样输入同样字节")
    void the_parts_of_a_joint_case_lie_in_its_package_and_all_of_them_prove_themselves() throws Exception {
        List<ChildPackage> children = List.of(child("330000000000000000001", SM), child("330000000000000000002", SM));
        Path parent = parent("joint.zip", children);
        assertEquals(List.of(), told(parent));
        try (PackageView view = PackageReader.open(parent)) {
            assertEquals(Layout.GBT_42727_2023.id(), view.layout().id());
            assertEquals(
                    List.of(CHILDREN + "330000000000000000001.zip", CHILDREN + "330000000000000000002.zip"),
                    view.entries(Part.CHILD).stream().map(PackageEntry::path).toList());
            for (ChildPackage each : children) {
                byte[] inside = view.open(CHILDREN + each.name()).readAllBytes();
                assertArrayEquals(Files.readAllBytes(folder.resolve(each.name())), inside);
                assertEquals(List.of(), told(Files.write(folder.resolve("out-" + each.name()), inside)));
            }
        }
        try (PackageView view = PackageReader.open(parent);
                PackageView again = PackageReader.open(parent("again.zip", children))) {
            for (PackageEntry entry : view.entries()) {
                if (!entry.path().startsWith("固化信息/manifest.p7s")
                        && !entry.path().startsWith("固化信息/manifest.tst")) {
                    assertEquals(view.measure(entry.path()), again.measure(entry.path()), entry.path());
                }
            }
        }
    }

    @Test
    @DisplayName("分件被改动、由他人签名：父包与分件处都指明")
    void what_is_wrong_with_a_part_is_told_where_it_is() throws Exception {
        ChildPackage good = child("1", SM);
        ChildPackage foreign = child("2", new PackageSamples(Suite.SM2_SM3));
        assertEquals(
                List.of("cms.signer-untrusted 分件信息包/2.zip!/固化信息/manifest.p7s"),
                told(parent("foreign.zip", List.of(good, foreign))).stream()
                        .filter(line -> line.startsWith("cms."))
                        .toList());
        Path parent = parent("altered.zip", List.of(good));
        byte[] octets = Files.readAllBytes(parent);
        int at = new String(octets, StandardCharsets.ISO_8859_1).indexOf("1 granted");
        octets[at + 2] ^= 1;
        List<String> told = told(Files.write(parent, octets));
        assertTrue(told.contains("package.file-altered 分件信息包/1.zip"), told.toString());
        assertTrue(told.contains("package.file-altered 分件信息包/1.zip!/办理结果/1.txt"), told.toString());
    }

    @Test
    void a_layout_without_nesting_takes_no_parts_and_nesting_ends_somewhere() throws Exception {
        PackageBuilder flat = new PackageBuilder(Layout.DAT_85_2019, SM.sealer());
        List<ChildPackage> children = List.of(child("1", SM));
        assertThrows(
                IllegalArgumentException.class,
                () -> flat.build(PackageSamples.content(), children, folder.resolve("flat.zip")));
        Path deep = parent("0.zip", children);
        for (int i = 1; i < 6; i++) {
            deep = parent(i + "-deep.zip", List.of(of("child", deep)));
        }
        assertTrue(told(deep).stream().anyMatch(line -> line.startsWith("zip.nested-too-deep ")), () -> "deep");
    }

    @Test
    @DisplayName("他系统制作的嵌套包：无清单也认得；固化后按 GB/T 42727-2023 写入并可核验")
    void a_nested_package_of_another_system_is_known_by_its_folder_and_fixed() throws Exception {
        Path plain = folder.resolve("plain.zip");
        try (PackageView sample = PackageReader.open(parent("sample.zip", List.of(child("1", SM))));
                OutputStream out = Files.newOutputStream(plain);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (PackageEntry entry : sample.entries()) {
                if (entry.part() != Part.FIXING && entry.part() != Part.SCHEMA) {
                    zip.putNextEntry(new ZipEntry(entry.path())); // deflated
                    zip.write(sample.open(entry.path()).readAllBytes());
                }
            }
        }
        Path fixed = folder.resolve("fixed.zip");
        try (PackageView view = PackageReader.open(plain)) {
            assertEquals(Layout.GBT_42727_2023, view.layout());
            try (PackageView child = view.child(CHILDREN + "1.zip")) {
                assertEquals(List.of(), child.findings());
            }
            PackageFixer.fix(view, SM.sealer(), fixed);
        }
        assertEquals(List.of(), told(fixed));
    }
}
