// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.issuing.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.guidang.shared.Finding;
import org.guidang.shared.Level;
import org.guidang.shared.Outcome;
import org.guidang.shared.Words;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IssuingRecordReaderTest {

    /** What was chosen where the corpus leaves the choice. */
    private static final Map<String, String> CHOICES = Map.of(
            // The declared encoding is the actual one, or the file is refused.
            "m079-enc-gb2312-with-gbk-char.xml", "REJECT",
            "m083-enc-utf32.xml", "REJECT",
            // Two identifiers that look the same must not be two.
            "m094-char-zerowidth.xml", "REJECT",
            "m104-size-10000-attributes.xml", "REJECT",
            // No DOCTYPE, however harmless.
            "m114-doctype-harmless.xml", "REJECT",
            "m115-doctype-internal-entity.xml", "REJECT",
            // A path is no name of a material; only an attack or a broken platform sends one.
            "m147-traversal-materialname.xml", "REJECT");

    /** Faults that only show beside another record; on its own the file is sound. */
    private static final Map<String, String> ALONE = Map.of("m159-requestid-repeat.xml", "ACCEPT");

    static Stream<Arguments> family() throws IOException {
        Path folder = SeedCorpus.seeds().resolve("record-family");
        return SeedCorpus.rows(folder.resolve("expected.csv")).stream()
                .map(row -> Arguments.of(
                        folder.resolve(row.get(0)),
                        ALONE.getOrDefault(row.get(0), CHOICES.getOrDefault(row.get(0), row.get(3)))));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("family")
    void every_record_of_the_family_gets_its_verdict(Path file, String verdict) throws IOException {
        IssuingRecordReading reading = read(file);
        assertEquals(verdict, verdict(reading), () -> codes(reading).toString());
        assertEquals(verdict.equals("REJECT"), reading.data().isEmpty());
    }

    static Stream<Arguments> appendix() {
        return Stream.of(
                Arguments.of("A-as-printed.xml", "REJECT"),
                Arguments.of("A-corrected.xml", "ACCEPT"),
                Arguments.of("A-responsedata-fixed.xml", "ACCEPT_WARN"),
                Arguments.of("A-wellformed-only.xml", "REJECT"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("appendix")
    void every_form_of_the_printed_sample_gets_its_verdict(String name, String verdict) throws IOException {
        IssuingRecordReading reading =
                read(SeedCorpus.seeds().resolve("appendix-a").resolve(name));
        assertEquals(verdict, verdict(reading), () -> codes(reading).toString());
    }

    @Test
    @DisplayName("附录 A 格式示范原样：指出第 16 行及改法，并一次说出其余问题")
    void the_sample_as_printed_is_refused_with_line_and_remedy() throws IOException {
        IssuingRecordReading reading = read(SeedCorpus.seeds().resolve("appendix-a/A-as-printed.xml"));
        Finding first = reading.findings().get(0);
        assertEquals("issuing-xml.tag-mismatch", first.code());
        assertEquals("line 16, column 35", first.place());
        assertEquals("</materialname>", first.expected());
        assertEquals("</meterialname>", first.found());
        assertEquals(
                "第 16 行：开始标签 <materialname> 与结束标签 </meterialname> 不一致。请改为 </materialname>。",
                Words.say(Locale.SIMPLIFIED_CHINESE, first) + Words.toDo(Locale.SIMPLIFIED_CHINESE, first));
        assertEquals(
                List.of(
                        "issuing-xml.tag-mismatch",
                        "issuing-record.blanks",
                        "issuing-record.blanks",
                        "issuing-record.sponsor-length",
                        "issuing-record.blank-inside",
                        "issuing-record.placeholder",
                        "issuing-record.missing-near"),
                codes(reading));
    }

    @Test
    @DisplayName("改正标签后：缺少 responsedata，发现相近的 respondedata")
    void the_sample_with_its_tag_mended_lacks_responsedata() throws IOException {
        IssuingRecordReading reading = read(SeedCorpus.seeds().resolve("appendix-a/A-wellformed-only.xml"));
        List<Finding> refusing = reading.findings().stream()
                .filter(finding -> finding.level() == Level.MUST)
                .toList();
        assertEquals(1, refusing.size());
        assertEquals("缺少必填元素 responsedata（发现相近的 respondedata）", Words.say(Locale.SIMPLIFIED_CHINESE, refusing.get(0)));
    }

    @Test
    void the_misspelt_name_is_read_where_that_is_agreed() throws IOException {
        Path file = SeedCorpus.seeds().resolve("record-family/m137-respondedata.xml");
        try (InputStream content = Files.newInputStream(file)) {
            IssuingRecordReading reading =
                    IssuingRecordReader.acceptingSampleName().read("r", content);
            assertEquals(List.of("issuing-record.sample-name"), codes(reading));
            assertTrue(reading.data().orElseThrow().responseData().startsWith("{\"code\""));
        }
    }

    @Test
    void a_comment_inside_a_value_does_not_cut_it() throws IOException {
        Path file = SeedCorpus.seeds().resolve("record-family/m099-char-comment-inside.xml");
        assertEquals(
                "e4b417ec32d947c88bc1fc7b60d05772",
                read(file).data().orElseThrow().requestId());
    }

    @Test
    @DisplayName("所有问题一次报告")
    void all_faults_are_told_at_once() throws IOException {
        String record = """
                <?xml version="1.0" encoding="utf-8"?>
                <description title="电子出证记录">
                  <requestid title="a">e4b417ec-32d9-47c8-8bc1-fc7b60d05772</requestid>
                  <systemcode title="a"></systemcode>
                  <systemdepartmentcode title="a">1</systemdepartmentcode>
                  <interfacecode title="a">1</interfacecode>
                  <INTERFACEDEPARTMENTCODE title="a">1</INTERFACEDEPARTMENTCODE>
                  <requesttime title="a">2018-02-30 00:00:00</requesttime>
                  <responsetime title="a">2018/02/28</responsetime>
                  <sponsorcode title="a">1</sponsorcode><servicecode title="a">1</servicecode>
                  <accesscarid title="a">1</accesscarid><projectid title="a">1</projectid>
                  <materialname title="a">../x</materialname>
                  <requestparam title="a"><q/></requestparam>
                </description>
                """;
        IssuingRecordReading reading =
                new IssuingRecordReader().read("r", new ByteArrayInputStream(record.getBytes(StandardCharsets.UTF_8)));
        assertEquals(
                List.of(
                        "issuing-record.too-long",
                        "issuing-record.empty",
                        "issuing-record.missing-near",
                        "issuing-record.time-impossible",
                        "issuing-record.time-form",
                        "issuing-record.material-path",
                        "issuing-record.nested",
                        "issuing-record.missing"),
                codes(reading));
        assertTrue(
                reading.findings().stream().allMatch(finding -> finding.file().equals("r")));
    }

    @Test
    void every_hostile_record_is_told_within_two_seconds() throws IOException {
        long begun = System.nanoTime();
        String deep = "<a>".repeat(200_000);
        IssuingRecordReading reading =
                new IssuingRecordReader().read("r", new ByteArrayInputStream(deep.getBytes(StandardCharsets.UTF_8)));
        assertEquals(Outcome.FAILED, reading.outcome());
        byte[] huge = new byte[XmlText.MOST_OCTETS + 1];
        assertEquals(
                List.of("issuing-xml.too-large"),
                codes(new IssuingRecordReader().read("r", new ByteArrayInputStream(huge))));
        assertTrue(System.nanoTime() - begun < 2_000_000_000L);
    }

    private static IssuingRecordReading read(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return new IssuingRecordReader().read(file.getFileName().toString(), content);
        }
    }

    private static String verdict(IssuingRecordReading reading) {
        return switch (reading.outcome()) {
            case PASSED -> reading.findings().isEmpty() ? "ACCEPT" : "ACCEPT_WARN";
            default -> "REJECT";
        };
    }

    private static List<String> codes(IssuingRecordReading reading) {
        return reading.findings().stream().map(Finding::code).toList();
    }
}
