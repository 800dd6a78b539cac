// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guidang.detection.CheckItem;
import org.guidang.detection.ItemResult;
import org.guidang.shared.Level;
import org.guidang.shared.Outcome;

/**
 * Carries out all items of a stage over one package, each in its own fence: an item that breaks or takes too long is
 * INDETERMINATE with a reason, and the next one runs. No item is passed by default: one without a method, or whose method
 * is not there, says so.
 */
public final class Engine {

    /** Longest one item may take. */
    public static final Duration ITEM_LIMIT = Duration.ofMinutes(10);

    private final Map<String, Check> checks = new HashMap<>();
    private final Duration itemLimit;

    public Engine(Collection<Check> checks) {
        this(checks, ITEM_LIMIT);
    }

    public Engine(Collection<Check> checks, Duration itemLimit) {
        this.itemLimit = itemLimit;
        for (Check check : checks) {
            CheckMethod method = check.getClass().getAnnotation(CheckMethod.class);
            if (method == null || this.checks.put(method.value(), check) != null) {
                throw new IllegalArgumentException("no method name, or one twice: " + check.getClass());
            }
        }
    }

    /** Whether a method of this name is there; a profile is held against it before use. */
    public boolean knows(String method) {
        return checks.containsKey(method);
    }

    /** What carrying out the item reads beside the package; everything for one whose method is not there. */
    Set<Input> reads(CheckItem item) {
        if (item.level() == Level.OFF) {
            return Set.of();
        }
        Check check = checks.get(item.method());
        return check == null
                ? EnumSet.allOf(Input.class)
                : Set.of(check.getClass().getAnnotation(CheckMethod.class).reads());
    }

    public List<ItemResult> run(List<CheckItem> items, Subject subject) {
        return run(items, subject, Map.of());
    }

    /** @param standing results to take over in place of carrying the item out, by its number */
    List<ItemResult> run(List<CheckItem> items, Subject subject, Map<String, ItemResult> standing) {
        List<ItemResult> results = new ArrayList<>();
        for (CheckItem item : items) {
            if (standing.containsKey(item.code())) {
                results.add(standing.get(item.code()));
                continue;
            }
            long begun = System.nanoTime();
            Verdict verdict = verdict(item, subject);
            long micros = (System.nanoTime() - begun) / 1000;
            results.add(new ItemResult(
                    item,
                    verdict.outcome(),
                    verdict.reason(),
                    verdict.reasonArguments(),
                    verdict.examined(),
                    Findings.lowered(verdict.findings(), item.level()),
                    verdict.total(),
                    micros));
        }
        return results;
    }

    private Verdict verdict(CheckItem item, Subject subject) {
        if (item.level() == Level.OFF) {
            return Verdict.notApplicable("detection.item.off");
        }
        Check check = checks.get(item.method());
        if (check == null) {
            return Verdict.indeterminate("detection.item.no-method", item.method());
        }
        try {
            return Fence.within(itemLimit, () -> check.examine(subject, item));
        } catch (Fence.BrokenException broken) {
            return new Verdict(
                    Outcome.INDETERMINATE, broken.reason, List.of("", "", "", "", broken.word), 0, List.of(), 0);
        }
    }
}
