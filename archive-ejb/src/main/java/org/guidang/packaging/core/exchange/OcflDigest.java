// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.exchange;

import io.ocfl.api.DigestAlgorithmRegistry;
import io.ocfl.api.model.DigestAlgorithm;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.bouncycastle.jcajce.provider.digest.Blake2b;
import org.bouncycastle.jcajce.provider.digest.SM3;

/**
 * Digests that OCFL names and the platform does not compute. The library would look for them among the platform's
 * providers; they are given to it as objects, so that no provider has to be registered for the whole server.
 */
final class OcflDigest extends DigestAlgorithm {

    private final Supplier<MessageDigest> meter;

    private OcflDigest(String name, Supplier<MessageDigest> meter) {
        super(name, name);
        this.meter = meter;
    }

    /** May be called again; the same algorithms replace themselves. */
    static void register() {
        DigestAlgorithmRegistry.register(new OcflDigest("blake2b-512", Blake2b.Blake2b512::new));
        DigestAlgorithmRegistry.register(new OcflDigest("blake2b-384", Blake2b.Blake2b384::new));
        DigestAlgorithmRegistry.register(new OcflDigest("blake2b-256", Blake2b.Blake2b256::new));
        DigestAlgorithmRegistry.register(new OcflDigest("blake2b-160", Blake2b.Blake2b160::new));
        DigestAlgorithmRegistry.register(new OcflDigest("sm3", SM3.Digest::new));
    }

    @Override
    public MessageDigest getMessageDigest() {
        return meter.get();
    }

    @Override
    public String encode(byte[] value) {
        return HexFormat.of().formatHex(value);
    }
}
