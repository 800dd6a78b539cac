// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Remembers what was proven about certificates and revocation lists, so that a chain which a thousand packages share is
 * computed once. Only facts that no later event can change are kept: that a key made the signature of these octets, that
 * a path meets the rules that know no time. They are kept under the SHA-256 of all octets concerned; what did not
 * verify is not remembered.
 */
final class ProvenSignatures {

    private static final int MOST = 4096;

    private static final Map<ByteBuffer, Boolean> PROVEN =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Boolean> eldest) {
                    return size() > MOST;
                }
            });

    /** A proof that is too costly to repeat. */
    interface Proof {
        /** @throws GeneralSecurityException when it does not hold */
        void attempt() throws GeneralSecurityException;
    }

    private ProvenSignatures() {}

    /**
     * Attempts the proof unless it is known to hold.
     *
     * @param what the kind of fact
     * @param octets everything it depends on, in order
     * @throws GeneralSecurityException as the proof does
     */
    static void require(String what, List<byte[]> octets, Proof proof) throws GeneralSecurityException {
        ByteBuffer fact = fact(what, octets);
        if (PROVEN.get(fact) == null) {
            proof.attempt();
            PROVEN.put(fact, Boolean.TRUE);
        }
    }

    private static ByteBuffer fact(String what, List<byte[]> octets) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(what.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        for (byte[] part : octets) {
            digest.update(ByteBuffer.allocate(4).putInt(part.length).flip());
            digest.update(part);
        }
        return ByteBuffer.wrap(digest.digest());
    }
}
