// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.control;

import static org.guidang.transfer.control.House.LI;
import static org.guidang.transfer.control.House.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.guidang.intake.control.CaseReturns;
import org.guidang.packaging.ArchivalPackage;
import org.guidang.packaging.Fixing;
import org.guidang.packaging.PackageState;
import org.guidang.registry.Counted;
import org.guidang.registry.RegisterEntry;
import org.guidang.shared.Digest;
import org.guidang.shared.Finding;
import org.guidang.shared.Fixity;
import org.guidang.transfer.PackagesRefusedException;
import org.guidang.transfer.TransferList;
import org.guidang.transfer.TransferListNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfferingTest {

    @TempDir
    Path folder;

    private House house;
    private Offering offering;

    @BeforeEach
    void open() throws IOException {
        house = new House(folder);
        offering = Wiring.wire(
                new Offering(),
                house.packages,
                house.register,
                house.lists,
                Wiring.wire(new CaseReturns(), house.cases, house.log));
    }

    @Test
    @DisplayName("DB43/T 第6部分 6.8：目录与信息包不符的清单不得提交，逐包说明")
    void a_list_whose_catalogue_holds_other_packages_is_not_offered() {
        String first = house.registered(1, "MZ");
        String second = house.registered(2, "MZ");
        TransferList list = new TransferList(new TransferListNumber("WZ-2026-0001"), "MZ", null, LI, NOW);
        list.add(offering.choose("WZ-2026-0001", "WZ", "MZ", List.of(first, second)), LI, NOW);
        catalogueSaysOtherOctetsFor(second);

        PackagesRefusedException refused =
                assertThrows(PackagesRefusedException.class, () -> offering.offer(list, NOW));

        assertEquals(
                List.of("transfer.package.not-registered WZ-2026-000002"),
                refused.findings().stream().map(OfferingTest::told).toList());
        assertEquals(PackageState.REGISTERED, house.pack(second).state());
    }

    @Test
    @DisplayName("目录与信息包相符则一并移交")
    void packages_that_stand_in_the_catalogue_go_with_it() {
        String number = house.registered(1, "MZ");
        TransferList list = new TransferList(new TransferListNumber("WZ-2026-0001"), "MZ", null, LI, NOW);
        list.add(offering.choose("WZ-2026-0001", "WZ", "MZ", List.of(number)), LI, NOW);
        offering.offer(list, NOW);
        assertEquals(PackageState.OFFERED, house.pack(number).state());
    }

    private void catalogueSaysOtherOctetsFor(String number) {
        ArchivalPackage known = house.pack(number);
        ArchivalPackage other = ArchivalPackage.fixed(
                known.number(),
                known.description(),
                new Fixing(
                        new Fixity(10, "c".repeat(64), "d".repeat(64)),
                        new Digest(Digest.SM3, "0".repeat(64)),
                        1,
                        5,
                        "CN=WZ",
                        NOW),
                NOW);
        other.detected(true, "gd-other", NOW);
        house.register.add(RegisterEntry.of(other, new Counted(1, 5), LI, NOW));
    }

    private static String told(Finding finding) {
        return finding.code() + " " + finding.file();
    }
}
