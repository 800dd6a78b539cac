// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.control;

import static org.guidang.transfer.control.House.CHEN;
import static org.guidang.transfer.control.House.LI;
import static org.guidang.transfer.control.House.NOW;
import static org.guidang.transfer.control.House.ZHANG;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guidang.seal.TimeStampUnavailableException;
import org.guidang.seal.control.GivenSettings;
import org.guidang.seal.control.Keys;
import org.guidang.seal.control.SealSettings;
import org.guidang.seal.control.TimeStamps;
import org.guidang.seal.core.CmsSigner;
import org.guidang.seal.core.DemonstrationKeys;
import org.guidang.seal.core.LocalAuthority;
import org.guidang.seal.core.Suite;
import org.guidang.shared.BusinessRuleException;
import org.guidang.shared.Finding;
import org.guidang.shared.Fixity;
import org.guidang.shared.Outcome;
import org.guidang.shared.control.DataDirectory;
import org.guidang.transfer.CorrectionDemand;
import org.guidang.transfer.FormalReply;
import org.guidang.transfer.FormalReplyRepository;
import org.guidang.transfer.OfferedFacts;
import org.guidang.transfer.OfferedPackages;
import org.guidang.transfer.ReasonCode;
import org.guidang.transfer.ReturnReason;
import org.guidang.transfer.TestResult;
import org.guidang.transfer.TransferList;
import org.guidang.transfer.TransferListNumber;
import org.guidang.transfer.core.ListVerifier;
import org.guidang.transfer.core.ReplyVerifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agency answers a list with its own signature, once, and the answer proves itself without us. */
class FormalReplyTest {

    private static final TransferListNumber NUMBER = TransferListNumber.of("WZ", 2026, 8);

    @TempDir
    Path folder;

    private House house;
    private Keys keys;
    private ReplyDesk desk;
    private LocalAuthority authority;
    private TransferList list;

    @BeforeEach
    void open() throws IOException {
        house = new House(folder);
        DataDirectory data = Wiring.dataIn(folder);
        authority = new LocalAuthority(
                new DemonstrationKeys(data.folder("keys").resolve("demonstration"), Suite.SM2_SM3, house.clock)
                        .timeStamper(Suite.SM2_SM3),
                house.clock);
        SealSettings settings = new GivenSettings()
                .with("guidang.tsa", authority.address())
                .with("guidang.tsa.pause", "PT0S")
                .settings();
        keys = Wiring.wire(new Keys(), data, settings, house.clock);
        TimeStamps stamps = Wiring.wire(new TimeStamps(), keys, settings, house.clock);
        PartyAtWork parties = Wiring.wire(new PartyAtWork(), house.lists, house.caller);
        ReplyBook book = Wiring.wire(new ReplyBook(), parties, new Kept(), house.organizations, house.log);
        desk = Wiring.wire(new ReplyDesk(), book, keys, stamps, house.clock);
        list = new TransferList(NUMBER, "MZ", null, LI, NOW);
        list.add(List.of(facts("p1"), facts("p2")), LI, NOW);
        house.lists.add(list);
        list.submit(LI, NOW, FormalReplyTest::measure);
        list.receive(ZHANG, NOW);
        list.tested(List.of(new TestResult("p1", Outcome.PASSED, "r1"), new TestResult("p2", Outcome.FAILED, "r2")));
    }

    @AfterEach
    void close() {
        authority.close();
    }

