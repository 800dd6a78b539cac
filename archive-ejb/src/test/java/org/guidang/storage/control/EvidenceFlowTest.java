// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.storage.control;

import static org.guidang.transfer.control.House.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.ers.ERSByteData;
import org.bouncycastle.tsp.ers.ERSEvidenceRecord;
import org.bouncycastle.tsp.ers.ERSException;
import org.guidang.audit.control.OperationLog;
import org.guidang.seal.TimeStampUnavailableException;
import org.guidang.seal.control.GivenSettings;
import org.guidang.seal.control.Keys;
import org.guidang.seal.control.SealSettings;
import org.guidang.seal.control.TimeStamps;
import org.guidang.seal.core.Cryptography;
import org.guidang.seal.core.DemonstrationKeys;
import org.guidang.seal.core.LocalAuthority;
import org.guidang.seal.core.Suite;
import org.guidang.shared.Outcome;
import org.guidang.shared.control.DataDirectory;
import org.guidang.shared.core.FixityMeter;
import org.guidang.storage.EvidenceRepository;
import org.guidang.storage.Holding;
import org.guidang.storage.HoldingCriteria;
import org.guidang.storage.HoldingEvidence;
import org.guidang.storage.HoldingRepository;
import org.guidang.storage.HoldingState;
import org.guidang.storage.Provenance;
import org.guidang.storage.core.OcflObjects;
import org.guidang.transfer.control.House;
import org.guidang.transfer.control.Wiring;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceFlowTest {

    private static final int PACKAGES = 5;

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock();
    private final Rows rows = new Rows();
    private House house;
    private OcflObjects objects;
    private LocalAuthority authority;
    private EvidenceLedger ledger;
    private EvidenceKeeper keeper;
    private EvidenceCheck check;
    private EvidenceTimer timer;
    private EvidenceWork work;

    @BeforeEach
    void open() throws IOException {
        house = new House(folder);
        DataDirectory data = Wiring.dataIn(folder);
        authority = new LocalAuthority(
                new DemonstrationKeys(data.folder("keys").resolve("demonstration"), Suite.SM2_SM3, clock)
                        .timeStamper(Suite.SM2_SM3),
                clock);
        SealSettings settings = new GivenSettings()
                .with("guidang.tsa", authority.address())
                .with("guidang.tsa.pause", "PT0S")
                .settings();
        Keys keys = Wiring.wire(new Keys(), data, settings, clock);
        TimeStamps stamps = Wiring.wire(new TimeStamps(), keys, settings, clock);
        objects = new OcflObjects(folder);
        OperationLog log = Wiring.wire(new OperationLog(), house.operations, house.caller, clock);
        EvidenceSettings evidence = new EvidenceSettings(name -> null, name -> null);
        ledger = Wiring.wire(new EvidenceLedger(), rows.evidence, rows, log, clock);
        keeper = Wiring.wire(new EvidenceKeeper(), ledger, evidence, objects, stamps, clock);
        check = Wiring.wire(new EvidenceCheck(), ledger, keeper, objects, keys, clock);
        timer = Wiring.wire(new EvidenceTimer(), keeper, check, ledger, evidence, clock);
        work = Wiring.wire(new EvidenceWork(), ledger, keeper, check);
        for (int serial = 1; serial <= PACKAGES; serial++) {
            rows.add(held(serial));
        }
    }

    @AfterEach
    void close() {
        objects.close();
        authority.close();
    }

    @Test
    @DisplayName("入库后成批生成证据记录：两个时间戳覆盖全部，逐包存入对象，BouncyCastle 可验")
    void holdings_get_records_of_both_branches_by_two_tokens_that_bouncycastle_reads() throws Exception {
        timer.make();
        assertEquals(0, authority.tokens());
        clock.now = NOW.plus(Duration.ofMinutes(10));
        timer.make();
        timer.make();
        assertEquals(2, authority.tokens());
        assertEquals(2 * PACKAGES, rows.evidence.all.size());
        for (int serial = 1; serial <= PACKAGES; serial++) {
            assertEquals(
                    List.of(
                            "evidence/sha-256.ers",
                            "evidence/sm3.ers",
                            "package/WZ-2026-%06d-v1.zip".formatted(serial)),
                    objects.paths(object(serial)));
            assertEquals(Optional.empty(), objects.errors(object(serial)));
            for (String branch : List.of("SM3", "SHA-256")) {
                assertBouncyCastleAgrees(serial, branch, clock.now);
            }
        }
        assertEquals(
                2 * PACKAGES,
                house.operations.entries.stream()
                        .filter(entry -> entry.operation().equals("evidence.make"))
                        .count());
        timer.check();
        assertEquals(List.of(Outcome.PASSED), outcomes());
    }

    @Test
    void holdings_wait_while_no_authority_answers_and_get_their_records_afterwards() {
        clock.now = NOW.plus(Duration.ofMinutes(10));
        authority.off();
        assertThrows(TimeStampUnavailableException.class, keeper::makeDue);
        assertEquals(List.of("package/WZ-2026-000001-v1.zip"), objects.paths(object(1)));
        authority.on();
        timer.make();
        assertEquals(2 * PACKAGES, rows.evidence.all.size());
    }

    @Test
    void what_a_stop_left_of_a_version_is_removed_and_the_record_made_again() throws Exception {
        Path object = objects.locate(object(1), "package/WZ-2026-000001-v1.zip");
        while (!object.endsWith("v1")) {
            object = object.getParent();
        }
        Path half = Files.createDirectories(object.resolveSibling("v2").resolve("content/evidence"));
        Files.writeString(half.resolve("sm3.ers"), "half");
        clock.now = NOW.plus(Duration.ofMinutes(10));
        timer.make();
        assertEquals(2 * PACKAGES, rows.evidence.all.size());
        assertEquals(Optional.empty(), objects.errors(object(1)));
    }

    @Test
    @DisplayName("证据更新：重盖时间戳、改换散列树后仍可验，旧记录留在旧版本中")
    void records_are_renewed_by_time_stamp_and_by_hash_tree_and_still_prove_the_first_time() throws Exception {
        clock.now = NOW.plus(Duration.ofMinutes(10));
        Instant first = clock.now;
        timer.make();
        clock.now = first.plus(Duration.ofMinutes(10));
        assertEquals(2 * PACKAGES, work.renewTimeStamps("MZ", clock.now));
        assertEquals(0, work.renewTimeStamps("MZ", clock.now));
        assertEquals(0, work.renewTimeStamps("WJ", clock.now.plusSeconds(1)));
        assertEquals(4, authority.tokens());

        clock.now = first.plus(Duration.ofMinutes(20));
        assertEquals(PACKAGES, work.renewHashTrees("MZ", "SHA-256", "SHA-512", clock.now));
        assertEquals(5, authority.tokens());
        HoldingEvidence international = row(1, "SHA-256");
        assertEquals("SHA-512", international.facts().algorithm());
        assertEquals(3, international.facts().timeStamps());
        assertEquals(2, international.facts().chains());
        assertEquals(first, international.facts().provenAt());
        assertEquals(clock.now, international.facts().renewedAt());
        HoldingEvidence chinese = row(1, "SM3");
        assertEquals("SM3", chinese.facts().algorithm());
        assertEquals(2, chinese.facts().timeStamps());
        assertEquals(1, chinese.facts().chains());

        timer.check();
        assertEquals(List.of(Outcome.PASSED), outcomes());
        for (int serial = 1; serial <= PACKAGES; serial++) {
            assertEquals(Optional.empty(), objects.errors(object(serial)));
            assertBouncyCastleAgrees(serial, "SM3", clock.now);
            assertBouncyCastleAgrees(serial, "SHA-256", clock.now);
        }
    }

    @Test
    void records_are_renewed_by_themselves_before_the_certificate_of_their_authority_ends() {
        clock.now = NOW.plus(Duration.ofMinutes(10));
        timer.make();
        timer.renew();
        assertEquals(1, row(1, "SM3").facts().timeStamps());
        EvidenceSettings early =
                new EvidenceSettings(name -> name.equals("guidang.evidence.renew") ? "P36500D" : null, name -> null);
        Wiring.wire(timer, keeper, check, ledger, early, clock);
        timer.renew();
        // The authority's certificate is the same, so a second round would gain nothing and is not begun.
        assertEquals(2, row(1, "SM3").facts().timeStamps());
        assertEquals(2, row(PACKAGES, "SHA-256").facts().timeStamps());
    }

    @Test
    @DisplayName("存储内容被改动：核验不通过并记入日志")
    void an_altered_package_or_record_does_not_pass_the_check() throws Exception {
        clock.now = NOW.plus(Duration.ofMinutes(10));
        timer.make();
        Files.writeString(objects.locate(object(1), "package/WZ-2026-000001-v1.zip"), "altered");
        Files.writeString(objects.locate(object(2), "evidence/sm3.ers"), "altered");
        timer.check();
        assertEquals(
                List.of(
                        "WZ-1 SHA-256 FAILED evidence.record.not-covered",
                        "WZ-1 SM3 FAILED evidence.record.not-covered",
                        "WZ-2 SM3 FAILED storage.object.damaged"),
                rows.evidence.all.values().stream()
                        .filter(row -> row.checkOutcome().orElseThrow() != Outcome.PASSED)
                        .map(row -> row.key().archivalCode() + " " + row.key().branch() + " "
                                + row.checkOutcome().orElseThrow() + " "
                                + row.checkCode().orElseThrow())
                        .sorted()
                        .toList());
        assertEquals(
                3,
                house.operations.entries.stream()
                        .filter(entry -> entry.operation().equals("evidence.check"))
                        .count());
    }

    private void assertBouncyCastleAgrees(int serial, String branch, Instant at) throws Exception {
        ERSEvidenceRecord judge = new ERSEvidenceRecord(
                work.read(new HoldingEvidence.Key("WZ-" + serial, branch)),
                new JcaDigestCalculatorProviderBuilder()
                        .setProvider(Cryptography.provider())
                        .build());
        Date then = Date.from(at.plusSeconds(1));
        judge.validatePresent(new ERSByteData(zip(serial)), then);
        assertThrows(ERSException.class, () -> judge.validatePresent(new ERSByteData(zip(99)), then));
    }

    private List<Outcome> outcomes() {
        return rows.evidence.all.values().stream()
                .map(row -> row.checkOutcome().orElseThrow())
                .distinct()
                .toList();
    }

    private HoldingEvidence row(int serial, String branch) {
        return rows.evidence.all.get(new HoldingEvidence.Key("WZ-" + serial, branch));
    }

    private static byte[] zip(int serial) {
        return ("package " + serial).getBytes(StandardCharsets.UTF_8);
    }

    private static String object(int serial) {
        return Holding.OBJECTS + "WZ-2026-%06d".formatted(serial);
    }

    private Holding held(int serial) throws IOException {
        String number = "WZ-2026-%06d".formatted(serial);
        Holding holding = new Holding(
                "WZ-" + serial,
                new Provenance(
                        number, 1, "3300" + serial, "L", 2, "WZ", "MZ", "J019", "某", "I1", "婚姻登记", "YEARS_30", 2026),
                FixityMeter.measure(zip(serial)),
                NOW);
        String path = "package/" + number + "-v1.zip";
        objects.keep(
                holding.objectId(),
                Map.of(),
                Map.of(path, zip(serial)),
                Map.of(path, holding.zip()),
                "接收入库",
                "guidang",
                NOW);
        holding.held(List.of(), NOW);
        return holding;
    }

    /** Moved by hand. */
    private static final class HandClock extends Clock {
        private Instant now = NOW;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** Holdings in memory, and their evidence. */
    private static final class Rows implements HoldingRepository {
        private final Map<String, Holding> all = new LinkedHashMap<>();
        private final EvidenceRows evidence = new EvidenceRows(this);

        @Override
        public void add(Holding holding) {
            all.put(holding.archivalCode(), holding);
        }

        @Override
        public Optional<Holding> find(String archivalCode) {
            return Optional.ofNullable(all.get(archivalCode));
        }

        @Override
        public Optional<Holding> ofPackage(String packageNumber) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Holding> byAnyId(String agency, String id, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Holding> list(HoldingCriteria criteria, int offset, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long count(HoldingCriteria criteria) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class EvidenceRows implements EvidenceRepository {
        private final Map<HoldingEvidence.Key, HoldingEvidence> all = new LinkedHashMap<>();
        private final Rows holdings;

        EvidenceRows(Rows holdings) {
            this.holdings = holdings;
        }

        @Override
        public List<Holding> due(int limit) {
            return holdings.all.values().stream()
                    .filter(holding -> holding.state() == HoldingState.HELD && !holding.isEvidenced())
                    .limit(limit)
                    .toList();
        }

        @Override
        public void add(HoldingEvidence row) {
            all.put(row.key(), row);
        }

        @Override
        public Optional<HoldingEvidence> find(HoldingEvidence.Key key) {
            return Optional.ofNullable(all.get(key));
        }

        @Override
        public List<HoldingEvidence> of(String archivalCode) {
            return all.values().stream()
                    .filter(row -> row.key().archivalCode().equals(archivalCode))
                    .toList();
        }

        @Override
        public List<HoldingEvidence> expiring(String agency, String branch, Instant before, int limit) {
            return new ArrayList<>(all.values())
                    .stream()
                            .filter(row -> row.facts().expiresAt().isBefore(before))
                            .sorted(Comparator.comparing(row -> row.facts().expiresAt()))
                            .limit(limit)
                            .toList();
        }

        @Override
        public List<HoldingEvidence> renewedBefore(String agency, String branch, Instant before, int limit) {
            return new ArrayList<>(all.values())
                    .stream()
                            .filter(row -> row.agency().equals(agency))
                            .filter(row -> branch == null || row.key().branch().equals(branch))
                            .filter(row -> row.facts().renewedAt().isBefore(before))
                            .limit(limit)
                            .toList();
        }

        @Override
        public List<HoldingEvidence> uncheckedSince(Instant since, int limit) {
            return all.values().stream()
                    .filter(row -> row.checkedAt().map(at -> at.isBefore(since)).orElse(true))
                    .limit(limit)
                    .toList();
        }
    }
}
