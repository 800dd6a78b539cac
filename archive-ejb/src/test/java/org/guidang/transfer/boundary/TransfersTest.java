// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.boundary;

import static org.guidang.transfer.control.House.CHEN;
import static org.guidang.transfer.control.House.HE;
import static org.guidang.transfer.control.House.LI;
import static org.guidang.transfer.control.House.NOW;
import static org.guidang.transfer.control.House.ZHANG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.guidang.intake.ApplicationNumber;
import org.guidang.intake.Case;
import org.guidang.intake.CaseState;
import org.guidang.intake.control.CaseReturns;
import org.guidang.organization.IdentityProof;
import org.guidang.organization.NotAuthenticatedAgainException;
import org.guidang.organization.Person;
import org.guidang.organization.PersonRepository;
import org.guidang.organization.control.Passwords;
import org.guidang.organization.control.Reauthentication;
import org.guidang.organization.control.SecondFactorHouse;
import org.guidang.packaging.PackageState;
import org.guidang.seal.TimeStampUnavailableException;
import org.guidang.seal.control.GivenSettings;
import org.guidang.seal.control.Keys;
import org.guidang.seal.control.SealSettings;
import org.guidang.seal.control.TimeStamps;
import org.guidang.seal.core.CmsVerifier;
import org.guidang.seal.core.DemonstrationKeys;
import org.guidang.seal.core.LocalAuthority;
import org.guidang.seal.core.SignatureVerdict;
import org.guidang.seal.core.SignedContent;
import org.guidang.seal.core.Suite;
import org.guidang.shared.Actor;
import org.guidang.shared.BusinessRuleException;
import org.guidang.shared.Fixity;
import org.guidang.shared.Outcome;
import org.guidang.shared.control.DataDirectory;
import org.guidang.transfer.CorrectionDemand;
import org.guidang.transfer.PackagesRefusedException;
import org.guidang.transfer.Party;
import org.guidang.transfer.ReasonCode;
import org.guidang.transfer.ReturnReason;
import org.guidang.transfer.Signed;
import org.guidang.transfer.TestResult;
import org.guidang.transfer.TimeStampsOwedException;
import org.guidang.transfer.TransferListNumber;
import org.guidang.transfer.TransferSigned;
import org.guidang.transfer.TransferState;
import org.guidang.transfer.control.House;
import org.guidang.transfer.control.ListTexts;
import org.guidang.transfer.control.ListTimeDebt;
import org.guidang.transfer.control.Offering;
import org.guidang.transfer.control.PartyAtWork;
import org.guidang.transfer.control.SignOffTime;
import org.guidang.transfer.control.SigningDesk;
import org.guidang.transfer.control.Wiring;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class TransfersTest {

    private static final String PASSWORD = "correct horse";
    private static final CorrectionDemand REASONS =
            CorrectionDemand.of(List.of(new ReturnReason(ReasonCode.MATERIAL_MISSING, "缺少结婚登记表")));

    @TempDir
    Path folder;

    private House house;
    private Transfers transfers;
    private Keys keys;
    private GivenSettings given;
    private LocalAuthority authority;
    private ListTimeDebt debt;

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
        TimeStamps stamps = Wiring.wire(new TimeStamps(), keys, settings, house.clock);
        ListTexts texts = Wiring.wire(new ListTexts(), house.contents);
        CaseReturns returns = Wiring.wire(new CaseReturns(), house.cases, house.log);
        Offering offering = Wiring.wire(new Offering(), house.packages, house.register, house.lists, returns);
        PartyAtWork parties = Wiring.wire(new PartyAtWork(), house.lists, house.caller);
        Reauthentication again = SecondFactorHouse.reauthentication(people(), house.clock, folder);
        SignOffTime signOffTime = Wiring.wire(new SignOffTime(), house.packages, settings);
        Object book = Wiring.make(
                "org.guidang.transfer.control.SignatureBook",
                signOffTime,
                house.lists,
                house.organizations,
                parties,
                texts,
                offering,
                house.caller,
                house.log,
                house.news,
                house.demands,
                house.fired);
        SigningDesk desk =
                Wiring.wire(new SigningDesk(), book, again, keys, stamps, signOffTime, house.caller, house.clock);
        debt = Wiring.wire(new ListTimeDebt(), book, stamps);
        ListViews views = Wiring.wire(new ListViews(), house.organizations, house.lists, house.notices, house.clock);
        transfers = Wiring.wire(
                new Transfers(),
                house.lists,
                house.organizations,
                offering,
                signOffTime,
                parties,
                texts,
                desk,
                views,
                house.caller,
                house.log,
                house.clock,
                house.news,
                house.demands,
                house.fired);
    }

    @AfterEach
    void close() {
        authority.close();
    }

    @Test
    @DisplayName("一次选取按实施机构分组，各成一份草稿；有一件不能移交则一份也不生成")
    void what_was_chosen_together_becomes_a_draft_for_each_agency() {
        String one = house.registered(1, "MZ");
        String two = house.registered(2, "WJ");
        String three = house.registered(3, "MZ");
        as(LI);
        assertThrows(
                PackagesRefusedException.class, () -> transfers.draftByAgency(List.of(one, "WZ-2026-000999", two)));

        List<TransferView> drafted = transfers.draftByAgency(List.of(one, two, three));

        assertEquals(
                List.of("MZ", "WJ"),
                drafted.stream().map(list -> list.row().agency()).toList());
        assertEquals(
                List.of(2, 1),
                drafted.stream().map(list -> list.row().totals().packages()).toList());
    }

    @Test
    @DisplayName("从起草到双方签字，信息包随清单流转")
    void a_list_goes_from_draft_to_both_signatures_and_its_packages_with_it() throws IOException {
        String one = house.registered(1, "MZ");
        String two = house.registered(2, "MZ");
        TransferListNumber number = reviewed(one, two);

        as(ZHANG);
        transfers.returnPackages(number, null, List.of(two), REASONS);
        transfers.acceptPassed(number, null);
        TransferView concluded = transfers.concludeReview(number, null);
        assertEquals(PackageState.RETURNED, house.pack(two).state());
        assertEquals(Optional.of("WZ-2026-0001/2"), house.pack(two).returnedList());
        assertEquals(Optional.of("缺少结婚登记表"), house.pack(two).returnReason());
        assertEquals(PackageState.OFFERED, house.pack(one).state());
        Case back = house.cases.get(new ApplicationNumber("330002"));
        assertEquals(CaseState.SUPPLEMENTING, back.state());
        assertEquals("缺少结婚登记表", back.reopenReason());
        assertEquals(
                CaseState.ARRANGED,
                house.cases.get(new ApplicationNumber("330001")).state());
        assertEquals(2, concluded.current().version());

        TransferView first = transfers.sign(number, 2, concluded.current().sm3(), new IdentityProof(PASSWORD, null));
        assertEquals(TransferState.SIGNED_BY_ONE, first.row().state());
        assertEquals(PackageState.OFFERED, house.pack(one).state());
        as(LI);
        TransferView both = transfers.sign(number, 2, concluded.current().sm3(), new IdentityProof(PASSWORD, null));
        assertEquals(TransferState.SIGNED, both.row().state());
        assertEquals(PackageState.ACCEPTED, house.pack(one).state());
        assertEquals(
                1,
                house.fired.events.stream()
                        .filter(TransferSigned.class::isInstance)
                        .count());

        byte[] text = house.lists.get(number).text(2).octets();
        for (Signed signed : both.signatures()) {
            SignatureVerdict verdict = new CmsVerifier(keys.installation())
                    .verify(Base64.getDecoder().decode(signed.cms()), SignedContent.of(text), NOW);
            assertEquals(List.of(), verdict.findings(), signed.displayName());
            assertEquals(1, verdict.signers().get(0).timeStamps().size());
        }
    }

    @Test
    @DisplayName("有信息包待补时间戳：不能提交，逐个说明；补上后可提交")
    void a_list_with_packages_that_wait_for_their_time_is_not_submitted() {
        String stamped = house.registered(1, "MZ");
        String waiting = house.registeredWithoutTime(2, "MZ");
        TransferListNumber number = drafted(stamped, waiting);
        TimeStampsOwedException refusal =
                assertThrows(TimeStampsOwedException.class, () -> transfers.submit(number, null));
        assertEquals(List.of("WZ-2026-0001", 1), refusal.arguments());
        assertEquals(
                List.of("transfer.package.time-stamp-pending WZ-2026-000002 " + NOW),
                refusal.findings().stream()
                        .map(finding -> finding.code() + " " + finding.file() + " " + finding.found())
                        .toList());
        assertEquals(TransferState.DRAFT, house.lists.get(number).state());
        assertEquals(PackageState.REGISTERED, house.pack(stamped).state());

        house.pack(waiting).timeStamped(new Fixity(1, "c".repeat(64), "d".repeat(64)), NOW);
        assertEquals(
                TransferState.SUBMITTED, transfers.submit(number, null).row().state());
    }

    @Test
    @DisplayName("时间戳服务停用：默认不能签字；恢复后可签")
    void nobody_signs_while_no_authority_answers_unless_the_policy_lets_them() throws IOException {
        TransferListNumber number = reviewed(house.registered(1, "MZ"));
        as(ZHANG);
        transfers.acceptPassed(number, null);
        String sm3 = transfers.concludeReview(number, null).current().sm3();
        authority.off();
        TimeStampUnavailableException refusal = assertThrows(
                TimeStampUnavailableException.class,
                () -> transfers.sign(number, 2, sm3, new IdentityProof(PASSWORD, null)));
        assertEquals("transfer.sign.no-time-stamp", refusal.key());
        assertEquals(List.of("WZ-2026-0001", "127.0.0.1: ConnectException"), refusal.arguments());
        assertEquals(TransferState.UNDER_REVIEW, house.lists.get(number).state());
        assertEquals(List.of(), house.lists.signaturesWithoutTime(10));

        authority.on();
        TransferView signed = transfers.sign(number, 2, sm3, new IdentityProof(PASSWORD, null));
        assertEquals(TransferState.SIGNED_BY_ONE, signed.row().state());
        assertEquals(1, authority.tokens());
    }

    @Test
    @DisplayName("按标记办理：先签字，时间戳服务恢复后补盖两方签字")
    void signatures_made_without_an_authority_get_their_time_when_it_is_back() throws IOException {
        given.with("guidang.tsa.signoff", "flag");
        String waiting = house.registeredWithoutTime(1, "MZ");
        TransferListNumber number = reviewed(waiting);
        as(ZHANG);
        transfers.acceptPassed(number, null);
        String sm3 = transfers.concludeReview(number, null).current().sm3();
        authority.off();
        transfers.sign(number, 2, sm3, new IdentityProof(PASSWORD, null));
        as(LI);
        TransferView both = transfers.sign(number, 2, sm3, new IdentityProof(PASSWORD, null));
        assertEquals(TransferState.SIGNED, both.row().state());
        assertEquals(2, house.lists.signaturesWithoutTime(10).size());

        debt.pay();
        assertEquals(2, house.lists.signaturesWithoutTime(10).size());
        assertEquals(0, authority.tokens());

        authority.on();
        debt.pay();
        debt.pay();
        assertEquals(List.of(), house.lists.signaturesWithoutTime(10));
        assertEquals(2, authority.tokens());
        byte[] text = house.lists.get(number).text(2).octets();
        for (Party party : Party.values()) {
            Signed signed =
                    house.lists.get(number).signatureOf(party).orElseThrow().asSigned();
            SignatureVerdict verdict = new CmsVerifier(keys.installation())
                    .verify(Base64.getDecoder().decode(signed.cms()), SignedContent.of(text), NOW);
            assertEquals(List.of(), verdict.findings(), signed.displayName());
            assertEquals(1, verdict.signers().get(0).timeStamps().size());
        }
        assertEquals(
                List.of("WZ", "MZ"),
                house.operations.entries.stream()
                        .filter(entry -> entry.operation().equals("transfer-list.time-stamp"))
                        .map(entry -> entry.number().chain())
                        .toList());
        assertEquals(
                List.of("1"),
                house.operations.entries.stream()
                        .filter(entry -> entry.operation().equals("transfer-list.submit"))
                        .flatMap(entry -> Pattern.compile("timeStampsOwed\\D+(\\d+)")
                                .matcher(entry.details())
                                .results())
                        .map(found -> found.group(1))
                        .toList());
    }

    @Test
    @DisplayName("他方看不到清单：与不存在的一样")
    void a_foreign_list_is_as_unknown_as_one_that_does_not_exist() {
        TransferListNumber number = drafted(house.registered(1, "MZ"));
        for (Actor stranger : List.of(HE, CHEN, ZHANG)) {
            as(stranger);
            refused("transfer.list.unknown", () -> transfers.receive(number, null));
        }
        as(LI);
        transfers.submit(number, null);
        as(CHEN);
        refused("transfer.list.unknown", () -> transfers.returnAll(number, null, REASONS));
        as(ZHANG);
        assertEquals(
                TransferState.UNDER_REVIEW,
                transfers.receive(number, null).row().state());
    }

    @Test
    @DisplayName("不能列入的信息包一次说全，一个也不列入")
    void all_packages_that_cannot_go_on_the_list_are_named_at_once() {
        String bound = house.registered(1, "MZ");
        drafted(bound);
        String other = house.registered(2, "WJ");
        String good = house.registered(3, "MZ");
        PackagesRefusedException refusal = assertThrows(
                PackagesRefusedException.class,
                () -> transfers.draft("MZ", List.of(bound, other, good, good, "WZ-2026-000099", "../x"), null));
        assertEquals(
                List.of(
                        "transfer.package.bound WZ-2026-000001",
                        "transfer.package.other-agency WZ-2026-000002",
                        "transfer.package.twice WZ-2026-000003",
                        "transfer.package.unknown WZ-2026-000099",
                        "transfer.package.unknown ../x"),
                refusal.findings().stream()
                        .map(finding -> finding.code() + " " + finding.file())
                        .toList());
        assertEquals(PackageState.REGISTERED, house.pack(good).state());
    }

    @Test
    void a_withdrawn_list_leaves_its_packages_free_for_another() {
        String one = house.registered(1, "MZ");
        TransferListNumber number = drafted(one);
        transfers.submit(number, null);
        assertEquals(PackageState.OFFERED, house.pack(one).state());
        transfers.withdraw(number, null);
        assertEquals(PackageState.REGISTERED, house.pack(one).state());
        assertEquals(
                "WZ-2026-0002", transfers.draft("MZ", List.of(one), null).row().number());
    }

    @Test
    @DisplayName("再次移交须注明原清单")
    void a_resubmission_names_a_list_that_returned_something() {
        String one = house.registered(1, "MZ");
        TransferListNumber number = reviewed(one);
        as(LI);
        refused("transfer.list.resubmits-unknown", () -> transfers.draft("MZ", List.of(), number));
        as(ZHANG);
        transfers.returnAll(number, null, REASONS);
        as(LI);
        assertEquals(
                "WZ-2026-0001", transfers.draft("MZ", List.of(), number).row().resubmits());
        refused("transfer.list.resubmits-unknown", () -> transfers.draft("WJ", List.of(), number));
        refused("transfer.list.agency-unknown", () -> transfers.draft("WB", List.of(), null));
    }

    @Test
    @DisplayName("签字前须重新输入口令；被拒的签字留痕")
    void nobody_signs_without_the_password_and_the_attempt_is_logged() {
        String one = house.registered(1, "MZ");
        TransferListNumber number = reviewed(one);
        as(ZHANG);
        transfers.acceptPassed(number, null);
        String sm3 = transfers.concludeReview(number, null).current().sm3();
        assertThrows(
                NotAuthenticatedAgainException.class,
                () -> transfers.sign(number, 2, sm3, new IdentityProof("wrong", null)));
        refused("transfer.list.stale", () -> transfers.sign(number, 1, sm3, new IdentityProof(PASSWORD, null)));
        refused(
                "transfer.list.stale",
                () -> transfers.sign(number, 2, "0".repeat(64), new IdentityProof(PASSWORD, null)));
        assertEquals(
                List.of("organization.reauthentication.failed", "transfer.list.stale", "transfer.list.stale"),
                house.operations.entries.stream()
                        .filter(entry -> entry.operation().equals("transfer-list.sign"))
                        .map(entry -> entry.result())
                        .toList());
        assertTrue(house.lists
                .get(number)
                .signatureOf(org.guidang.transfer.Party.AGENCY)
                .isEmpty());
    }

    @Test
    void an_act_that_rests_on_an_older_revision_is_refused() {
        TransferListNumber number = drafted(house.registered(1, "MZ"));
        refused("transfer.list.stale", () -> transfers.submit(number, 7L));
        assertEquals(TransferState.SUBMITTED, transfers.submit(number, 0L).row().state());
    }

    private TransferListNumber drafted(String... packages) {
        as(LI);
        return new TransferListNumber(
                transfers.draft("MZ", List.of(packages), null).row().number());
    }

    private TransferListNumber reviewed(String... packages) {
        TransferListNumber number = drafted(packages);
        transfers.submit(number, null);
        as(ZHANG);
        transfers.receive(number, null);
        house.lists
                .get(number)
                .tested(List.of(packages).stream()
                        .map(one -> new TestResult(one, Outcome.PASSED, "yj-" + one))
                        .toList());
        return number;
    }

    private void as(Actor actor) {
        house.caller.actor = actor;
    }

    private static void refused(String key, Executable act) {
        assertEquals(key, assertThrows(BusinessRuleException.class, act).key());
    }

    private static PersonRepository people() {
        String hash = Passwords.hash(PASSWORD);
        return new PersonRepository() {
            @Override
            public Person lock(String userName) {
                return find(userName).orElseThrow();
            }

            @Override
            public Optional<Person> find(String userName) {
                return List.of(LI, HE, ZHANG, CHEN).stream()
                        .filter(actor -> actor.userName().equals(userName))
                        .map(actor -> new Person(
                                userName, actor.displayName(), actor.organization(), hash, false, actor.roles()))
                        .findFirst();
            }

            @Override
            public List<Person> ofOrganization(String code) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void add(Person person) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
