// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.guidang.organization.Organization;
import org.guidang.organization.OrganizationKind;
import org.guidang.seal.core.CertificateIssuer.Profile;
import org.guidang.seal.core.SigningKey;
import org.guidang.seal.core.Suite;
import org.guidang.seal.core.TestPki;
import org.guidang.seal.core.ses.DemonstrationSeal;
import org.guidang.seal.core.ses.SealObjectCheck;
import org.guidang.shared.Finding;
import org.guidang.shared.control.DataDirectory;
import org.guidang.transfer.control.Wiring;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Seals as the operator lays them, and as the demonstration makes them. */
class SealObjectsTest {

    private static final Instant NOW = TestPki.NOW;
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Organization MZ =
            new Organization("MZ", "市民政局", OrganizationKind.IMPLEMENTING_AGENCY, null, "J019");
    private static final Organization WZ =
            new Organization("WZ", "综合受理窗口", OrganizationKind.SERVICE_WINDOW, null, null);

    @TempDir
    Path folder;

    private Path seals;
    private TestPki pki;
    private SigningKey maker;
    private SigningKey agency;
    private GivenSettings given;

    @BeforeEach
    void folders() throws Exception {
        pki = new TestPki(Suite.SM2_SM3);
        maker = pki.root.issue("maker", "CN=制章", Profile.SIGNER, TestPki.FROM, TestPki.UNTIL);
        agency = pki.root.issue("agency", "CN=市民政局", Profile.SIGNER, TestPki.FROM, TestPki.UNTIL);
        seals = Files.createDirectories(folder.resolve("seals"));
        Path anchors = Files.createDirectories(folder.resolve("anchors"));
        Files.write(
                anchors.resolve("root.cer"), pki.root.authority().certificate().getEncoded());
        given = new GivenSettings().with("guidang.trust", anchors);
    }

    @Test
    @DisplayName("目录中“机构代码.esl”验证通过才有印图；没有文件就没有印图，也不警告")
    void the_seal_of_a_body_lies_under_its_code() throws Exception {
        lay("MZ", MZ.name(), NOW.minusSeconds(60));
        SealObjects objects = objects();
        assertTrue(objects.picture(MZ, NOW, agency.certificate()).isPresent());
        assertEquals(Optional.empty(), objects.judge(WZ, NOW, agency.certificate()));
        assertEquals(List.of("seal-object.user-not-listed"), codes(objects, MZ, NOW, maker.certificate()));
        assertTrue(objects.picture(MZ, NOW, null).isEmpty());
    }

    @Test
    @DisplayName("放错位置的、改动过的印章不放印图，并说明是哪个机构的、为什么")
    void a_seal_of_another_body_and_an_altered_one_are_told_with_the_code() throws Exception {
        lay("WZ", MZ.name(), NOW.minusSeconds(60));
        SealObjects objects = objects();
        X509Certificate window = pki.signer.certificate();
        assertEquals(List.of("seal-object.user-not-listed"), codes(objects, WZ, NOW, window));
        Path file = seals.resolve("WZ.esl");
        byte[] octets = Files.readAllBytes(file);
        octets[octets.length - 5] ^= 1;
        Files.write(file, octets);
        SealObjectCheck.Judged judged =
                objects.judge(WZ, NOW, agency.certificate()).orElseThrow();
        assertFalse(judged.accepted());
        assertEquals("seal-object.maker-signature", judged.findings().get(0).code());
        assertEquals("WZ", judged.findings().get(0).file());
    }

    @Test
    @DisplayName("后来制发的印章不改变此前签字的清单：重印旧清单仍无印图，新签字才有")
    void a_seal_made_later_changes_no_list_signed_before() throws Exception {
        SealObjects objects = objects();
        Instant signed = NOW.minusSeconds(7200);
        assertTrue(objects.picture(MZ, signed, agency.certificate()).isEmpty());
        lay("MZ", MZ.name(), NOW.minusSeconds(3600));
        assertTrue(objects.picture(MZ, signed, agency.certificate()).isEmpty());
        assertTrue(objects.picture(MZ, NOW, agency.certificate()).isPresent());
    }

    @Test
    @DisplayName("机构代码不能成为别处的路径")
    void a_code_is_no_path() throws Exception {
        Files.write(folder.resolve("MZ.esl"), Files.readAllBytes(lay("MZ", MZ.name(), NOW.minusSeconds(60))));
        Organization strange = new Organization("../MZ", "市民政局", OrganizationKind.IMPLEMENTING_AGENCY, null, null);
        assertEquals(Optional.empty(), objects().judge(strange, NOW, agency.certificate()));
    }

    @Test
    @DisplayName("演示环境为每个机构制一枚印章，验证通过；关闭演示即没有")
    void the_demonstration_makes_one_for_each_body() throws Exception {
        GivenSettings demonstration = new GivenSettings();
        SealObjects objects = objects(demonstration);
        assertTrue(objects.picture(MZ, NOW, null).isPresent());
        assertTrue(objects.picture(WZ, NOW, null).isPresent());
        byte[] before = keys(demonstration).demonstrationSeal("MZ", "市民政局").orElseThrow();
        assertEquals(
                0,
                java.util.Arrays.compare(
                        before,
                        keys(demonstration).demonstrationSeal("MZ", "市民政局").orElseThrow()));
        assertEquals(
                Optional.empty(),
                objects(new GivenSettings().with("guidang.demonstration", "off"))
                        .judge(MZ, NOW, null));
    }

    private Path lay(String code, String name, Instant made) throws Exception {
        return Files.write(
                seals.resolve(code + ".esl"), new DemonstrationSeal("33", name, maker, agency, made).encoded());
    }

    private SealObjects objects() {
        return objects(given.with("guidang.seals", seals));
    }

    private SealObjects objects(GivenSettings settings) {
        return Wiring.wire(new SealObjects(), settings.settings(), keys(settings));
    }

    private Keys keys(GivenSettings settings) {
        DataDirectory data = Wiring.dataIn(folder);
        return Wiring.wire(new Keys(), data, settings.settings(), CLOCK);
    }

    private static List<String> codes(SealObjects objects, Organization body, Instant at, X509Certificate signer) {
        return objects.judge(body, at, signer).orElseThrow().findings().stream()
                .map(Finding::code)
                .toList();
    }
}
