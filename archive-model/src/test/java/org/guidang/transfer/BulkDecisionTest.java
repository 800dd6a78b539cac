// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import static org.guidang.transfer.Handover.NOW;
import static org.guidang.transfer.Handover.REASONS;
import static org.guidang.transfer.Handover.REVIEWER;
import static org.guidang.transfer.Handover.underReview;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.guidang.shared.Outcome;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BulkDecisionTest {

    private static final List<String> NAMED = List.of("p1", "p2", "p3", "p4", "p5", "p1", "p9");

    @Test
    @DisplayName("批量处理：选中 = 成功 + 失败 + 跳过，失败的各有原因，不影响其他")
    void each_package_stands_for_itself_and_the_numbers_add_up() {
        TransferList list = mixed();
        BulkDecision acceptance = BulkDecision.acceptance(null);

        BulkResult foreseen = list.foresee(acceptance, NAMED);
        int acts = list.acts().size();
        assertEquals(Decision.PENDING, list.get("p1").decision(), "nothing is changed by looking ahead");
        BulkResult result = list.decideEach(acceptance, NAMED, REVIEWER, NOW);

        assertEquals(foreseen, result, "what was foreseen is what happens");
        assertEquals(6, result.chosen());
        assertEquals(result.chosen(), result.done() + result.failed() + result.skipped());
        assertEquals(
                List.of(
                        "p1 DONE ",
                        "p2 FAILED transfer.accept.detection-failed",
                        "p3 FAILED transfer.accept.note-missing",
                        "p4 SKIPPED transfer.bulk.doubtful",
                        "p5 SKIPPED transfer.bulk.accepted-before",
                        "p9 FAILED transfer.package.not-on-list"),
                result.items().stream()
                        .map(item -> item.packageNumber() + " " + item.kind() + " " + item.key())
                        .toList());
        assertEquals(Decision.ACCEPTED, list.get("p1").decision());
        assertEquals(Decision.PENDING, list.get("p2").decision());
        assertEquals(2, list.totals().accepted());
        assertEquals(acts + 1, list.acts().size(), "one act for all");
    }

    @Test
    @DisplayName("仅重试失败的：补上说明后成功")
    void only_what_failed_is_tried_again() {
        TransferList list = mixed();
        BulkResult first = list.decideEach(BulkDecision.acceptance(""), List.of("p1", "p3"), REVIEWER, NOW);
        assertEquals(List.of("p3"), first.failures());
        BulkResult again = list.decideEach(BulkDecision.acceptance("已经人工核对"), first.failures(), REVIEWER, NOW);
        assertEquals(1, again.done());
        assertEquals("已经人工核对", list.get("p3").note());
        assertEquals("", list.get("p1").note());
    }

    @Test
    void many_go_back_with_the_same_reasons_and_may_be_accepted_before_the_review_ends() {
        TransferList list = mixed();
        BulkResult result =
                list.decideEach(BulkDecision.sendingBack(REASONS), List.of("p1", "p2", "p5"), REVIEWER, NOW);
        assertEquals(3, result.done());
        assertEquals(REASONS.reasons(), list.get("p5").reasons());
        assertEquals(
                1,
                list.decideEach(BulkDecision.acceptance(null), List.of("p5"), REVIEWER, NOW)
                        .done());
        assertEquals(List.of(), list.get("p5").reasons());
    }

    @Test
    void ten_thousand_are_decided_in_one_act() {
        String[] all = IntStream.range(0, 10_000).mapToObj(i -> "p" + i).toArray(String[]::new);
        TransferList list = Handover.tested(all);
        int acts = list.acts().size();
        assertEquals(
                10_000,
                list.decideEach(BulkDecision.acceptance(null), List.of(all), REVIEWER, NOW)
                        .done());
        assertEquals(10_000, list.totals().accepted());
        assertEquals(acts + 1, list.acts().size());
    }

    /** Passed, failed, undecided by the detection, doubtful, accepted before. */
    private static TransferList mixed() {
        TransferList list = underReview("p1", "p2", "p3", "p4", "p5");
        List<TestResult> results = new ArrayList<>();
        results.add(new TestResult("p1", Outcome.PASSED, "r1"));
        results.add(new TestResult("p2", Outcome.FAILED, "r2"));
        results.add(new TestResult("p3", Outcome.INDETERMINATE, "r3"));
        results.add(new TestResult("p4", Outcome.PASSED, "r4"));
        results.add(new TestResult("p5", Outcome.PASSED, "r5"));
        list.tested(results);
        list.doubt("p4", "第二页的印章是否清晰", new Colleague("lin", "林涛"), REVIEWER, NOW);
        list.accept(List.of("p5"), null, REVIEWER, NOW);
        return list;
    }
}
