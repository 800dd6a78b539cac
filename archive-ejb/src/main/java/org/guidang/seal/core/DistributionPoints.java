// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;

/** Where a certificate says its revocation list lies; only the names are compared, nothing is fetched. */
final class DistributionPoints {

    private final Set<GeneralName> names = new HashSet<>();
    private final boolean any;
    private final X500Name issuer;

    private DistributionPoints(X509Certificate certificate) {
        issuer = X500Name.getInstance(certificate.getIssuerX500Principal().getEncoded());
        byte[] value = certificate.getExtensionValue(Extension.cRLDistributionPoints.getId());
        any = value != null;
        if (any) {
            try {
                for (DistributionPoint point : CRLDistPoint.getInstance(
                                ASN1OctetString.getInstance(value).getOctets())
                        .getDistributionPoints()) {
                    names.addAll(namesOf(point.getDistributionPoint()));
                }
            } catch (RuntimeException malformed) {
                names.clear();
            }
        }
    }

    static DistributionPoints of(X509Certificate certificate) {
        return new DistributionPoints(certificate);
    }

    boolean any() {
        return any;
    }

    /** RFC 5280 6.3.3 (b)(2)(i): one name in common. */
    boolean names(IssuingDistributionPoint point) {
        return namesOf(point.getDistributionPoint()).stream().anyMatch(names::contains);
    }

    private Set<GeneralName> namesOf(DistributionPointName name) {
        if (name == null) {
            return Set.of();
        }
        if (name.getType() == DistributionPointName.FULL_NAME) {
            return new HashSet<>(
                    Arrays.asList(GeneralNames.getInstance(name.getName()).getNames()));
        }
        X500NameBuilder whole = new X500NameBuilder();
        for (RDN part : issuer.getRDNs()) {
            whole.addMultiValuedRDN(part.getTypesAndValues());
        }
        whole.addMultiValuedRDN(RDN.getInstance(name.getName()).getTypesAndValues());
        return Set.of(new GeneralName(whole.build()));
    }

    /** True when the certificate names an OCSP service. */
    static boolean namesStatusService(X509Certificate certificate) {
        byte[] value = certificate.getExtensionValue(Extension.authorityInfoAccess.getId());
        try {
            return Arrays.stream(AuthorityInformationAccess.getInstance(
                                    ASN1OctetString.getInstance(value).getOctets())
                            .getAccessDescriptions())
                    .anyMatch(access -> access.getAccessMethod().equals(AccessDescription.id_ad_ocsp));
        } catch (RuntimeException malformed) {
            return false;
        }
    }
}
