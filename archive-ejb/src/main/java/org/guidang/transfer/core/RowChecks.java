// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.core;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;
import org.guidang.transfer.A1Row;

/**
 * The rows of a list that comes from elsewhere, checked as table A.1 wants them, in whatever form they come. All that is
 * wrong is told at once, with its place; what can be read is kept.
 */
final class RowChecks {

    /** Most rows that are read; the rest is named as one finding. */
    static final int MOST_ROWS = 10_000;

    /** Before the checkpoint of a list of ours in the forms that have nothing but rows. */
    static final String CHECKPOINT = "校验点";

    private static final Set<String> TYPES = Set.of("行政权力事项", "公共服务事项");
    private static final Pattern GUARDED = Pattern.compile("'[=+\\-@\\t\\r]");
    private static final String KEY = "transfer.csv.";
    private static final String CODE = "transfer-list.";

    private final String name;
    private final BiFunction<Integer, Integer, String> place;
    private final List<Finding> findings = new ArrayList<>();
    private final List<A1Row> rows = new ArrayList<>();
    private final Set<String> batches = new HashSet<>();
    private String checkpoint = "";

    /**
     * @param name by which findings call the file
     * @param place words for a line and a column, both from 1
     */
    RowChecks(String name, BiFunction<Integer, Integer, String> place) {
        this.name = name;
        this.place = place;
    }

    /** The place as forms made of lines and columns name it. */
    static String ofTable(int line, int column) {
        return "line " + line + ", column " + column;
    }

    /** Without the apostrophes by which spreadsheets are kept from taking text for formulas. */
    static List<String> unguarded(List<String> fields) {
        return fields.stream()
                .map(field -> GUARDED.matcher(field).lookingAt() ? field.substring(1) : field)
                .toList();
    }

    /** Whether these are the columns of table A.1; tells when not. */
    boolean head(List<String> head) {
        if (PaperWords.COLUMNS.equals(head)) {
            return true;
        }
        failed(
                "transfer.csv.columns",
                "line 1",
                String.join(",", PaperWords.COLUMNS),
                head == null ? "" : String.join(",", head));
        return false;
    }

    /** Takes a row; false when there have been too many and nothing more is read. */
    boolean row(List<String> fields, int line) {
        if (fields.stream().allMatch(String::isBlank)) {
            return true;
        }
        if (fields.get(0).strip().equals(CHECKPOINT) && fields.size() > 1) {
            checkpoint = fields.get(1).strip();
            return true;
        }
        if (rows.size() == MOST_ROWS) {
            failed("transfer.csv.too-long", place.apply(line, 1), String.valueOf(MOST_ROWS), "");
            return false;
        }
        int columns = PaperWords.COLUMNS.size();
        if (fields.size() == columns) {
            checked(fields, line);
        } else {
            failed("transfer.csv.fields", place.apply(line, 1), String.valueOf(columns), fields.size());
        }
        return true;
    }

    TransferListReader.Result end() {
        if (rows.isEmpty() && findings.isEmpty()) {
            failed("transfer.csv.no-rows", "line 2", "1", "0");
        }
        if (!checkpoint.isEmpty()) {
            compareWithCheckpoint();
        }
        return new TransferListReader.Result(List.copyOf(rows), List.copyOf(findings), checkpoint);
    }

    /** The rows of a list of ours and its checkpoint name the same number of packages. */
    private void compareWithCheckpoint() {
        String[] parts = checkpoint.split("\\|", -1);
        String stated = parts.length == 7 ? parts[5] : checkpoint;
        String counted = String.valueOf(rows.stream().mapToLong(A1Row::packages).sum());
        if (!stated.equals(counted)) {
            failed("transfer.csv.checkpoint", "", stated, counted);
        }
    }

    private void checked(List<String> fields, int line) {
        int before = findings.size();
        int sequence = number(fields.get(0), 1, "transfer.csv.sequence", line);
        if (sequence > 0 && sequence != rows.size() + 1 && findings.size() == before) {
            warned("transfer.csv.sequence-gap", place.apply(line, 1), String.valueOf(rows.size() + 1), fields.get(0));
        }
        required(fields.get(1), 2, line);
        if (!fields.get(1).isBlank() && !batches.add(fields.get(1) + "\t" + fields.get(2))) {
            failed("transfer.csv.batch-twice", place.apply(line, 2), "", fields.get(1));
        }
        required(fields.get(2), 3, line);
        if (!TYPES.contains(fields.get(3).strip())) {
            String allowed = TYPES.stream().sorted().collect(Collectors.joining(" / "));
            failed("transfer.csv.type", place.apply(line, 4), allowed, fields.get(3));
        }
        int packages = number(fields.get(4), 5, "transfer.csv.count", line);
        if (fields.get(5).isBlank()) {
            warned("transfer.csv.opinion-empty", place.apply(line, 6), "检测意见", "");
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

    private void required(String field, int column, int line) {
        if (field.isBlank()) {
            failed("transfer.csv.empty", place.apply(line, column), PaperWords.COLUMNS.get(column - 1), "");
        }
    }

    /** A whole number from 1; 0 when it is none, which is told. */
    private int number(String field, int column, String key, int line) {
        if (field.strip().matches("[1-9][0-9]{0,8}")) {
            return Integer.parseInt(field.strip());
        }
        failed(key, place.apply(line, column), "1…", field);
        return 0;
    }

    void failed(String key, String where, String expected, Object found) {
        findings.add(Finding.failed(CODE + key.substring(KEY.length()), Characteristic.INTEGRITY, key)
                .in(name)
                .at(where)
                .expecting(expected, found));
    }

    private void warned(String key, String where, String expected, Object found) {
        findings.add(Finding.warning(CODE + key.substring(KEY.length()), Characteristic.INTEGRITY, key)
                .in(name)
                .at(where)
                .expecting(expected, found));
    }
}
