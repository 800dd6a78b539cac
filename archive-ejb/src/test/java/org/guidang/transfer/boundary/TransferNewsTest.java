// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.boundary;

import static org.guidang.transfer.control.House.LI;
import static org.guidang.transfer.control.House.ZHANG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.guidang.notice.Deadline;
import org.guidang.notice.DeadlineRules;
import org.guidang.notice.Lamp;
import org.guidang.notice.NoticesChanged;
import org.guidang.notice.Step;
import org.guidang.seal.control.SealSettings;
import org.guidang.shared.Actor;
import org.guidang.shared.BusinessRuleException;
import org.guidang.shared.Fixity;
import org.guidang.shared.Outcome;
import org.guidang.transfer.Attachment;
import org.guidang.transfer.CorrectionDemand;
import org.guidang.transfer.ReasonCode;
import org.guidang.transfer.ReturnReason;
import org.guidang.transfer.TestResult;
import org.guidang.transfer.TransferListNumber;
import org.guidang.transfer.TransferState;
import org.guidang.transfer.control.House;
import org.guidang.transfer.control.LateLists;
import org.guidang.transfer.control.ListTexts;
import org.guidang.transfer.control.Offering;
import org.guidang.transfer.control.PartyAtWork;
import org.guidang.transfer.control.SignOffTime;
import org.guidang.transfer.control.Wiring;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Who is told of what, and by when each step is due. The house's day is Friday 2026-11-20. */
class TransferNewsTest {

    private static final CorrectionDemand REASONS =
            CorrectionDemand.of(List.of(new ReturnReason(ReasonCode.MATERIAL_MISSING, "缺少结婚登记表")));

    @TempDir
    Path folder;

    private House house;
    private Transfers transfers;
    private LateLists late;

    @BeforeEach
    void open() throws IOException {
        house = new House(folder);
        ListTexts texts = Wiring.wire(new ListTexts(), house.contents);
        Object returns = Wiring.wire(new org.guidang.intake.control.CaseReturns(), house.cases, house.log);
        Offering offering = Wiring.wire(new Offering(), house.packages, house.register, house.lists, returns);
        transfers = Wiring.wire(
                new Transfers(),
                house.lists,
                house.organizations,
                offering,
                Wiring.wire(new SignOffTime(), house.packages, new SealSettings()),
                Wiring.wire(new PartyAtWork(), house.lists, house.caller),
                texts,
                Wiring.wire(new ListViews(), house.organizations, house.lists, house.notices, house.clock),
                house.caller,
                house.log,
                house.clock,
                house.news,
                house.demands,
                house.fired);
        late = Wiring.wire(new LateLists(), house.lists, house.notices, house.desk);
    }

    @Test
    @DisplayName("提交后告知实施机构审核员，3 个工作日内接收")
    void submission_tells_the_reviewers_of_the_agency_and_is_due_in_three_working_days() {
        String list = submitted("1");
        assertEquals(List.of("zhang SUBMITTED " + list + " 1"), house.notices.taken());
        assertEquals(new Deadline(Step.RECEIPT, LocalDate.of(2026, 11, 25), Lamp.GREEN, 3, false), deadline(list));
        assertEquals(List.of(new NoticesChanged(Set.of("zhang"))), changes());
    }

    @Test
    @DisplayName("退回时指定的补正期限优先于窗口的补正时限；不是工作日的不受理")
    void the_day_a_reviewer_demands_is_the_day_of_the_correction() {
        String list = submitted("1");
        as(ZHANG).receive(number(list), null);
        refused(
                "transfer.return.day-free",
                () -> as(ZHANG).returnAll(number(list), null, demanded(LocalDate.of(2026, 12, 5), "")));
        as(ZHANG).returnAll(number(list), null, demanded(LocalDate.of(2026, 12, 4), ""));
        assertEquals(
                LocalDate.of(2026, 12, 4),
                house.lists.get(number(list)).correctBy().orElseThrow());
    }

    @Test
    void attachments_of_another_list_show_nothing_here() {
        String list = submitted("1");
        String other = submitted("2");
        as(ZHANG).receive(number(list), null);
        Attachment own = attached(list);
        Attachment foreign = attached(other);
        refused(
                "transfer.attachment.unknown",
                () -> as(ZHANG).returnAll(number(list), null, demanded(null, foreign.id())));
        as(ZHANG).returnAll(number(list), null, demanded(null, own.id()));
        assertEquals(
                List.of(own.id()),
                house.lists.get(number(list)).allPackages().get(0).attachments());
    }

    private Attachment attached(String list) {
        Attachment attachment = new Attachment(
                number(list),
                "截图.png",
                new Fixity(1, "a".repeat(64), "b".repeat(64)),
                Outcome.PASSED,
                ZHANG,
                House.NOW);
        house.attachments.add(attachment);
        return attachment;
    }

    private static CorrectionDemand demanded(LocalDate by, String attachment) {
        return new CorrectionDemand(REASONS.reasons(), by, attachment.isEmpty() ? List.of() : List.of(attachment));
    }

    private static void refused(String key, Executable act) {
        assertEquals(key, assertThrows(BusinessRuleException.class, act).key());
    }

