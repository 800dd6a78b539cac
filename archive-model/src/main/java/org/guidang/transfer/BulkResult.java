// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import java.io.Serializable;
import java.util.List;

/**
 * What became of each package of a bulk decision, in the order they were named. The numbers add up: as many results as
 * packages were chosen.
 */
public record BulkResult(List<Item> items) implements Serializable {

    /** What became of one. */
    public enum Kind {
        /** 成功: decided so now. */
        DONE,
        /** 失败: it cannot be decided so; nothing of it changed. */
        FAILED,
        /** 跳过: it stood so before, or an opinion about it is awaited; nothing of it changed. */
        SKIPPED
    }

    /**
     * @param key of the sentence that says why; empty when it was decided
     * @param arguments of the sentence
     */
    public record Item(String packageNumber, Kind kind, String key, List<Object> arguments) implements Serializable {

        public Item {
            arguments = List.copyOf(arguments);
        }

        static Item done(String packageNumber) {
            return new Item(packageNumber, Kind.DONE, "", List.of());
        }

        static Item skipped(String packageNumber, String key) {
            return new Item(packageNumber, Kind.SKIPPED, key, List.of(packageNumber));
        }
    }

    public BulkResult {
        items = List.copyOf(items);
    }

    public int chosen() {
        return items.size();
    }

    public int done() {
        return count(Kind.DONE);
    }

    public int failed() {
        return count(Kind.FAILED);
    }

    public int skipped() {
        return count(Kind.SKIPPED);
    }

    /** Those that failed, to be tried again alone. */
    public List<String> failures() {
        return items.stream()
                .filter(item -> item.kind() == Kind.FAILED)
                .map(Item::packageNumber)
                .toList();
    }

    private int count(Kind kind) {
        return (int) items.stream().filter(item -> item.kind() == kind).count();
    }
}
