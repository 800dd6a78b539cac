// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.control;

import static org.guidang.transfer.control.House.LI;
import static org.guidang.transfer.control.House.NOW;
import static org.guidang.transfer.control.House.ZHANG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.guidang.intake.control.CaseReturns;
import org.guidang.notice.control.InMemoryPeople;
import org.guidang.organization.IdentityProof;
import org.guidang.organization.control.Passwords;
import org.guidang.organization.control.Reauthentication;
import org.guidang.organization.control.SecondFactorHouse;
import org.guidang.seal.OutsideSignatureException;
import org.guidang.seal.boundary.PersonCertificates;
import org.guidang.seal.control.CertificateBook;
import org.guidang.seal.control.GivenSettings;
import org.guidang.seal.control.InMemoryCertificates;
import org.guidang.seal.control.Keys;
import org.guidang.seal.control.SealSettings;
import org.guidang.seal.control.TimeStamps;
import org.guidang.seal.core.CertificateIssuer;
import org.guidang.seal.core.CertificateIssuer.Profile;
import org.guidang.seal.core.CertificateReader;
import org.guidang.seal.core.CmsSigner;
import org.guidang.seal.core.CmsVerifier;
import org.guidang.seal.core.Cryptography;
import org.guidang.seal.core.DemonstrationKeys;
import org.guidang.seal.core.LocalAuthority;
import org.guidang.seal.core.OpenSslSigner;
import org.guidang.seal.core.SignatureVerdict;
import org.guidang.seal.core.SignedContent;
import org.guidang.seal.core.SigningKey;
import org.guidang.seal.core.Suite;
import org.guidang.seal.core.revocation.RevocationMaterial;
import org.guidang.shared.Actor;
import org.guidang.shared.BusinessRuleException;
import org.guidang.shared.Digest;
import org.guidang.shared.Finding;
import org.guidang.shared.Level;
import org.guidang.shared.Outcome;
import org.guidang.shared.control.DataDirectory;
import org.guidang.transfer.Party;
import org.guidang.transfer.PartySignature;
import org.guidang.transfer.Signed;
import org.guidang.transfer.TestResult;
import org.guidang.transfer.TransferList;
import org.guidang.transfer.TransferListNumber;
import org.guidang.transfer.TransferState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Signing with a certificate of one's own: the list takes it like any other signature, or is as it was. */
class CertificateSigningTest {

    private static final String PASSWORD = "correct horse";

    private static final String HASH = Passwords.hash(PASSWORD);

    private static CertificateIssuer issuer;
    private static SigningKey zhang;
    private static SigningKey li;
    private static CertificateIssuer national;

    @TempDir
    Path folder;

    private House house;
    private LocalAuthority authority;
    private Keys keys;
    private CertificateBook certificates;
    private SigningDesk desk;
    private TransferList list;
    private byte[] text;
    private String sm3;

    @BeforeAll
    static void people() throws Exception {
        issuer = CertificateIssuer.root(Suite.RSA_SHA256, "CN=Office Root", from(), until());
        zhang = issuer.issue("zhang", "C=CN,CN=张伟", Profile.SIGNER, from(), until());
        li = issuer.issue("li", "C=CN,CN=李静", Profile.SIGNER, from(), until());
        national = CertificateIssuer.root(Suite.SM2_SM3, "CN=National Root", from(), until());
    }