    @Test
    void the_days_of_an_agency_are_its_own() {
        DeadlineRules own = DeadlineRules.standard("MZ");
        own.set(1, 10, 5, 3, 2, 3, null);
        house.notices.save(own);
        assertEquals(LocalDate.of(2026, 11, 23), deadline(submitted("1")).dueOn());
    }

    @Test
    @DisplayName("接收、退回、再次移交、催办、撤回各告知对方一次")
    void every_act_tells_the_other_side_once() {
        String list = submitted("1");
        house.notices.taken();
        as(LI).remind(number(list));
        assertEquals(List.of("zhang REMINDED " + list), house.notices.taken());
        as(ZHANG).receive(number(list), null);
        assertEquals(List.of("li RECEIVED " + list + " 1", "wang RECEIVED " + list + " 1"), house.notices.taken());
        assertEquals(Step.REVIEW, deadline(list).step());
        as(ZHANG).returnAll(number(list), null, REASONS);
        assertEquals(List.of("li RETURNED " + list + " 1", "wang RETURNED " + list + " 1"), house.notices.taken());
        assertNull(deadline(list));
        assertEquals(
                LocalDate.of(2026, 11, 27),
                house.lists.get(number(list)).correctBy().orElseThrow());

        String withdrawn = submitted("2");
        house.notices.taken();
        as(LI).withdraw(number(withdrawn), null);
        assertEquals(List.of("zhang WITHDRAWN " + withdrawn), house.notices.taken());
        assertNull(deadline(withdrawn));
    }

    @Test
    void a_concluded_review_asks_both_signers_and_is_due_in_three_working_days() {
        String list = submitted("1");
        as(ZHANG).receive(number(list), null);
        String pack = house.lists.get(number(list)).allPackages().get(0).packageNumber();
        house.lists.get(number(list)).tested(List.of(new TestResult(pack, Outcome.PASSED, "yj-1")));
        as(ZHANG).accept(number(list), null, List.of(pack), null);
        house.notices.taken();
        as(ZHANG).concludeReview(number(list), null);
        assertEquals(List.of("li ACCEPTED " + list + " 1"), house.notices.taken());
        assertEquals(new Deadline(Step.SIGN_OFF, LocalDate.of(2026, 11, 25), Lamp.GREEN, 3, false), deadline(list));
        assertEquals(TransferState.UNDER_REVIEW, house.lists.get(number(list)).state());
    }

    @Test
    @DisplayName("超期告知经办一次，严重超期告知管理员一次")
    void a_late_list_is_told_once_for_each_level() {
        String list = submitted("1");
        house.notices.taken();
        look("2026-11-25");
        assertEquals(List.of(), house.notices.taken());
        look("2026-11-26");
        look("2026-11-27");
        assertEquals(List.of("zhang OVERDUE " + list + " 2026-11-25"), house.notices.taken());
        look("2026-11-30");
        look("2026-12-01");
        assertEquals(List.of("admin ESCALATED " + list + " 2026-11-25"), house.notices.taken());
        as(ZHANG).receive(number(list), null);
        house.notices.taken();
        look("2026-12-02");
        assertEquals(List.of(), house.notices.taken());
    }

    @Test
    void the_lead_an_agency_named_is_told_instead_of_the_administrators() {
        DeadlineRules own = DeadlineRules.standard("MZ");
        own.set(3, 10, 5, 3, 2, 1, "zhao");
        house.notices.save(own);
        String list = submitted("1");
        house.notices.taken();
        look("2026-11-26");
        assertEquals(
                List.of("zhang OVERDUE " + list + " 2026-11-25", "zhao ESCALATED " + list + " 2026-11-25"),
                house.notices.taken());
    }

    @Test
    @DisplayName("补正超期告知窗口")
    void a_late_correction_is_told_to_the_window() {
        String list = submitted("1");
        as(ZHANG).receive(number(list), null);
        as(ZHANG).returnAll(number(list), null, REASONS);
        house.notices.taken();
        look("2026-11-27");
        assertEquals(List.of(), house.notices.taken());
        look("2026-11-30");
        look("2026-11-30");
        assertEquals(
                List.of("li OVERDUE " + list + " 2026-11-27", "wang OVERDUE " + list + " 2026-11-27"),
                house.notices.taken());
    }

    private void look(String day) {
        LocalDate today = LocalDate.parse(day);
        late.on(today, 0, 100).forEach(number -> late.tell(number, today));
        late.correctionsOn(today, 0, 100).forEach(number -> late.tellCorrection(number, today));
    }

    private String submitted(String serial) {
        String pack = house.registered(Integer.parseInt(serial), "MZ");
        String list = as(LI).draft("MZ", List.of(pack), null).row().number();
        as(LI).submit(number(list), null);
        return list;
    }

    private Transfers as(Actor actor) {
        house.caller.actor = actor;
        return transfers;
    }

    private Deadline deadline(String list) {
        return Wiring.wire(new ListViews(), house.organizations, house.lists, house.notices, house.clock)
                .row(house.lists.get(number(list)))
                .deadline();
    }

    private List<Object> changes() {
        return house.fired.events.stream()
                .filter(NoticesChanged.class::isInstance)
                .toList();
    }

    private static TransferListNumber number(String list) {
        return new TransferListNumber(list);
    }
}
