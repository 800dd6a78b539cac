// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.benchmark;

import java.io.InputStream;
import java.nio.file.Path;
import java.security.Signature;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.guidang.packaging.core.Layout;
import org.guidang.seal.core.Cryptography;
import org.guidang.shared.core.FixityMeter;

/**
 * What nobody who tests a package can avoid: each file read and inflated once, its digests SM3 and SHA-256 (computed as the
 * product does) found in the list, the one signature over the list verified. Nothing of form, trust, format or metadata.
 */
final class BareVerification {

    private BareVerification() {}

    /** @throws IllegalStateException when a file is not listed, or the signature does not hold */
    static void verify(Path zipFile, java.security.cert.X509Certificate signer) throws Exception {
        Layout layout = Layout.DAT_85_2019;
        try (ZipFile zip = new ZipFile(zipFile.toFile())) {
            byte[] list = octets(zip, layout.manifestPath());
            Set<String> listed = new HashSet<>(Arrays.asList(new String(list, java.nio.charset.StandardCharsets.UTF_8)
                    .split("[\"<>]"))); // whatever stands between marks
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (entry.getName().startsWith(layout.fixingFolder() + "/")) {
                    continue;
                }
                try (InputStream content = zip.getInputStream(entry)) {
                    var fixity = FixityMeter.measure(content);
                    if (!listed.contains(fixity.sm3()) || !listed.contains(fixity.sha256())) {
                        throw new IllegalStateException(entry.getName());
                    }
                }
            }
            CMSSignedData cms =
                    new CMSSignedData(new CMSProcessableByteArray(list), octets(zip, layout.signaturePath()));
            SignerInformation one = cms.getSignerInfos().iterator().next();
            Signature signature = Signature.getInstance("SM3withSM2", Cryptography.provider());
            signature.initVerify(signer);
            signature.update(one.getEncodedSignedAttributes());
            byte[] signed = ASN1OctetString.getInstance(one.getSignedAttributes()
                            .get(CMSAttributes.messageDigest)
                            .getAttributeValues()[0])
                    .getOctets();
            if (!signature.verify(one.getSignature())
                    || !HexFormat.of()
                            .formatHex(signed)
                            .equals(FixityMeter.measure(list).sm3())) {
                throw new IllegalStateException("signature");
            }
        }
    }

    private static byte[] octets(ZipFile zip, String name) throws Exception {
        try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return in.readAllBytes();
        }
    }
}
