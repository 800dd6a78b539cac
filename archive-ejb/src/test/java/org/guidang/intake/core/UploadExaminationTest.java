// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.guidang.intake.ReceivedFile;
import org.guidang.intake.Source;
import org.guidang.issuing.IssuingRecord;
import org.guidang.issuing.core.IssuingRecordReader;
import org.guidang.issuing.core.SeedCorpus;
import org.guidang.shared.Finding;
import org.guidang.shared.core.FixityMeter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadExaminationTest {

    private static final String NUMBER = "330000261711151100004";
    private static final Instant NOW = Instant.parse("2026-11-20T04:00:00Z");
    private static final String COMPONENT = "<证照/>";

    @TempDir
    Path folder;

    @Test
    @DisplayName("一次出证：记录和组件同在一个文件夹")
    void an_issuing_is_known_by_its_folder_and_its_files_by_their_identifier() throws IOException {
        ExaminedUpload upload = examine(none(), area -> {
            take(area, "申请材料/婚姻证明/电子出证记录.xml", sound());
            take(area, "申请材料/婚姻证明/婚姻电子证照.xml", COMPONENT);
            take(area, "别处/申请书.xml", COMPONENT);
        });
        assertEquals(List.of(), upload.findings());
        assertEquals(
                List.of(
                        "电子出证记录.XML e4b417ec32d947c88bc1fc7b60d05772",
                        "婚姻电子证照.xml e4b417ec32d947c88bc1fc7b60d05772",
                        "申请书.xml null"),
                upload.files().stream()
                        .map(file -> file.safeName() + " " + file.issuing())
                        .toList());
        assertEquals("电子出证记录.xml", upload.files().get(0).originalName());
        assertTrue(upload.isAcceptable());
    }

    @Test
    @DisplayName("m159：同一唯一标识码、不同内容，后到者拒收；相同内容不拒")
    void a_known_identifier_with_other_content_is_refused() throws IOException {
        IssuingRecord first = new IssuingRecord(
                new IssuingRecordReader()
                        .read("a", new ByteArrayInputStream(sound()))
                        .data()
                        .orElseThrow(),
                NUMBER,
                FixityMeter.measure(sound()),
                NOW);
        byte[] repeat = Files.readAllBytes(SeedCorpus.seeds().resolve("record-family/m159-requestid-repeat.xml"));
        Function<String, Optional<IssuingRecord>> known = id -> Optional.of(first);
        assertEquals(List.of("case-issuing.request-id-known"), codes(examine(known, area -> pair(area, "1", repeat))));
        assertEquals(List.of(), codes(examine(known, area -> pair(area, "1", sound()))));
    }

    @Test
    void faults_of_the_group_are_told_each() throws IOException {
        assertEquals(
                List.of("case-issuing.no-record"),
                codes(examine(
                        none(),
                        area -> area.take(
                                "婚姻电子证照.xml",
                                null,
                                Source.SHARED_DATA,
                                "1",
                                stream(COMPONENT.getBytes(StandardCharsets.UTF_8))))));
        assertEquals(
                List.of("case-issuing.no-component"),
                codes(examine(none(), area -> take(area, "a/电子出证记录.XML", sound()))));
        assertEquals(
                List.of("case-issuing.two-records", "case-issuing.request-id-twice"), codes(examine(none(), area -> {
                    pair(area, "1", sound());
                    area.take("电子出证记录.XML", null, Source.SHARED_DATA, "1", stream(sound()));
                })));
        assertEquals(List.of("case-issuing.request-id-twice"), codes(examine(none(), area -> {
            pair(area, "1", sound());
            pair(area, "2", sound());
        })));
    }

    @Test
    void a_record_of_another_case_is_refused() throws IOException {
        try (IncomingArea area = new IncomingArea(folder, 1 << 20)) {
            pair(area, "1", sound());
            assertEquals(
                    List.of("case-issuing.project-differs"),
                    codes(new UploadExamination("330000-9", none()).examine(area.files())));
        }
    }

    @Test
    void names_and_formats_that_lie_are_doubted() throws IOException {
        ExaminedUpload upload = examine(none(), area -> {
            area.take("a.pdf", null, Source.APPLICANT, null, stream("<a/>".getBytes(StandardCharsets.UTF_8)));
            area.take("b\u202Egpj.exe", null, Source.APPLICANT, null, stream("MZ".getBytes(StandardCharsets.UTF_8)));
            area.take(
                    "c.zip", null, Source.APPLICANT, null, stream("PK\u0003\u0004x".getBytes(StandardCharsets.UTF_8)));
            area.take("d.txt", null, null, null, stream("d".getBytes(StandardCharsets.UTF_8)));
        });
        assertEquals(
                List.of(
                        "case-file.extension",
                        "case-file.executable",
                        "case-file.name",
                        "case-file.format",
                        "case-file.source"),
                codes(upload));
        assertEquals(
                List.of("a.pdf", "bgpj.exe", "c.zip", "d.txt"),
                upload.files().stream().map(ReceivedFile::safeName).toList());
    }

    private interface Filling {
        void into(IncomingArea area) throws IOException;
    }

    private ExaminedUpload examine(Function<String, Optional<IssuingRecord>> known, Filling filling)
            throws IOException {
        try (IncomingArea area = new IncomingArea(folder, 1 << 20)) {
            filling.into(area);
            return new UploadExamination(NUMBER, known).examine(area.files());
        }
    }

    private static void pair(IncomingArea area, String issuing, byte[] record) throws IOException {
        area.take("电子出证记录.XML", null, Source.SHARED_DATA, issuing, stream(record));
        area.take("a.xml", null, Source.SHARED_DATA, issuing, stream(COMPONENT.getBytes(StandardCharsets.UTF_8)));
    }

    private static void take(IncomingArea area, String path, byte[] octets) throws IOException {
        area.take(path, null, Source.SHARED_DATA, null, stream(octets));
    }

    private static void take(IncomingArea area, String path, String text) throws IOException {
        take(area, path, text.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream stream(byte[] octets) {
        return new ByteArrayInputStream(octets);
    }

    private static byte[] sound() throws IOException {
        return Files.readAllBytes(SeedCorpus.seeds().resolve("appendix-a/A-corrected.xml"));
    }

    private static Function<String, Optional<IssuingRecord>> none() {
        return requestId -> Optional.empty();
    }

    private static List<String> codes(ExaminedUpload upload) {
        return upload.findings().stream().map(Finding::code).toList();
    }
}
