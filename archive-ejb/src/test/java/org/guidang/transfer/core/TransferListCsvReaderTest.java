// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.guidang.shared.Level;
import org.guidang.shared.Outcome;
import org.guidang.transfer.A1Row;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransferListCsvReaderTest {

    private static final String HEAD = "序号,批次编号,办理事项名称,事项类型,归档信息包数量,检测意见,备注\r\n";

    @ParameterizedTest
    @DisplayName("外来清单逐份得出应有的结论")
    @CsvSource({
        "ok.csv, PASSED, ''",
        "bad-count-negative.csv, FAILED, 'transfer-list.count line 2, column 5'",
        "bad-count-text.csv, FAILED, 'transfer-list.count line 2, column 5'",
        "bad-opinion-empty.csv, PASSED, 'transfer-list.opinion-empty line 2, column 6'",
        "bad-type.csv, FAILED, 'transfer-list.type line 2, column 4'"
    })
    void every_list_of_the_corpus_gets_its_verdict(String file, Outcome verdict, String findings) throws IOException {
        Path list = corpus().resolve("15-seeds/transfer-list").resolve(file);
        try (InputStream in = Files.newInputStream(list)) {
            TransferListReader.Result read = TransferListCsvReader.read(in, file);
            assertEquals(findings, said(read));
            assertEquals(verdict, Outcome.of(read.findings()));
            assertEquals(1, read.rows().size());
        }
    }

    @Test
    void a_good_list_is_read_with_all_its_columns() throws IOException {
        TransferListReader.Result read =
                read(HEAD + "1,B-1,\"婚姻登记,补发\",公共服务事项,24,合格,\"第一行\n第二\"\"行\"\"\"\n2,B-2,𠮷,行政权力事项,1,合格,\n");
        assertEquals(List.of(), read.findings());
        assertEquals(
                List.of(
                        new A1Row(1, "B-1", "婚姻登记,补发", "公共服务事项", 24, "合格", "第一行\n第二\"行\""),
                        new A1Row(2, "B-2", "𠮷", "行政权力事项", 1, "合格", "")),
                read.rows());
    }

    @Test
    void all_that_is_wrong_is_told_at_once() throws IOException {
        TransferListReader.Result read = read(HEAD + "3,,婚姻登记,其他,0,,\n1,B,,公共服务事项,２,合格,\n1,2\n");
        assertEquals(
                "transfer-list.sequence-gap line 2, column 1; transfer-list.empty line 2, column 2;"
                        + " transfer-list.type line 2, column 4; transfer-list.count line 2, column 5;"
                        + " transfer-list.opinion-empty line 2, column 6;"
                        + " transfer-list.sequence-gap line 3, column 1; transfer-list.empty line 3, column 3;"
                        + " transfer-list.count line 3, column 5; transfer-list.fields line 4, column 1",
                said(read));
        assertEquals(
                2,
                read.findings().stream()
                        .filter(finding -> finding.code().equals("transfer-list.sequence-gap"))
                        .filter(finding -> finding.level() == Level.SHOULD)
                        .count());
    }

    @Test
    void another_encoding_other_columns_an_open_quote_and_nothing_at_all_are_named() throws IOException {
        byte[] gbk = (HEAD + "1,B,婚姻登记,公共服务事项,1,合格,\n").getBytes(Charset.forName("GB18030"));
        assertEquals(
                "transfer-list.encoding ", said(TransferListCsvReader.read(new ByteArrayInputStream(gbk), "list.csv")));
        assertEquals("transfer-list.columns line 1", said(read("序号,批次编号\n")));
        assertEquals("transfer-list.columns line 1", said(read("")));
        assertEquals("transfer-list.no-rows line 2", said(read(HEAD)));
        assertEquals("transfer-list.malformed line 2", said(read(HEAD + "1,\"B,婚姻登记\n")));
        assertEquals("transfer-list.malformed line 2", said(read(HEAD + "1,\"B\"x,婚姻登记\n")));
    }

    @Test
    void one_item_of_one_batch_is_one_row() throws IOException {
        assertEquals(
                "transfer-list.batch-twice line 3, column 2",
                said(read(HEAD + "1,B,婚姻登记,公共服务事项,1,合格,\n2,B,婚姻登记,公共服务事项,1,合格,\n3,B,出生登记,公共服务事项,1,合格,\n")));
    }

    private static TransferListReader.Result read(String csv) throws IOException {
        return TransferListCsvReader.read(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), "list.csv");
    }

    private static String said(TransferListReader.Result read) {
        return String.join(
                "; ",
                read.findings().stream()
                        .map(finding -> finding.code() + " " + finding.place())
                        .toList());
    }

    private static Path corpus() {
        String given = System.getProperty("guidang.corpus");
        if (given != null) {
            return Path.of(given);
        }
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
            Path beside = up.resolve("shared/corpus");
            if (Files.isDirectory(beside)) {
                return beside;
            }
        }
        Assumptions.abort("SKIPPED: the corpus is not beside the project");
        return null;
    }
}
