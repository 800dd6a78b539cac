// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.audit.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guidang.audit.Operation;
import org.guidang.audit.OperationChain;
import org.guidang.shared.Actor;
import org.guidang.shared.Finding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ChainCheckTest {

    private static final Actor WANG = new Actor("wang", "𠮷田㛃", "WZ", Set.of());

    private final OperationChain head = new OperationChain("WZ");
    private final List<Operation> entries = new ArrayList<>();

    @BeforeEach
    void five_entries() {
        for (int i = 0; i < 5; i++) {
            Operation entry = entry(head.next(), "case.receive", "C" + i, head.headHash());
            entry.close(LeafHash.of(entry));
            head.append(entry);
            entries.add(entry);
        }
    }

    @Test
    void an_untouched_chain_has_no_findings() {
        assertEquals(List.of(), check());
    }

    @Test
    @DisplayName("T-01 改一条")
    void an_altered_entry_is_named() {
        Operation old = entries.get(2);
        Operation changed = entry(old.number(), "case.receive", "C9", old.previousHash());
        changed.close(old.hash());
        entries.set(2, changed);
        assertEquals(List.of("audit.chain.altered #2"), check());
    }

    @Test
    @DisplayName("T-02 删中间一条")
    void a_removed_entry_is_a_gap_and_breaks_the_chain() {
        entries.remove(2);
        assertEquals(List.of("audit.chain.gap #2", "audit.chain.broken #3"), check());
    }

    @Test
    @DisplayName("T-03 删末尾，链尾仍在")
    void a_cut_end_does_not_fit_the_head() {
        entries.remove(4);
        assertEquals(List.of("audit.chain.head #4"), check());
    }

    @Test
    @DisplayName("T-05 交换两条")
    void swapped_entries_are_out_of_place() {
        entries.add(1, entries.remove(2));
        assertEquals(
                List.of(
                        "audit.chain.gap #1",
                        "audit.chain.broken #2",
                        "audit.chain.gap #3",
                        "audit.chain.broken #1",
                        "audit.chain.gap #2",
                        "audit.chain.broken #3"),
                check());
    }

    @Test
    void details_that_look_like_other_details_hash_differently() {
        assertEquals("a=1\\nb=2\n", LeafHash.canonical(Map.of("a", "1\nb=2")));
        assertEquals("a=1\nb=2\n", LeafHash.canonical(Map.of("b", "2", "a", "1")));
    }

    private List<String> check() {
        ChainCheck check = new ChainCheck("WZ");
        entries.forEach(check::read);
        return check.finish(head).stream()
                .map((Finding f) -> f.code() + " " + f.place())
                .toList();
    }

    private static Operation entry(Operation.Number number, String operation, String objectId, String previous) {
        return new Operation(
                number,
                Instant.parse("2026-11-20T02:00:00.123456789Z"),
                WANG,
                operation,
                "case",
                objectId,
                "done",
                "",
                previous);
    }
}
