// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import java.nio.ByteBuffer;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Certificates read lately, by all their octets. Every package of a window carries the same chain; reading it again would
 * cost as much as verifying with it, and the key inside keeps what it has computed before. A certificate never changes, so
 * nothing here can become untrue; what cannot be read is not kept.
 */
final class ReadCertificates {

    private static final int MOST = 512;
    /** Nothing longer is kept, lest strangers fill the memory. */
    private static final int LONGEST = 8 * 1024;

    private static final Map<ByteBuffer, X509Certificate> READ =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<ByteBuffer, X509Certificate> eldest) {
                    return size() > MOST;
                }
            });

    interface Reading {
        X509Certificate read(byte[] encoded) throws CertificateException;
    }

    private ReadCertificates() {}

    static X509Certificate of(byte[] encoded, Reading reading) throws CertificateException {
        if (encoded.length > LONGEST) {
            return reading.read(encoded);
        }
        X509Certificate known = READ.get(ByteBuffer.wrap(encoded));
        if (known == null) {
            known = reading.read(encoded);
            READ.put(ByteBuffer.wrap(encoded.clone()), known);
        }
        return known;
    }
}
