// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core.ses;

/**
 * Walks ASN.1 octets without recursion and without allocating what a length field claims, before any parser sees them:
 * a parser that recurses overflows its stack on some thousand nested sequences, and one that believes a length
 * allocates two gibibytes. Ours: at most {@value #DEEPEST} levels and {@value #MOST} elements.
 */
public final class DerGuard {

    /** No certificate, seal, token or signed message that we have met goes deeper than 30. */
    public static final int DEEPEST = 64;

    /** A revocation list of a large authority is the longest structure expected. */
    public static final int MOST = 2_000_000;

    private static final int INDEFINITE = -1;

    private DerGuard() {}

    /**
     * Returns the length of the one element at the start; anything may follow it (a PDF pads a signature with zeros).
     *
     * @param indefinite whether the indefinite lengths of BER are allowed, as CMS allows them
     * @throws MalformedSealException when lengths run out of their parents or the limits are reached
     */
    public static int check(byte[] octets, boolean indefinite) throws MalformedSealException {
        int[] ends = new int[DEEPEST + 1];
        int depth = 0;
        int at = 0;
        int seen = 0;
        do {
            if (++seen > MOST) {
                throw new MalformedSealException(at, "more than " + MOST + " elements");
            }
            int limit = limit(ends, depth, octets.length);
            if (at + 2 > limit) {
                throw new MalformedSealException(at, "ends inside a header");
            }
            if (octets[at] == 0 && octets[at + 1] == 0 && depth > 0 && ends[depth] == INDEFINITE) {
                at += 2;
                depth--;
            } else {
                boolean constructed = (octets[at] & 0x20) != 0;
                int lengthAt = afterTag(octets, at, limit);
                int first = octets[lengthAt] & 0xff;
                if (first == 0x80) {
                    if (!indefinite || !constructed) {
                        throw new MalformedSealException(lengthAt, "indefinite length");
                    }
                    depth = deeper(depth, at);
                    ends[depth] = INDEFINITE;
                    at = lengthAt + 1;
                } else {
                    int content = first < 0x80 ? lengthAt + 1 : lengthAt + 1 + (first & 0x7f);
                    long end = content + length(octets, lengthAt, limit);
                    if (end > limit) {
                        throw new MalformedSealException(lengthAt, "length runs beyond its parent");
                    }
                    if (constructed) {
                        depth = deeper(depth, at);
                        ends[depth] = (int) end;
                        at = content;
                    } else {
                        at = (int) end;
                    }
                }
            }
            while (depth > 0 && ends[depth] == at) {
                depth--;
            }
        } while (depth > 0);
        return at;
    }

    private static int deeper(int depth, int at) throws MalformedSealException {
        if (depth == DEEPEST) {
            throw new MalformedSealException(at, "nested deeper than " + DEEPEST);
        }
        return depth + 1;
    }

    private static int limit(int[] ends, int depth, int all) {
        for (int d = depth; d > 0; d--) {
            if (ends[d] != INDEFINITE) {
                return ends[d];
            }
        }
        return all;
    }

    private static int afterTag(byte[] octets, int at, int limit) throws MalformedSealException {
        int next = at + 1;
        if ((octets[at] & 0x1f) == 0x1f) {
            int most = next + 4;
            while (next < limit && next < most && (octets[next] & 0x80) != 0) {
                next++;
            }
            next++;
        }
        if (next >= limit) {
            throw new MalformedSealException(at, "ends inside a header");
        }
        return next;
    }

    /** The length whose first octet is at the given place. */
    static long length(byte[] octets, int at, int limit) throws MalformedSealException {
        int first = octets[at] & 0xff;
        if (first < 0x80) {
            return first;
        }
        int count = first & 0x7f;
        if (count == 0 || count > 4 || at + 1 + count > limit) {
            throw new MalformedSealException(at, "length of " + count + " octets");
        }
        long length = 0;
        for (int i = 1; i <= count; i++) {
            length = length << 8 | octets[at + i] & 0xff;
        }
        return length;
    }
}
