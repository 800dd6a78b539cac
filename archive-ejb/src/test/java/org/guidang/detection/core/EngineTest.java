// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.guidang.detection.CheckItem;
import org.guidang.detection.ItemResult;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;
import org.guidang.shared.Level;
import org.guidang.shared.Outcome;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EngineTest {

    @CheckMethod("sound")
    static final class Sound implements Check {
        @Override
        public Verdict examine(Subject subject, CheckItem item) {
            return new Findings(item).verdict();
        }
    }

    @CheckMethod("throws")
    static final class Throws implements Check {
        @Override
        public Verdict examine(Subject subject, CheckItem item) throws IOException {
            throw new IOException("disk gone");
        }
    }

    @CheckMethod("nests")
    static final class Nests implements Check {
        @Override
        public Verdict examine(Subject subject, CheckItem item) {
            return examine(subject, item);
        }
    }

    @CheckMethod("sleeps")
    static final class Sleeps implements Check {
        @Override
        public Verdict examine(Subject subject, CheckItem item) throws IOException {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException told) {
                throw new IOException(told);
            }
            return new Findings(item).verdict();
        }
    }

    @CheckMethod("finds")
    static final class Finds implements Check {
        @Override
        public Verdict examine(Subject subject, CheckItem item) {
            Findings findings = new Findings(item);
            for (int i = 0; i < 1000; i++) {
                findings.add(findings.failed("detection.content.none").in("f" + i));
            }
            return findings.verdict();
        }
    }

    private static CheckItem item(String code, String method, Level level) {
        return new CheckItem(
                code, code, code, Characteristic.USABILITY, "", level, "", "", "", "", "M", method, Map.of());
    }

    private static ItemResult run(String method, Level level) {
        Engine engine = new Engine(
                List.of(new Sound(), new Throws(), new Nests(), new Sleeps(), new Finds()), Duration.ofMillis(200));
        List<ItemResult> results =
                engine.run(List.of(item("X-1", method, level), item("X-2", "sound", Level.MUST)), null);
        assertEquals(Outcome.PASSED, results.get(1).outcome(), "the next item runs all the same");
        return results.get(0);
    }

    @Test
    @DisplayName("检测中断不算不合格，也不算合格")
    void a_check_that_throws_is_undecided_with_a_reason() {
        ItemResult result = run("throws", Level.MUST);
        assertEquals(Outcome.INDETERMINATE, result.outcome());
        assertEquals("detection.fence.broke", result.reason());
        assertEquals("reading", result.reasonArguments().get(4));
    }

    @Test
    void a_check_that_overflows_the_stack_is_undecided() {
        ItemResult result = run("nests", Level.MUST);
        assertEquals(Outcome.INDETERMINATE, result.outcome());
        assertEquals("nesting", result.reasonArguments().get(4));
    }

    @Test
    @DisplayName("检测超时不算合格")
    void a_check_that_takes_too_long_is_undecided() {
        ItemResult result = run("sleeps", Level.MUST);
        assertEquals(Outcome.INDETERMINATE, result.outcome());
        assertEquals("detection.fence.timed-out", result.reason());
    }

    @Test
    @DisplayName("没有方法的检测项不默认合格")
    void an_item_without_a_method_is_not_passed_by_default() {
        ItemResult result = run("unheard-of", Level.MUST);
        assertEquals(Outcome.INDETERMINATE, result.outcome());
        assertEquals("detection.item.no-method", result.reason());
        assertEquals(Outcome.NOT_APPLICABLE, run("unheard-of", Level.OFF).outcome());
    }

    @Test
    @DisplayName("问题过多时列出前 200 条，总数不变")
    void findings_are_cut_and_counted() {
        ItemResult result = run("finds", Level.MUST);
        assertEquals(Findings.MOST_KEPT, result.findings().size());
        assertEquals(1000, result.total());
    }

    @Test
    @DisplayName("问题的级别不高于检测项的级别")
    void findings_never_weigh_more_than_their_row() {
        ItemResult result = run("finds", Level.SHOULD);
        assertEquals(
                List.of(Level.SHOULD),
                result.findings().stream().map(Finding::level).distinct().toList());
        assertEquals(Outcome.FAILED, result.outcome());
    }

    @Test
    void two_checks_of_one_name_are_a_slip_told_at_once() {
        assertThrows(IllegalArgumentException.class, () -> new Engine(List.of(new Sound(), new Sound())));
    }
}
