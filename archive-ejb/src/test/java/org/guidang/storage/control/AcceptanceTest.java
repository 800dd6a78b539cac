// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.storage.control;

import static org.guidang.transfer.control.House.LI;
import static org.guidang.transfer.control.House.NOW;
import static org.guidang.transfer.control.House.ZHANG;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.guidang.intake.ApplicationNumber;
import org.guidang.intake.Case;
import org.guidang.intake.CaseState;
import org.guidang.intake.control.CaseEnd;
import org.guidang.organization.Organization;
import org.guidang.organization.OrganizationKind;
import org.guidang.packaging.PackageState;
import org.guidang.registry.ArchivalCode;
import org.guidang.registry.ArchivalCodeRule;
import org.guidang.registry.ArchivalCodes;
import org.guidang.registry.CodeValues;
import org.guidang.shared.BusinessRuleException;
import org.guidang.shared.ContentStore;
import org.guidang.shared.Fixity;
import org.guidang.shared.Outcome;
import org.guidang.storage.Holding;
import org.guidang.storage.HoldingCriteria;
import org.guidang.storage.HoldingRepository;
import org.guidang.storage.HoldingState;
import org.guidang.storage.core.ListObject;
import org.guidang.storage.core.OcflObjects;
import org.guidang.transfer.Party;
import org.guidang.transfer.Signed;
import org.guidang.transfer.TestResult;
import org.guidang.transfer.TransferList;
import org.guidang.transfer.TransferListNumber;
import org.guidang.transfer.TransferState;
import org.guidang.transfer.control.House;
import org.guidang.transfer.control.ListTexts;
import org.guidang.transfer.control.Offering;
import org.guidang.transfer.control.Wiring;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcceptanceTest {

    @TempDir
    Path folder;

    private final Codes codes = new Codes();
    private final Stops stops = new Stops();
    private final Index index = new Index(stops);
    private House house;
    private OcflObjects objects;
    private Acceptance acceptance;
    private TransferList list;
    private String windowToken = "MAA=";
    private byte[] zip;

    @BeforeEach
    void sign() throws IOException {
        house = new House(folder);
        objects = new OcflObjects(folder);
        ListTexts texts = Wiring.wire(new ListTexts(), house.contents);
        HoldingLedger ledger = Wiring.wire(
                new HoldingLedger(),
                house.lists,
                house.packages,
                index,
                house.organizations,
                codes,
                texts,
                Wiring.wire(new CaseEnd(), house.cases),
                house.log,
                house.clock);
        acceptance =
                Wiring.wire(new Acceptance(), ledger, objects, new StoppingStore(house.contents, stops), house.clock);
        zip = zip();
        Fixity fixity = house.contents.keep(new ByteArrayInputStream(zip), zip.length);
        list = signed(texts, house.registered(1, "MZ", fixity), house.registered(2, "MZ", fixity));
    }

    @AfterEach
    void close() {
        objects.close();
    }

    @Test
    @DisplayName("双方签字后入库：对象、档号、映射、清单状态")
    void signed_packages_are_held_under_a_code_and_found_from_any_end() throws IOException {
        acceptance.acceptAll();
        assertEquals(TransferState.STORED, list.state());
        assertEquals(
                List.of("J019-ZY·2026·D30-00001", "J019-ZY·2026·D30-00002"),
                list.packages(2).stream()
                        .map(pack -> pack.archivalCode().orElseThrow())
                        .toList());
        Holding holding = index.find("J019-ZY·2026·D30-00001").orElseThrow();
        assertEquals(PackageState.HELD, house.pack("WZ-2026-000001").state());
        assertEquals("330001", holding.provenance().applicationNumber());
        assertEquals("WZ-2026-0001", holding.provenance().listNumber());
        assertEquals(
                List.of("材料/结婚登记表.txt"),
                holding.files().stream().map(file -> file.path()).toList());
        assertEquals(List.of("holding.json", "package/WZ-2026-000001-v1.zip"), objects.paths(holding.objectId()));
        try (InputStream in = objects.open(holding.objectId(), "package/WZ-2026-000001-v1.zip")) {
            assertArrayEquals(zip, in.readAllBytes());
        }
        try (InputStream in = objects.open(ListObject.id("WZ-2026-0001"), ListObject.TEXT)) {
            assertArrayEquals(list.text(2).octets(), in.readAllBytes());
        }
    }

    @Test
    @DisplayName("入库后办件归档完成，不能再修改，也不能再打开")
    void a_case_ends_with_the_holding_and_changes_no_more() {
        Case ended = house.cases.get(new ApplicationNumber("330001"));
        assertNull(ended.archivedAt());
        acceptance.acceptAll();
        assertEquals(index.ofPackage("WZ-2026-000001").orElseThrow().heldAt().orElseThrow(), ended.archivedAt());
        assertEquals(
                "intake.case.archived",
                assertThrows(BusinessRuleException.class, () -> ended.reopen("改一个字"))
                        .key());
        assertEquals(
                "intake.case.wrong-state",
                assertThrows(BusinessRuleException.class, ended::touched).key());
        assertEquals(CaseState.ARRANGED, ended.state());
    }

    @Test
    @DisplayName("任何一步中断后继续入库，不丢不重")
    void a_stop_at_any_step_is_taken_up_again_without_loss_or_doubling() {
        for (String step : List.of("before the object is written", "after the object is written", "at the end")) {
            stops.next = step;
            acceptance.acceptAll();
            assertEquals(TransferState.SIGNED, list.state(), step);
        }
        stops.next = "";
        acceptance.acceptAll();
        assertEquals(TransferState.STORED, list.state());
        assertEquals(2, codes.given);
        assertEquals(
                List.of("J019-ZY·2026·D30-00001", "J019-ZY·2026·D30-00002"),
                index.all.keySet().stream().sorted().toList());
        assertEquals(
                List.of(
                        "urn:guidang:package:WZ-2026-000001",
                        "urn:guidang:package:WZ-2026-000002",
                        "urn:guidang:transfer-list:WZ-2026-0001"),
                ids());
        assertEquals(
                2,
                house.operations.entries.stream()
                        .filter(entry -> entry.operation().equals("holding.accept"))
                        .count());
        acceptance.accept(list.number());
        assertEquals(3, ids().size());
    }

    @Test
    @DisplayName("签字或信息包待补时间戳时不入库；补上后入库，补的时间戳随包保存")
    void nothing_enters_before_its_time_stamps_and_a_later_one_is_stored_beside_the_package() throws IOException {
        ListTexts texts = Wiring.wire(new ListTexts(), house.contents);
        house.lists.clear();
        windowToken = null;
        Fixity other = house.contents.keep(new ByteArrayInputStream(zip), zip.length);
        String late = house.registeredWithoutTime(3, "MZ", other);
        list = signed(texts, house.registered(4, "MZ", other), late);
        acceptance.acceptAll();
        assertEquals(TransferState.SIGNED, list.state());
        assertEquals(List.of(), ids());

        list.signatureOf(Party.WINDOW).orElseThrow().timeStamped("MAA=", "MAA=");
        acceptance.acceptAll();
        assertEquals(TransferState.SIGNED, list.state());

        byte[] proof = {0x30, 0x03, 0x02, 0x01, 0x01};
        house.pack(late).timeStamped(house.contents.keep(new ByteArrayInputStream(proof), proof.length), NOW);
        acceptance.acceptAll();
        assertEquals(TransferState.STORED, list.state());
        String stored = index.ofPackage(late).orElseThrow().objectId();
        assertEquals(
                List.of("holding.json", "package/WZ-2026-000003-v1.zip", "package/WZ-2026-000003-v1.zip.p7s.ers"),
                objects.paths(stored));
        try (InputStream in = objects.open(stored, "package/WZ-2026-000003-v1.zip.p7s.ers")) {
            assertArrayEquals(proof, in.readAllBytes());
        }
    }

    @Test
    @DisplayName("没有全宗号时等待，补录后继续")
    void without_a_fonds_number_the_packages_wait() {
        house.organizations.add(new Organization("MZ", "市民政局", OrganizationKind.IMPLEMENTING_AGENCY, null, null));
        acceptance.acceptAll();
        assertEquals(TransferState.SIGNED, list.state());
        assertTrue(index.all.isEmpty());
        house.organizations.add(new Organization("MZ", "市民政局", OrganizationKind.IMPLEMENTING_AGENCY, null, "J019"));
        acceptance.acceptAll();
        assertEquals(TransferState.STORED, list.state());
    }

    private List<String> ids() {
        try (Stream<String> ids = objects.ids()) {
            return ids.sorted().toList();
        }
    }

    private TransferList signed(ListTexts texts, String... numbers) {
        List<String> packages = List.of(numbers);
        Offering offering = Wiring.wire(new Offering(), house.packages, house.register, house.lists);
        TransferList made = new TransferList(TransferListNumber.of("WZ", 2026, 1), "MZ", null, LI, NOW);
        made.add(offering.choose("WZ-2026-0001", "WZ", "MZ", packages), LI, NOW);
        made.submit(LI, NOW, texts::keep);
        offering.offer(made, NOW);
        made.receive(ZHANG, NOW);
        made.tested(packages.stream()
                .map(one -> new TestResult(one, Outcome.PASSED, "yj"))
                .toList());
        made.accept(packages, null, ZHANG, NOW);
        made.conclude(ZHANG, NOW, texts::keep);
        String sm3 = made.current().orElseThrow().text().sm3();
        made.sign(new Signed(Party.WINDOW, "li", "李静", "WZ", "窗口", "CN=li", 2, sm3, "MAA=", windowToken, NOW));
        made.sign(new Signed(Party.AGENCY, "zhang", "张伟", "MZ", "民政局", "CN=z", 2, sm3, "MAA=", "MAA=", NOW));
        offering.accept(made, NOW);
        house.lists.add(made);
        return made;
    }

    private static byte[] zip() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] content = "结婚登记表".getBytes(StandardCharsets.UTF_8);
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            ZipEntry entry = new ZipEntry("材料/结婚登记表.txt");
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            java.util.zip.CRC32 crc = new java.util.zip.CRC32();
            crc.update(content);
            entry.setCrc(crc.getValue());
            zip.putNextEntry(entry);
            zip.write(content);
        }
        return out.toByteArray();
    }

    /** Where the next stop falls, as if the server were killed there. */
    private static final class Stops {
        private String next = "";

        void at(String step) {
            if (next.equals(step)) {
                throw new IllegalStateException("stopped " + step);
            }
        }
    }

    private record StoppingStore(ContentStore contents, Stops stops) implements ContentStore {

        @Override
        public Fixity keep(InputStream content, long limit) throws IOException {
            return contents.keep(content, limit);
        }

        @Override
        public Fixity adopt(Path synced) throws IOException {
            return contents.adopt(synced);
        }

        @Override
        public InputStream open(Fixity fixity) throws IOException {
            return contents.open(fixity);
        }

        @Override
        public Path locate(Fixity fixity) throws IOException {
            stops.at("before the object is written");
            return contents.locate(fixity);
        }

        @Override
        public boolean has(Fixity fixity) {
            return contents.has(fixity);
        }
    }

    private static final class Codes implements ArchivalCodes {
        private final Map<String, Long> series = new HashMap<>();
        private int given;

        @Override
        public ArchivalCodeRule ruleOf(String fonds) {
            return ArchivalCodeRule.DAT_13_2022;
        }

        @Override
        public void setRule(String fonds, ArchivalCodeRule rule) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ArchivalCode next(CodeValues values) {
            given++;
            ArchivalCodeRule rule = ruleOf(values.fonds());
            return rule.code(values, series.merge(rule.series(values), 1L, Long::sum));
        }
    }

    private static final class Index implements HoldingRepository {
        private final Map<String, Holding> all = new LinkedHashMap<>();
        private final Stops stops;

        Index(Stops stops) {
            this.stops = stops;
        }

        @Override
        public void add(Holding holding) {
            all.put(holding.archivalCode(), holding);
        }

        @Override
        public Optional<Holding> find(String archivalCode) {
            stops.at("after the object is written");
            return Optional.ofNullable(all.get(archivalCode));
        }

        @Override
        public Optional<Holding> ofPackage(String packageNumber) {
            Optional<Holding> found = all.values().stream()
                    .filter(holding -> holding.provenance().packageNumber().equals(packageNumber))
                    .findFirst();
            if (found.filter(holding -> holding.state() == HoldingState.HELD).isPresent()) {
                stops.at("at the end");
            }
            return found;
        }

        @Override
        public List<Holding> byAnyId(String agency, String id, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Holding> list(HoldingCriteria criteria, int offset, int limit) {
            return new ArrayList<>(all.values());
        }

        @Override
        public long count(HoldingCriteria criteria) {
            return all.size();
        }
    }
}
