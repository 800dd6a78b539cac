// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.control;

import static org.guidang.transfer.control.House.LI;
import static org.guidang.transfer.control.House.NOW;
import static org.guidang.transfer.control.House.ZHANG;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.guidang.detection.Phase;
import org.guidang.detection.ReportRenewed;
import org.guidang.shared.Outcome;
import org.guidang.transfer.OfferedPackage;
import org.guidang.transfer.TestResult;
import org.guidang.transfer.TransferList;
import org.guidang.transfer.TransferListNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("清单跟随接收检测的最新报告")
class ReceiptResultsTest {

    @TempDir
    Path folder;

    private TransferList list;
    private String pack;
    private ReceiptResults results;

    @BeforeEach
    void received() throws IOException {
        House house = new House(folder);
        pack = house.registered(1, "MZ");
        Offering offering = Wiring.wire(new Offering(), house.packages, house.register, house.lists);
        ListTexts texts = Wiring.wire(new ListTexts(), house.contents);
        TransferListNumber number = house.lists.nextNumber("WZ", 2026);
        list = new TransferList(number, "MZ", null, LI, NOW);
        list.add(offering.choose(number.value(), "WZ", "MZ", List.of(pack)), LI, NOW);
        list.submit(LI, NOW, texts::keep);
        list.receive(ZHANG, NOW);
        house.lists.add(list);
        results = Wiring.wire(new ReceiptResults(), house.lists);
        list.tested(List.of(new TestResult(pack, Outcome.INDETERMINATE, "yj-1")));
    }

    private OfferedPackage offered() {
        return list.allPackages().get(0);
    }

    private void assertNamed(String report, Outcome outcome) {
        assertEquals(Optional.of(report), offered().receiptReport());
        assertEquals(Optional.of(outcome), offered().receiptOutcome());
    }

    @Test
    void the_report_of_a_retest_takes_the_place_of_the_earlier_one() {
        results.onRenewed(new ReportRenewed(pack, 1, Phase.RECEIPT, "yj-2", Outcome.PASSED));
        assertNamed("yj-2", Outcome.PASSED);
        results.onRenewed(new ReportRenewed(pack, 1, Phase.RECEIPT, "yj-3", Outcome.FAILED));
        assertNamed("yj-3", Outcome.FAILED);
    }

    @Test
    @DisplayName("人工决定后结论随之更新")
    void what_a_person_decides_in_the_report_counts_at_once() {
        results.onRenewed(new ReportRenewed(pack, 1, Phase.RECEIPT, "yj-1", Outcome.PASSED));
        assertNamed("yj-1", Outcome.PASSED);
    }

    @Test
    @DisplayName("已作决定的信息包保留当时依据的报告")
    void a_decision_keeps_the_report_it_rests_on() {
        list.accept(List.of(pack), "已人工核对全部材料", ZHANG, NOW);
        results.onRenewed(new ReportRenewed(pack, 1, Phase.RECEIPT, "yj-2", Outcome.FAILED));
        assertNamed("yj-1", Outcome.INDETERMINATE);
    }

    @Test
    void another_stage_version_or_package_changes_nothing() {
        results.onRenewed(new ReportRenewed(pack, 1, Phase.ARCHIVING, "gd-2", Outcome.PASSED));
        results.onRenewed(new ReportRenewed(pack, 2, Phase.RECEIPT, "yj-2", Outcome.PASSED));
        results.onRenewed(new ReportRenewed("WZ-2026-000009", 1, Phase.RECEIPT, "yj-9", Outcome.PASSED));
        assertNamed("yj-1", Outcome.INDETERMINATE);
    }
}
