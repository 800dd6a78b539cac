// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.registry.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.guidang.packaging.core.Layout;
import org.guidang.packaging.core.PackageBuilder;
import org.guidang.packaging.core.PackageContent;
import org.guidang.packaging.core.PackageSamples;
import org.guidang.packaging.core.zip.ZipRefusedException;
import org.guidang.registry.Counted;
import org.guidang.seal.core.Suite;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StocktakingTest {

    @TempDir
    Path folder;

    @Test
    @DisplayName("清点只数办件的文件：元数据、模式与固化信息不在内")
    void only_files_of_the_case_are_counted() throws IOException {
        Path zip = folder.resolve("a.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            put(out, "基本信息.xml", 100);
            put(out, "固化信息/manifest.xml", 50);
            put(out, "申请材料/", 0);
            put(out, "申请材料/申请表.pdf", 7);
            put(out, "办理结果/证.ofd", 5);
        }
        assertEquals(new Counted(2, 12), Stocktaking.of(zip));
    }

    @Test
    @DisplayName("清点数与本系统所建信息包申报的数相同")
    void a_package_we_build_counts_what_it_declares() throws Exception {
        PackageContent content = PackageSamples.content();
        Path zip = folder.resolve("built.zip");
        new PackageBuilder(Layout.DAT_85_2019, new PackageSamples(Suite.SM2_SM3).sealer()).build(content, zip);
        long octets = content.files().stream()
                .mapToLong(file -> file.fixity().octets())
                .sum();
        assertEquals(new Counted(content.files().size(), octets), Stocktaking.of(zip));
    }

    @Test
    @DisplayName("读不出的信息包不清点")
    void what_is_no_sound_zip_is_not_counted() throws IOException {
        Path zip = Files.write(folder.resolve("b.zip"), new byte[] {1, 2, 3});
        assertThrows(ZipRefusedException.class, () -> Stocktaking.of(zip));
    }

    private static void put(ZipOutputStream out, String name, int octets) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(new byte[octets]);
        out.closeEntry();
    }
}
