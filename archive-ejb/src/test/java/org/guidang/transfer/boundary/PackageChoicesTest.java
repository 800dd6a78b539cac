// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guidang.packaging.PackageState;
import org.guidang.packaging.boundary.PackageChoice;
import org.guidang.packaging.boundary.PackageChoices;
import org.guidang.transfer.control.House;
import org.guidang.transfer.control.Wiring;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageChoicesTest {

    @TempDir
    Path folder;

    @Test
    @DisplayName("粘贴或扫入的号码逐个有交代：新选入、重复、不能移交、查无此号，合计等于收到的个数")
    void every_number_given_is_accounted_for() throws IOException {
        House house = new House(folder);
        PackageChoices choices = Wiring.wire(new PackageChoices(), house.packages, house.caller);
        String one = house.registered(1, "MZ");
        String two = house.registered(2, "WJ");
        String offered = house.registered(3, "MZ");
        house.pack(offered).offer(House.NOW);

        PackageChoice said =
                choices.find(" %s，%s\n%s;\t%s %s ../x".formatted(one, two, one, offered, "WZ-2026-999999"), Set.of());

        assertEquals(6, said.given());
        assertEquals(
                List.of(one, two),
                said.found().stream().map(pack -> pack.number().value()).toList());
        assertEquals(List.of(one), said.twice());
        assertEquals(Map.of(offered, PackageState.OFFERED), said.unready());
        assertEquals(List.of("WZ-2026-999999", "../x"), said.unknown());
        assertEquals(List.of(two), choices.find(two, Set.of(two)).twice());
        assertEquals(0, choices.find(null, Set.of()).given());

        house.caller.actor = House.HE;
        assertEquals(List.of(one), choices.find(one, Set.of()).unknown(), "another window knows nothing of it");
    }
}
