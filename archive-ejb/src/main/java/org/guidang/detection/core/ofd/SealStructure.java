// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.ofd;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import org.guidang.seal.core.Cryptography;
import org.guidang.seal.core.ses.DerGuard;
import org.guidang.seal.core.ses.MalformedSealException;
import org.guidang.seal.core.ses.SealSignatureData;
import org.guidang.seal.core.ses.SealSignatureReader;
import org.guidang.seal.core.ses.SesVersion;
import org.guidang.shared.Characteristic;

/**
 * SignedValue.dat is a seal signature of a version we know (GM/T 0031-2014, GB/T 38540-2020 7, GM/T 0031-2025), and
 * its seal is of the same version.
 */
final class SealStructure implements SealStep {

    /** Ours: octets of a signature value; the picture in the seal makes most of it. */
    static final int LARGEST = 16 << 20;

    @Override
    public void examine(SealCase seal) {
        String value = seal.file().value().orElse("");
        if (value.isEmpty()) {
            return;
        }
        try {
            SealSignatureData data = SealSignatureReader.read(seal.pack().read(value, LARGEST));
            seal.read(data);
            versions(seal, data);
            seal.signer(certificate(seal, data.certificate()));
            seal.maker(certificate(seal, data.seal().makerCertificate()));
        } catch (MalformedSealException malformed) {
            seal.report()
                    .failed(
                            "seal.structure.malformed",
                            Characteristic.AUTHENTICITY,
                            value + " octet " + malformed.octet(),
                            "",
                            malformed.getMessage());
        } catch (UnreadableOfdException refused) {
            seal.report().failed(refused);
        }
    }

    private static void versions(SealCase seal, SealSignatureData data) {
        SesVersion inner = data.seal().version();
        boolean together = data.version() == inner;
        if (!together) {
            seal.report()
                    .failed(
                            "seal.structure.version-mixed",
                            Characteristic.AUTHENTICITY,
                            seal.place(),
                            data.version().standard(),
                            inner.standard());
        }
        if (inner != SesVersion.V1 && data.seal().writtenVersion() != (inner == SesVersion.V4 ? 4 : 5)) {
            seal.report()
                    .warning(
                            "seal.structure.version-number",
                            Characteristic.AUTHENTICITY,
                            seal.place(),
                            inner.standard(),
                            data.seal().writtenVersion());
        }
    }

    private static X509Certificate certificate(SealCase seal, byte[] encoded) {
        try {
            DerGuard.check(encoded, false);
            return Cryptography.certificate(encoded);
        } catch (MalformedSealException | CertificateException | RuntimeException malformed) {
            seal.report()
                    .failed(
                            "seal.structure.certificate",
                            Characteristic.AUTHENTICITY,
                            seal.place(),
                            "X.509",
                            String.valueOf(malformed.getMessage()));
            return null;
        }
    }
}
