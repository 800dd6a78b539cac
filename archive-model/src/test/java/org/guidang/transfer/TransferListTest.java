// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import static org.guidang.transfer.Handover.ARCHIVIST;
import static org.guidang.transfer.Handover.NOW;
import static org.guidang.transfer.Handover.NUMBER;
import static org.guidang.transfer.Handover.REASONS;
import static org.guidang.transfer.Handover.REVIEWER;
import static org.guidang.transfer.Handover.concluded;
import static org.guidang.transfer.Handover.draft;
import static org.guidang.transfer.Handover.facts;
import static org.guidang.transfer.Handover.signed;
import static org.guidang.transfer.Handover.tested;
import static org.guidang.transfer.Handover.underReview;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guidang.shared.BusinessRuleException;
import org.guidang.shared.Outcome;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class TransferListTest {

    @Test
    @DisplayName("表 A.1 每批次一行，归档信息包数量由系统计算")
    void packages_of_one_item_are_one_row_counted_by_the_list() {
        TransferList list = draft("p1", "p2");
        list.add(List.of(facts("p3", "出生登记"), facts("p1", "婚姻登记")), ARCHIVIST, NOW);
        list.remark("WZ-2026-0012-02", "急件", ARCHIVIST, NOW);

        assertEquals(
                List.of(
                        new A1Row(1, "WZ-2026-0012-01", "婚姻登记", "公共服务事项", 2, "归档检测合格", ""),
                        new A1Row(2, "WZ-2026-0012-02", "出生登记", "公共服务事项", 1, "归档检测合格", "急件")),
                list.a1Rows(1));
        assertEquals(new ListTotals(3, 9, 2700, 0, 0, 0, 0), list.totals());
    }

    @Test
    void rows_are_numbered_without_gap_and_batch_numbers_are_never_used_twice() {
        TransferList list = draft("p1");
        list.add(List.of(facts("p2", "出生登记")), ARCHIVIST, NOW);
        list.remove(List.of("p1"), ARCHIVIST, NOW);
        list.add(List.of(facts("p3", "收养登记")), ARCHIVIST, NOW);
        assertEquals(
                List.of("1 WZ-2026-0012-02", "2 WZ-2026-0012-03"),
                list.a1Rows(1).stream()
                        .map(row -> row.sequence() + " " + row.batch())
                        .toList());
    }

    @Test
    @DisplayName("空清单不能提交")
    void an_empty_list_is_not_submitted() {
        refused("transfer.list.empty", () -> draft().submit(ARCHIVIST, NOW, Handover::measure));
    }

    @Test
    void a_submitted_list_is_locked_and_says_who_locked_it_and_when() {
        TransferList list = draft("p1");
        list.submit(ARCHIVIST, NOW, Handover::measure);
        BusinessRuleException refusal =
                refused("transfer.already.submitted", () -> list.add(List.of(facts("p2", "x")), ARCHIVIST, NOW));
        assertEquals(List.of("WZ-2026-0012", "李静", "2026-11-20 12:00:00", "SUBMITTED"), refusal.arguments());
    }

    @Test
    @DisplayName("接收前可以撤回，接收后不可")
    void a_list_is_withdrawn_until_the_agency_begins() {
        TransferList list = draft("p1");
        list.submit(ARCHIVIST, NOW, Handover::measure);
        list.withdraw(ARCHIVIST, NOW);
        assertEquals(TransferState.WITHDRAWN, list.state());
        assertTrue(list.allPackages().stream().noneMatch(OfferedPackage::isBound));

        refused("transfer.already.received", () -> underReview("p1").withdraw(ARCHIVIST, NOW));
    }

    @Test
    @DisplayName("退回必须注明退回原因")
    void nothing_goes_back_without_a_reason_of_five_characters() {
        TransferList list = tested("p1");
        refused("transfer.return.reason-missing", () -> CorrectionDemand.of(List.of()));
        refused("transfer.return.reason-missing", () -> new ReturnReason(ReasonCode.OTHER, "  "));
        refused("transfer.return.reason-missing", () -> new ReturnReason(null, "缺少结婚登记表"));
        refused("transfer.return.reason-too-short", () -> new ReturnReason(ReasonCode.OTHER, "缺材料𠮷"));
        refused("transfer.return.reason-too-long", () -> new ReturnReason(ReasonCode.OTHER, "缺".repeat(1201)));
        assertEquals(Decision.PENDING, list.get("p1").decision());
    }

    @Test
    @DisplayName("接收检测不合格不得接收")
    void what_failed_the_receipt_detection_is_not_accepted() {
        TransferList list = underReview("p1", "p2", "p3");
        refused("transfer.review.untested", () -> list.accept(List.of("p1"), null, REVIEWER, NOW));
        list.tested(List.of(
                new TestResult("p1", Outcome.PASSED, "r1"),
                new TestResult("p2", Outcome.FAILED, "r2"),
                new TestResult("p3", Outcome.INDETERMINATE, "r3")));
        refused("transfer.accept.detection-failed", () -> list.accept(List.of("p2"), "已经人工核对", REVIEWER, NOW));
        refused("transfer.accept.note-missing", () -> list.accept(List.of("p3"), "好", REVIEWER, NOW));
        refused("transfer.accept.detection-failed", () -> list.accept(List.of("p1", "p2"), "已经人工核对", REVIEWER, NOW));
        assertEquals(Decision.PENDING, list.get("p1").decision());
        list.accept(List.of("p1"), null, REVIEWER, NOW);
        list.accept(List.of("p3"), "已经人工核对", REVIEWER, NOW);
        assertEquals(new ListTotals(3, 9, 2700, 3, 1, 2, 0), list.totals());
    }

    @Test
    void the_review_ends_only_when_all_packages_are_decided() {
        TransferList list = tested("p1", "p2");
        list.accept(List.of("p1"), null, REVIEWER, NOW);
        assertEquals(
                List.of("WZ-2026-0012", 1),
                refused("transfer.review.undecided", () -> list.conclude(REVIEWER, NOW, Handover::measure))
                        .arguments());
    }

    @Test
    @DisplayName("部分接收形成下一版清单和退回通知")
    void what_was_accepted_makes_the_next_version_and_the_rest_goes_back() {
        TransferList list = tested("p1", "p2", "p3");
        list.sendBack(List.of("p2"), REASONS, REVIEWER, NOW);
        list.accept(List.of("p1", "p3"), null, REVIEWER, NOW);
        String before = list.text(1).toString();
        List<OfferedPackage> back = list.conclude(REVIEWER, NOW, Handover::measure);

        assertEquals(
                List.of("p2"), back.stream().map(OfferedPackage::packageNumber).toList());
        assertEquals(REASONS.reasons(), back.get(0).reasons());
        assertEquals(false, back.get(0).isBound());
        assertEquals(2, list.version());
        assertEquals(
                List.of(new A1Row(1, "WZ-2026-0012-01", "婚姻登记", "公共服务事项", 2, "归档检测合格；接收检测合格", "")), list.a1Rows(2));
        assertEquals(before, list.text(1).toString());
        assertEquals(
                List.of(1, 2),
                list.versions().stream().map(ListVersion::version).toList());
        assertEquals(
                List.of(3, 2),
                list.versions().stream().map(ListVersion::packages).toList());
        assertEquals(TransferState.UNDER_REVIEW, list.state());
    }

    @Test
    void a_review_that_accepts_nothing_closes_the_list() {
        TransferList list = underReview("p1", "p2");
        list.sendBack(List.of("p1", "p2"), REASONS, REVIEWER, NOW);
        assertEquals(2, list.conclude(REVIEWER, NOW, Handover::measure).size());
        assertEquals(TransferState.RETURNED, list.state());
        assertEquals(1, list.version());
    }

    @Test
    @DisplayName("整批退回保留各件已注明的原因")
    void returning_the_whole_list_keeps_the_reasons_given_before() {
        TransferList list = underReview("p1", "p2");
        list.sendBack(List.of("p1"), REASONS, REVIEWER, NOW);
        List<ReturnReason> others = List.of(new ReturnReason(ReasonCode.SCOPE, "不属于本机构事项"));
        list.returnAll(CorrectionDemand.of(others), REVIEWER, NOW);
        assertEquals(REASONS.reasons(), list.get("p1").reasons());
        assertEquals(others, list.get("p2").reasons());
        assertEquals(TransferState.RETURNED, list.state());
    }

    @Test
    @DisplayName("交接双方签字确认后方为签收")
    void both_signatures_make_the_list_signed_and_one_alone_does_not() {
        TransferList list = concluded("p1");
        list.sign(signed(list, Party.AGENCY));
        assertEquals(TransferState.SIGNED_BY_ONE, list.state());
        list.sign(signed(list, Party.WINDOW));
        assertEquals(TransferState.SIGNED, list.state());
        assertEquals(Optional.of("li"), list.signatureOf(Party.WINDOW).map(PartySignature::userName));
    }

    @Test
    @DisplayName("同一人不得代表双方签字")
    void one_person_or_one_organization_never_signs_for_both() {
        TransferList list = concluded("p1");
        Signed window = signed(list, Party.WINDOW);
        list.sign(window);
        refused("transfer.already.window-signed", () -> list.sign(window));
        refused("transfer.sign.same-person", () -> list.sign(as(window, Party.AGENCY, "li", "MZ")));
        refused("transfer.list.wrong-party", () -> list.sign(as(window, Party.AGENCY, "wang", "WZ")));
        assertEquals(TransferState.SIGNED_BY_ONE, list.state());
    }

    @Test
    void a_signature_under_another_version_or_digest_is_refused() {
        TransferList list = concluded("p1");
        Signed good = signed(list, Party.WINDOW);
        refused("transfer.list.stale", () -> list.requireSeen(1, good.sm3()));
        refused("transfer.list.stale", () -> list.requireSeen(2, "f".repeat(64)));
        refused("transfer.review.not-concluded", () -> {
            TransferList early = tested("p1");
            early.sign(signed(early, Party.WINDOW));
        });
    }

    @Test
    void the_agency_may_still_return_the_list_after_the_window_alone_has_signed() {
        TransferList list = concluded("p1");
        list.sign(signed(list, Party.WINDOW));
        list.returnAll(REASONS, REVIEWER, NOW);
        assertEquals(TransferState.RETURNED, list.state());

        TransferList signedByAgency = concluded("p1");
        signedByAgency.sign(signed(signedByAgency, Party.AGENCY));
        refused("transfer.already.agency-signed", () -> signedByAgency.returnAll(REASONS, REVIEWER, NOW));
    }

    @Test
    void the_list_is_stored_with_its_last_package_and_a_second_telling_changes_nothing() {
        TransferList list = concluded("p1", "p2");
        list.sign(signed(list, Party.WINDOW));
        list.sign(signed(list, Party.AGENCY));
        list.held(Map.of("p1", "J019-1"), REVIEWER, NOW);
        assertEquals(TransferState.SIGNED, list.state());
        list.held(Map.of("p1", "J019-1", "p2", "J019-2"), REVIEWER, NOW);
        assertEquals(TransferState.STORED, list.state());
        int acts = list.acts().size();
        list.held(Map.of("p2", "J019-2"), REVIEWER, NOW);
        assertEquals(acts, list.acts().size());
        assertEquals(Optional.of("J019-2"), list.get("p2").archivalCode());
    }

    @Test
    void a_late_result_of_the_detection_changes_no_decision() {
        TransferList list = tested("p1");
        list.accept(List.of("p1"), null, REVIEWER, NOW);
        list.tested(List.of(new TestResult("p1", Outcome.FAILED, "late")));
        assertEquals(Optional.of(Outcome.PASSED), list.get("p1").receiptOutcome());
    }

    @Test
    void a_list_takes_ten_thousand_packages_and_not_one_more() {
        TransferList list = draft();
        list.add(
                java.util.stream.IntStream.range(0, 10_000)
                        .mapToObj(i -> facts("p" + i, "婚姻登记"))
                        .toList(),
                ARCHIVIST,
                NOW);
        refused("transfer.list.full", () -> list.add(List.of(facts("more", "婚姻登记")), ARCHIVIST, NOW));
        assertEquals(10_000, list.totals().packages());
    }

    @Test
    void reasons_survive_the_column_they_are_kept_in() {
        ReasonsConverter column = new ReasonsConverter();
        List<ReturnReason> reasons = List.of(
                new ReturnReason(ReasonCode.METADATA, "办结时间\t为空\n请补录 \\ 𠮷", "YJ-2-4", "基本信息.xml"),
                new ReturnReason(ReasonCode.OTHER, "重新扫描第二页"));
        assertEquals(reasons, column.convertToEntityAttribute(column.convertToDatabaseColumn(reasons)));
        assertEquals(null, column.convertToDatabaseColumn(List.of()));
    }

    @Test
    void a_number_of_another_form_is_unknown() {
        for (String bad : new String[] {"", null, "WZ-26-0001", "WZ-2026-1", "../WZ-2026-0001"}) {
            refused("transfer.list.unknown", () -> new TransferListNumber(bad));
        }
        assertEquals("WZ-2026-0012", NUMBER.value());
    }

    private static Signed as(Signed signed, Party party, String user, String organization) {
        return new Signed(
                party,
                user,
                signed.displayName(),
                organization,
                signed.organizationName(),
                signed.certificate(),
                signed.listVersion(),
                signed.sm3(),
                signed.cms(),
                null,
                NOW);
    }

    private static BusinessRuleException refused(String key, Executable act) {
        BusinessRuleException refusal = assertThrows(BusinessRuleException.class, act);
        assertEquals(key, refusal.key());
        return refusal;
    }
}
