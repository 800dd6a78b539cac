// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.core;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;
import org.guidang.transfer.A1Row;

/**
 * Reads a 政务服务电子档案移交清单 that comes from elsewhere as CSV: UTF-8 with or without byte order mark, RFC 4180, the seven
 * columns of table A.1 in their order. All that is wrong is told at once, with line and column; what can be read is given.
 */
public final class TransferListCsvReader {

    /** Most rows that are read; the rest is named as one finding. */
    public static final int MOST_ROWS = 10_000;

    private static final int LONGEST_FIELD = 10_000;
    private static final Set<String> TYPES = Set.of("行政权力事项", "公共服务事项");
    private static final String KEY = "transfer.csv.";
    private static final String CODE = "transfer-list.";

    private final String name;
    private final List<Finding> findings = new ArrayList<>();
    private final List<A1Row> rows = new ArrayList<>();
    private final Set<String> batches = new HashSet<>();

    private TransferListCsvReader(String name) {
        this.name = name;
    }

    /**
     * What was read. The list is usable when no finding is of level MUST.
     *
     * @param rows those that could be read whole
     */
    public record Result(List<A1Row> rows, List<Finding> findings) {}

    /**
     * @param name by which findings call the file
     * @throws IOException when the octets cannot be read; a bad list is told by findings
     */
    public static Result read(InputStream csv, String name) throws IOException {
        TransferListCsvReader reader = new TransferListCsvReader(name);
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try {
            reader.read(new CsvLines(new BufferedReader(new InputStreamReader(csv, decoder)), LONGEST_FIELD));
        } catch (CharacterCodingException otherEncoding) {
            reader.failed("transfer.csv.encoding", "", "UTF-8", "");
        } catch (CsvLines.MalformedException malformed) {
            reader.failed("transfer.csv.malformed", "line " + malformed.line(), "RFC 4180", malformed.getMessage());
        }
        return new Result(List.copyOf(reader.rows), List.copyOf(reader.findings));
    }

    private void read(CsvLines lines) throws IOException {
        List<String> head = lines.next();
        if (head == null || !head.equals(PaperWords.COLUMNS)) {
            failed(
                    "transfer.csv.columns",
                    "line 1",
                    String.join(",", PaperWords.COLUMNS),
                    head == null ? "" : String.join(",", head));
            return;
        }
        for (List<String> fields = lines.next(); fields != null; fields = lines.next()) {
            if (fields.stream().allMatch(String::isBlank)) {
                continue;
            }
            if (rows.size() == MOST_ROWS) {
                failed("transfer.csv.too-long", place(lines, 1), String.valueOf(MOST_ROWS), "");
                return;
            }
            row(fields, lines);
        }
        if (rows.isEmpty() && findings.isEmpty()) {
            failed("transfer.csv.no-rows", "line 2", "1", "0");
        }
    }

    private void row(List<String> fields, CsvLines lines) {
        if (fields.size() != PaperWords.COLUMNS.size()) {
            failed(
                    "transfer.csv.fields",
                    place(lines, 1),
                    String.valueOf(PaperWords.COLUMNS.size()),
                    fields.size());
            return;
        }
        int before = findings.size();
        int sequence = number(fields.get(0), 1, "transfer.csv.sequence", lines);
        if (sequence > 0 && sequence != rows.size() + 1 && findings.size() == before) {
            warned("transfer.csv.sequence-gap", place(lines, 1), String.valueOf(rows.size() + 1), fields.get(0));
        }
        required(fields.get(1), 2, lines);
        if (!fields.get(1).isBlank() && !batches.add(fields.get(1) + "\t" + fields.get(2))) {
            failed("transfer.csv.batch-twice", place(lines, 2), "", fields.get(1));
        }
        required(fields.get(2), 3, lines);
        if (!TYPES.contains(fields.get(3).strip())) {
            failed(
                    "transfer.csv.type",
                    place(lines, 4),
                    String.join(" / ", TYPES.stream().sorted().toList()),
                    fields.get(3));
        }
        int packages = number(fields.get(4), 5, "transfer.csv.count", lines);
        if (fields.get(5).isBlank()) {
            warned("transfer.csv.opinion-empty", place(lines, 6), "检测意见", "");
        }
        rows.add(new A1Row(
                sequence,
                fields.get(1).strip(),
                fields.get(2).strip(),
                fields.get(3).strip(),
                packages,
                fields.get(5),
                fields.get(6)));
    }

    private void required(String field, int column, CsvLines lines) {
        if (field.isBlank()) {
            failed("transfer.csv.empty", place(lines, column), PaperWords.COLUMNS.get(column - 1), "");
        }
    }

    /** A whole number from 1; 0 when it is none, which is told. */
    private int number(String field, int column, String key, CsvLines lines) {
        if (field.strip().matches("[1-9][0-9]{0,8}")) {
            return Integer.parseInt(field.strip());
        }
        failed(key, place(lines, column), "1…", field);
        return 0;
    }

    private static String place(CsvLines lines, int column) {
        return "line " + lines.line() + ", column " + column;
    }

    private void failed(String key, String place, String expected, Object found) {
        findings.add(Finding.failed(CODE + key.substring(KEY.length()), Characteristic.INTEGRITY, key)
                .in(name)
                .at(place)
                .expecting(expected, found));
    }

    private void warned(String key, String place, String expected, Object found) {
        findings.add(Finding.warning(CODE + key.substring(KEY.length()), Characteristic.INTEGRITY, key)
                .in(name)
                .at(place)
                .expecting(expected, found));
    }
}