    @Test
    @DisplayName("正式答复：逐件决定与原因，机构签名加时间戳，可离线核验；改一字即不通过")
    void a_reply_proves_itself_and_no_octet_of_it_can_be_changed() throws IOException {
        BusinessRuleException early = assertThrows(BusinessRuleException.class, () -> desk.of(NUMBER));
        assertEquals("transfer.review.not-concluded", early.key());
        conclude();

        FormalReply reply = desk.of(NUMBER);
        Path file = write(reply.text(), reply.cms());
        ListVerifier.Verdict verdict = verify(file);
        assertEquals(List.of(), verdict.findings());
        assertEquals(Outcome.PASSED, verdict.outcome());
        String text = new String(reply.text(), StandardCharsets.UTF_8);
        assertEquals(true, text.contains("缺少结婚登记表") && text.contains("\"accepted\": 1"), text);
        assertEquals(true, ReplyVerifier.takes(java.util.Arrays.copyOf(reply.text(), 64)));

        Files.writeString(file, text.replace("缺少结婚登记表", "缺少结婚登记本"));
        assertEquals(Outcome.FAILED, verify(file).outcome());
        Files.writeString(file, text.replace("\"accepted\": 1", "\"accepted\": 2"));
        assertEquals(true, messages(verify(file)).contains("transfer.proof.total-differs"));
        Files.write(file, reply.text());
        Files.delete(file.resolveSibling("reply.p7s"));
        assertEquals(List.of("transfer.proof.signature-missing"), messages(verify(file)));
    }

    @Test
    @DisplayName("双方取得同一份；整批退回另作答复；第三方没有")
    void both_sides_get_the_same_octets_and_a_whole_return_is_another_reply() {
        conclude();
        FormalReply first = desk.of(NUMBER);
        house.caller.actor = ZHANG;
        assertArrayEquals(first.cms(), desk.of(NUMBER).cms());
        assertEquals(
                1,
                house.operations.entries.stream()
                        .filter(entry -> entry.operation().equals("transfer-list.reply"))
                        .count());
        list.returnAll(demand(), ZHANG, NOW);
        assertEquals(FormalReply.Answer.RETURNED, desk.of(NUMBER).key().answer());
        house.caller.actor = CHEN;
        assertEquals(
                "transfer.list.unknown",
                assertThrows(BusinessRuleException.class, () -> desk.of(NUMBER)).key());
    }

    @Test
    @DisplayName("他人代签的答复不算数")
    void a_reply_signed_by_another_body_does_not_count() throws Exception {
        conclude();
        byte[] text = desk.of(NUMBER).text();
        byte[] cms = CmsSigner.sign(keys.ofOrganization("WZ"), new ByteArrayInputStream(text), NOW);
        assertEquals(true, messages(verify(write(text, cms))).contains("transfer.proof.replier"));
    }

    @Test
    @DisplayName("没有时间戳就不出具答复，恢复后可取")
    void without_a_time_stamp_no_reply_is_made() {
        conclude();
        authority.close();
        assertThrows(TimeStampUnavailableException.class, () -> desk.of(NUMBER));
        assertEquals(0, house.operations.entries.size());
    }

    private void conclude() {
        list.accept(List.of("p1"), null, ZHANG, NOW);
        list.sendBack(List.of("p2"), demand(), ZHANG, NOW);
        list.conclude(ZHANG, NOW, FormalReplyTest::measure);
    }

    private static CorrectionDemand demand() {
        return CorrectionDemand.of(List.of(new ReturnReason(ReasonCode.MATERIAL_MISSING, "缺少结婚登记表")));
    }

    private Path write(byte[] text, byte[] cms) throws IOException {
        Files.write(folder.resolve("reply.p7s"), cms);
        return Files.write(folder.resolve("reply.json"), text);
    }

    private ListVerifier.Verdict verify(Path file) throws IOException {
        return new ReplyVerifier(keys.installation(), NOW).verify(file, "reply.json");
    }

    private static List<String> messages(ListVerifier.Verdict verdict) {
        return verdict.findings().stream().map(Finding::message).toList();
    }

    private static Fixity measure(byte[] text) {
        return new Fixity(text.length, "a".repeat(64), "b".repeat(64));
    }

    private static OfferedFacts facts(String number) {
        return OfferedPackages.facts(number, "3300" + number);
    }

    private static final class Kept implements FormalReplyRepository {

        private final Map<FormalReply.Key, FormalReply> all = new HashMap<>();

        @Override
        public Optional<FormalReply> find(FormalReply.Key key) {
            return Optional.ofNullable(all.get(key));
        }

        @Override
        public void add(FormalReply reply) {
            all.put(reply.key(), reply);
        }
    }
}
