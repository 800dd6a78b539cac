// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.eep;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import javax.security.auth.x500.X500Principal;
import org.guidang.packaging.core.SigningSealer;
import org.guidang.seal.TimeStampUnavailableException;
import org.guidang.seal.core.CmsSigner;
import org.guidang.seal.core.SigningKey;
import org.guidang.seal.core.Suite;
import org.guidang.seal.core.TimeStampAuthority;
import org.guidang.seal.core.revocation.RevocationMaterial;
import org.guidang.shared.Digest;
import org.guidang.shared.Fixity;

/**
 * Who signs an encapsulation, or locks it.
 *
 * @param authority asked for a time-stamp over the signature; when it does not answer the signature stands without one
 * @param at signing time, kept to the second
 */
public record EepSigner(SigningKey key, TimeStampAuthority authority, Instant at) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ISO_OFFSET_DATE_TIME;
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** xs:dateTime in China's time. */
    static String time(Instant at) {
        return TIME.format(at.truncatedTo(ChronoUnit.SECONDS).atZone(CHINA).toOffsetDateTime());
    }

    static String name(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName(X500Principal.RFC2253);
    }

    static String algorithm(Suite suite) {
        return suite.signatureIdentifier().getAlgorithm().getId();
    }

    /** Writes the fields of a signature over what was measured, after its identifier. */
    void write(CanonicalWriter xml, Fixity signed) throws IOException, GeneralSecurityException {
        Suite suite = key.suite();
        byte[] cms = CmsSigner.sign(
                key,
                new Digest(suite.digest(), suite == Suite.SM2_SM3 ? signed.sm3() : signed.sha256()),
                at,
                suite == Suite.SM2_SM3 ? CmsSigner.Form.GBT_35275 : CmsSigner.Form.CMS,
                RevocationMaterial.none());
        try {
            byte[] value = CmsSigner.signatureValue(cms);
            cms = CmsSigner.withTimeStamp(cms, authority.stamp(SigningSealer.digest(value, suite)));
        } catch (TimeStampUnavailableException pending) {
            // no stamp of our own making: the signature says its time, and nothing proves it yet
        }
        xml.leaf("签名规则", Eep.RULE);
        xml.leaf("签名时间", time(at));
        xml.leaf("签名人", name(key.certificate()));
        xml.leaf("签名结果", Base64.getEncoder().encodeToString(cms));
        xml.start("证书块");
        for (X509Certificate certificate : key.chain()) {
            xml.leaf("证书", Base64.getEncoder().encodeToString(certificate.getEncoded()));
        }
        xml.end();
        xml.leaf("签名算法标识", algorithm(suite));
    }
}
