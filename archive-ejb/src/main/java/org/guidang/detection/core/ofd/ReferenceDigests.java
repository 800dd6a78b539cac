// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.ofd;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.guidang.detection.core.ofd.SignatureFile.Reference;
import org.guidang.seal.core.Cryptography;
import org.guidang.shared.Characteristic;

/**
 * Every Reference still has the digest written beside it (GB/T 33190-2016 18.2.2). All altered and missing files are
 * named, not only the first.
 */
final class ReferenceDigests implements SealStep {

    private static final Map<String, String> METHODS = Map.of(
            "1.2.156.10197.1.401", "SM3",
            "sm3", "SM3",
            "2.16.840.1.101.3.4.2.1", "SHA-256",
            "sha256", "SHA-256",
            "sha-256", "SHA-256",
            "md5", "MD5",
            "1.2.840.113549.2.5", "MD5",
            "sha1", "SHA-1",
            "sha-1", "SHA-1",
            "1.3.14.3.2.26", "SHA-1");

    @Override
    public void examine(SealCase seal) {
        SignatureFile file = seal.file();
        String method = METHODS.get(file.checkMethod().toLowerCase(Locale.ROOT));
        if (method == null) {
            seal.report()
                    .undecided(
                            "ofd.seal.unknown-digest",
                            Characteristic.AUTHENTICITY,
                            seal.place(),
                            "SM3",
                            file.checkMethod());
            return;
        }
        if (Cryptography.isWeak(method)) {
            // Ours: a digest under which two files can be made to agree protects nothing, whatever its age.
            seal.report().failed("ofd.seal.weak-digest", Characteristic.AUTHENTICITY, seal.place(), "SM3", method);
        }
        for (Reference reference : file.references()) {
            examine(seal, reference, method);
        }
    }

    private static void examine(SealCase seal, Reference reference, String method) {
        Optional<String> name = OfdLocation.resolve(
                        OfdLocation.folderOf(seal.file().part()), reference.location())
                .flatMap(part -> seal.parts().spelled(part, reference.place()))
                .or(() -> OfdLocation.resolve("", reference.location())
                        .flatMap(part -> seal.parts().spelled(part, reference.place())));
        if (name.isEmpty()) {
            seal.report()
                    .failed(
                            "ofd.seal.reference-missing",
                            Characteristic.INTEGRITY,
                            reference.place(),
                            reference.location(),
                            "");
            return;
        }
        try {
            MessageDigest digest = Cryptography.digest(method);
            byte[] now = seal.pack().digest(name.get(), digest);
            if (Arrays.equals(now, reference.digest())) {
                seal.verified(name.get());
            } else {
                altered(seal, reference, name.get(), now);
            }
        } catch (UnreadableOfdException refused) {
            seal.report().failed(refused);
        } catch (NoSuchAlgorithmException unknown) {
            seal.report()
                    .undecided("ofd.seal.unknown-digest", Characteristic.AUTHENTICITY, seal.place(), "SM3", method);
        }
    }

    /** Signatures.xml grows with each further seal, so one that protects it is broken by the next lawful one. */
    private static void altered(SealCase seal, Reference reference, String name, byte[] now) {
        String expected = HexFormat.of().formatHex(reference.digest());
        String found = HexFormat.of().formatHex(now);
        boolean listGrew = seal.parts().reached().get(name) == PartKind.SIGNATURE_LIST
                && !seal.laterSignatures().isEmpty();
        if (listGrew) {
            seal.report().undecided("ofd.seal.list-grew", Characteristic.AUTHENTICITY, name, expected, found);
        } else {
            seal.report().failed("ofd.seal.altered", Characteristic.AUTHENTICITY, name, expected, found);
        }
    }
}
