// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guidang.catalog.ItemType;
import org.guidang.catalog.ServiceItem;
import org.guidang.intake.Applicant;
import org.guidang.intake.CaseFacts;
import org.guidang.intake.ProcessOpinion;
import org.guidang.shared.Finding;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CaseRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-20T04:00:00Z");
    private static final Instant ACCEPTED = NOW.minusSeconds(86400);
    private static final List<ProcessOpinion> STEPS = List.of(new ProcessOpinion("受理", "王芳", "同意", "材料齐全", ACCEPTED));

    @Test
    @DisplayName("DB43/T 第6部分 6.1：归档自办结开始，未办结的办件不予接收")
    void a_case_that_is_still_to_be_closed_is_refused_at_the_door() {
        assertEquals(List.of("case.not-closed"), atTheDoor(NOW.plusSeconds(301)));
        assertEquals(List.of(), atTheDoor(NOW.plusSeconds(300)), "clocks differ by minutes");
        assertEquals(List.of(), atTheDoor(NOW.minusSeconds(1)));
    }

    @Test
    @DisplayName("没有办结时间可以预归档，但不能整理完成")
    void without_a_closing_time_a_case_is_received_and_not_arranged() {
        assertEquals(List.of(), atTheDoor(null));
        List<Finding> lacking = CaseRules.complete(facts(null), STEPS, NOW);
        assertEquals(List.of("case.field-missing"), codes(lacking));
        assertEquals("办结时间 TransactTime", lacking.get(0).place());
    }

    @Test
    @DisplayName("办结早于受理不成立")
    void a_case_is_not_closed_before_it_was_accepted() {
        assertEquals(List.of("case.closed-before-accepted"), atTheDoor(ACCEPTED.minusSeconds(1)));
    }

    private static List<String> atTheDoor(Instant closed) {
        ServiceItem item = new ServiceItem("I1", "婚姻登记", ItemType.PUBLIC_SERVICE, "MZ", Set.of("WZ"));
        return codes(CaseRules.atTheDoor("330100-1", "I1", Optional.of(item), "WZ", facts(closed), STEPS, NOW));
    }

    private static CaseFacts facts(Instant closed) {
        return new CaseFacts("张某婚姻登记", new Applicant("张某", "身份证", "330100199001011234"), ACCEPTED, closed, "准予", null);
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }
}
