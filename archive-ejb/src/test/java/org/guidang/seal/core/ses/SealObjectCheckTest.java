// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core.ses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.guidang.seal.core.CertificateIssuer;
import org.guidang.seal.core.CertificateIssuer.Profile;
import org.guidang.seal.core.SigningKey;
import org.guidang.seal.core.Suite;
import org.guidang.seal.core.TestPki;
import org.guidang.seal.core.Trust;
import org.guidang.shared.Finding;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A seal in a file gives its picture only when nothing speaks against it. */
class SealObjectCheckTest {

    private static final Instant NOW = TestPki.NOW;
    private static final Instant MADE = NOW.minusSeconds(86_400);

    private static TestPki pki;
    private static SigningKey maker;
    private static SigningKey agency;
    private static byte[] seal;

    @BeforeAll
    static void make() throws Exception {
        pki = new TestPki(Suite.SM2_SM3);
        maker = pki.root.issue("maker", "CN=制章", Profile.SIGNER, TestPki.FROM, TestPki.UNTIL);
        agency = pki.root.issue("agency", "CN=市民政局", Profile.SIGNER, TestPki.FROM, TestPki.UNTIL);
        seal = new DemonstrationSeal("33", "市民政局", maker, agency, MADE).encoded();
    }

    @Test
    @DisplayName("合格的印章给出印图：不透明、原尺寸、红色")
    void a_good_seal_gives_its_picture() {
        SealObjectCheck.Judged judged = judge(pki.trust(), seal, NOW, agency);
        assertEquals(List.of(), judged.findings());
        DrawnSeal picture = judged.picture();
        assertEquals(40, picture.widthMillimetres());
        assertEquals(picture.width() * picture.height() * 3, picture.rgb().length);
        int red = 0;
        int white = 0;
        for (int i = 0; i < picture.rgb().length; i += 3) {
            int green = picture.rgb()[i + 1] & 0xff;
            red += green < 60 && (picture.rgb()[i] & 0xff) > 150 ? 1 : 0;
            white += green == 255 ? 1 : 0;
        }
        assertTrue(red > 3000 && white > red, red + " red, " + white + " white");
    }

    @Test
    @DisplayName("过期、未生效、后制的印章没有印图")
    void a_seal_out_of_its_time_gives_none() throws Exception {
        assertEquals(List.of("seal-object.made-later"), codes(judge(pki.trust(), seal, MADE.minusSeconds(1), agency)));
        SigningKey brief = pki.root.issue("a", "CN=市民政局", Profile.SIGNER, TestPki.FROM, NOW.minusSeconds(1));
        byte[] expired = new DemonstrationSeal("33", "市民政局", maker, brief, MADE).encoded();
        assertEquals(List.of("seal-object.outside-validity"), codes(judge(pki.trust(), expired, NOW, brief)));
        assertEquals(List.of(), codes(judge(pki.trust(), expired, NOW.minusSeconds(2), brief)));
    }

    @Test
    @DisplayName("他人的、改动过的、制章人不可信或被吊销的印章没有印图")
    void a_foreign_or_altered_seal_gives_none() throws Exception {
        assertEquals(List.of("seal-object.user-not-listed"), codes(judge(pki.trust(), seal, NOW, pki.signer)));
        assertEquals(List.of("seal-object.maker"), codes(judge(Trust.none(), seal, NOW, agency)));
        CertificateIssuer stranger = CertificateIssuer.root(Suite.SM2_SM3, "CN=Stranger", TestPki.FROM, TestPki.UNTIL);
        SigningKey forger = stranger.issue("m", "CN=制章", Profile.SIGNER, TestPki.FROM, TestPki.UNTIL);
        byte[] forged = new DemonstrationSeal("33", "市民政局", forger, agency, MADE).encoded();
        assertEquals(List.of("seal-object.maker"), codes(judge(pki.trust(), forged, NOW, agency)));
        Trust revoked = pki.trust(pki.root.revocationList(
                Map.<BigInteger, Instant>of(maker.certificate().getSerialNumber(), NOW.minusSeconds(60)),
                NOW.minusSeconds(30),
                TestPki.UNTIL));
        assertEquals(List.of("seal-object.maker"), codes(judge(revoked, seal, NOW, agency)));
        SigningKey other = pki.root.issue("t", "CN=制章", Profile.AUTHORITY, TestPki.FROM, TestPki.UNTIL);
        byte[] unfit = new DemonstrationSeal("33", "市民政局", other, agency, MADE).encoded();
        assertNull(judge(pki.trust(), unfit, NOW, agency).picture());
    }

    @Test
    @DisplayName("逐字节改动印章：除签名算法的别名外，没有一处改动后还给出印图")
    void no_octet_of_a_seal_can_be_altered() throws Exception {
        assertNotNull(judge(pki.trust(), seal, NOW, agency).picture());
        for (int at = 0; at < seal.length; at += 29) {
            byte[] altered = seal.clone();
            altered[at] ^= 0x01;
            if (judge(pki.trust(), altered, NOW, agency).accepted()) {
                assertNotEquals(
                        SealReader.read(seal).algorithm(),
                        SealReader.read(altered).algorithm(),
                        "octet " + at);
            }
        }
    }

    @Test
    @DisplayName("不是印章的文件、过大的文件、读不出的印图：没有印图，说明原因")
    void what_cannot_be_read_gives_none() throws Exception {
        for (byte[] none : List.of(new byte[0], "seal".getBytes(), new byte[SealObjectCheck.LARGEST + 1])) {
            assertEquals(List.of("seal-object.malformed"), codes(judge(pki.trust(), none, NOW, agency)));
        }
        for (SealPicture picture : List.of(
                new SealPicture("PNG", "no picture".getBytes(), 40, 40),
                new SealPicture("SVG", "<svg/>".getBytes(), 40, 40),
                new SealPicture("PNG", dots(1, 1), 400, 40),
                new SealPicture("PNG", dots(1, 1), 0, 40),
                new SealPicture("PNG", dots(2001, 1), 40, 40))) {
            assertEquals(java.util.Optional.empty(), PictureReader.read(picture), picture.toString());
        }
        assertTrue(
                PictureReader.read(new SealPicture("png", dots(2, 2), 40, 40)).isPresent());
    }

    private static byte[] dots(int width, int height) throws Exception {
        var out = new java.io.ByteArrayOutputStream();
        javax.imageio.ImageIO.write(
                new java.awt.image.BufferedImage(width, height, java.awt.image.BufferedImage.TYPE_INT_ARGB),
                "png",
                out);
        return out.toByteArray();
    }

    private static SealObjectCheck.Judged judge(Trust trust, byte[] octets, Instant at, SigningKey user) {
        return new SealObjectCheck(trust).judge(octets, at, List.of(user.certificate()));
    }

    private static List<String> codes(SealObjectCheck.Judged judged) {
        assertEquals(judged.findings().isEmpty(), judged.accepted());
        return judged.findings().stream().map(Finding::code).toList();
    }
}
