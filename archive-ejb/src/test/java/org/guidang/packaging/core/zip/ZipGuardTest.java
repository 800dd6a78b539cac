// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.zip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.guidang.shared.Finding;
import org.guidang.shared.Words;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ZipGuardTest {

    private static final ZipLimits TIGHT = new ZipLimits(50, 4 << 20, 8 << 20, 200, 3);

    @TempDir
    Path folder;

    private List<String> examine(byte[] zip) throws IOException {
        Path file = Files.write(folder.resolve("examined.bin"), zip);
        List<Finding> findings = new ArrayList<>();
        new ZipGuard(findings::add).examine(file, TIGHT);
        return findings.stream().map(Finding::code).distinct().toList();
    }

    private static byte[] zip(Object... namesAndContents) throws IOException {
        return zip(StandardCharsets.UTF_8, namesAndContents);
    }

    private static byte[] zip(Charset names, Object... namesAndContents) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(octets, names)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
                zip.write((byte[]) namesAndContents[i + 1]);
            }
        }
        return octets.toByteArray();
    }

    private static byte[] stored(String name, byte[] content) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(octets)) {
            ZipEntry entry = new ZipEntry(name);
            CRC32 crc = new CRC32();
            crc.update(content);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(crc.getValue());
            zip.putNextEntry(entry);
            zip.write(content);
        }
        return octets.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }

    @Test
    void an_ordinary_zip_is_sound() throws IOException {
        assertEquals(List.of(), examine(zip("申请材料/婚姻证明/a.xml", text("<a/>"), "b/", new byte[0])));
        assertEquals(List.of(), examine(stored("a", text("a"))));
    }

    @ParameterizedTest
    @CsvSource({
        "../a, zip.name-escapes",
        "a/../../b, zip.name-escapes",
        "a//b, zip.name-escapes",
        "./a, zip.name-escapes",
        "/etc/a, zip.name-absolute",
        "C:/a, zip.name-drive",
        "a\\..\\b, zip.name-backslash",
        "CON, zip.name-reserved",
        "a/lpt1.txt, zip.name-reserved",
        "a./b, zip.name-trailing",
        "'a /b', zip.name-trailing",
    })
    @DisplayName("文件名不得指向信息包之外")
    void a_name_that_leads_elsewhere_is_told(String name, String code) throws IOException {
        assertNotEquals(-1, examine(zip(name, text("x"))).indexOf(code));
    }

    @Test
    void names_that_hide_what_they_are_are_told() throws IOException {
        assertEquals(List.of("zip.name-deceptive"), examine(zip("婚姻证明\u202Excod.exe", text("x"))));
        assertEquals(List.of("zip.name-control"), examine(zip("a\u0000b", text("x"))));
        assertEquals(List.of("zip.name-too-long"), examine(zip("长".repeat(300), text("x"))));
    }

    @Test
    void twins_are_told_and_real_doubles_fail() throws IOException {
        assertEquals(List.of("zip.name-twin"), examine(zip("A", text("1"), "a", text("2"))));
        assertEquals(List.of("zip.name-twin"), examine(zip("\u00e9", text("1"), "e\u0301", text("2"))));
        assertEquals(List.of("zip.name-file-and-folder"), examine(zip("a", text("1"), "a/b", text("2"))));
        byte[] twice = zip("aa", text("1"), "ab", text("2"));
        for (int i = 0; i + 1 < twice.length; i++) {
            if (twice[i] == 'a' && twice[i + 1] == 'b') {
                twice[i + 1] = 'a';
            }
        }
        assertEquals(List.of("zip.name-twice"), examine(twice));
    }

    @Test
    void names_in_gb18030_are_read_with_a_warning() throws IOException {
        Path file = Files.write(folder.resolve("gbk.zip"), zip(Charset.forName("GB18030"), "婚姻证明.xml", text("<a/>")));
        try (GuardedZip zip = GuardedZip.open(file, TIGHT)) {
            assertEquals("婚姻证明.xml", zip.entries().get(0).name());
            assertEquals("zip.name-not-utf8", zip.findings().get(0).code());
            assertEquals(1, zip.findings().size());
        }
    }

    @Test
    void octets_that_belong_to_nothing_fail() throws IOException {
        byte[] plain = zip("a", text("a"));
        assertEquals(List.of("zip.prefix-data"), examine(join(text("#!/bin/sh\n"), plain)));
        assertEquals(List.of("zip.trailing-data"), examine(join(plain, text("more"))));
        assertEquals(List.of("zip.no-end-record"), examine(Arrays.copyOf(plain, plain.length / 2)));
        assertEquals(List.of("zip.not-a-zip"), examine(text("hello")));
        assertEquals(List.of("zip.empty"), examine(new byte[0]));
    }

    @Test
    @DisplayName("压缩炸弹按实际解压字节计量")
    void bombs_are_stopped_by_what_really_comes_out() throws IOException {
        assertEquals(List.of("zip.ratio-too-high"), examine(zip("zeros", new byte[3 << 20])));
        byte[] noise = new byte[5 << 20];
        new java.util.Random(1).nextBytes(noise);
        assertEquals(List.of("zip.entry-too-large"), examine(stored("noise", noise)));
        byte[] half = Arrays.copyOf(noise, 3 << 20);
        assertEquals(List.of("zip.total-too-large"), examine(zip("a", half, "b", half, "c", half)));
        Object[] many = new Object[2 * 51];
        for (int i = 0; i < 51; i++) {
            many[2 * i] = "f" + i;
            many[2 * i + 1] = text("x");
        }
        assertEquals(List.of("zip.too-many-entries"), examine(zip(many)));
    }

    @Test
    void zips_inside_zips_are_read_to_the_limit_and_no_further() throws IOException {
        byte[] inner = zip("../x", text("x"));
        assertEquals(List.of("zip.name-escapes"), examine(zip("inner.zip", inner)));
        assertEquals(List.of("zip.name-escapes"), examine(stored("inner.zip", inner)));
        byte[] deep = text("end");
        for (int i = 0; i < 3; i++) {
            deep = i % 2 == 0 ? zip("n", deep) : stored("n", deep);
        }
        assertEquals(List.of(), examine(deep));
        assertEquals(List.of("zip.nested-too-deep"), examine(zip("n", deep)));
    }

    @Test
    void a_size_that_lies_stops_the_reading() throws IOException {
        byte[] lying = zip("a", text("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"));
        int directory = directory(lying);
        lying[directory + 24] = 5; // stated size
        Path file = Files.write(folder.resolve("lying.zip"), lying);
        try (GuardedZip zip = GuardedZip.open(file, TIGHT);
                InputStream content = zip.open(zip.entries().get(0))) {
            assertFalse(zip.isSound());
            assertEquals(
                    "zip.size-lies",
                    assertThrows(ZipRefusedException.class, content::readAllBytes)
                            .finding()
                            .code());
        }
    }

    private static int directory(byte[] zip) {
        for (int i = 0; i + 4 < zip.length; i++) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
                return i;
            }
        }
        throw new IllegalStateException();
    }

    @Test
    void two_entries_over_the_same_octets_fail() throws IOException {
        byte[] zip = zip("a", text("1"), "b", text("2"));
        int first = directory(zip);
        int second = first + 46 + 1;
        zip[second + 42] = zip[first + 42]; // the second points at the first
        zip[second + 46] = 'b';
        assertNotEquals(-1, examine(zip).indexOf("zip.overlap"));
    }

    @ParameterizedTest
    @EnumSource(ZipFault.class)
    void every_fault_can_be_said_in_both_languages(ZipFault fault) {
        Finding finding = fault.finding("a");
        for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            assertNotEquals(finding.message(), Words.say(locale, finding));
            assertNotEquals("", Words.toDo(locale, finding));
        }
    }

    @Test
    void any_octet_of_any_zip_may_be_anything_without_an_error_of_ours() throws IOException {
        byte[] good = zip("申请材料/a.xml", text("<a/>"), "b/", new byte[0]);
        for (int i = 0; i < good.length; i++) {
            for (int value : new int[] {0, 0x7f, 0xff}) {
                byte[] bad = good.clone();
                bad[i] = (byte) value;
                examine(bad);
            }
        }
    }
}
