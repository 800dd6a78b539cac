// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import java.security.NoSuchAlgorithmException;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** Reads the parameters of RSASSA-PSS (RFC 4055 3.1) for the Java interface. */
final class PssParameters {

    private PssParameters() {}

    static PSSParameterSpec of(RSASSAPSSparams parameters) throws NoSuchAlgorithmException {
        String digest = Cryptography.digestName(parameters.getHashAlgorithm().getAlgorithm());
        AlgorithmIdentifier mask =
                AlgorithmIdentifier.getInstance(parameters.getMaskGenAlgorithm().getParameters());
        return new PSSParameterSpec(
                digest,
                "MGF1",
                new MGF1ParameterSpec(Cryptography.digestName(mask.getAlgorithm())),
                parameters.getSaltLength().intValueExact(),
                parameters.getTrailerField().intValueExact());
    }
}
