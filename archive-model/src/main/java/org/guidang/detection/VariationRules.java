// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;
import org.guidang.shared.Level;

/**
 * What an organization may change in an edition, and what it must say with it. Ours: an item the edition holds at MUST is
 * mandatory; it can be weakened, by level or by parameter, only with grounds, which every report then shows.
 */
final class VariationRules {

    static final int SHORTEST_REASON = 5;
    static final int LONGEST_REASON = 500;

    private VariationRules() {}

    /** All findings about all changes; the file of a finding is the number of the item. */
    static List<Finding> findings(Profile base, List<ProfileChange> changes) {
        List<Finding> findings = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (ProfileChange change : changes) {
            Optional<CheckItem> item = base.item(change.item());
            if (item.isEmpty()) {
                findings.add(Finding.failed(
                                "profile.item-unknown", Characteristic.AUTHENTICITY, "detection.profile.item-unknown")
                        .in(change.item())
                        .expecting(base.id(), change.item()));
            } else if (!seen.add(change.item())) {
                findings.add(about(item.get(), "item-twice", "1", "2"));
            } else {
                examine(item.get(), change, findings);
            }
        }
        return findings;
    }

    private static void examine(CheckItem item, ProfileChange change, List<Finding> findings) {
        Level level = change.level() == null ? item.level() : change.level();
        if (level == item.level() && !changesParameters(item, change)) {
            findings.add(about(item, "nothing-changed", "", level));
        }
        if (item.method().isEmpty() && level != Level.OFF) {
            findings.add(about(item, "no-method", Level.OFF, level));
        }
        new TreeMap<>(change.parameters()).forEach((name, value) -> parameter(item, name, value, findings));
        int length = change.reason().length();
        if (item.level() == Level.MUST
                && (level != Level.MUST || changesParameters(item, change))
                && length < SHORTEST_REASON) {
            findings.add(about(item, "reason-missing", SHORTEST_REASON, length));
        }
        if (length > LONGEST_REASON) {
            findings.add(about(item, "reason-too-long", LONGEST_REASON, length));
        }
    }

    private static boolean changesParameters(CheckItem item, ProfileChange change) {
        return change.parameters().entrySet().stream()
                .anyMatch(one -> !one.getValue().equals(item.parameters().get(one.getKey())));
    }

    private static void parameter(CheckItem item, String name, String value, List<Finding> findings) {
        if (!item.parameters().containsKey(name)) {
            findings.add(about(
                            item,
                            "parameter-unknown",
                            String.join(" ", item.parameters().keySet()),
                            name)
                    .at(name));
            return;
        }
        ParameterRule.of(name)
                .flatMap(rule -> rule.refuses(value).map(kind -> Map.entry(rule, kind)))
                .ifPresent(refused -> findings.add(about(
                                item,
                                "parameter-" + refused.getValue(),
                                refused.getKey().allowed(),
                                value)
                        .at(name)));
    }

    private static Finding about(CheckItem item, String what, Object expected, Object found) {
        return Finding.failed("profile." + what, item.characteristic(), "detection.profile." + what)
                .in(item.code())
                .expecting(String.valueOf(expected), found)
                .with(item.name());
    }
}
