// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A key somebody signs with. The key itself may live in a device; then the provider is the device's.
 */
public final class SigningKey {

    private final String owner;
    private final Suite suite;
    private final PrivateKey key;
    private final List<X509Certificate> chain;
    private final Provider provider;
    private final boolean demonstration;
    private final Queue<Signature> ready = new ConcurrentLinkedQueue<>();
    private volatile SignerStatement statement;

    /**
     * @param owner whose it is: a code of an organization, a user name, or "tsa"
     * @param suite how it signs
     * @param key the private half, or a handle to it
     * @param chain its certificate first, then the issuers as far as they are known
     * @param provider who computes with the key
     * @param demonstration true when the product made it for trying out; everything signed with it must say so
     */
    public SigningKey(
            String owner,
            Suite suite,
            PrivateKey key,
            List<X509Certificate> chain,
            Provider provider,
            boolean demonstration) {
        this.owner = owner;
        this.suite = suite;
        this.key = key;
        this.chain = List.copyOf(chain);
        this.provider = provider;
        this.demonstration = demonstration;
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("a signing key without its certificate: " + owner);
        }
    }

    /** A key held in memory, not one of the demonstration. */
    public SigningKey(String owner, Suite suite, PrivateKey key, List<X509Certificate> chain) {
        this(owner, suite, key, chain, Cryptography.provider(), false);
    }

    public String owner() {
        return owner;
    }

    public Suite suite() {
        return suite;
    }

    public PrivateKey key() {
        return key;
    }

    public List<X509Certificate> chain() {
        return chain;
    }

    public Provider provider() {
        return provider;
    }

    public boolean demonstration() {
        return demonstration;
    }

    public X509Certificate certificate() {
        return chain.get(0);
    }

    /** What each of its signatures says of its certificate; made at the first. */
    SignerStatement statement() throws GeneralSecurityException {
        SignerStatement known = statement;
        if (known == null) {
            known = SignerStatement.of(this);
            statement = known;
        }
        return known;
    }

    /** Signs the octets as they are: the suite's digest is part of the signature algorithm. Safe for many threads. */
    public byte[] sign(byte[] content) throws GeneralSecurityException {
        Signature signature = begin();
        signature.update(content);
        byte[] value = signature.sign();
        if (provider == Cryptography.provider()) {
            ready.add(signature); // a device's session is not held
        }
        return value;
    }

    /** With SM2 the beginning costs as much as the signature: the public key is computed from the private one. */
    private Signature begin() throws GeneralSecurityException {
        Signature signature = ready.poll();
        if (signature == null) {
            signature = Signature.getInstance(suite.signature(), provider);
            signature.initSign(key);
        }
        return signature;
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "SigningKey[" + owner + ", " + suite + (demonstration ? ", demonstration]" : "]");
    }
}
