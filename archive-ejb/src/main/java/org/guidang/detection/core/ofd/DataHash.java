// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.ofd;

import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.guidang.seal.core.Cryptography;
import org.guidang.seal.core.ses.SealSignatureData;
import org.guidang.shared.Characteristic;

/**
 * What was signed is this Signature.xml: dataHash is its digest, and propertyInfo its path (GB/T 38540-2020 7.2; the
 * digest is SM3).
 */
final class DataHash implements SealStep {

    @Override
    public void examine(SealCase seal) {
        seal.sealed().ifPresent(data -> {
            hash(seal, data);
            path(seal, data);
        });
    }

    private static void hash(SealCase seal, SealSignatureData data) {
        try {
            byte[] now = seal.pack().digest(seal.file().part(), Cryptography.digest("SM3"));
            if (!Arrays.equals(now, data.dataHash())) {
                seal.report()
                        .failed(
                                "ofd.seal.data-hash",
                                Characteristic.AUTHENTICITY,
                                seal.place(),
                                HexFormat.of().formatHex(data.dataHash()),
                                HexFormat.of().formatHex(now));
            }
        } catch (UnreadableOfdException refused) {
            seal.report().failed(refused);
        } catch (NoSuchAlgorithmException theProviderHasIt) {
            throw new IllegalStateException(theProviderHasIt);
        }
    }

    /** The path is signed, so a wrong one shows a signature that was moved; writers differ in how they begin it. */
    private static void path(SealCase seal, SealSignatureData data) {
        Optional<String> named = OfdLocation.resolve("", data.propertyInfo());
        if (named.isEmpty() || !named.get().equalsIgnoreCase(seal.file().part())) {
            seal.report()
                    .warning(
                            "ofd.seal.property-info",
                            Characteristic.AUTHENTICITY,
                            seal.place(),
                            "/" + seal.file().part(),
                            data.propertyInfo());
        }
    }
}
