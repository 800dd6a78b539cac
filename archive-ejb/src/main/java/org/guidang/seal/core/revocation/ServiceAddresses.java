// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core.revocation;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/**
 * The addresses a certificate names for its status, as written there: strings from outside.
 *
 * @param responders of status services (RFC 5280 4.2.2.1, id-ad-ocsp)
 * @param lists of revocation lists (RFC 5280 4.2.1.13) that are complete and by the issuer itself
 */
record ServiceAddresses(List<String> responders, List<String> lists) {

    /** Ours: further ones are not tried. */
    private static final int MOST = 3;

    static ServiceAddresses of(X509Certificate certificate) {
        return new ServiceAddresses(responders(certificate), lists(certificate));
    }

    private static List<String> responders(X509Certificate certificate) {
        List<String> found = new ArrayList<>();
        byte[] value = certificate.getExtensionValue(Extension.authorityInfoAccess.getId());
        if (value != null) {
            try {
                for (AccessDescription access : AuthorityInformationAccess.getInstance(
                                ASN1OctetString.getInstance(value).getOctets())
                        .getAccessDescriptions()) {
                    if (access.getAccessMethod().equals(AccessDescription.id_ad_ocsp)) {
                        add(found, access.getAccessLocation());
                    }
                }
            } catch (RuntimeException malformed) {
                found.clear();
            }
        }
        return List.copyOf(found);
    }

    private static List<String> lists(X509Certificate certificate) {
        List<String> found = new ArrayList<>();
        byte[] value = certificate.getExtensionValue(Extension.cRLDistributionPoints.getId());
        if (value != null) {
            try {
                for (DistributionPoint point : CRLDistPoint.getInstance(
                                ASN1OctetString.getInstance(value).getOctets())
                        .getDistributionPoints()) {
                    DistributionPointName name = point.getDistributionPoint();
                    if (name != null
                            && name.getType() == DistributionPointName.FULL_NAME
                            && point.getCRLIssuer() == null
                            && point.getReasons() == null) {
                        for (GeneralName each :
                                GeneralNames.getInstance(name.getName()).getNames()) {
                            add(found, each);
                        }
                    }
                }
            } catch (RuntimeException malformed) {
                found.clear();
            }
        }
        return List.copyOf(found);
    }

    private static void add(List<String> found, GeneralName name) {
        if (name.getTagNo() == GeneralName.uniformResourceIdentifier && found.size() < MOST) {
            found.add(name.getName().toString());
        }
    }
}
