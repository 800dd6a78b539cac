// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import static org.guidang.transfer.Handover.NOW;
import static org.guidang.transfer.Handover.REVIEWER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.guidang.shared.BusinessRuleException;
import org.guidang.shared.WorkingCalendar;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class CorrectionDemandTest {

    /** Friday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private static final ReturnReason FIELD =
            new ReturnReason(ReasonCode.METADATA, "办结时间为空，请补录", "YJ-2-4", "基本信息.xml", "办结时间", "非空日期时间", "\t（空）\n");
    private static final ReturnReason SEAL = new ReturnReason(ReasonCode.SIGNATURE, "登记表印章无效");

    @Test
    @DisplayName("一件可以有几条退回原因，各自指明检测项、文件、字段、期望与实际")
    void a_package_goes_back_for_several_reasons_each_with_what_it_rests_on() {
        TransferList list = Handover.tested("p1");
        list.sendBack(List.of("p1"), demand(LocalDate.of(2026, 12, 4), List.of("a", "b", "a")), REVIEWER, NOW);
        OfferedPackage pack = list.get("p1");
        assertEquals(List.of(FIELD, SEAL), pack.reasons());
        assertEquals(Optional.of(LocalDate.of(2026, 12, 4)), pack.demandedBy());
        assertEquals(List.of("a", "b"), pack.attachments());
        assertEquals("（空）", FIELD.found());
    }

    @Test
    void a_package_decided_anew_keeps_nothing_of_the_demand() {
        TransferList list = Handover.tested("p1");
        list.sendBack(List.of("p1"), demand(LocalDate.of(2026, 12, 4), List.of("a")), REVIEWER, NOW);
        list.accept(List.of("p1"), null, REVIEWER, NOW);
        OfferedPackage pack = list.get("p1");
        assertEquals(List.of(), pack.reasons());
        assertEquals(Optional.empty(), pack.demandedBy());
        assertEquals(List.of(), pack.attachments());
    }

    @Test
    @DisplayName("补正期限取审核员指定的日期；核对结束时已过的，按窗口时限")
    void the_day_demanded_holds_while_it_is_ahead() {
        LocalDate byTheRules = LocalDate.of(2026, 11, 27);
        TransferList list = Handover.tested("p1", "p2");
        list.sendBack(List.of("p1"), demand(LocalDate.of(2026, 12, 4), List.of()), REVIEWER, NOW);
        list.sendBack(List.of("p2"), CorrectionDemand.of(List.of(SEAL)), REVIEWER, NOW);
        list.allPackages().forEach(pack -> pack.correctBy(byTheRules, TODAY));
        assertEquals(Optional.of(LocalDate.of(2026, 12, 4)), list.get("p1").correctBy());
        assertEquals(Optional.of(byTheRules), list.get("p2").correctBy());

        list.get("p1").correctBy(LocalDate.of(2026, 12, 11), LocalDate.of(2026, 12, 4));
        assertEquals(Optional.of(LocalDate.of(2026, 12, 11)), list.get("p1").correctBy());
    }

    @Test
    @DisplayName("补正期限必须是其后 250 个工作日之内的工作日")
    void work_is_asked_for_by_a_working_day_ahead() {
        on(null).requireDay(TODAY, WorkingCalendar.standard());
        on(LocalDate.of(2026, 11, 23)).requireDay(TODAY, WorkingCalendar.standard());
        refused("transfer.return.day-outside", () -> on(TODAY).requireDay(TODAY, WorkingCalendar.standard()));
        refused(
                "transfer.return.day-outside",
                () -> on(LocalDate.of(2026, 11, 22)).requireDay(TODAY, WorkingCalendar.standard()));
        refused(
                "transfer.return.day-outside",
                () -> on(LocalDate.of(2028, 1, 4)).requireDay(TODAY, WorkingCalendar.standard()));
        refused(
                "transfer.return.day-free",
                () -> on(LocalDate.of(2026, 11, 28)).requireDay(TODAY, WorkingCalendar.standard()));
    }

    @Test
    void reasons_and_attachments_are_limited() {
        refused("transfer.return.reason-missing", () -> CorrectionDemand.of(List.of()));
        assertEquals(
                20, CorrectionDemand.of(Collections.nCopies(20, SEAL)).reasons().size());
        refused("transfer.return.reasons-many", () -> CorrectionDemand.of(Collections.nCopies(21, SEAL)));
        List<String> eleven = IntStream.range(0, 11).mapToObj(String::valueOf).toList();
        assertEquals(10, demand(null, eleven.subList(0, 10)).attachments().size());
        refused("transfer.return.attachments-many", () -> demand(null, eleven));
    }

    @Test
    void reasons_come_back_from_their_column_and_so_do_those_written_before() {
        ReasonsConverter column = new ReasonsConverter();
        List<ReturnReason> reasons = List.of(FIELD, SEAL);
        assertEquals(reasons, column.convertToEntityAttribute(column.convertToDatabaseColumn(reasons)));
        assertEquals(
                List.of(new ReturnReason(ReasonCode.FORMAT, "文件不能打开", "YJ-3-4", "a.pdf")),
                column.convertToEntityAttribute("FORMAT\t文件不能打开\tYJ-3-4\ta.pdf\n"));
        assertEquals(List.of(), column.convertToEntityAttribute(null));
    }

    private static CorrectionDemand on(LocalDate day) {
        return demand(day, List.of());
    }

    private static CorrectionDemand demand(LocalDate by, List<String> attachments) {
        return new CorrectionDemand(List.of(FIELD, SEAL), by, attachments);
    }

    private static void refused(String key, Executable act) {
        assertEquals(key, assertThrows(BusinessRuleException.class, act).key());
    }
}
