// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A key somebody signs with. The key itself may live in a device; then the provider is the device's.
 *
 * @param owner whose it is: a code of an organization, a user name, or "tsa"
 * @param suite how it signs
 * @param key the private half, or a handle to it
 * @param chain its certificate first, then the issuers as far as they are known
 * @param provider who computes with the key
 * @param demonstration true when the product made it for trying out; everything signed with it must say so
 */
public record SigningKey(
        String owner,
        Suite suite,
        PrivateKey key,
        List<X509Certificate> chain,
        Provider provider,
        boolean demonstration) {

    public SigningKey {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("a signing key without its certificate: " + owner);
        }
    }

    /** A key held in memory, not one of the demonstration. */
    public SigningKey(String owner, Suite suite, PrivateKey key, List<X509Certificate> chain) {
        this(owner, suite, key, chain, Cryptography.provider(), false);
    }

    public X509Certificate certificate() {
        return chain.get(0);
    }

    /** Signs the octets as they are: the suite's digest is part of the signature algorithm. Safe for many threads. */
    public byte[] sign(byte[] content) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(suite.signature(), provider);
        signature.initSign(key);
        signature.update(content);
        return signature.sign();
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "SigningKey[" + owner + ", " + suite + (demonstration ? ", demonstration]" : "]");
    }
}
