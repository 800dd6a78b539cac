// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core.ses;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.guidang.seal.core.Cryptography;
import org.guidang.shared.core.Corpus;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seals of all three versions are told apart by their shape and read without a loss. */
class SealReaderTest {

    @ParameterizedTest
    @DisplayName("三个版本的电子印章均能读出，制章者签名可验证")
    @CsvSource({
        "12-pki-sm2/seal-v1.esl, V1, 1, 32010000000001, 某某市民政局电子证照专用章, true",
        "12-pki-sm2/seal-v4.esl, V4, 4, 32010000000001, 某某市民政局电子证照专用章, true",
        "01-ofd/seal-parts/UserV1.esl, V1, 1, 40C8CDD24DEF43388B86E62CCE1D6832, OFDRW测试用印章, true",
        "01-ofd/seal-parts/UserV4.esl, V4, 4, 51f044b76510434e9bc67a1185c2fba5, OFD R&W 测试用印章, true",
        "01-ofd/seal-parts/UserV5.esl, V5, 5, 09aaf39291e049e4b3d716414590937e, OFD R&W V5测试用印章, true",
        "01-ofd/seal-parts/UserV5_ts.esl, V5, 5, 55a4a957189a48f596706fb431e962c5, OFD R&W V5测试用印章, true",
        "01-ofd/seal-parts/SESealData.DER, V4, 4, esID130600, 测试单位名称 合同专用章, false"
    })
    void a_seal_is_read_and_its_maker_verified(
            String file, SesVersion version, int written, String id, String name, boolean intact) throws Exception {
        byte[] octets = read(file);

        ElectronicSealData seal = SealReader.read(octets);

        assertEquals(version, seal.version());
        assertEquals(written, seal.writtenVersion());
        assertEquals(id, seal.id());
        assertEquals(name, seal.name());
        assertArrayEquals(octets, seal.encoded());
        assertTrue(seal.validFrom().isBefore(seal.validTo()));
        // The seal of Hebei Gede is a sample for reading: its maker's signature does not verify over its own octets.
        assertEquals(
                intact,
                verifies(seal.makerCertificate(), seal.algorithm(), seal.signedByMaker(), seal.makerSignature()));
    }

    @ParameterizedTest
    @DisplayName("签章数据按版本读出")
    @CsvSource({
        "01-ofd/seal-parts/SignedValueV4.dat, V4, 2020-10-12T11:14:03Z",
        "01-ofd/seal-parts/SignedValueV5.dat, V5, 2026-04-24T08:53:26Z"
    })
    void a_signature_is_read_and_verified(String file, SesVersion version, Instant time) throws Exception {
        SealSignatureData signature = SealSignatureReader.read(read(file));

        assertEquals(version, signature.version());
        assertEquals(time, signature.time().orElseThrow());
        assertEquals("/Doc_0/Signs/Sign_0/Signature.xml", signature.propertyInfo());
        assertEquals(32, signature.dataHash().length);
        assertTrue(signature.seal().signers().certificates().stream()
                .anyMatch(one -> Arrays.equals(one, signature.certificate())));
        assertTrue(verifies(signature.certificate(), signature.algorithm(), signature.signed(), signature.signature()));
    }

    @Test
    @DisplayName("尾随数据、截断与任意改动都不会使读取失控")
    void damaged_octets_are_refused_and_never_anything_worse() throws IOException {
        byte[] sound = read("01-ofd/seal-parts/SignedValueV4.dat");
        byte[] longer = Arrays.copyOf(sound, sound.length + 1);
        assertThrows(MalformedSealException.class, () -> SealSignatureReader.read(longer));
        Random random = new Random(33190);
        int refused = 0;
        for (int i = 0; i < 2_000; i++) {
            byte[] damaged = random.nextBoolean() ? Arrays.copyOf(sound, random.nextInt(sound.length)) : sound.clone();
            for (int flips = random.nextInt(4); flips >= 0 && damaged.length > 0; flips--) {
                damaged[random.nextInt(Math.min(damaged.length, 800))] ^= (byte) (1 << random.nextInt(8));
            }
            try {
                SealSignatureReader.read(damaged);
            } catch (MalformedSealException expected) {
                refused++;
            }
        }
        assertTrue(refused > 1_000, "refused " + refused);
    }

    @Test
    @DisplayName("两万层嵌套与谎报的长度在解析前即被拒绝")
    void depth_and_length_are_refused_before_any_parser_sees_them() {
        byte[] deep = new byte[40_000];
        for (int i = 0; i < deep.length; i += 2) {
            deep[i] = 0x30;
            deep[i + 1] = (byte) 0x80;
        }
        assertThrows(MalformedSealException.class, () -> DerGuard.check(deep, true));
        byte[] lying = {0x30, (byte) 0x84, 0x7f, (byte) 0xff, (byte) 0xff, (byte) 0xff, 2, 1, 1};
        assertThrows(MalformedSealException.class, () -> DerGuard.check(lying, false));
        byte[] indefinite = {0x30, (byte) 0x80, 2, 1, 1, 0, 0};
        assertThrows(MalformedSealException.class, () -> DerGuard.check(indefinite, false));
    }

    @Test
    @DisplayName("不定长编码仅在允许处放行，并给出其长度")
    void an_indefinite_length_counts_to_its_end() throws MalformedSealException {
        byte[] padded = {0x30, (byte) 0x80, 2, 1, 1, 0, 0, 0, 0, 0};
        assertEquals(7, DerGuard.check(padded, true));
    }

    private static boolean verifies(byte[] certificate, String algorithm, byte[] signed, byte[] value)
            throws GeneralSecurityException {
        Signature verifier = Cryptography.verifier(
                new AlgorithmIdentifier(new ASN1ObjectIdentifier(algorithm)),
                "SM3",
                Cryptography.certificate(certificate).getPublicKey());
        verifier.update(signed);
        return verifier.verify(value);
    }

    private static byte[] read(String file) throws IOException {
        return Files.readAllBytes(Corpus.root().resolve(file));
    }
}