    @BeforeEach
    void open() throws Exception {
        house = new House(folder);
        DataDirectory data = Wiring.dataIn(folder);
        Path anchors = Files.createDirectories(folder.resolve("anchors"));
        Files.write(
                anchors.resolve("root.cer"), issuer.authority().certificate().getEncoded());
        Files.write(
                anchors.resolve("national.cer"),
                national.authority().certificate().getEncoded());
        authority = new LocalAuthority(
                new DemonstrationKeys(data.folder("keys").resolve("demonstration"), Suite.SM2_SM3, house.clock)
                        .timeStamper(Suite.SM2_SM3),
                house.clock);
        SealSettings settings = new GivenSettings()
                .with("guidang.tsa", authority.address())
                .with("guidang.tsa.pause", "PT0S")
                .with("guidang.trust", anchors)
                .settings();
        keys = Wiring.wire(new Keys(), data, settings, house.clock);
        TimeStamps stamps = Wiring.wire(new TimeStamps(), keys, settings, house.clock);
        ListTexts texts = Wiring.wire(new ListTexts(), house.contents);
        CaseReturns returns = Wiring.wire(new CaseReturns(), house.cases, house.log);
        Offering offering = Wiring.wire(new Offering(), house.packages, house.register, house.lists, returns);
        PartyAtWork parties = Wiring.wire(new PartyAtWork(), house.lists, house.caller);
        InMemoryPeople people = new InMemoryPeople(HASH, List.of(LI, ZHANG));
        Reauthentication again = SecondFactorHouse.reauthentication(people, house.clock, folder);
        SignOffTime signOffTime = Wiring.wire(new SignOffTime(), house.packages, settings);
        SignatureBook book = Wiring.wire(
                new SignatureBook(),
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
        certificates =
                Wiring.wire(new CertificateBook(), people, new InMemoryCertificates(), keys, house.log, house.clock);
        desk = Wiring.wire(
                new SigningDesk(), book, again, keys, certificates, stamps, signOffTime, house.caller, house.clock);
        list = concluded(texts, offering);
        text = list.text(2).octets();
        sm3 = list.current().orElseThrow().text().sm3();
        as(ZHANG);
    }

    @AfterEach
    void close() {
        authority.close();
    }

    @Test
    @DisplayName("一方用本人证书、另一方用口令签字：清单完成签字，两个签名均带时间戳并可核验")
    void one_signs_with_a_certificate_and_the_other_with_the_password() throws Exception {
        register(ZHANG, zhang);
        desk.sign(list.number(), 2, sm3, signedBy(zhang, text));
        assertEquals(TransferState.SIGNED_BY_ONE, list.state());
        as(LI);
        desk.sign(list.number(), 2, sm3, new IdentityProof(PASSWORD, null));
        assertEquals(TransferState.SIGNED, list.state());

        for (Party party : Party.values()) {
            Signed signed = list.signatureOf(party).orElseThrow().asSigned();
            SignatureVerdict verdict = new CmsVerifier(keys.installation())
                    .verify(Base64.getDecoder().decode(signed.cms()), SignedContent.of(text), NOW);
            assertEquals(
                    Outcome.PASSED, verdict.outcome(), () -> verdict.findings().toString());
            assertEquals(1, verdict.signers().get(0).timeStamps().size());
        }
        Signed own = list.signatureOf(Party.AGENCY).orElseThrow().asSigned();
        assertEquals("C=CN,CN=张伟", own.certificate());
        assertEquals(NOW, own.at());
        assertEquals(
                List.of("OWN_CERTIFICATE", "KEY_HERE"),
                house.operations.entries.stream()
                        .filter(entry -> entry.operation().equals("transfer-list.sign"))
                        .map(entry -> entry.details().contains("OWN_CERTIFICATE") ? "OWN_CERTIFICATE" : "KEY_HERE")
                        .toList());
    }

    @Test
    @DisplayName("openssl 不带签名属性的签名（无签名时间）也接受，时间取服务器时间")
    void a_signature_without_signing_time_gets_the_time_of_the_server() throws Exception {
        register(ZHANG, zhang);
        desk.sign(list.number(), 2, sm3, new OpenSslSigner(folder, zhang).sign(text, "-noattr"));
        assertEquals(
                NOW, list.signatureOf(Party.AGENCY).orElseThrow().asSigned().at());
    }

    @Test
    @DisplayName("国密 UKey 按 GB/T 35275 所作的 SM2 签名，加盖时间戳后仍可核验")
    void a_signature_in_the_national_form_is_kept_in_that_form() throws Exception {
        SigningKey device = national.issue("zhang", "C=CN,CN=张伟", Profile.SIGNER, from(), until());
        register(ZHANG, device);
        byte[] cms = CmsSigner.sign(
                device,
                Digest.of(Digest.SM3, Cryptography.digest("SM3").digest(text)),
                NOW,
                CmsSigner.Form.GBT_35275,
                RevocationMaterial.none());
        desk.sign(list.number(), 2, sm3, cms);
        byte[] kept = Base64.getDecoder()
                .decode(list.signatureOf(Party.AGENCY).orElseThrow().asSigned().cms());
        SignatureVerdict verdict = new CmsVerifier(keys.installation()).verify(kept, SignedContent.of(text), NOW);
        assertEquals(Outcome.PASSED, verdict.outcome(), () -> verdict.findings().toString());
        assertEquals(1, verdict.signers().get(0).timeStamps().size());
    }

    @Test
    @DisplayName("没有登记、登记在他人名下、已停用的证书都不能签字，清单不变")
    void only_a_certificate_registered_for_the_signer_counts() throws Exception {
        assertEquals(List.of("outside.not-theirs"), refused(signedBy(zhang, text)));
        register(LI, li);
        assertEquals(List.of("outside.not-theirs"), refused(signedBy(li, text)));
        register(ZHANG, zhang);
        certificates.withdraw("zhang", CertificateReader.fingerprint(zhang.certificate()));
        assertEquals(List.of("outside.not-theirs"), refused(signedBy(zhang, text)));
        assertEquals(TransferState.UNDER_REVIEW, list.state());
        assertEquals(0, authority.tokens());
        register(ZHANG, zhang);
        desk.sign(list.number(), 2, sm3, signedBy(zhang, text));
        assertEquals(TransferState.SIGNED_BY_ONE, list.state());
    }

    @Test
    @DisplayName("旧版清单的签名不能用于新版；看到的版本已变则明确拒绝，不计失败次数")
    void a_signature_of_an_older_version_and_an_older_view_are_refused() throws Exception {
        register(ZHANG, zhang);
        byte[] older = signedBy(zhang, list.text(1).octets());
        assertEquals(List.of("cms.digest-mismatch"), refused(older));
        for (int i = 0; i < 6; i++) {
            key("transfer.list.stale", () -> desk.sign(list.number(), 1, sm3, older));
            key("transfer.list.stale", () -> desk.sign(list.number(), 2, "0".repeat(64), older));
        }
        desk.sign(list.number(), 2, sm3, signedBy(zhang, text));
        assertTrue(list.signatureOf(Party.AGENCY).isPresent());
    }

    @Test
    @DisplayName("证书签字与口令共用失败计数：五次失败锁定，两种方式都不能再试")
    void failures_with_certificate_and_password_count_together() throws Exception {
        register(ZHANG, zhang);
        for (int i = 0; i < 3; i++) {
            refused(signedBy(li, text));
        }
        for (int i = 0; i < 2; i++) {
            key(
                    "organization.reauthentication.failed",
                    () -> desk.sign(list.number(), 2, sm3, new IdentityProof("wrong", null)));
        }
        byte[] good = signedBy(zhang, text);
        key("organization.reauthentication.locked", () -> desk.sign(list.number(), 2, sm3, good));
        key(
                "organization.reauthentication.locked",
                () -> desk.sign(list.number(), 2, sm3, new IdentityProof(PASSWORD, null)));
        assertEquals(TransferState.UNDER_REVIEW, list.state());
    }

    @Test
    @DisplayName("时间戳服务停用：证书签字不落账，恢复后同一签名可用")
    void nothing_is_half_done_when_no_authority_answers() throws Exception {
        register(ZHANG, zhang);
        byte[] cms = signedBy(zhang, text);
        authority.off();
        key("transfer.sign.no-time-stamp", () -> desk.sign(list.number(), 2, sm3, cms));
        assertEquals(Optional.empty(), list.signatureOf(Party.AGENCY).map(PartySignature::party));
        authority.on();
        desk.sign(list.number(), 2, sm3, cms);
        assertEquals(TransferState.SIGNED_BY_ONE, list.state());
    }

    @Test
    @DisplayName("登记：他人的、姓名不符的、不受信任的、过期的证书逐项说明，一张证书只属于一个账号")
    void a_certificate_belongs_to_one_account_and_fits_it() throws Exception {
        register(ZHANG, zhang);
        register(ZHANG, zhang);
        assertEquals(
                List.of("certificate.register"),
                house.operations.entries.stream()
                        .map(entry -> entry.operation())
                        .filter(one -> one.startsWith("certificate."))
                        .toList());
        assertEquals(List.of("certificate.other-name", "certificate.anothers"), notRegistered(LI, zhang));
        certificates.withdraw("zhang", CertificateReader.fingerprint(zhang.certificate()));
        assertEquals(List.of("certificate.other-name", "certificate.anothers"), notRegistered(LI, zhang));
        SigningKey renewed = new SigningKey(
                "li",
                Suite.RSA_SHA256,
                zhang.key(),
                List.of(issuer.certify(
                        zhang.certificate().getPublicKey(), "C=CN,CN=李静", Profile.SIGNER, from(), until())));
        assertEquals(List.of("certificate.anothers"), notRegistered(LI, renewed));
        CertificateIssuer stranger = CertificateIssuer.root(Suite.RSA_SHA256, "CN=Stranger", from(), until());
        assertEquals(
                List.of("certificate.not-good"),
                notRegistered(LI, stranger.issue("li", "CN=李静", Profile.SIGNER, from(), until())));
        assertEquals(
                List.of("certificate.not-good"),
                notRegistered(LI, issuer.issue("li", "CN=李静", Profile.SIGNER, from(), NOW.minusSeconds(1))));
        assertEquals(
                List.of("certificate.not-good"),
                notRegistered(LI, issuer.issue("li", "CN=李静", Profile.AUTHORITY, from(), until())));
        key("seal.certificate.refused", () -> certificates.register("li", new byte[] {1, 2, 3}));
        key(
                "organization.account.unknown",
                () -> certificates.register("nobody", li.certificate().getEncoded()));
    }

    @Test
    @DisplayName("管理员不为自己的账号登记或停用证书；过大的文件不读完")
    void nobody_registers_for_themselves() {
        PersonCertificates boundary = Wiring.wire(new PersonCertificates(), certificates, house.caller);
        as(House.ADMIN);
        key("seal.certificate.own", () -> boundary.register("admin", new ByteArrayInputStream(new byte[0])));
        key("seal.certificate.own", () -> boundary.withdraw("admin", "0".repeat(64)));
        key("seal.certificate.none", () -> boundary.withdraw("li", "0".repeat(64)));
        ByteArrayInputStream large = new ByteArrayInputStream(new byte[1 << 20]);
        key("seal.certificate.refused", () -> boundary.register("li", large));
        assertTrue(large.available() > 900_000);
        assertEquals(List.of(), boundary.of("li"));
    }

    private List<String> notRegistered(Actor who, SigningKey key) {
        BusinessRuleException refusal = assertThrows(BusinessRuleException.class, () -> register(who, key));
        assertEquals("seal.certificate.refused", refusal.key());
        return refusal.findings().stream().map(Finding::code).toList();
    }

    private List<String> refused(byte[] cms) {
        OutsideSignatureException refusal =
                assertThrows(OutsideSignatureException.class, () -> desk.sign(list.number(), 2, sm3, cms));
        return refusal.findings().stream()
                .filter(finding -> finding.level() == Level.MUST)
                .map(Finding::code)
                .toList();
    }

    private static void key(String key, Executable act) {
        assertEquals(key, assertThrows(BusinessRuleException.class, act).key());
    }

    private void register(Actor who, SigningKey key) throws Exception {
        certificates.register(who.userName(), key.certificate().getEncoded());
    }

    private static byte[] signedBy(SigningKey key, byte[] octets) throws Exception {
        return CmsSigner.sign(key, new ByteArrayInputStream(octets), NOW);
    }

    private TransferList concluded(ListTexts texts, Offering offering) {
        String one = house.registered(1, "MZ");
        TransferList made = new TransferList(TransferListNumber.of("WZ", 2026, 1), "MZ", null, LI, NOW);
        made.add(offering.choose(made.number().value(), "WZ", "MZ", List.of(one)), LI, NOW);
        house.lists.add(made);
        made.submit(LI, NOW, texts::keep);
        offering.offer(made, NOW);
        made.receive(ZHANG, NOW);
        made.tested(List.of(new TestResult(one, Outcome.PASSED, "yj-1")));
        made.accept(List.of(one), null, ZHANG, NOW);
        made.conclude(ZHANG, NOW, texts::keep);
        return made;
    }

    private void as(Actor actor) {
        house.caller.actor = actor;
    }

    private static Instant from() {
        return NOW.minusSeconds(86_400);
    }

    private static Instant until() {
        return NOW.plusSeconds(365 * 86_400L);
    }
}
