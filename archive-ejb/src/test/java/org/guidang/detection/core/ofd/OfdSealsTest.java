// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.ofd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.guidang.detection.core.Examination;
import org.guidang.detection.core.SealInformation;
import org.guidang.detection.core.TestAuthority;
import org.guidang.seal.core.Trust;
import org.guidang.shared.Finding;
import org.guidang.shared.Level;
import org.guidang.shared.Outcome;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Seals made here, sound and spoiled in one way each: what stands against them is that and nothing else. */
class OfdSealsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");
    private static final TestAuthority AUTHORITY = new TestAuthority();
    private static final TestAuthority STRANGERS = new TestAuthority();

    @TempDir
    Path folder;

    static Stream<Arguments> seals() {
        TestAuthority.Holder other = AUTHORITY.issue("Other");
        TestAuthority.Holder encipherer =
                AUTHORITY.issue("Encipherer", KeyUsage.keyEncipherment, TestAuthority.FROM, TestAuthority.UNTIL);
        TestAuthority.Holder expired = AUTHORITY.issue(
                "Expired", KeyUsage.digitalSignature, TestAuthority.FROM, Instant.parse("2024-12-31T00:00:00Z"));
        String annotations = "<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>";
        return Stream.of(
                Arguments.of("V4", sound(), ""),
                Arguments.of("V5", sound().version(5), ""),
                Arguments.of("digests of certificates", sound().listingDigests(), ""),
                Arguments.of(
                        "page outside the signature",
                        sound().unprotected("Doc_0/Pages/Page_0/Content.xml"),
                        "ofd.seal.uncovered-file"),
                Arguments.of(
                        "resource outside the signature",
                        sound().unprotected("Doc_0/PublicRes.xml"),
                        "ofd.seal.uncovered-file"),
                Arguments.of("root outside the signature", sound().unprotected("OFD.xml"), "ofd.seal.uncovered-file"),
                Arguments.of(
                        "annotation outside the signature",
                        sound().document(annotations)
                                .part(
                                        "Doc_0/Annots/Annotations.xml",
                                        "<ofd:Annotations xmlns:ofd=\"http://www.ofdspec.org/2016\"/>")
                                .unprotected("Doc_0/Annots/Annotations.xml"),
                        "ofd.seal.uncovered-file"),
                Arguments.of(
                        "stray file", sound().part("Doc_0/stray.xml", "<x/>").unprotected("Doc_0/stray.xml"), ""),
                Arguments.of(
                        "seal picture exchanged", sound().sealFile(OfdSealsTest::flipped), "seal.picture.exchanged"),
                Arguments.of(
                        "maker's signature spoiled", sound().makerSignature(OfdSealsTest::flipped), "seal.value.maker"),
                Arguments.of("signer not listed", sound().listing(other), "seal.signer.not-listed"),
                Arguments.of(
                        "signer not listed by digest",
                        sound().listing(other).listingDigests(),
                        "seal.signer.not-listed"),
                Arguments.of("sealed before the seal", sound().signedAt("20240501000000Z"), "seal.validity.outside"),
                Arguments.of("sealed in the future", sound().signedAt("20290501000000Z"), "seal.time.future"),
                Arguments.of("signer expired", sound().signer(expired), "seal.signer.outside-period"),
                Arguments.of("certificate not for signing", sound().signer(encipherer), "seal.signer.unfit"),
                Arguments.of("maker not for signing", sound().maker(encipherer), "seal.maker.unfit"),
                Arguments.of("signer unknown", sound().signer(STRANGERS.issue("S")), "seal.signer.untrusted?"),
                Arguments.of("maker unknown", sound().maker(STRANGERS.issue("M")), "seal.maker.untrusted?"),
                Arguments.of(
                        "attachment that is a program",
                        sound().document("<ofd:Attachments>Attachments.xml</ofd:Attachments>")
                                .part(
                                        "Doc_0/Attachments.xml",
                                        "<ofd:Attachments xmlns:ofd=\"http://www.ofdspec.org/2016\">"
                                                + "<ofd:Attachment ID=\"9\" Name=\"a\"><ofd:FileLoc>a.bin</ofd:FileLoc>"
                                                + "</ofd:Attachment></ofd:Attachments>")
                                .part("Doc_0/a.bin", "MZ\u0001"),
                        "ofd.attachment.program"),
                Arguments.of(
                        "resource fetched from elsewhere",
                        sound().part(
                                        "Doc_0/PublicRes.xml",
                                        "<ofd:Res xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:Fonts>"
                                                + "<ofd:Font ID=\"3\" FontName=\"f\"><ofd:FontFile>"
                                                + "http://127.0.0.1:9/f.ttf</ofd:FontFile></ofd:Font></ofd:Fonts></ofd:Res>"),
                        "ofd.reference.external"),
                Arguments.of(
                        "path out of the package",
                        sound().document("<ofd:Annotations>../../../etc/passwd</ofd:Annotations>"),
                        "ofd.reference.escapes"),
                Arguments.of(
                        "action that starts a program",
                        sound().document("<ofd:Actions><ofd:Action Event=\"DO\"><ofd:URI URI=\"file:///c:/x.exe\"/>"
                                + "</ofd:Action></ofd:Actions>"),
                        "ofd.action.hostile"),
                Arguments.of(
                        "entity in a page",
                        sound().part(
                                        "Doc_0/Pages/Page_0/Content.xml",
                                        "<!DOCTYPE x [<!ENTITY e SYSTEM \"http://127.0.0.1:9/\">]>"
                                                + SealedOfd.page("&e;")),
                        "ofd.xml.doctype"),
                Arguments.of(
                        "page nested without end",
                        sound().part("Doc_0/Pages/Page_0/Content.xml", "<a>".repeat(10_000) + "</a>".repeat(10_000)),
                        "ofd.xml.too-large"));
    }

    private static SealedOfd sound() {
        return new SealedOfd(AUTHORITY);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("seals")
    @DisplayName("每种伪造各有其因，完好的印章通过")
    void what_stands_against_a_seal_is_what_was_spoiled(String what, SealedOfd ofd, String expected)
            throws IOException {
        Examination examination = examine(ofd.build(), AUTHORITY.trust());

        assertEquals(expected, against(examination), what);
    }

    @Test
    @DisplayName("签章信息：印章、签章人、时间、保护范围与结论")
    void what_is_shown_of_a_seal_is_what_was_verified() throws IOException {
        Path file = Files.write(folder.resolve("sound.ofd"), sound().build());
        Examination examination = new Examination(file, "sound.ofd", AUTHORITY.trust(), NOW);

        List<SealInformation> seals = new OfdExaminer().examineSeals(examination);

        assertEquals(1, seals.size());
        SealInformation seal = seals.get(0);
        assertEquals("某某局电子证照专用章", seal.sealName());
        assertEquals("32010000000001", seal.sealId());
        assertEquals("GB/T 38540-2020", seal.standard());
        assertEquals("C=CN,CN=Signer", seal.signer());
        assertEquals("C=CN,CN=Seal Maker", seal.maker());
        assertEquals(Instant.parse("2025-03-01T08:00:00Z"), seal.claimedTime());
        assertEquals(null, seal.provenTime());
        assertEquals(5, seal.protectedFiles().size());
        assertEquals(List.of("1"), seal.pages());
        assertEquals("TRUSTED", seal.standing());
        assertEquals(Outcome.PASSED, seal.outcome());
        assertEquals(List.of("seal.time.claimed-only"), seal.codes());
    }

    @Test
    @DisplayName("没有信任锚时，完好的签章只能是“无法确认”")
    void without_anybody_to_trust_a_sound_seal_is_undecided() throws IOException {
        Examination examination = examine(sound().build(), Trust.none());

        assertEquals(Outcome.INDETERMINATE, examination.outcome());
        assertEquals("seal.signer.untrusted? seal.maker.untrusted?", against(examination));
    }

    /** Codes that count against the file, each once; those that only leave it undecided with a question mark. */
    private static String against(Examination examination) {
        return String.join(
                " ",
                examination.findings().stream()
                        .filter(finding -> finding.level() == Level.MUST && finding.outcome() != Outcome.PASSED)
                        .map(OfdSealsTest::code)
                        .distinct()
                        .toList());
    }

    private static String code(Finding finding) {
        return finding.code() + (finding.outcome() == Outcome.INDETERMINATE ? "?" : "");
    }

    private Examination examine(byte[] octets, Trust trust) throws IOException {
        Path file = Files.write(folder.resolve("examined.ofd"), octets);
        Examination examination = new Examination(file, "examined.ofd", trust, NOW);
        new OfdExaminer().examine(examination);
        return examination;
    }

    private static byte[] flipped(byte[] octets) {
        byte[] changed = Arrays.copyOf(octets, octets.length);
        changed[changed.length - 1] ^= 1;
        return changed;
    }
}
