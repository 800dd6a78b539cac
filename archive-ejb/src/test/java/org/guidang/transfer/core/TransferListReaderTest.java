// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.guidang.shared.Outcome;
import org.guidang.shared.core.Corpus;
import org.guidang.shared.core.FixityMeter;
import org.guidang.transfer.A1Row;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists from elsewhere as CSV, Excel and XML: what is the same list gives the same findings. */
class TransferListReaderTest {

    private static final String HEAD = String.join(",", PaperWords.COLUMNS) + "\n";

    @TempDir
    Path folder;

    static Stream<String> lists() {
        List<String> lists = new ArrayList<>(List.of(
                HEAD + "1,B-1,婚姻登记,公共服务事项,24,合格,\n2,B-2,𠮷 & <急>,行政权力事项,1,合格,'=1+1\n",
                HEAD + "3,,婚姻登记,其他,0,,\n1,B,,公共服务事项,２,合格,\n",
                HEAD + "1,B,婚姻登记,公共服务事项,1,合格,\n2,B,婚姻登记,公共服务事项,1,合格,\n"));
        for (Corpus.Row row : Corpus.rows("15-seeds/transfer-list/")) {
            try {
                lists.add(Files.readString(row.file()));
            } catch (IOException unreadable) {
                throw new IllegalStateException(unreadable);
            }
        }
        return lists.stream();
    }

    @ParameterizedTest
    @MethodSource("lists")
    @DisplayName("同一份清单无论 CSV、Excel、XML，读出同样的行和同样的问题")
    void all_forms_of_a_list_are_judged_alike(String csv) throws IOException {
        TransferListReader.Result plain = read("list.csv", csv.getBytes(StandardCharsets.UTF_8));
        TransferListReader.Result excel = TransferListReader.read(asExcel(csv), "list.xlsx");
        assertEquals(said(plain), said(excel));
        assertEquals(plain.rows(), excel.rows());
        TransferListReader.Result xml = read("list.xml", asXml(csv));
        assertEquals(codes(plain), codes(xml));
        assertEquals(plain.rows(), xml.rows());
    }

