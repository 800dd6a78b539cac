// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.guidang.shared.core.Corpus;
import org.junit.jupiter.api.Test;

class Sm2VectorsTest {

    private static JsonObject vectors() throws Exception {
        try (InputStream in = Files.newInputStream(Corpus.root().resolve("13-cms/sm2-sm3-vectors.json"));
                JsonReader reader = Json.createReader(in)) {
            return reader.readObject();
        }
    }

    @Test
    void sm3_gives_the_published_digests() throws Exception {
        for (JsonObject vector : vectors().getJsonArray("sm3").getValuesAs(JsonObject.class)) {
            byte[] message = HexFormat.of().parseHex(vector.getString("msg"));
            assertEquals(
                    vector.getString("digest"),
                    HexFormat.of().formatHex(Cryptography.digest("SM3").digest(message)));
        }
    }

    @Test
    void sm2_takes_the_published_signature_and_none_that_is_out_of_range() throws Exception {
        int valid = 0;
        int invalid = 0;
        for (JsonObject vector : vectors().getJsonArray("sm2").getValuesAs(JsonObject.class)) {
            if (!vector.getString("id").equals("31323334353637383132333435363738")) {
                continue; // another user id than ours never occurs in signatures we read
            }
            boolean expected = vector.getBoolean("valid");
            assertEquals(expected, verifies(vector), vector.getString("name"));
            valid += expected ? 1 : 0;
            invalid += expected ? 0 : 1;
        }
        assertEquals(1, valid);
        assertEquals(true, invalid >= 7);
    }

    private static boolean verifies(JsonObject vector) {
        try {
            SubjectPublicKeyInfo info = new SubjectPublicKeyInfo(
                    new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, GMObjectIdentifiers.sm2p256v1),
                    HexFormat.of().parseHex(vector.getString("pub")));
            PublicKey key = KeyFactory.getInstance("EC", Cryptography.provider())
                    .generatePublic(new X509EncodedKeySpec(info.getEncoded()));
            ASN1EncodableVector value = new ASN1EncodableVector();
            value.add(new ASN1Integer(new BigInteger(vector.getString("r"), 16)));
            value.add(new ASN1Integer(new BigInteger(vector.getString("s"), 16)));
            Signature verifier = Cryptography.verifier(new AlgorithmIdentifier(Cryptography.SM2_SIGNATURE), "SM3", key);
            verifier.update(HexFormat.of().parseHex(vector.getString("msg")));
            return verifier.verify(new DERSequence(value).getEncoded());
        } catch (GeneralSecurityException | java.io.IOException | RuntimeException refused) {
            return false;
        }
    }
}
