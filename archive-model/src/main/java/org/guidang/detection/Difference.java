// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guidang.shared.Finding;
import org.guidang.shared.Outcome;

/**
 * One item on which two runs do not agree: window and agency, or version 1 and version 2. Items of different stages are the
 * same item when their numbers differ in the prefix only, as GD-1-6 and YJ-1-6 do.
 *
 * @param earlier what held in the first report; null when it has no such item
 * @param later what held in the second; null when it has no such item
 * @param gone findings of the first that the second no longer has
 * @param added findings that the second has and the first had not
 */
public record Difference(
        String code, String name, Outcome earlier, Outcome later, List<Finding> gone, List<Finding> added)
        implements Serializable {

    public Difference {
        gone = List.copyOf(gone);
        added = List.copyOf(added);
    }

    /** All differences, in the order of the second report; items only the first has come last. */
    public static List<Difference> between(DetectionReport first, DetectionReport second) {
        Map<String, ItemResult> before = new LinkedHashMap<>();
        first.items().forEach(item -> before.put(number(item), item));
        List<Difference> differences = new ArrayList<>();
        for (ItemResult item : second.items()) {
            add(before.remove(number(item)), item, differences);
        }
        before.values().forEach(item -> add(item, null, differences));
        return differences;
    }

    private static void add(ItemResult first, ItemResult second, List<Difference> differences) {
        ItemResult shown = second == null ? first : second;
        Outcome earlier = first == null ? null : first.verdict();
        Outcome later = second == null ? null : second.verdict();
        List<Finding> gone = without(first, second);
        List<Finding> added = without(second, first);
        if (earlier != later || !gone.isEmpty() || !added.isEmpty()) {
            differences.add(new Difference(shown.code(), shown.name(), earlier, later, gone, added));
        }
    }

    /** Findings of the one that the other has not, by what they say and where, whatever their number. */
    private static List<Finding> without(ItemResult one, ItemResult other) {
        if (one == null) {
            return List.of();
        }
        List<String> known = other == null
                ? List.of()
                : other.findings().stream().map(Difference::sense).toList();
        return one.findings().stream()
                .filter(finding -> !known.contains(sense(finding)))
                .toList();
    }

    private static String sense(Finding finding) {
        return String.join("\n", finding.message(), finding.file(), finding.place(), finding.found());
    }

    private static String number(ItemResult item) {
        return item.code().replaceFirst("^[A-Z]{2}-", "");
    }
}
