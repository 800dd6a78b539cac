// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import java.io.IOException;
import org.bouncycastle.asn1.ASN1Primitive;

/**
 * Opens ASN.1 from outside. Depth, lengths and trailing octets are looked at before any parser that recurses sees
 * them; a hostile nesting is an exception, not an overflown stack.
 */
public final class Asn1 {

    /** No structure of the trade is nested deeper; certificates in a CMS in a seal in a signature stay below 40. */
    private static final int DEEPEST = 100;

    private Asn1() {}

    /**
     * Reads exactly one value that fills the octets.
     *
     * @throws IOException when it is malformed, nested too deep, cut short or followed by more
     */
    public static ASN1Primitive read(byte[] encoded) throws IOException {
        int end = walk(encoded);
        if (end != encoded.length) {
            throw new IOException("octet " + end + ": " + (encoded.length - end) + " octets follow the end");
        }
        try {
            return ASN1Primitive.fromByteArray(encoded);
        } catch (RuntimeException malformed) {
            throw new IOException(malformed.getMessage(), malformed);
        }
    }

    /** Length in octets of the value that starts the array; for values padded with zeros, as in PDF. */
    public static int length(byte[] encoded) throws IOException {
        return walk(encoded);
    }

    private static int walk(byte[] octets) throws IOException {
        long[] ends = new long[DEEPEST];
        int depth = 0;
        int at = 0;
        do {
            if (depth > 0 && ends[depth - 1] < 0 && at + 1 < octets.length && octets[at] == 0 && octets[at + 1] == 0) {
                at += 2;
                depth--;
            } else {
                int start = at;
                boolean constructed = (need(octets, at) & 0x20) != 0;
                at = afterTag(octets, at);
                int first = need(octets, at++);
                long length = first;
                if (first > 0x80) {
                    length = 0;
                    int count = first & 0x7f;
                    if (count > 4) {
                        throw new IOException("octet " + start + ": length of " + count + " octets");
                    }
                    for (int i = 0; i < count; i++) {
                        length = length << 8 | need(octets, at++);
                    }
                }
                boolean indefinite = first == 0x80;
                if (indefinite && !constructed) {
                    throw new IOException("octet " + start + ": indefinite length of a primitive value");
                }
                long end = indefinite ? -1 : at + length;
                if (end > octets.length) {
                    throw new IOException("octet " + start + ": cut short");
                }
                if (constructed) {
                    if (depth == DEEPEST) {
                        throw new IOException("octet " + start + ": nested deeper than " + DEEPEST);
                    }
                    ends[depth++] = end;
                } else {
                    at = (int) end;
                }
            }
            while (depth > 0 && ends[depth - 1] >= 0 && at >= ends[depth - 1]) {
                if (at > ends[depth - 1]) {
                    throw new IOException("octet " + at + ": a value reaches over the end of its container");
                }
                depth--;
            }
        } while (depth > 0);
        return at;
    }

    private static int afterTag(byte[] octets, int at) throws IOException {
        int next = at + 1;
        if ((need(octets, at) & 0x1f) == 0x1f) {
            while ((need(octets, next++) & 0x80) != 0) {
                // high tag numbers go on while the top bit is set
            }
        }
        return next;
    }

    private static int need(byte[] octets, int at) throws IOException {
        if (at >= octets.length) {
            throw new IOException("octet " + at + ": cut short");
        }
        return octets[at] & 0xff;
    }
}
