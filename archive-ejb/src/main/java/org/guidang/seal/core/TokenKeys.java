// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.guidang.seal.SigningKeyUnavailableException;

/**
 * Keys in a PKCS#11 token, ECDSA and RSA, by the JDK's own bridge. Entries are named {@link KeyOwner#alias()}. The keys
 * never leave the token; SM2 tokens need a provider of their maker.
 */
public final class TokenKeys implements SigningKeyProvider {

    private Provider provider;
    private KeyStore store;

    @Override
    public String name() {
        return "pkcs11";
    }

    /** @param settings place is a configuration file of SunPKCS11, the password is the PIN */
    @Override
    public void open(KeySettings settings) {
        char[] pin = settings.password().get();
        try {
            provider =
                    Security.getProvider("SunPKCS11").configure(settings.place().toString());
            store = KeyStore.getInstance("PKCS11", provider);
            store.load(null, pin);
        } catch (IOException | GeneralSecurityException | RuntimeException refused) {
            throw new SigningKeyUnavailableException(
                    "seal.key.token-refuses", String.valueOf(settings.place().getFileName()));
        } finally {
            Arrays.fill(pin, ' ');
        }
    }

    @Override
    public Optional<SigningKey> find(KeyOwner owner) {
        return key(owner.alias());
    }

    @Override
    public List<SigningKey> all() {
        try {
            return Collections.list(store.aliases()).stream()
                    .map(this::key)
                    .flatMap(Optional::stream)
                    .toList();
        } catch (GeneralSecurityException refused) {
            throw new SigningKeyUnavailableException("seal.key.unreadable", "*");
        }
    }

    private Optional<SigningKey> key(String alias) {
        try {
            Key key = store.getKey(alias, null);
            Certificate[] chain = store.getCertificateChain(alias);
            if (!(key instanceof PrivateKey secret) || chain == null || chain.length == 0) {
                return Optional.empty();
            }
            List<X509Certificate> certificates = new ArrayList<>();
            for (Certificate certificate : chain) {
                certificates.add(Cryptography.certificate(certificate.getEncoded()));
            }
            return Suite.of(certificates.get(0).getPublicKey())
                    .filter(suite -> suite != Suite.SM2_SM3)
                    .map(suite -> new SigningKey(alias, suite, secret, certificates, provider, false));
        } catch (GeneralSecurityException refused) {
            throw new SigningKeyUnavailableException("seal.key.unreadable", alias);
        }
    }
}
