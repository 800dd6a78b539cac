// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Aggregates packages into the rows of table A.1: one per batch, 归档信息包数量 counted, 检测意见 drawn together. */
final class A1Table {

    private A1Table() {}

    static List<A1Row> of(List<BatchRow> heads, List<OfferedPackage> packages, int version) {
        Map<Integer, List<OfferedPackage>> byRow = new TreeMap<>();
        packages.forEach(pack ->
                byRow.computeIfAbsent(pack.ordinal(), none -> new ArrayList<>()).add(pack));
        List<A1Row> rows = new ArrayList<>();
        heads.stream()
                .filter(head -> byRow.containsKey(head.ordinal()))
                .sorted(Comparator.comparingInt(BatchRow::ordinal))
                .forEach(head -> {
                    List<OfferedPackage> behind = byRow.get(head.ordinal());
                    rows.add(new A1Row(
                            rows.size() + 1,
                            head.batch(),
                            head.itemName(),
                            head.itemType(),
                            behind.size(),
                            opinion(behind, version),
                            head.remark()));
                });
        return rows;
    }

    /** One opinion when all agree, else each with its number of packages. */
    private static String opinion(List<OfferedPackage> packages, int version) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        packages.forEach(pack -> counts.merge(pack.opinion(version), 1, Integer::sum));
        if (counts.size() == 1) {
            return counts.keySet().iterator().next();
        }
        List<String> parts = new ArrayList<>();
        counts.forEach((opinion, count) -> parts.add(opinion + "（" + count + "件）"));
        return String.join("\n", parts);
    }
}
