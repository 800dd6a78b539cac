// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.OtherRevocationInfoFormat;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.guidang.seal.core.revocation.RevocationMaterial;
import org.guidang.seal.core.revocation.RevocationUnavailableException;
import org.guidang.seal.core.revocation.StatusAnswer;

/**
 * Lists and answers a signature brought along: beside the certificates (RFC 5652 10.2.1, RFC 5940 2), among the unsigned
 * attributes (revocation-values, ETSI EN 319 122-1 A.1.1.2), among the signed ones (the archival attribute of ISO 32000
 * 12.8.3.3.2). Unreadable ones are passed over: what they might have told is then not known.
 */
final class EmbeddedRevocation {

    /** id-ri-ocsp-response (RFC 5940 2.1). */
    static final ASN1ObjectIdentifier RESPONSE = new ASN1ObjectIdentifier("1.3.6.1.5.5.7.16.2");

    private static final Set<ASN1ObjectIdentifier> ANSWERS = Set.of(RESPONSE, OCSPObjectIdentifiers.id_pkix_ocsp_basic);

    /** id-aa-ets-revocationValues (ETSI EN 319 122-1 A.1.1.2). */
    static final ASN1ObjectIdentifier REVOCATION_VALUES = new ASN1ObjectIdentifier("1.2.840.113549.1.9.16.2.24");

    /** Both are [0] lists and [1] answers. */
    private static final Set<ASN1ObjectIdentifier> VALUES =
            Set.of(REVOCATION_VALUES, new ASN1ObjectIdentifier("1.2.840.113583.1.1.8"));

    private static final int MOST = 200;

    private final List<java.security.cert.X509CRL> lists = new ArrayList<>();
    private final List<StatusAnswer> answers = new ArrayList<>();

    private EmbeddedRevocation() {}

    /** All that the message as a whole and this signer in it brought. */
    static RevocationMaterial of(SignedMessage message, SignerInfo signer) {
        EmbeddedRevocation found = new EmbeddedRevocation();
        found.lists.addAll(message.lists());
        if (message.data().getCRLs() != null) {
            for (ASN1Encodable each : message.data().getCRLs()) {
                found.other(each);
            }
        }
        found.attributes(signer.getAuthenticatedAttributes());
        found.attributes(signer.getUnauthenticatedAttributes());
        return new RevocationMaterial(found.lists, found.answers);
    }

    private void other(ASN1Encodable choice) {
        if (!(choice.toASN1Primitive() instanceof ASN1TaggedObject tagged) || tagged.getTagNo() != 1) {
            return;
        }
        try {
            OtherRevocationInfoFormat format = OtherRevocationInfoFormat.getInstance(tagged, false);
            if (ANSWERS.contains(format.getInfoFormat())) {
                answer(format.getInfo());
            }
        } catch (IllegalArgumentException | IllegalStateException malformed) {
            return;
        }
    }

    private void attributes(ASN1Set attributes) {
        if (attributes == null) {
            return;
        }
        for (ASN1Encodable each : attributes) {
            try {
                Attribute attribute = Attribute.getInstance(each);
                if (VALUES.contains(attribute.getAttrType())) {
                    for (ASN1Encodable value : attribute.getAttrValues()) {
                        values(ASN1Sequence.getInstance(value));
                    }
                }
            } catch (IllegalArgumentException | IllegalStateException malformed) {
                continue;
            }
        }
    }

    private void values(ASN1Sequence values) {
        for (ASN1Encodable each : values) {
            ASN1TaggedObject tagged = ASN1TaggedObject.getInstance(each);
            if (tagged.getTagNo() > 1) {
                continue;
            }
            for (ASN1Encodable value : ASN1Sequence.getInstance(tagged, true)) {
                if (tagged.getTagNo() == 1) {
                    answer(value);
                } else {
                    list(value);
                }
            }
        }
    }

    private void answer(ASN1Encodable value) {
        try {
            if (answers.size() < MOST) {
                answers.add(StatusAnswer.read(value.toASN1Primitive().getEncoded(ASN1Encoding.DER)));
            }
        } catch (RevocationUnavailableException unreadable) {
            return;
        } catch (IOException unlikely) {
            throw new IllegalStateException(unlikely);
        }
    }

    private void list(ASN1Encodable value) {
        try {
            if (lists.size() < MOST) {
                lists.addAll(CertificateFile.read(value.toASN1Primitive().getEncoded(ASN1Encoding.DER))
                        .lists());
            }
        } catch (IOException unlikely) {
            throw new IllegalStateException(unlikely);
        }
    }
}
