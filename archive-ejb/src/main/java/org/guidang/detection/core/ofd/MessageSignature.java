// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.ofd;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.guidang.seal.core.CmsVerifier;
import org.guidang.seal.core.Cryptography;
import org.guidang.seal.core.SignatureVerdict;
import org.guidang.seal.core.SignedContent;
import org.guidang.seal.core.SignerVerdict;
import org.guidang.seal.core.ses.DerGuard;
import org.guidang.seal.core.ses.MalformedSealException;
import org.guidang.shared.Characteristic;

/**
 * A signature without a seal: a signed message (GB/T 35275-2017, GM/T 0010, CMS) over Signature.xml. Writers differ in
 * what they put inside: nothing, the file, its SM3 digest, or that digest in Base64; each is held against the file.
 */
final class MessageSignature implements SealStep {

    private static final int OBJECT_IDENTIFIER = 0x06;

    /** True when the signature value is a signed message, whatever Signatures.xml calls it. */
    static boolean isMessage(SealCase seal) {
        if (seal.file().value().isEmpty()) {
            return seal.file().type().equals("Sign");
        }
        try {
            byte[] value = seal.pack().read(seal.file().value().get(), SealStructure.LARGEST);
            int first = value.length < 2 ? 0 : value[1] & 0xff;
            int content = first <= 0x80 ? 2 : 2 + (first & 0x7f);
            return content < value.length && value[0] == 0x30 && value[content] == OBJECT_IDENTIFIER;
        } catch (UnreadableOfdException reportedByTheStepThatReads) {
            return seal.file().type().equals("Sign");
        }
    }

    @Override
    public void examine(SealCase seal) {
        if (seal.file().value().isEmpty()) {
            return;
        }
        try {
            byte[] value = seal.pack().read(seal.file().value().get(), SealStructure.LARGEST);
            DerGuard.check(value, true);
            verify(seal, value);
        } catch (MalformedSealException malformed) {
            seal.report()
                    .failed(
                            "seal.structure.malformed",
                            Characteristic.AUTHENTICITY,
                            seal.place() + " octet " + malformed.octet(),
                            "",
                            malformed.getMessage());
        } catch (UnreadableOfdException refused) {
            seal.report().failed(refused);
        } catch (IOException contentIsInMemory) {
            throw new UncheckedIOException(contentIsInMemory);
        }
    }

    private static void verify(SealCase seal, byte[] value) throws UnreadableOfdException, IOException {
        byte[] file = seal.pack().read(seal.file().part(), SealStructure.LARGEST);
        SignatureVerdict verdict = new CmsVerifier(seal.report().examination().trust())
                .verify(
                        value,
                        SignedContent.of(file),
                        seal.report().examination().at());
        verdict.findings().forEach(finding -> seal.report().adopt(finding, seal.place()));
        if (verdict.attached()) {
            attached(value)
                    .filter(content -> !isOver(file, content))
                    .ifPresent(content -> seal.report()
                            .failed(
                                    "ofd.seal.data-hash",
                                    Characteristic.AUTHENTICITY,
                                    seal.place(),
                                    java.util.HexFormat.of().formatHex(content, 0, Math.min(content.length, 64)),
                                    ""));
        }
        for (SignerVerdict signer : verdict.signers()) {
            seal.signer(signer.certificate());
            seal.claims(signer.claimedTime());
            seal.trust(signer.trust());
            signer.provenTime().ifPresent(seal::proves);
        }
    }

    private static Optional<byte[]> attached(byte[] value) {
        try {
            SignedData data =
                    SignedData.getInstance(ContentInfo.getInstance(value).getContent());
            return Optional.of(
                    ASN1OctetString.getInstance(data.getEncapContentInfo().getContent())
                            .getOctets());
        } catch (IllegalArgumentException | IllegalStateException | ClassCastException otherContent) {
            return Optional.of(new byte[0]);
        }
    }

    private static boolean isOver(byte[] file, byte[] content) {
        try {
            byte[] digest = Cryptography.digest("SM3").digest(file);
            return Arrays.equals(content, digest)
                    || Arrays.equals(content, file)
                    || Arrays.equals(content, Base64.getEncoder().encode(digest))
                    || new String(content, StandardCharsets.ISO_8859_1)
                            .equalsIgnoreCase(java.util.HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException theProviderHasIt) {
            throw new IllegalStateException(theProviderHasIt);
        }
    }
}
