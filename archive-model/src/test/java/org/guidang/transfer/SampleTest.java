// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import static org.guidang.transfer.Handover.NOW;
import static org.guidang.transfer.Handover.REASONS;
import static org.guidang.transfer.Handover.REVIEWER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.guidang.shared.BusinessRuleException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SampleTest {

    private static final List<String> HUNDRED =
            IntStream.range(0, 100).mapToObj("p%03d"::formatted).toList();

    /** As {@code printf '%s\n%s\n%s' "$sm3" "$seed" "$number" | sha256sum} ranks them. */
    private static final List<String> GIVEN = List.of("p088", "p035", "p086", "p033");

    @Test
    @DisplayName("抽样由清单摘要和种子确定，任何人都能重现")
    void the_sample_follows_from_digest_and_seed() {
        assertEquals(GIVEN, sample(4, "20261120").choose("0".repeat(64), HUNDRED));
        assertNotEquals(GIVEN, sample(4, "20261121").choose("0".repeat(64), HUNDRED));
        assertNotEquals(GIVEN, sample(4, "20261120").choose("1".repeat(64), HUNDRED));
    }

    @Test
    void the_share_is_rounded_up_and_a_larger_one_holds_the_smaller() {
        assertEquals(1, sample(1, "s").choose("", HUNDRED.subList(0, 3)).size());
        assertEquals(2, sample(34, "s").choose("", HUNDRED.subList(0, 3)).size());
        assertEquals(100, sample(100, "s").choose("", HUNDRED).size());
        assertEquals(
                sample(10, "s").choose("", HUNDRED),
                sample(30, "s").choose("", HUNDRED).subList(0, 10));
    }

    @Test
    void percentage_and_seed_are_checked() {
        refused("transfer.sample.percent", () -> sample(0, "s"));
        refused("transfer.sample.percent", () -> sample(101, "s"));
        refused("transfer.sample.seed", () -> sample(10, "  "));
        refused("transfer.sample.seed", () -> sample(10, "种".repeat(65)));
    }

    @Test
    @DisplayName("抽中的必须打开后才能结束核对；每份清单只抽样一次")
    void the_review_ends_when_what_was_drawn_was_opened() {
        TransferList list = Handover.tested("p1", "p2");
        List<OfferedPackage> drawn = list.draw(sample(100, "s"), REVIEWER, NOW);
        assertEquals(2, drawn.size());
        assertEquals(Act.SAMPLED, list.last().act());
        refused("transfer.sample.drawn", () -> list.draw(sample(10, "t"), REVIEWER, NOW));
        list.accept(List.of("p1", "p2"), null, REVIEWER, NOW);
        list.open("p1", REVIEWER, NOW);
        BusinessRuleException refused =
                assertThrows(BusinessRuleException.class, () -> list.conclude(REVIEWER, NOW, Handover::measure));
        assertEquals("transfer.review.sample-unopened", refused.key());
        assertEquals(List.of(list.number().value(), 1, "p2"), refused.arguments());
        list.open("p2", REVIEWER, NOW);
        list.conclude(REVIEWER, NOW, Handover::measure);
        assertEquals(Optional.of("张伟"), list.get("p2").openedBy());
    }

    @Test
    void where_the_policy_only_notes_nothing_waits_for_an_opening() {
        TransferList list = Handover.tested("p1");
        list.draw(Sample.of(100, "s", false, "张伟", NOW), REVIEWER, NOW);
        list.sendBack(List.of("p1"), REASONS, REVIEWER, NOW);
        list.conclude(REVIEWER, NOW, Handover::measure);
        assertEquals(TransferState.RETURNED, list.state());
        refused("transfer.already.returned", () -> list.draw(sample(1, "s"), REVIEWER, NOW));
    }

    private static Sample sample(int percent, String seed) {
        return Sample.of(percent, seed, true, "张伟", NOW);
    }

    private static void refused(String key, Executable act) {
        assertEquals(key, assertThrows(BusinessRuleException.class, act).key());
    }
}
