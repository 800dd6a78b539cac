// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import static org.guidang.transfer.Handover.NOW;
import static org.guidang.transfer.Handover.REASONS;
import static org.guidang.transfer.Handover.REVIEWER;
import static org.guidang.transfer.Handover.concluded;
import static org.guidang.transfer.Handover.tested;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guidang.shared.Actor;
import org.guidang.shared.BusinessRuleException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class DoubtTest {

    private static final Actor LIN = new Actor("lin", "林涛", "MZ", Set.of());
    private static final Actor QIAN = new Actor("qian", "钱红", "MZ", Set.of());
    private static final Colleague ASKED = new Colleague("lin", "林涛");

    @Test
    @DisplayName("有未答复的存疑，不能结束核对；答复后仍由审核员决定")
    void a_review_does_not_end_while_an_opinion_is_awaited_and_the_opinion_decides_nothing() {
        TransferList list = tested("p1", "p2");
        Doubt doubt = list.doubt("p1", "第二页的印章是否清晰", ASKED, REVIEWER, NOW);
        list.accept(List.of("p1", "p2"), null, REVIEWER, NOW);

        assertEquals(
                List.of("WZ-2026-0012", 1, "p1"),
                refused("transfer.review.doubtful", () -> list.conclude(REVIEWER, NOW, Handover::measure))
                        .arguments());

        list.advise(doubt.id(), "印章清晰，可以接收", LIN, NOW);
        assertEquals(Optional.of("印章清晰，可以接收"), list.doubts().get(0).opinion());
        assertEquals(Decision.ACCEPTED, list.get("p1").decision());
        list.conclude(REVIEWER, NOW, Handover::measure);
        assertEquals(
                List.of(Act.DOUBTED, Act.DECIDED, Act.ADVISED, Act.CONCLUDED),
                list.acts().stream()
                        .map(ListAct::act)
                        .filter(act -> act.ordinal() >= Act.DOUBTED.ordinal())
                        .toList());
    }

    @Test
    @DisplayName("只有被请的同事可以答复，提出人不能答复自己")
    void only_who_was_asked_answers_and_never_who_asked() {
        TransferList list = tested("p1", "p2");
        Doubt named = list.doubt("p1", "第二页的印章是否清晰", ASKED, REVIEWER, NOW);
        Doubt anybody = list.doubt("p2", "第二页的印章是否清晰", null, REVIEWER, NOW);
        refused("transfer.doubt.not-asked", () -> list.advise(named.id(), "印章清晰", QIAN, NOW));
        refused("transfer.doubt.words", () -> list.advise(named.id(), "好", LIN, NOW));
        refused("transfer.doubt.not-asked", () -> list.advise(anybody.id(), "印章清晰，可收", REVIEWER, NOW));
        list.advise(anybody.id(), "印章清晰，可收", QIAN, NOW);
        assertEquals(Optional.of("钱红"), anybody.settledName());
        refused("transfer.doubt.settled", () -> list.advise(anybody.id(), "印章不清晰", LIN, NOW));
        refused("transfer.doubt.unknown", () -> list.advise("x", "印章不清晰", LIN, NOW));
    }

    @Test
    void a_doubt_needs_words_another_person_and_a_package_of_an_open_review() {
        TransferList list = tested("p1");
        refused("transfer.doubt.words", () -> list.doubt("p1", "印章？", ASKED, REVIEWER, NOW));
        refused(
                "transfer.doubt.yourself",
                () -> list.doubt("p1", "第二页的印章是否清晰", new Colleague("zhang", "张伟"), REVIEWER, NOW));
        refused("transfer.package.not-on-list", () -> list.doubt("p9", "第二页的印章是否清晰", ASKED, REVIEWER, NOW));
        list.doubt("p1", "第二页的印章是否清晰", ASKED, REVIEWER, NOW);
        refused("transfer.doubt.open", () -> list.doubt("p1", "第三页的印章是否清晰", null, QIAN, NOW));
        refused("transfer.already.concluded", () -> concluded("p1").doubt("p1", "第二页的印章是否清晰", ASKED, REVIEWER, NOW));
        assertEquals(1, list.doubts().size());
    }

    @Test
    @DisplayName("存疑可以收回；整批退回使未答复的失效")
    void a_doubt_is_taken_back_or_lapses_with_the_list() {
        TransferList list = tested("p1", "p2");
        Doubt first = list.doubt("p1", "第二页的印章是否清晰", ASKED, REVIEWER, NOW);
        list.takeBackDoubt(first.id(), QIAN, NOW);
        assertEquals(DoubtState.TAKEN_BACK, first.state());
        Doubt second = list.doubt("p1", "第二页的印章是否清晰", ASKED, REVIEWER, NOW);
        list.returnAll(REASONS, REVIEWER, NOW);
        assertEquals(DoubtState.LAPSED, second.state());
        assertEquals(DoubtState.TAKEN_BACK, first.state());
    }

    private static BusinessRuleException refused(String key, Executable act) {
        BusinessRuleException refusal = assertThrows(BusinessRuleException.class, act);
        assertEquals(key, refusal.key());
        return refusal;
    }
}
