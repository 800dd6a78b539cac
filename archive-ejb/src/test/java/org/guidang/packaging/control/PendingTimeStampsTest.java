// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.control;

import static org.guidang.transfer.control.House.NOW;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.guidang.packaging.ArchivalPackage;
import org.guidang.packaging.Fixing;
import org.guidang.packaging.PackageDescription;
import org.guidang.packaging.PackageNumber;
import org.guidang.packaging.core.BuiltPackage;
import org.guidang.packaging.core.LateTime;
import org.guidang.packaging.core.Layout;
import org.guidang.packaging.core.PackageBuilder;
import org.guidang.packaging.core.PackageSamples;
import org.guidang.packaging.core.PackageVerdict;
import org.guidang.packaging.core.PackageVerifier;
import org.guidang.packaging.core.PackageView;
import org.guidang.packaging.core.SigningSealer;
import org.guidang.seal.TimeStampUnavailableException;
import org.guidang.seal.control.GivenSettings;
import org.guidang.seal.control.Keys;
import org.guidang.seal.control.SealSettings;
import org.guidang.seal.control.TimeStamps;
import org.guidang.seal.core.DemonstrationKeys;
import org.guidang.seal.core.LocalAuthority;
import org.guidang.seal.core.Suite;
import org.guidang.shared.Fixity;
import org.guidang.shared.control.DataDirectory;
import org.guidang.transfer.control.House;
import org.guidang.transfer.control.Wiring;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PendingTimeStampsTest {

    @TempDir
    Path folder;

    private House house;
    private GivenSettings given;
    private LocalAuthority authority;
    private Keys keys;
    private TimeStamps stamps;
    private PackageFiles files;
    private PackageDesk desk;
    private PendingTimeStamps pending;

    @BeforeEach
    void open() throws IOException {
        house = new House(folder);
        DataDirectory data = Wiring.dataIn(folder);
        authority = new LocalAuthority(
                new DemonstrationKeys(data.folder("keys").resolve("demonstration"), Suite.SM2_SM3, house.clock)
                        .timeStamper(Suite.SM2_SM3),
                house.clock);
        given = new GivenSettings().with("guidang.tsa", authority.address()).with("guidang.tsa.pause", "PT0S");
        SealSettings settings = given.settings();
        keys = Wiring.wire(new Keys(), data, settings, house.clock);
        stamps = Wiring.wire(new TimeStamps(), keys, settings, house.clock);
        files = Wiring.wire(new PackageFiles(), house.contents);
        desk = Wiring.wire(new PackageDesk(), house.packages, house.contents, house.log, house.clock);
        pending = Wiring.wire(new PendingTimeStamps(), desk, files, stamps, settings, house.contents, house.clock);
    }

    @AfterEach
    void close() {
        authority.close();
    }

    @Test
    @DisplayName("合并取时间戳：1000 个信息包不超过 10 个时间戳，每包单独可验证")
    void a_thousand_packages_share_few_tokens_and_each_proves_itself_alone() throws Exception {
        given.with("guidang.tsa.batch", "PT10M");
        for (int serial = 1; serial <= 1000; serial++) {
            fixed(serial);
        }
        pending.pay();
        assertEquals(1, authority.tokens());
        assertEquals(List.of(), house.packages.waitingForTime(1));
        for (int serial : new int[] {1, 2, 500, 999, 1000}) {
            ArchivalPackage pack = pack(serial);
            byte[] proof = proof(pack);
            assertEquals(LateTime.RECORD, LateTime.suffix(proof));
            assertTrue(proof.length < 4096, "octets of a record: " + proof.length);
            PackageVerdict verdict = verify(pack);
            assertEquals(List.of(), verdict.findings());
            assertEquals(NOW, verdict.provenTime());
        }
        // A record proves no package that was not in its batch.
        fixed(1001);
        try (InputStream octets = house.contents.open(pack(1).laterToken().orElseThrow());
                PackageView other = files.open(pack(1001))) {
            LateTime.Proof foreign =
                    LateTime.verify(octets.readAllBytes(), other.signature().orElseThrow(), keys.installation(), NOW);
            assertEquals(null, foreign.proven());
            assertEquals(
                    List.of("evidence.record.not-covered"),
                    foreign.findings().stream().map(found -> found.code()).toList());
        }
        assertEquals(
                1000,
                house.operations.entries.stream()
                        .filter(entry -> entry.operation().equals("package.time-stamp"))
                        .count());
    }

    @Test
    void packages_wait_for_each_other_no_longer_than_the_policy_says() throws Exception {
        given.with("guidang.tsa.batch", "PT10M");
        fixed(1);
        fixedAt(2, Duration.ofMinutes(10).minusNanos(1));
        pending.pay();
        assertEquals(0, authority.tokens());
        fixedAt(3, Duration.ofMinutes(10));
        pending.pay();
        assertEquals(1, authority.tokens());
        assertEquals(List.of(), house.packages.waitingForTime(1));
    }

    @Test
    @DisplayName("时间戳服务停用后恢复：逐包补盖，包内字节不变")
    void the_debt_is_paid_when_the_authority_is_back_and_the_zip_stays_as_it_was() throws Exception {
        fixed(1);
        fixed(2);
        byte[] before =
                Files.readAllBytes(house.contents.locate(pack(1).fixing().zip()));
        authority.off();
        pending.pay();
        assertEquals(2, house.packages.waitingForTime(10).size());

        authority.on();
        pending.pay();
        pending.pay();
        assertEquals(2, authority.tokens());
        assertEquals(List.of(), house.packages.waitingForTime(10));
        assertEquals(LateTime.TOKEN, LateTime.suffix(proof(pack(1))));
        assertEquals(List.of(), verify(pack(1)).findings());
        assertArrayEquals(
                before,
                Files.readAllBytes(house.contents.locate(pack(1).fixing().zip())));
    }

    @Test
    @DisplayName("欠时间戳超过限度后不再固化新的信息包，补上后恢复")
    void a_debt_older_than_the_limit_stops_new_fixing_until_it_is_paid() throws Exception {
        fixedAt(1, Duration.ofHours(4));
        stamps.requireWithinLimit(desk.oldestPending());
        fixedAt(2, Duration.ofHours(4).plusNanos(1000));
        TimeStampUnavailableException refused = assertThrows(
                TimeStampUnavailableException.class, () -> stamps.requireWithinLimit(desk.oldestPending()));
        assertEquals("seal.authority.too-long", refused.key());
        assertEquals(List.of(240L), refused.arguments());

        pending.pay();
        stamps.requireWithinLimit(desk.oldestPending());
        assertEquals(2, authority.tokens());
    }

    @Test
    void a_package_that_cannot_be_read_holds_nobody_else_up() throws Exception {
        given.with("guidang.tsa.batch", "PT1M");
        fixedAt(1, Duration.ofHours(1));
        fixedAt(2, Duration.ofHours(1));
        Files.delete(house.contents.locate(pack(1).fixing().zip()));
        pending.pay();
        assertEquals(
                List.of("WZ-2026-000001"),
                house.packages.waitingForTime(10).stream()
                        .map(pack -> pack.number().value())
                        .toList());
        assertEquals(List.of(), verify(pack(2)).findings());
    }

    private void fixed(int serial) throws Exception {
        fixedAt(serial, Duration.ZERO);
    }

    private void fixedAt(int serial, Duration ago) throws Exception {
        Path target = folder.resolve(serial + ".zip");
        BuiltPackage built = new PackageBuilder(
                        Layout.DAT_85_2019,
                        new SigningSealer(keys.ofOrganization("WZ"), SigningSealer.LATER, house.clock.instant()))
                .build(PackageSamples.content(), target);
        Fixity zip;
        try (InputStream octets = Files.newInputStream(target)) {
            zip = house.contents.keep(octets, Long.MAX_VALUE);
        }
        Files.delete(target);
        Fixing fixing = built.fixing(zip);
        house.packages.add(ArchivalPackage.fixed(
                PackageNumber.of("WZ", 2026, serial),
                new PackageDescription(
                        "33000" + serial, "I1", "婚姻登记", "公共服务事项", "某某婚姻登记", "WZ", "MZ", "YEARS_30", 2026),
                fixing,
                NOW.minus(ago)));
    }

    private ArchivalPackage pack(int serial) {
        return house.pack(PackageNumber.of("WZ", 2026, serial).value());
    }

    private byte[] proof(ArchivalPackage pack) throws IOException {
        return files.laterToken(pack).orElseThrow();
    }

    private PackageVerdict verify(ArchivalPackage pack) throws IOException {
        try (PackageView view = files.open(pack)) {
            return PackageVerifier.verify(view, keys.installation(), NOW);
        }
    }
}