    static Stream<Corpus.Row> corpus() {
        return Corpus.rows("15-seeds/transfer-list/").stream();
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void the_rows_of_the_corpus_get_their_verdicts_as_excel_too(Corpus.Row row) throws IOException {
        TransferListReader.Result result = TransferListReader.read(asExcel(Files.readString(row.file())), row.path());
        Outcome outcome = Outcome.of(result.findings());
        switch (row.verdict()) {
            case "REJECT" -> assertEquals(Outcome.FAILED, outcome, result.toString());
            case "ACCEPT" -> assertEquals(List.of(), result.findings());
            default -> assertEquals(List.of("transfer-list.opinion-empty"), codes(result));
        }
    }

    @Test
    void a_list_of_ours_comes_back_from_all_its_forms_with_its_checkpoint() throws IOException {
        PrintedList list = list(new A1Row(1, "WZ-2026-0012-01", "=cmd|' /C calc'!A0", "公共服务事项", 0, "合格", "@急"));
        List<A1Row> counted = List.of(new A1Row(1, "WZ-2026-0012-01", "=cmd|' /C calc'!A0", "公共服务事项", 0, "合格", "@急"));
        for (String form : List.of("csv", "xlsx", "xml")) {
            Path file = folder.resolve("list." + form);
            try (OutputStream out = Files.newOutputStream(file)) {
                switch (form) {
                    case "csv" -> TransferListCsv.write(list, out);
                    case "xlsx" -> TransferListExcel.write(list, out);
                    default -> TransferListXml.write(list, out);
                }
            }
            TransferListReader.Result read = TransferListReader.read(file, form);
            assertEquals(list.checkpoint().text(), read.checkpoint(), form);
            assertEquals(counted, read.rows(), form);
            assertEquals(List.of("transfer-list.count"), codes(read), form);
        }
    }

    @Test
    void rows_that_no_longer_add_up_to_the_checkpoint_are_found() throws IOException {
        PrintedList list = list(new A1Row(1, "WZ-2026-0012-01", "婚姻登记", "公共服务事项", 7, "合格", ""));
        Path file = folder.resolve("changed.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            TransferListExcel.write(list, out);
        }
        assertEquals(List.of("transfer-list.checkpoint"), codes(TransferListReader.read(file, "changed.xlsx")));
    }

    @Test
    @DisplayName("A-42：导出的 Excel 无公式，等号开头的文字加撇号")
    void text_never_becomes_a_formula() throws IOException {
        PrintedList list = list(new A1Row(1, "B", "=cmd|' /C calc'!A0", "公共服务事项", 1, "+1", "-2"));
        Path file = folder.resolve("list.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            TransferListExcel.write(list, out);
        }
        StringBuilder all = new StringBuilder();
        try (var zip = new java.util.zip.ZipFile(file.toFile())) {
            for (var entry : java.util.Collections.list(zip.entries())) {
                if (entry.getName().endsWith(".xml")) {
                    all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        assertEquals(-1, all.indexOf("<f>"));
        for (String text : List.of("&apos;=cmd|", "&apos;+1", "&apos;-2")) {
            assertTrue(
                    all.toString()
                            .replace("'", "&apos;")
                            .replace("&#39;", "&apos;")
                            .contains(text),
                    text);
        }
    }

    @Test
    void a_formula_that_comes_in_is_refused_with_its_cell() throws IOException {
        Path file = folder.resolve("formula.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            Workbook workbook = new Workbook(out, "test", "1.0");
            Worksheet sheet = workbook.newWorksheet("1");
            for (int i = 0; i < 7; i++) {
                sheet.value(0, i, PaperWords.COLUMNS.get(i));
                sheet.value(
                        1, i, List.of("1", "B", "婚姻登记", "公共服务事项", "", "合格", "").get(i));
            }
            sheet.formula(1, 4, "SUM(A1:A9)");
            workbook.finish();
        }
        TransferListReader.Result read = TransferListReader.read(file, "formula.xlsx");
        assertEquals("transfer-list.formula line 2, column 5", said(read).get(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PK\u0003\u0004",
                "PK",
                "<",
                "<a/>",
                "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"
            })
    void what_is_no_list_is_told_and_never_thrown(String octets) throws IOException {
        TransferListReader.Result read = read("x", octets.getBytes(StandardCharsets.UTF_8));
        assertEquals(Outcome.FAILED, Outcome.of(read.findings()));
        assertEquals(List.of(), read.rows());
        assertEquals(1, read.findings().size(), read.toString());
    }

    private static PrintedList list(A1Row row) {
        byte[] text = {1};
        return new PrintedList(
                "WZ-2026-0012",
                2,
                "",
                "WZ",
                "窗口",
                "MZ",
                "民政局",
                List.of(row),
                List.of(),
                text,
                FixityMeter.measure(text),
                ListCheckpoint.of("WZ-2026-0012", 2, FixityMeter.measure(text).sm3(), List.of()),
                List.of(),
                false);
    }

    private TransferListReader.Result read(String name, byte[] octets) throws IOException {
        return TransferListReader.read(Files.write(folder.resolve(name), octets), name);
    }

    private static List<List<String>> cells(String csv) throws IOException {
        CsvLines lines = new CsvLines(new StringReader(csv), 10_000);
        List<List<String>> all = new ArrayList<>();
        for (List<String> line = lines.next(); line != null; line = lines.next()) {
            all.add(RowChecks.unguarded(line));
        }
        return all;
    }

    private Path asExcel(String csv) throws IOException {
        Path file = folder.resolve("list.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            Workbook workbook = new Workbook(out, "test", "1.0");
            Worksheet sheet = workbook.newWorksheet("清单");
            int line = 0;
            for (List<String> cells : cells(csv)) {
                for (int i = 0; i < cells.size(); i++) {
                    if (cells.get(i).matches("-?[0-9]{1,9}") && i != 1) {
                        sheet.value(line, i, Integer.parseInt(cells.get(i)));
                    } else {
                        sheet.value(line, i, cells.get(i));
                    }
                }
                line++;
            }
            workbook.finish();
        }
        return file;
    }

    private static byte[] asXml(String csv) throws IOException {
        StringBuilder xml = new StringBuilder("<政务服务电子档案移交清单 xmlns='urn:guidang:transfer-list:1'>");
        List<List<String>> all = cells(csv);
        for (List<String> cells : all.subList(1, all.size())) {
            xml.append("<行>");
            for (int i = 0; i < cells.size(); i++) {
                String name = PaperWords.COLUMNS.get(i);
                String text = cells.get(i).replace("&", "&amp;").replace("<", "&lt;");
                xml.append("<%s>%s</%s>".formatted(name, text, name));
            }
            xml.append("</行>\n");
        }
        return xml.append("</政务服务电子档案移交清单>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> codes(TransferListReader.Result read) {
        return read.findings().stream().map(finding -> finding.code()).toList();
    }

    private static List<String> said(TransferListReader.Result read) {
        return read.findings().stream()
                .map(finding -> finding.code() + " " + finding.place())
                .toList();
    }
}
