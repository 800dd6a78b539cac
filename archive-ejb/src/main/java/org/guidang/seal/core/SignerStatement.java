// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuerSerial;

/**
 * What every signature by a key says of its certificate, the same each time.
 *
 * @param name issuer and serial number
 * @param certificate RFC 5035: the digest of the certificate by the suite's digest, with issuer and serial number
 * @param chain the certificate, then its issuers as far as they are known
 */
record SignerStatement(IssuerAndSerialNumber name, SigningCertificateV2 certificate, List<Certificate> chain) {

    static SignerStatement of(SigningKey key) throws GeneralSecurityException {
        List<Certificate> chain = new ArrayList<>();
        for (X509Certificate each : key.chain()) {
            chain.add(Certificate.getInstance(each.getEncoded()));
        }
        IssuerAndSerialNumber name = new IssuerAndSerialNumber(chain.get(0));
        byte[] digest = Cryptography.digest(key.suite().digest())
                .digest(key.certificate().getEncoded());
        IssuerSerial issuer = new IssuerSerial(
                new GeneralNames(new GeneralName(name.getName())),
                new ASN1Integer(key.certificate().getSerialNumber()));
        return new SignerStatement(
                name,
                new SigningCertificateV2(new ESSCertIDv2(key.suite().digestIdentifier(), digest, issuer)),
                List.copyOf(chain));
    }
}
